import { cellsOfRows } from '../checks/cells.ts'
import type { RowFound } from '../checks/check.ts'
import { sayCollection } from '../checks/collection.ts'
import { suggestFixes } from '../checks/fix.ts'
import { checkHeld, type HeldReturn, heldReturns } from '../checks/held-returns.ts'
import { checkMark, keepCheck } from '../checks/keep.ts'
import { type KeptCheck, type RowKept, readKept } from '../checks/kept.ts'
import { type Since, since } from '../checks/since.ts'
import { collectionYear, type RuleDefinition, readRules } from '../definitions/rule.ts'
import type { Engine } from '../engine/engine.ts'
import { olderExtractTable } from '../ingest/older-extract.ts'
import type { Day } from '../kit/day.ts'
import { UserError } from '../kit/error.ts'
import { checkTables } from '../model/kept-checks.ts'
import { readSettings } from '../model/model.ts'
import { openChecks, openReturned } from '../model/version.ts'
import { openRecords } from '../records/records.ts'
import { dayOf } from './answers.ts'
import { type Checked, type CheckOptions, type CheckWants, shippedRules } from './checked.ts'
import { groupsFile, versionFolder } from './home-folders.ts'
import { progressLine } from './progress.ts'

/** What became of findings since an earlier version. */
export type CheckedSince = {
  readonly version: number
  readonly what: Since<RowKept>
  /** Of a row found now. */
  readonly of: (found: RowFound) => 'new' | 'still there'
  /** Files of the earlier version, which findings that are gone stood in. */
  readonly fileOf: (id: number) => string
}
export type CheckedVersion = Checked & { readonly version: number; readonly since: CheckedSince | null }

/** One outcome, with what names its files. */
type Read = Checked & { readonly kept: KeptCheck }

/**
 * The check of a return that the current data version holds: as the import kept it, else made anew from the version's rows where
 * another day is asked, or fixes or cells, or where it was kept by other rules than today's. Throws HEARTH-1406 where there is no
 * such version, 1004 for an authority that is not held, 1001 for a year that is not, 1003 for `--last`.
 */
export async function checkVersion(
  home: string,
  options: CheckOptions & { readonly since?: string },
  wants: CheckWants,
): Promise<CheckedVersion> {
  if (options.last !== undefined)
    throw new UserError(
      'HEARTH-1003',
      '--last goes with files, and none are given: the data version holds last year’s return itself.',
      'Leave --last out, or give the files of the return.',
    )
  const { current, earlier, council } = await versionsOf(home, options.since)
  const asked = options.asAt === undefined ? null : dayOf('as-at', options.asAt)
  const rules = readRules(shippedRules)
  const open = (number: number): Promise<Engine> => openChecks(versionFolder(home, number))
  const engine = await open(current)
  try {
    const held = returnAsked(await heldReturns(engine), options, council, current)
    const now = await outcomeOf(home, current, engine, held, rules, asked, wants)
    if (earlier === null) return { ...now, version: current, since: null }
    const then = await open(earlier)
    try {
      const before = (await heldReturns(then)).find(
        ({ authority, year }) => authority === held.authority && year === held.year,
      )
      if (!before)
        throw new UserError(
          'HEARTH-1001',
          `--since is ${earlier}: that data version holds no return of ${sayCollection(held)} of ${held.authority}.`,
          '`hearth versions show N` says what a version holds.',
        )
      const was = await outcomeOf(home, earlier, then, before, rules, null, { fixes: false, cells: false })
      return { ...now, version: current, since: compared(earlier, now, was) }
    } finally {
      then.close()
    }
  } finally {
    engine.close()
  }
}

function compared(version: number, now: Read, was: Read): CheckedSince {
  const what = since(now.kept, was.kept)
  const nameOf = ({ rule, id }: RowFound): string => `${rule} ${id}`
  const fresh = new Set(what.fresh.map(nameOf))
  return { version, what, of: found => (fresh.has(nameOf(found)) ? 'new' : 'still there'), fileOf: was.fileOf }
}

/** The current version, the earlier one to hold against it, and the council whose home it is. */
async function versionsOf(
  home: string,
  sinceText: string | undefined,
): Promise<{ readonly current: number; readonly earlier: number | null; readonly council: string | null }> {
  const records = await openRecords({ home, databaseUrl: process.env.DATABASE_URL })
  try {
    const current = await records.dataVersions.current()
    if (!current)
      throw new UserError(
        'HEARTH-1406',
        'Nothing has been imported yet, and no files are given to check.',
        'Give the files of the return, or run `hearth import FOLDER` first.',
      )
    const earlier = sinceText === undefined ? null : await records.dataVersions.get(Number(sinceText))
    if (sinceText !== undefined && !earlier)
      throw new UserError('HEARTH-1406', `There is no data version ${sinceText}.`, '`hearth versions` lists them.')
    const council = (await records.settings.get('council'))?.value as { readonly code?: string } | undefined
    return { current: current.number, earlier: earlier?.number ?? null, council: council?.code ?? null }
  } finally {
    await records.close()
  }
}

/** The return that is meant: the council asked for, or the home's own, or the only one; the year asked for, or the latest. */
function returnAsked(
  held: readonly HeldReturn[],
  { authority, year }: CheckOptions,
  council: string | null,
  version: number,
): HeldReturn {
  const councils = [...new Set(held.map(one => one.authority))]
  const [only] = councils
  if (only === undefined)
    throw new UserError(
      'HEARTH-1001',
      `Data version ${version} holds no return of a year that has rules: the first is 2022-23.`,
      'Import a later return, or give the files of one.',
    )
  const own =
    authority ?? (council !== null && councils.includes(council) ? council : councils.length === 1 ? only : null)
  if (own === null || !councils.includes(own))
    throw new UserError(
      'HEARTH-1004',
      own === null
        ? `Data version ${version} holds the returns of ${councils.length} councils, and nothing says whose is meant.`
        : `Data version ${version} holds no return of ${own} that has rules.`,
      `Write --authority with one of: ${councils.slice(0, 10).join(', ')}${councils.length > 10 ? '…' : ''}.`,
    )
  const years = held.filter(one => one.authority === own)
  const found = year === undefined ? years.at(-1) : years.find(one => one.year === collectionYear(year))
  if (!found)
    throw new UserError(
      'HEARTH-1001',
      `--year is "${year}", and data version ${version} holds no return of that collection year that has rules.`,
      `Write one of: ${years.map(sayCollection).join(', ')}.`,
    )
  return found
}

/** What came of a return's check: as it is kept, or anew. */
async function outcomeOf(
  home: string,
  number: number,
  engine: Engine,
  held: HeldReturn,
  rules: ReadonlyMap<string, RuleDefinition>,
  asked: Day | null,
  wants: CheckWants,
): Promise<Read> {
  const names = await engine.rows<{ file_id: number; path: string }>('select file_id, path from reference.file')
  const paths = new Map(names.map(({ file_id, path }) => [file_id, path.split('/').slice(-2).join('/')]))
  const fileOf = (id: number): string => paths.get(id) ?? ''
  const kept = wants.fixes || wants.cells ? null : await readKept(engine, held, rules)
  if (kept && kept.mark === checkMark(shippedRules) && (asked === null || asked === kept.collection.asAt))
    return { report: kept, kept, fileOf, fixes: null, cells: null }
  const rows = await openReturned(versionFolder(home, number), readSettings(groupsFile(home)))
  const progress = progressLine('Rules')
  try {
    // A version made before an older extract could replace nothing has no list of them.
    await rows.run(olderExtractTable)
    const report = await checkHeld(rows, rules, { ...held, asAt: asked ?? held.asAt }, progress.step)
    for (const statement of ['create schema anew', ...Object.values(checkTables('anew'))]) await rows.run(statement)
    await keepCheck(rows, report, held.authority, '', 'anew')
    const read = await readKept(rows, held, rules, 'anew')
    if (!read) throw new Error('a check that was kept is not there')
    return {
      report,
      kept: read,
      fileOf,
      fixes: wants.fixes ? await suggestFixes(rows, report) : null,
      cells: wants.cells ? await cellsOfRows(rows, report.found) : null,
    }
  } finally {
    progress.end()
    rows.close()
  }
}
