import { writeSync } from 'node:fs'
import { someFile, someFinding, someVersion } from '../../src/records/builders.ts'
import { openRecords } from '../../src/records/records.ts'

/** Commits versions until it is killed, each under the import lock, and says each number once its commit has returned. */
const records = await openRecords({ home: process.argv[2] ?? '' })
while (true) {
  await records.withImportLock(async () => {
    const number = await records.dataVersions.next()
    const [files, findings] = [1 + (number % 5), (number * 37) % 1_500]
    await records.dataVersions.commit(
      someVersion(number, {
        details: { files, findings },
        files: Array.from({ length: files }, (_, i) => someFile({ table: `table ${i}` })),
        findings: Array.from({ length: findings }, (_, i) => someFinding({ line: i + 1 })),
      }),
    )
    writeSync(1, `${number}\n`)
  })
}
