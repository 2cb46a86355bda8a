import { relative } from 'node:path'
import { Engine } from '../engine/engine.ts'
import { findInputs } from '../files/folder.ts'
import { UserError } from '../kit/error.ts'
import { type FileRow, type ReturnedTable, referenceTables } from '../model/returned.ts'
import type { Finding } from '../records/records.ts'
import { type Gathered, gathering, type Years, yearsOfGathered } from './gathered-rows.ts'
import { type Loaded, loadInputs } from './load.ts'
import type { LoadedFile } from './load-file.ts'
import type { LoadedNamed } from './named-rows.ts'
import { loadReferences } from './references.ts'

/** A return read as it is, into no data version. The engine has the reference files beside it; the caller closes it. */
export type ReadReturn = {
  readonly engine: Engine
  /** The collection year to check; the year before is last year's. */
  readonly year: number
  /** Whose it is, where anything says so: a GSS code. */
  readonly authority: string | null
  readonly format: 'csv' | 'xml'
  /** Rows of a table of a year, in the order of their files. */
  readonly rows: (table: ReturnedTable, year: number) => readonly FileRow[]
  /** Tables that came for a year, with the columns of their files; null of XML, which leaves blanks out. */
  readonly tables: (year: number) => ReadonlyMap<ReturnedTable, ReadonlySet<string> | null>
  /** A file's path as people know it, below the folder that was given. */
  readonly fileOf: (id: number) => string
  /** What is to be said of the files themselves. */
  readonly findings: readonly Finding[]
}

export type ReturnOptions = {
  readonly paths: readonly string[]
  /** Where last year's return is; absent: among `paths`, by its folder's name or its days. */
  readonly last: readonly string[]
  /** The collection year of `paths`; null: as the files say. */
  readonly year: number | null
  readonly authority: string | null
}

/**
 * Reads files of the return, CSV, XML, folders or zips, and the reference files beside them, as they are: nothing is set aside. A table may lack
 * columns if its file's name says which it is. Throws HEARTH-1303 where there is no table of the return, and what makes a file unreadable.
 */
export async function readReturn(options: ReturnOptions): Promise<ReadReturn> {
  // Most of a check is the planning of many small queries, which threads only hinder.
  const engine = await Engine.open({ threads: 1 })
  try {
    const gathered = gathering()
    const now = await load(gathered, options.paths, 1, options.authority)
    const before = options.last.length ? await load(gathered, options.last, FIRST_LAST, options.authority) : null
    if (now.files.length === 0)
      throw new UserError(
        'HEARTH-1303',
        'None of what was given is a table of the return.',
        'Give the CSV files of the return (header.csv, episodes.csv…), its XML, a folder or a zip of them.',
      )
    const { year, files, years } = await placeFiles(engine, gathered, now.files, before?.files ?? [], options.year)
    await readReferences(engine, [...now.named, ...(before?.named ?? [])])
    const held = heldIn(files, gathered, years)
    const councils = new Set([...now.councils, ...(before?.councils ?? [])].map(({ code }) => code))
    const [only] = councils
    const paths = new Map(files.map(({ id, path }) => [id, below(path, [...options.paths, ...options.last])]))
    return {
      engine,
      year,
      authority: options.authority ?? (councils.size === 1 && only !== undefined ? only : null),
      format: now.files.some(({ columns }) => columns === null) ? 'xml' : 'csv',
      rows: (table, of) => held.get(of)?.get(table)?.rows ?? [],
      tables: of => new Map([...(held.get(of) ?? [])].map(([table, { files }]) => [table, columnsOf([...files])])),
      fileOf: id => paths.get(id) ?? '',
      findings: [...now.findings, ...(before?.findings ?? [])],
    }
  } catch (error) {
    engine.close()
    throw error
  }
}

/** Ids of last year's files begin here. */
const FIRST_LAST = 1_000_000

async function load(
  gathered: Gathered,
  paths: readonly string[],
  firstId: number,
  authority: string | null,
): Promise<Loaded> {
  const loaded = await loadInputs(
    gathered,
    await findInputs(paths),
    firstId,
    authority,
    { release: null, model: null },
    () => {},
    true,
  )
  const [refusal] = loaded.refusals
  if (refusal) throw refusal
  return loaded
}

/** Reads postcodes and Ofsted's lists into the engine; other reference files no rule reads. */
async function readReferences(engine: Engine, named: readonly LoadedNamed[]): Promise<void> {
  await engine.run(['create schema reference', ...referenceTables(['postcode', 'provider'])].join(';\n'))
  await loadReferences(
    engine,
    named.filter(({ shape }) => ['postcodes', 'providers'].includes(shape.stem)),
  )
}

type Placed = { readonly year: number; readonly files: readonly LoadedFile[]; readonly years: Years }

/** Says of each file which year it is of: as asked, else as it says itself, the latest being this year's. */
async function placeFiles(
  engine: Engine,
  gathered: Gathered,
  now: readonly LoadedFile[],
  before: readonly LoadedFile[],
  asked: number | null,
): Promise<Placed> {
  const placed = async (year: number, files: readonly LoadedFile[]): Promise<Placed> => ({
    year,
    files,
    years: await yearsOfGathered(engine, files, gathered),
  })
  const at = (files: readonly LoadedFile[], year: number): readonly LoadedFile[] =>
    files.map(file => ({ ...file, namedYear: year }))
  if (asked !== null) {
    // A folder beside it that is named as last year's is last year's.
    const named = now.filter(({ namedYear }) => namedYear === asked - 1)
    const rest = now.filter(file => !named.includes(file))
    return placed(asked, [
      ...at(rest.length ? rest : now, asked),
      ...(rest.length ? named : []),
      ...at(before, asked - 1),
    ])
  }
  const own = await yearsOfGathered(engine, now, gathered)
  const year = Math.max(...now.map(({ id }) => own.ofFile(id)))
  return before.length ? placed(year, [...at(now, year), ...at(before, year - 1)]) : { year, files: now, years: own }
}

type Held = { readonly files: Set<LoadedFile>; readonly rows: FileRow[] }

/** What came of each table for each year: a file counts for its own year, unless its rows say theirs. */
function heldIn(
  files: readonly LoadedFile[],
  gathered: Gathered,
  years: Years,
): ReadonlyMap<number, ReadonlyMap<ReturnedTable, Held>> {
  const held = new Map<number, Map<ReturnedTable, Held>>()
  const heldOf = (year: number, table: ReturnedTable): Held => {
    const tables = held.get(year) ?? new Map<ReturnedTable, Held>()
    const one = tables.get(table) ?? { files: new Set(), rows: [] }
    held.set(year, tables.set(table, one))
    return one
  }
  const byId = new Map(files.map(file => [file.id, file]))
  for (const file of files)
    for (const table of file.tables) if (!years.byRow(file)) heldOf(years.ofFile(file.id), table).files.add(file)
  for (const table of new Set(files.flatMap(file => file.tables)))
    for (const row of gathered.of(table)) {
      const file = byId.get(row[0])
      if (!file) continue
      const one = heldOf(years.of(table, row), table)
      one.rows.push(row)
      one.files.add(file)
    }
  return held
}

/** The columns that every file of a table has: what one lacks is blank in its rows and says nothing. Null where one is XML. */
function columnsOf(files: readonly LoadedFile[]): ReadonlySet<string> | null {
  if (files.some(({ columns }) => columns === null)) return null
  const [first, ...rest] = files
  return new Set(first?.columns?.filter(name => rest.every(({ columns }) => columns?.includes(name))))
}

/** A path as people know it: below the folder that was given, or the file's own name. */
function below(path: string, given: readonly string[]): string {
  const root = given.find(one => path.startsWith(`${one.replaceAll('\\', '/').replace(/\/+$/, '')}/`))
  return root ? relative(root, path).replaceAll('\\', '/') : (path.split('/').at(-1) ?? path)
}
