import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { writeReturn } from '../../src/ingest/import.fixture.ts'
import { readSettings } from '../../src/model/settings.ts'
import { openVersion } from '../../src/model/version.ts'
import { openRecords } from '../../src/records/records.ts'

const hearth = fileURLToPath(new URL('../../bin/hearth.js', import.meta.url))
const KILLS = 10

const folders: string[] = []
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'hearth-import-kills-'))
  folders.push(folder)
  return folder
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

type Ended = { readonly code: number | null; readonly killed: boolean; readonly said: string; readonly ms: number }

/** Runs `hearth import`, as a council would; killed without warning after `wait` milliseconds where one is given. */
function runImport(home: string, folder: string, wait?: number): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const child = spawn(process.execPath, [hearth, '--home', home, 'import', folder], {
      env: { PATH: process.env.PATH },
    })
    const timer = wait === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), wait)
    let said = ''
    child.stdout.on('data', (data: Buffer) => {
      said += data.toString()
    })
    child.stderr.on('data', (data: Buffer) => {
      said += data.toString()
    })
    child.once('error', reject)
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      resolve({ code, killed: signal === 'SIGKILL', said, ms: performance.now() - began })
    })
  })
}

/** A folder of one year's return: `children` children, two episodes and two reviews each, different in every `edition`. */
function returnOf(children: number, edition: number): string {
  const folder = newFolder()
  const ids = Array.from({ length: children }, (_, i) => `C${i}`)
  writeReturn(join(folder, '2024-25'), {
    header: ids.map(CHILD => ({ CHILD })),
    episodes: ids.flatMap((CHILD, i) => [
      { CHILD, DECOM: '01/05/2024', DEC: '01/09/2024', REC: 'X1' },
      { CHILD, DECOM: '01/09/2024', RNE: 'P', PL_POST: `Q${edition} ${i % 10}AA` },
    ]),
    reviews: ids.flatMap(CHILD => [
      { CHILD, REVIEW: '20/05/2024' },
      { CHILD, REVIEW: '18/08/2024' },
    ]),
  })
  return folder
}

/** What a home holds, opened as any command would open it; every table of the current version is read. */
async function held(
  home: string,
): Promise<{ readonly number: number; readonly episodes: number; readonly inCare: number }> {
  const records = await openRecords({ home })
  try {
    const current = await records.dataVersions.current()
    if (!current) return { number: 0, episodes: 0, inCare: 0 }
    const files = await records.dataVersions.files(current.number)
    const engine = await openVersion(join(home, 'versions', String(current.number).padStart(6, '0')), readSettings())
    try {
      const views = await engine.rows(
        "select schema_name || '.' || view_name as name from duckdb_views() where not internal and view_name <> 'sqlite_master'",
      )
      for (const { name } of views) await engine.rows(`select count(*) from ${name}`)
      const count = async (sql: string): Promise<number> => Number((await engine.row(sql))?.n)
      const episodes = await count('select count(*)::integer as n from returned.episodes')
      const accounted = files
        .filter(({ table }) => /^episodes$/i.test(table))
        .reduce((sum, { rowsRead }) => sum + rowsRead, 0)
      expect(episodes).toBe(accounted)
      return {
        number: current.number,
        episodes,
        inCare: await count("select count(*)::integer as n from in_care_at_month where period_end = date '2025-03-31'"),
      }
    } finally {
      engine.close()
    }
  } finally {
    await records.close()
  }
}

test('killed at any moment, an import leaves the old version or the new one, whole; the next import sweeps what was left', async () => {
  const home = newFolder()
  const first = await runImport(home, returnOf(30, 0))
  expect(first.code, first.said).toBe(0)
  expect(await held(home)).toEqual({ number: 1, episodes: 60, inCare: 30 })
  let before = 1
  let cut = 0
  for (let kill = 1; kill <= KILLS; kill++) {
    // Each return is larger than the one before, so that old and new cannot be taken for each other.
    const ended = await runImport(home, returnOf(30 + kill, kill), Math.random() * first.ms)
    if (ended.killed) cut++
    const now = await held(home)
    expect([before, before + 1]).toContain(now.number)
    if (!ended.killed) expect(now.number, ended.said).toBe(before + 1)
    if (now.number > before) expect(now).toEqual({ number: before + 1, episodes: 60 + 2 * kill, inCare: 30 + kill })
    before = now.number
  }
  expect(cut).toBeGreaterThan(0)
  const last = await runImport(home, returnOf(99, 99))
  expect(last.code, last.said).toBe(0)
  expect(await held(home)).toEqual({ number: before + 1, episodes: 198, inCare: 99 })
  const records = await openRecords({ home })
  const known = (await records.dataVersions.list()).map(({ number }) => String(number).padStart(6, '0'))
  await records.close()
  expect(readdirSync(join(home, 'versions')).sort()).toEqual(known.sort())
  // Nothing else is left in the home but its records and the lock.
  expect(readdirSync(home).filter(name => !/^(versions|records\.sqlite.*|import\.lock.*)$/.test(name))).toEqual([])
}, 240_000)

test('of two imports at once one is done and the other waits its turn or is refused clearly', async () => {
  const home = newFolder()
  const ended = await Promise.all([runImport(home, returnOf(30, 1)), runImport(home, returnOf(31, 2))])
  const done = ended.filter(({ code }) => code === 0).length
  expect(done, ended.map(({ said }) => said).join('\n')).toBeGreaterThanOrEqual(1)
  for (const { code, said } of ended)
    if (code !== 0) {
      expect(code).toBe(2)
      expect(said).toContain('HEARTH-1402')
    }
  const now = await held(home)
  expect(now.number).toBe(done)
  expect([60, 62]).toContain(now.episodes)
}, 120_000)
