import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { backUp, filesOf, removeFolders as removeHomes, rowsOf, someHome } from '../../src/backup/home.fixture.ts'
import { restoreBackup } from '../../src/backup/restore.ts'
import { settleRestore } from '../../src/backup/settle.ts'
import { verifyBackup } from '../../src/backup/verify.ts'
import { writeReturn } from '../../src/ingest/import.fixture.ts'

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const hearth = path('../../bin/hearth.js')
const KILLS = 12

const folders: string[] = []
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'hearth-backup-kills-'))
  folders.push(folder)
  return folder
}
afterAll(() => {
  removeHomes()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

type Ended = { readonly code: number | null; readonly said: string; readonly ms: number }

/** Runs a command; killed without warning after `wait` milliseconds where one is given: code is then null. */
function runHearth(line: readonly string[], wait?: number): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const child = spawn(process.execPath, [hearth, ...line], { env: { PATH: process.env.PATH } })
    const timer = wait === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), wait)
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data: Buffer) => {
        said += data.toString()
      })
    child.once('error', reject)
    child.once('close', code => {
      clearTimeout(timer)
      resolve({ code, said, ms: performance.now() - began })
    })
  })
}

/** A home whose versions are large enough that a backup of it can be met half way. */
async function largeHome(): Promise<string> {
  const home = await someHome()
  const noise = Buffer.from(Array.from({ length: 2 ** 18 }, () => Math.random().toString(36).slice(2, 12)).join(''))
  for (const version of ['000001', '000003'])
    for (const n of [1, 2, 3, 4, 5])
      writeFileSync(join(home, 'versions', version, 'returned', `table${n}.parquet`), noise)
  return home
}

/** Moments to kill at: none in the first fifth, while the program is only read. */
const moments = (whole: number): readonly number[] =>
  Array.from({ length: KILLS }, (_, i) => whole * (0.2 + (0.8 * (i + Math.random())) / KILLS))

test('killed at any moment, a backup leaves no file under its name but a whole one, and the next clears what was left', async () => {
  const home = await largeHome()
  const folder = newFolder()
  const first = await runHearth(['--home', home, 'backup', '--to', join(folder, 'first.zip')])
  expect(first.code, first.said).toBe(0)
  let cut = 0
  let left = 0
  for (const wait of moments(first.ms)) {
    const to = join(folder, 'b.zip')
    rmSync(to, { force: true })
    const { code } = await runHearth(['--home', home, 'backup', '--to', to], wait)
    if (code === null) cut++
    if (readdirSync(folder).some(name => name.includes('.hearth-part-'))) left++
    if (existsSync(to)) await verifyBackup(to)
    else expect(code).toBeNull()
  }
  expect(cut).toBeGreaterThan(0)
  // Some were killed while they wrote, or nothing was tried.
  expect(left).toBeGreaterThan(0)
  rmSync(join(folder, 'b.zip'), { force: true })
  await backUp(home, join(folder, 'b.zip'))
  expect(readdirSync(folder).sort()).toEqual(['b.zip', 'first.zip'])
}, 240_000)

test('killed at any moment, a restore leaves what was there or the whole home, and so does the command after it', async () => {
  const home = await largeHome()
  const folder = newFolder()
  const file = join(folder, 'b.zip')
  await backUp(home, file)
  const to = join(folder, 'home')
  const whole = join(folder, 'whole')
  await restoreBackup({ from: file, home: whole, replace: false })
  const expected = filesOf(whole)
  const timed = await runHearth(['--home', join(folder, 'timed'), 'restore', file])
  expect(timed.code, timed.said).toBe(0)
  let cut = 0
  let left = 0
  for (const wait of moments(timed.ms)) {
    for (const name of readdirSync(folder))
      if (name.startsWith('home') && !name.includes('.hearth-restoring-'))
        rmSync(join(folder, name), { recursive: true })
    mkdirSync(to)
    writeFileSync(join(to, 'mine.txt'), 'mine')
    const { code } = await runHearth(['--home', to, 'restore', file, '--replace'], wait)
    if (code === null) cut++
    if (readdirSync(folder).some(name => name.startsWith('home.hearth-restoring-'))) left++
    await settleRestore(to, undefined)
    if (existsSync(join(to, 'mine.txt'))) {
      expect(code).toBeNull()
      expect(filesOf(to)).toEqual({ 'mine.txt': 'mine' })
    } else {
      expect(rowsOf(to)).toEqual(rowsOf(home))
      for (const [name, text] of Object.entries(expected)) expect(filesOf(to)[name] === text, name).toBe(true)
    }
  }
  expect(cut).toBeGreaterThan(0)
  expect(left).toBeGreaterThan(0)
  rmSync(to, { recursive: true, force: true })
  await restoreBackup({ from: file, home: to, replace: false })
  expect(readdirSync(folder).filter(name => /restor/.test(name))).toEqual([])
}, 240_000)

const stopped = (child: ChildProcess): Promise<void> =>
  new Promise(resolve => {
    child.once('close', () => resolve())
    child.kill('SIGKILL')
  })

test('a backup made while another process writes is whole, has all that was answered for, and the writer is not disturbed', async () => {
  const home = await someHome()
  const folder = newFolder()
  const writer = spawn(process.execPath, [path('./word-saver.ts'), home], { stdio: ['ignore', 'pipe', 'pipe'] })
  let answers = 0
  let fault = ''
  writer.stderr.on('data', data => {
    fault += String(data)
  })
  writer.stdout.on('data', data => {
    answers += String(data).split('\n').length - 1
  })
  await expect.poll(() => answers, { timeout: 20_000 }).toBeGreaterThan(3)
  for (const round of [1, 2, 3, 4, 5]) {
    const before = answers
    const to = join(folder, `${round}.zip`)
    await backUp(home, to)
    const { records } = await verifyBackup(to)
    // Three words an answer; three were there.
    expect(records.rows.word).toBeGreaterThanOrEqual(3 + 3 * before)
    await expect.poll(() => answers, { timeout: 20_000 }).toBeGreaterThan(before)
  }
  expect(writer.exitCode).toBeNull()
  await stopped(writer)
  expect(fault).not.toMatch(/error/i)
  const database = new DatabaseSync(join(home, 'records.sqlite'))
  expect(database.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
  database.close()
  const to = join(folder, 'home')
  await restoreBackup({ from: join(folder, '5.zip'), home: to, replace: false })
  // Of a saying of three words none is there without the others.
  expect((rowsOf(to).word?.length ?? 0) % 3).toBe(0)
}, 120_000)

test('backups made while an import goes on are whole, of the version before or after it, and the import is done', async () => {
  const home = join(newFolder(), 'home')
  const year = (children: number): string => {
    const folder = join(newFolder(), '2024-25')
    const rows = Array.from({ length: children }, (_, i) => ({ CHILD: `C${i}` }))
    writeReturn(folder, { header: rows, episodes: rows })
    return folder
  }
  expect((await runHearth(['--home', home, 'import', year(5)])).code).toBe(0)
  const folder = newFolder()
  let going = true
  const second = runHearth(['--home', home, 'import', year(400)]).finally(() => {
    going = false
  })
  const currents = new Set<number | null>()
  for (let round = 1; going || round < 3; round++) {
    const to = join(folder, `${round}.zip`)
    await backUp(home, to)
    const { current, versions } = await verifyBackup(to)
    expect(versions.map(({ number }) => number)).toEqual(current === 1 ? [1] : [1, 2])
    currents.add(current)
  }
  const ended = await second
  expect(ended.code, ended.said).toBe(0)
  expect(currents).toContain(1)
}, 240_000)
