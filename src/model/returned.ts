import { once } from '../kit/once.ts'
import { fileShapes, referenceShapes, sqlColumns } from './file-shape.ts'

/**
 * The shape of `returned.<table>`: every row of the return as text and as typed. For a column `decom` there is `decom`
 * (trimmed, in capitals, typed; null where blank or unreadable) and `decom_text` (as it stood in the file).
 */
export const returnedColumns = {
  header: {
    child: 'varchar',
    sex: 'varchar',
    dob: 'date',
    ethnic: 'varchar',
    upn: 'varchar',
    mother: 'varchar',
    mc_dob: 'date',
  },
  episodes: {
    child: 'varchar',
    decom: 'date',
    rne: 'varchar',
    ls: 'varchar',
    cin: 'varchar',
    place: 'varchar',
    place_provider: 'varchar',
    dec: 'date',
    rec: 'varchar',
    reason_place_change: 'varchar',
    home_post: 'varchar',
    pl_post: 'varchar',
    urn: 'varchar',
  },
  uasc: { child: 'varchar', sex: 'varchar', dob: 'date', duc: 'date' },
  reviews: { child: 'varchar', dob: 'date', review: 'date', review_code: 'varchar' },
  oc2: {
    child: 'varchar',
    dob: 'date',
    sdq_score: 'integer',
    sdq_reason: 'varchar',
    convicted: 'varchar',
    health_check: 'varchar',
    immunisations: 'varchar',
    teeth_check: 'varchar',
    health_assessment: 'varchar',
    substance_misuse: 'varchar',
    intervention_received: 'varchar',
    intervention_offered: 'varchar',
  },
  oc3: { child: 'varchar', dob: 'date', in_touch: 'varchar', activ: 'varchar', accom: 'varchar' },
  ad1: {
    child: 'varchar',
    dob: 'date',
    date_int: 'date',
    date_match: 'date',
    foster_care: 'varchar',
    nb_adoptr: 'varchar',
    sex_adoptr: 'varchar',
    ls_adoptr: 'varchar',
  },
  placed_adoption: {
    child: 'varchar',
    dob: 'date',
    date_placed: 'date',
    date_placed_ceased: 'date',
    reason_placed_ceased: 'varchar',
  },
  prev_perm: { child: 'varchar', dob: 'date', prev_perm: 'varchar', la_perm: 'varchar', date_perm: 'varchar' },
  missing: { child: 'varchar', dob: 'date', missing: 'varchar', mis_start: 'date', mis_end: 'date' },
  sw_episodes: {
    child: 'varchar',
    dob: 'date',
    sw_id: 'varchar',
    sw_decom: 'date',
    sw_dec: 'date',
    sw_reason: 'varchar',
  },
  dolo: { child: 'varchar', dob: 'date', dolo_start: 'date', dolo_end: 'date' },
} as const satisfies Record<string, Record<string, 'varchar' | 'date' | 'integer'>>

export type ReturnedTable = keyof typeof returnedColumns

/**
 * Columns that are kept as returned and that only rules of the return read: older returns carried the first three in place of
 * postcodes, and the XML form says in its header who is an unaccompanied asylum-seeking child.
 */
const asideColumns: Partial<Record<ReturnedTable, Readonly<Record<string, ColumnType>>>> = {
  header: { uasc: 'varchar' },
  episodes: { pl_la: 'varchar', pl_distance: 'double', pl_location: 'varchar' },
}
export type ColumnType = 'varchar' | 'date' | 'integer' | 'double'

/** Every column of a table as it is kept, those that only rules read last. */
export const keptColumns = (table: ReturnedTable): Readonly<Record<string, ColumnType>> => ({
  ...returnedColumns[table],
  ...asideColumns[table],
})

/**
 * A row of the return as its file has it: the file, the line (header = 1), the row from 0, what the row says of whose and of which
 * year it is, and its cells in the order of `keptColumns`, null where the file has none.
 */
export type FileRow = readonly [
  fileId: number,
  line: number,
  row: number,
  la: string | null,
  year: string | null,
  ...cells: (string | null)[],
]
/** Where the cells of a `FileRow` begin. */
export const FIRST_CELL = 5

/** The name of each table as the return's own documents give it. */
export const returnNames: Readonly<Record<ReturnedTable, string>> = {
  header: 'Header',
  episodes: 'Episodes',
  uasc: 'UASC',
  reviews: 'Reviews',
  oc2: 'OC2',
  oc3: 'OC3',
  ad1: 'AD1',
  placed_adoption: 'PlacedAdoption',
  prev_perm: 'PrevPerm',
  missing: 'Missing',
  sw_episodes: 'SWEpisodes',
  dolo: 'DoLo',
}

/** The columns that every returned table has besides its own: where the row came from and what became of it. */
const provenance = 'authority varchar, collection_year integer, file_id integer, line integer, row integer, use varchar'

/** Statements that create the returned and reference tables, empty. */
export function emptyTables(): readonly string[] {
  const returned = (Object.keys(returnedColumns) as ReturnedTable[]).map(table => {
    const own = Object.entries(keptColumns(table)).map(([name, type]) => `${name} ${type}, ${name}_text varchar`)
    return `create table if not exists returned.${table} (${provenance}, ${own.join(', ')})`
  })
  return [
    'create schema if not exists returned',
    'create schema if not exists reference',
    'create schema if not exists extract',
    ...returned,
    ...extractTables().map(({ name, columns }) => `create table if not exists ${name} (${columns})`),
    ...referenceTables(),
    ...Object.values(heldTables),
  ]
}

/** Statements that create the tables of reference files, or those named, empty. */
export const referenceTables = (named?: readonly string[]): readonly string[] =>
  referenceShapes().flatMap(({ table, ...shape }) =>
    table && (named?.includes(table) ?? true)
      ? [`create table if not exists reference.${table} (${sqlList(sqlColumns(shape))})`]
      : [],
  )

const sqlList = (columns: readonly (readonly [name: string, type: string])[]): string =>
  columns.map(([name, type]) => `"${name}" ${type}`).join(', ')

/** The tables of extracts: each row with whose it is, up to which day its file speaks, and where it stood. */
export const extractTables = once(
  (): readonly { readonly stem: string; readonly name: string; readonly columns: string }[] =>
    fileShapes().flatMap(shape => {
      if (shape.schema !== 'extract') return []
      const picture: readonly (readonly [string, string])[] =
        shape.time === 'snapshot' && shape.asAt === null ? [['as_at', 'date']] : []
      return [
        {
          stem: shape.stem,
          name: `extract.${shape.table}`,
          columns: `authority varchar, extract_date date, file_id integer, line integer, ${sqlList([...picture, ...sqlColumns(shape)])}`,
        },
      ]
    }),
)

/** What is held. */
const heldTables = {
  // One row per authority, table of the return and collection year, or extract, or day of a picture: the days it speaks for, both included.
  return_held: `create table if not exists reference.return_held (authority varchar, source varchar, collection_year integer, first_day date, last_day date)`,
  // Rows set aside, by authority, table and year: what a figure could be missing.
  set_aside: `create table if not exists reference.set_aside (authority varchar, source varchar, collection_year integer, rows integer)`,
} as const
