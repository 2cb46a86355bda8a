import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openRecords } from '../../src/records/records.ts'

const committer = fileURLToPath(new URL('./committer.ts', import.meta.url))
const KILLS = 15

/** Runs the committer and kills it `wait` milliseconds after its first word; gives every number it said. */
function runAndKill(home: string, wait: number): Promise<readonly number[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [committer, home])
    let said = ''
    let fault = ''
    child.stdout.on('data', (data: Buffer) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), wait)
      said += data.toString()
    })
    child.stderr.on('data', (data: Buffer) => {
      fault += data.toString()
    })
    child.once('error', reject)
    child.once('close', (_, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`the committer ended by itself:\n${fault}`))
      // A line without its end was cut off by the kill.
      else resolve(said.split('\n').slice(0, -1).map(Number))
    })
  })
}

test('after a kill every version that was answered for is there and whole, none is half there, and the lock is free', async () => {
  const home = await mkdtemp(join(tmpdir(), 'hearth-kills-'))
  const answered = new Set<number>()
  let checked = 0
  for (let kill = 0; kill < KILLS; kill++) {
    for (const number of await runAndKill(home, Math.random() * 150)) answered.add(number)
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
    await expect(runAndKill(home, 0)).rejects.toThrow('Another import is running since')
  })
  await records.close()
  await rm(home, { recursive: true, force: true })
})
