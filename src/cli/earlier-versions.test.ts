import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import { UserError } from '../kit/error.ts'
import { someFile, someVersion } from '../records/builders.ts'
import { openRecords, type Records } from '../records/records.ts'
import { earlierVersions } from './earlier-versions.ts'
import { heard } from './heard.fixture.ts'

const said = heard()
let folder = ''
let records: Records
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearth-earlier-'))
  records = await openRecords({ home: folder })
})
afterEach(async () => {
  await records.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A version that stands on a file of data and, where given, a file of targets. */
const commit = (number: number, data: string, targets?: string) =>
  records.dataVersions.commit(
    someVersion(number, {
      files: [
        someFile({ sha256: data.repeat(64) }),
        ...(targets ? [someFile({ sha256: targets.repeat(64), table: 'targets' })] : []),
      ],
    }),
  )
const asked = async (current: number, missing: readonly number[] = []) => {
  const folderOf = (number: number) => (missing.includes(number) ? join(folder, 'gone') : folder)
  const { versions } = await earlierVersions(records, current, folderOf, () => Promise.reject(new Error('not opened')))
  return versions.map(({ number }) => number)
}

test('the three latest versions that stand on other rows are asked, newest first, and none that is later than the current', async () => {
  for (const [i, data] of ['a', 'b', 'c', 'd', 'e', 'f'].entries()) await commit(i + 1, data)
  expect(await asked(6)).toEqual([5, 4, 3])
  expect(await asked(3)).toEqual([2, 1])
})

test('of versions that stand on the same rows the first is asked, and none that stands on those of now', async () => {
  await commit(1, 'a')
  await commit(2, 'a', 'x')
  await commit(3, 'b')
  await commit(4, 'b', 'y')
  expect(await asked(4)).toEqual([1])
})

test('a submitted version is asked however old, once; one whose folder is gone is not', async () => {
  for (const [i, data] of ['a', 'b', 'c', 'd', 'e', 'f'].entries()) await commit(i + 1, data)
  await records.dataVersions.markSubmitted(1, day('2026-06-30'))
  await records.dataVersions.markSubmitted(5, day('2026-07-30'))
  expect(await asked(6)).toEqual([5, 4, 3, 1])
  expect(await asked(6, [1, 4])).toEqual([5, 3, 2])
})

test('a version is opened once, when first asked for, and closed at the end', async () => {
  await commit(1, 'a')
  await commit(2, 'b')
  let [opens, closes] = [0, 0]
  const opened = () => {
    opens += 1
    const close = () => {
      closes += 1
    }
    return Promise.resolve({ engine: { close }, session: {} } as never)
  }
  const { versions, close } = await earlierVersions(records, 2, () => folder, opened)
  expect(opens).toBe(0)
  await versions[0]?.open()
  await versions[0]?.open()
  expect(opens).toBe(1)
  await close()
  expect(closes).toBe(1)
})

test('why a version could not be read is written once, without the subject that its words name', async () => {
  await commit(1, 'a')
  await commit(2, 'b')
  said.clear()
  const { versions } = await earlierVersions(
    records,
    2,
    () => folder,
    () => Promise.reject(new Error('not opened')),
  )
  const twice = new UserError('HEARTH-1214', 'The query gives subject 4711.2 twice.', 'Mend it.', {
    file: 'a.sql',
    line: 3,
  })
  versions[0]?.unread(twice)
  versions[0]?.unread(twice)
  versions[0]?.unread(new Error('Conversion Error: "Ada 4711" is no day'))
  versions[0]?.unread(new Error('Catalog Error: Table with name family_member does not exist!\nDid you mean 4711'))
  const lines = said.err.trim().split('\n')
  expect(lines).toHaveLength(3)
  expect(lines[0]).toMatch(/^Data version 1 could not be read: HEARTH-1214: .* \(a\.sql:3\)$/)
  expect(lines[1]).toMatch(/: Conversion Error \(/)
  expect(lines[2]).toContain('Table with name family_member does not exist!')
  expect(said.err).not.toContain('4711')
})
