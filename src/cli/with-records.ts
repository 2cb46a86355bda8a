import { openRecords, type Records } from '../records/records.ts'

/** Opens what a home remembers, works with it and closes it. */
export async function withRecords<T>(home: string, work: (records: Records) => Promise<T>): Promise<T> {
  const records = await openRecords({ home, databaseUrl: process.env.DATABASE_URL })
  try {
    return await work(records)
  } finally {
    await records.close()
  }
}
