import { openRecords } from '../../src/records/records.ts'

/** Takes the import lock, says so, and keeps it until it is killed. */
const records = await openRecords({ home: 'unused', databaseUrl: process.env.DATABASE_URL })
await records.withImportLock(async () => {
  console.log('held')
  await new Promise(resolve => setTimeout(resolve, 60_000))
})
