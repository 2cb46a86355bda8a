import { relative } from 'node:path'
import { Engine } from '../engine/engine.ts'
import { findInputs } from '../files/folder.ts'
import { UserError } from '../kit/error.ts'
import { emptyTables, type ReturnedTable } from '../model/returned.ts'
import type { Finding } from '../records/records.ts'
import { type Loaded, loadInputs } from './load.ts'
import type { LoadedFile } from './load-file.ts'
import { loadReferences } from './references.ts'
import { stagingTables } from './staging.ts'
import { viewRows } from './type-rows.ts'
import { placeInYears } from './years.ts'

/** A return read as it is, into no data version: its rows in `returned.*` of an engine that the caller closes. */
export type ReadReturn = {
  readonly engine: Engine
  /** The collection year to check; the year before is last year's. */
  readonly year: number
  /** Whose it is, where anything says so: a GSS code. */
  readonly authority: string | null
  readonly format: 'csv' | 'xml'
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
    await engine.run([...emptyTables(), ...stagingTables(), ...fileTables].join(';\n'))
    const now = await load(engine, options.paths, 1, options.authority)
    const before = options.last.length ? await load(engine, options.last, FIRST_LAST, options.authority) : null
    if (now.files.length === 0)
      throw new UserError(
        'HEARTH-1303',
        'None of what was given is a table of the return.',
        'Give the CSV files of the return (header.csv, episodes.csv…), its XML, a folder or a zip of them.',
      )
    const placed = await placeFiles(engine, now.files, before?.files ?? [], options.year)
    await viewRows(engine, placed.files, options.authority ?? 'council')
    await loadReferences(
      engine,
      // Other reference files no rule reads.
      [...now.named, ...(before?.named ?? [])].filter(({ shape }) => ['postcodes', 'providers'].includes(shape.stem)),
    )
    const years = await yearsOf(engine, placed.files)
    const councils = new Set([...now.councils, ...(before?.councils ?? [])].map(({ code }) => code))
    const [only] = councils
    const paths = new Map(placed.files.map(({ id, path }) => [id, below(path, [...options.paths, ...options.last])]))
    const byId = new Map(placed.files.map(file => [file.id, file]))
    return {
      engine,
      year: placed.year,
      authority: options.authority ?? (councils.size === 1 && only !== undefined ? only : null),
      format: now.files.some(({ columns }) => columns === null) ? 'xml' : 'csv',
      tables: year =>
        new Map(
          (years.get(year) ?? []).map(({ table, files }) => [table, columnsOf(files.map(id => byId.get(id)?.columns))]),
        ),
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

const fileTables = [
  'create table reference.older_extract (file_id integer, table_name varchar, authority varchar, collection_year integer)',
  'create table reference.empty_file (file_id integer, table_name varchar, authority varchar, collection_year integer)',
]

async function load(
  engine: Engine,
  paths: readonly string[],
  firstId: number,
  authority: string | null,
): Promise<Loaded> {
  const loaded = await loadInputs(
    engine,
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

/** Says of each file which year it is of: as asked, else as it says itself, the latest being this year's. */
async function placeFiles(
  engine: Engine,
  now: readonly LoadedFile[],
  before: readonly LoadedFile[],
  asked: number | null,
): Promise<{ readonly year: number; readonly files: readonly LoadedFile[] }> {
  const at = (files: readonly LoadedFile[], year: number): readonly LoadedFile[] =>
    files.map(file => ({ ...file, namedYear: year }))
  if (asked !== null) {
    // A folder beside it that is named as last year's is last year's.
    const named = now.filter(({ namedYear }) => namedYear === asked - 1)
    const rest = now.filter(file => !named.includes(file))
    return {
      year: asked,
      files: [...at(rest.length ? rest : now, asked), ...(rest.length ? named : []), ...at(before, asked - 1)],
    }
  }
  await placeInYears(engine, now)
  const found = await engine.row('select max(collection_year) as y from file_year')
  const year = Number(found?.y)
  return { year, files: before.length ? [...at(now, year), ...at(before, year - 1)] : now }
}

type Held = { readonly table: ReturnedTable; readonly files: readonly number[] }

/** Which tables came for which year: by the year of each file, or of its rows where they say their own or a file spans years. */
async function yearsOf(engine: Engine, files: readonly LoadedFile[]): Promise<ReadonlyMap<number, readonly Held[]>> {
  const placed = await engine.rows<{ id: number; y: number; spread: boolean | null }>(
    'select file_id as id, collection_year as y, spread from file_year',
  )
  const rows: { t: ReturnedTable; y: number; file_id: number }[] = []
  for (const { id, y, spread } of placed) {
    const file = files.find(one => one.id === id)
    for (const t of file?.tables ?? [])
      if (spread || file?.columns?.includes('YEAR'))
        rows.push(
          ...(await engine.rows<(typeof rows)[number]>(
            `select distinct '${t}' as t, collection_year as y, file_id from returned.${t} where file_id = ${id}`,
          )),
        )
      else rows.push({ t, y, file_id: id })
  }
  return new Map(
    [...Map.groupBy(rows, ({ y }) => y)].map(([year, own]) => [
      year,
      [...Map.groupBy(own, ({ t }) => t)].map(([table, of]) => ({ table, files: of.map(({ file_id }) => file_id) })),
    ]),
  )
}

/** The columns that several files of one table have between them; null where one is XML. */
function columnsOf(all: readonly (readonly string[] | null | undefined)[]): ReadonlySet<string> | null {
  return all.some(columns => columns === null) ? null : new Set(all.flatMap(columns => columns ?? []))
}

/** A path as people know it: below the folder that was given, or the file's own name. */
function below(path: string, given: readonly string[]): string {
  const root = given.find(one => path.startsWith(`${one.replaceAll('\\', '/').replace(/\/+$/, '')}/`))
  return root ? relative(root, path).replaceAll('\\', '/') : (path.split('/').at(-1) ?? path)
}
