import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openRecords } from '../../src/records/records.ts'
import { runAndKill } from './killed.ts'

const committer = fileURLToPath(new URL('./committer.ts', import.meta.url))
const KILLS = 15

test('after a kill every version that was answered for is there and whole, none is half there, and the lock is free', async () => {
  const home = await mkdtemp(join(tmpdir(), 'hearth-kills-'))
  const answered = new Set<number>()
  let checked = 0
  for (let kill = 0; kill < KILLS; kill++) {
    for (const said of await runAndKill(committer, home, Math.random() * 150)) answered.add(Number(said))
    const records = await openRecords({ home })
    const heads = await records.dataVersions.list()
    const numbers = new Set(heads.map(head => head.number))
    expect([...answered].filter(number => !numbers.has(number))).toEqual([])
    expect((await records.dataVersions.current())?.number).toBe(heads[0]?.number)
    for (const { number, details } of heads.filter(head => head.number > checked)) {
      const files = (await records.dataVersions.files(number)).length
      const findings = (await records.dataVersions.findings(number)).length
      expect({ files, findings }).toEqual(details)
    }
    checked = heads[0]?.number ?? 0
    expect(await records.withImportLock(async () => 'free')).toBe('free')
    await records.close()
  }
  expect(answered.size).toBeGreaterThanOrEqual(KILLS)
  const database = new DatabaseSync(join(home, 'records.sqlite'))
  expect(database.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
  database.close()
  await rm(home, { recursive: true, force: true })
})

test('an import in another process is refused while the first runs', async () => {
  const home = await mkdtemp(join(tmpdir(), 'hearth-kills-'))
  const records = await openRecords({ home })
  await records.withImportLock(async () => {
    await expect(runAndKill(committer, home, 0)).rejects.toThrow('Another import is running since')
  })
  await records.close()
  await rm(home, { recursive: true, force: true })
})
