import { totalmem } from 'node:os'
import { join } from 'node:path'
import { Engine } from '../engine/engine.ts'
import { values } from '../engine/sql.ts'
import { findInputs } from '../files/folder.ts'
import type { Day } from '../kit/day.ts'
import { UserError } from '../kit/error.ts'
import { checkTables } from '../model/kept-checks.ts'
import { buildModel, makeMacros } from '../model/model.ts'
import { emptyTables, returnNames } from '../model/returned.ts'
import type { ModelSettings } from '../model/settings.ts'
import { makeFolder } from '../records/durable-folder.ts'
import type { Annotation, Finding, Records, Target, VersionFile } from '../records/records.ts'
import { accountForFiles, keptNamed, namedFiles } from './account.ts'
import { knownFiles } from './already-known.ts'
import { askChecks } from './ask.ts'
import { carryOn } from './carry-on.ts'
import { changedBy, type KeepChecks } from './changed-returns.ts'
import { loadExtracts } from './extracts.ts'
import { type Loaded, loadInputs } from './load.ts'
import { refuseUnused } from './nothing-used.ts'
import { olderExtractTable } from './older-extract.ts'
import { publishedTable } from './published.ts'
import { loadReferences, type TargetRows } from './references.ts'
import { replaceEarlier } from './replace.ts'
import { settleRows } from './settle.ts'
import { staging, stagingTables } from './staging.ts'
import { holdYears } from './type-rows.ts'
import { beginWork, endWork, sweep, versionFolder, writeVersion } from './version-folder.ts'
import { agree, councilFound, ownCouncil } from './whose-home.ts'

export type ImportOptions = {
  readonly home: string
  readonly records: Records
  readonly settings: ModelSettings
  readonly paths: readonly string[]
  readonly authority: string | null
  readonly extractDate: Day | null
  /** When published files were published, and the month of a model of neighbours, where their names do not say. */
  readonly release?: Day | null
  readonly model?: string | null
  /** Start from nothing, not from what is current. */
  readonly fresh: boolean
  readonly today: Day
  /** Reads the targets files that came; they replace the targets there were, with the version or not at all. */
  readonly readTargets?: (files: readonly TargetRows[]) => ReadTargets
  /** Reads the annotations files that came, likewise; given the days that what is held speaks for. */
  readonly readAnnotations?: (
    files: readonly TargetRows[],
    span: { readonly first: Day; readonly last: Day } | null,
  ) => ReadAnnotations
  /** Checks what changed by the rules of the return, and keeps what comes of it in the schema `checks`. */
  readonly keepChecks?: KeepChecks
  readonly onStep?: (words: string) => void
}

/** What annotations files say; `annotations` is null where they are not to be used. */
export type ReadAnnotations = {
  readonly annotations: readonly Annotation[] | null
  readonly findings: readonly Finding[]
}

/** What targets files say; `targets` is null where they are not to be used. */
export type ReadTargets = { readonly targets: readonly Target[] | null; readonly findings: readonly Finding[] }

/** What came of an import that was not refused. */
export type ImportReport =
  | { readonly kind: 'nothing new'; readonly version: number }
  | {
      readonly kind: 'done'
      readonly version: number
      readonly files: readonly VersionFile[]
      readonly findings: readonly Finding[]
      readonly synthetic: boolean
      /** The councils that the files name. */
      readonly councils: readonly { readonly code: string; readonly name: string }[]
    }

/** An import that cannot be done: every reason, nothing changed. The first is the error; all are in `all`. */
export class ImportRefused extends UserError {
  readonly all: readonly UserError[]
  constructor(all: readonly UserError[]) {
    const [first] = all
    super(
      'HEARTH-1300',
      `Nothing was imported and nothing was changed: ${all.length === 1 ? 'a file' : `${all.length} files`} could not be understood.\n${all.map(({ message, fix }) => `  ${message}\n    What to do: ${fix}`).join('\n')}`,
      'Mend or leave out those files, then import again.',
      first?.where,
    )
    this.all = all
  }
}

/**
 * Imports files, folders and zips as a new data version: whole, or not at all. A kill at any moment leaves the current
 * version as it was. Throws ImportRefused, HEARTH-1303 (nothing to import), 1304 (sample and real together), 1305 (an
 * extract date to come), 1306 (nothing is used), 1402 (another import), 1408 (folders of versions that the records do not know).
 */
export async function importPaths(options: ImportOptions): Promise<ImportReport> {
  if (options.extractDate !== null && options.extractDate > options.today)
    throw new UserError(
      'HEARTH-1305',
      `The extract date, ${options.extractDate}, is after today: no file can be complete up to it.`,
      'Give the day on which the files were extracted.',
    )
  makeFolder(options.home)
  return options.records.withImportLock(() => importLocked(options))
}

async function importLocked(options: ImportOptions): Promise<ImportReport> {
  const { home, records, onStep = () => {} } = options
  const numbers = (await records.dataVersions.list()).map(version => version.number)
  const strangers = sweep(home, numbers)
  if (strangers.length)
    throw new UserError(
      'HEARTH-1408',
      `The folder versions holds ${strangers.join(', ')}, which the records of this home do not know. Nothing was changed.`,
      'Use the records the home was made with (DATABASE_URL, or records.sqlite from a backup), or move those folders elsewhere.',
      { file: join(home, 'versions') },
    )
  const current = options.fresh ? null : await records.dataVersions.current()
  const number = await records.dataVersions.next()
  const work = beginWork(home, number)
  const inputs = await findInputs(options.paths)
  const large = inputs.files.reduce((bytes, { size }) => bytes + size, 0) > LARGE
  const engine = await Engine.open({
    ...(large ? { path: join(work, 'import.duckdb') } : {}),
    memory: MEMORY,
    spill: join(work, 'spill'),
  })
  const folder = versionFolder(home, number)
  let unfinished: string | null = folder
  let committing = false
  let checking: Promise<void> | undefined
  try {
    for (const statement of [...emptyTables(), ...stagingTables(), ...fileTables, ...checksSchema])
      await engine.run(statement)
    if (current) await carryOn(engine, versionFolder(home, current.number))
    const firstId = Number(
      (await engine.row('select coalesce(max(file_id), 0) + 1 as id from reference.file'))?.id ?? 1,
    )
    const asked = { release: options.release ?? null, model: options.model ?? null }
    const loaded = await loadInputs(staging(engine), inputs, firstId, options.authority, asked, (done, of) =>
      onStep(`Reading files: ${done} of ${of}`),
    )
    if (loaded.refusals.length) throw new ImportRefused(loaded.refusals)
    if (loaded.files.length === 0 && loaded.named.length === 0)
      throw new UserError(
        'HEARTH-1303',
        'None of what was given is a file that Hearth can import.',
        `Give SSDA903 CSV or XML files, Annex A, extracts or reference files. ${loaded.findings
          .map(({ severity, file, why, fix }) => `${file}: ${why}${severity === 'error' ? ` ${fix}` : ''}`)
          .slice(0, 5)
          .join(' ')}`,
      )
    const synthetic = await agree(records, loaded)
    const known = await knownFiles(records, current, options.extractDate)
    if (current && loaded.files.every(known.file) && loaded.named.every(known.named))
      return { kind: 'nothing new', version: current.number }
    onStep('Reading days and codes')
    await recordFiles(engine, loaded)
    const placed = await replaceEarlier(
      engine,
      loaded,
      options.authority ?? (await ownCouncil(records)),
      options.extractDate,
      options.today,
    )
    const partYear = await holdYears(engine, loaded.files, options.extractDate, options.today, returnNames)
    const references = await loadReferences(
      engine,
      loaded.named.filter(({ shape }) => shape.schema === 'reference'),
    )
    const extracts = await loadExtracts(
      engine,
      loaded.named.filter(({ shape }) => shape.schema === 'extract'),
      placed.council,
      options.extractDate,
      options.today,
    )
    onStep('Settling which rows stand')
    await settleRows(engine)
    // Checks read the rules of the model: when somebody turns 18 is written once.
    await makeMacros(engine, options.settings)
    const decided = references.targets.length ? options.readTargets?.(references.targets) : undefined
    const marked = references.annotations.length
      ? options.readAnnotations?.(references.annotations, await spanHeld(engine))
      : undefined
    const counts = new Map([...references.counts, ...extracts.counts])
    // With a fault in one row no target is changed: none of their rows is used. Likewise annotations.
    const unused = [
      ...(decided?.targets === null ? ['targets'] : []),
      ...(marked?.annotations === null ? ['annotations'] : []),
    ]
    if (unused.length)
      for (const { id, shape } of loaded.named)
        if (shape.schema === 'reference' && shape.table === null && unused.includes(shape.stem))
          counts.set(id, { used: 0, duplicate: 0, setAside: counts.get(id)?.used ?? 0 })
    const ofFiles = [
      ...loaded.findings,
      ...placed.findings,
      ...partYear,
      ...references.findings,
      ...extracts.findings,
      ...(decided?.findings ?? []),
      ...(marked?.findings ?? []),
    ]
    refuseUnused(loaded, known, counts, ofFiles)
    const findings = [...ofFiles, ...(await askChecks(engine))]
    // Beside the building of the model, on a connection of its own: both are many small statements, which one processor takes one by one.
    checking = options.keepChecks?.(engine, await changedBy(engine, loaded), onStep)
    checking?.catch(() => {})
    onStep('Building the model')
    await buildModel(engine, options.settings)
    await checking
    onStep('Writing the data version')
    await writeVersion(engine, folder, options.settings)
    const files = [
      ...(await accountForFiles(engine)),
      ...(current ? await keptNamed(engine, records, current.number, loaded, counts) : []),
      ...namedFiles(loaded, counts),
    ]
    // In the commit: a home that holds a version always knows which kind it is, and whose.
    const settings = { synthetic, ...(await councilFound(records, loaded, options.authority)) }
    committing = true
    await records.dataVersions.commit(
      {
        number,
        madeAt: new Date().toISOString(),
        madeBy: 'hearth import',
        fresh: options.fresh,
        extractDate: options.extractDate,
        details: { builtOn: current?.number ?? null },
        settings,
        files,
        findings,
      },
      decided?.targets
        ? { rows: decided.targets, source: references.targets.map(({ path }) => path).join(', ') }
        : undefined,
      marked?.annotations
        ? { rows: marked.annotations, source: references.annotations.map(({ path }) => path).join(', ') }
        : undefined,
    )
    committing = false
    unfinished = null
    return {
      kind: 'done',
      version: number,
      files,
      findings,
      synthetic,
      councils: loaded.councils,
    }
  } finally {
    // What the checks still ask of the engine ends first.
    await checking?.catch(() => {})
    engine.close()
    // A commit that failed may yet have been made (a connection lost just after): the next import asks the records and sweeps.
    if (!committing) endWork(home, unfinished)
  }
}

/** Bytes of input above which the work is done in a file: in memory each statement is spared a commit to disk. */
const LARGE = 2 ** 28

/** Half of what the machine has, 4 GB at most: the rest spills to the work folder. */
const MEMORY = `${Math.max(500, Math.min(4000, Math.floor(totalmem() / 2e6)))}MB`

/** Every file whose rows the version stands on, with the columns of one that is a CSV table of the return; and which tables came as a header and no row. */
const fileTables = [
  'create table if not exists reference.file (file_id integer, path varchar, sha256 varchar, extract_date date, column_names varchar[])',
  publishedTable,
  // Which figures come of published files, and are made anew from them: `published`.
  'alter table reference.benchmark add column if not exists source varchar',
  'create table if not exists reference.empty_file (file_id integer, table_name varchar, authority varchar, collection_year integer)',
  olderExtractTable,
]

const checksSchema = ['create schema checks', ...Object.values(checkTables())]

/** The first and last day that anything held speaks for. */
async function spanHeld(engine: Engine): Promise<{ readonly first: Day; readonly last: Day } | null> {
  const [held] = await engine.rows('select min(first_day) as first, max(last_day) as last from reference.return_held')
  return held?.first && held.last ? { first: held.first as Day, last: held.last as Day } : null
}

async function recordFiles(engine: Engine, loaded: Loaded): Promise<void> {
  const extracts = loaded.named.filter(({ shape }) => shape.schema === 'extract')
  const rows = [...loaded.files, ...extracts.map(file => ({ ...file, columns: null }))].map(
    ({ id, path, sha256, extractDate, columns }) => [id, path, sha256, extractDate, columns?.join() ?? null],
  )
  if (rows.length)
    await engine.run(
      `insert into reference.file select id, path, sha256, extracted, string_split(columns::varchar, ',') from (values ${values(rows)}) t(id, path, sha256, extracted, columns)`,
    )
}
