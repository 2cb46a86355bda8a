import type { Example, ExampleRow } from '../definitions/examples.ts'
import type { Engine } from '../engine/engine.ts'
import { literal } from '../engine/sql.ts'
import { addDays, type Day, day, financialYearEnding, parseDay } from '../kit/day.ts'
import { DefinitionError } from '../kit/error.ts'
import { didYouMean } from '../kit/text.ts'
import { type ReturnedTable, returnedColumns, returnNames } from '../model/model.ts'
import { extractRows } from './example-extracts.ts'

/** What a valid child has where an example does not say otherwise. */
const defaults: Readonly<Record<string, ExampleRow>> = {
  header: { sex: 'F', dob: '2014-06-15', ethnic: 'WBRI', mother: '0' },
  episodes: { ls: 'C2', cin: 'N1', place: 'U6', place_provider: 'PR1' },
  missing: { missing: 'M' },
  reviews: { review_code: 'PN1' },
  oc2: {
    sdq_score: '10',
    convicted: '0',
    immunisations: '1',
    teeth_check: '1',
    health_assessment: '1',
    substance_misuse: '0',
  },
  oc3: { in_touch: 'YES', activ: 'F2', accom: 'B1' },
  ad1: { foster_care: '0', nb_adoptr: '2', sex_adoptr: 'MF', ls_adoptr: 'L11' },
  prev_perm: { prev_perm: 'Z1' },
  sw_episodes: { sw_reason: 'MANAGE' },
}

/** A cell of an example that is blank in the return although the column has a default. */
const BLANK = '-'

/**
 * The column whose day says which collection year a row is of, where the example does not. An episode is in each return
 * until it ends, so it is of the year it ended in, or of the last year held.
 */
const dated: Readonly<Record<string, string>> = {
  episodes: 'dec',
  reviews: 'review',
  missing: 'mis_start',
  placed_adoption: 'date_placed',
  sw_episodes: 'sw_decom',
  prev_perm: 'collection_day',
}

const isReturned = (table: string): table is ReturnedTable => table in returnedColumns

/** The rows of one example as they would be returned, each table with its defaults; a header row for every child mentioned. */
function rowsOf(example: Example): ReadonlyMap<ReturnedTable, readonly ExampleRow[]> {
  const tables = new Map<ReturnedTable, readonly ExampleRow[]>()
  for (const [name, rows] of Object.entries(example.tables))
    if (isReturned(name) && rows)
      tables.set(
        name,
        rows.map(row => ({ ...defaults[name], ...row })),
      )
  const mentioned = new Set([...tables.values()].flat().flatMap(({ child }) => (child ? [child] : [])))
  const own = tables.get('header') ?? []
  const others = [...mentioned]
    .filter(child => !own.some(row => row.child === child))
    .map(child => ({ ...defaults.header, child }))
  tables.set('header', [...own, ...others])
  tables.set('episodes', chained(tables.get('episodes') ?? []))
  return new Map([...tables].map(([name, rows]) => [name, rows.map(withoutBlanks)]))
}

const withoutBlanks = (row: ExampleRow): ExampleRow =>
  Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== BLANK))

/** RNE S for a child's first episode and P for the rest; an episode that another follows ends where that begins, unless `dec` is "-". */
function chained(rows: readonly ExampleRow[]): readonly ExampleRow[] {
  return rows.map((row, i) => {
    const first = !rows.slice(0, i).some(({ child }) => child === row.child)
    const next = rows.slice(i + 1).find(({ child }) => child === row.child)
    const followed: ExampleRow = next?.decom && !row.dec ? { dec: next.decom, rec: row.rec ?? 'X1' } : {}
    return { rne: first ? 'S' : 'P', ...row, ...followed }
  })
}

const asDay = (text: string | undefined): Day | null => (text ? parseDay(text) : null)

/** One worked example with the authority it is given. */
export type PlacedExample = { readonly authority: string; readonly file: string; readonly example: Example }

/** Rows of SQL values by the table and columns they go into. */
type Batch = Map<string, string[]>
const put = (batch: Batch, into: string, row: string): void => {
  const rows = batch.get(into)
  if (rows) rows.push(row)
  else batch.set(into, [row])
}
const CHUNK = 2000

/** Puts examples into the returned and reference tables, each as an authority of its own. */
export async function loadExamples(engine: Engine, placed: readonly PlacedExample[]): Promise<void> {
  const batch: Batch = new Map()
  for (const one of placed) {
    putReturned(batch, one)
    putReferences(batch, one)
    putExtracts(batch, one)
  }
  await engine.run(`create or replace temp table ${HELD} (authority varchar, held_from date, held_to date)`)
  for (const [into, rows] of batch)
    for (let i = 0; i < rows.length; i += CHUNK)
      await engine.run(`insert into ${into} values ${rows.slice(i, i + CHUNK).join(', ')}`)
  // A table that the example does not mention is held and empty: nothing happened.
  await engine.run(
    `insert into reference.return_held
     select h.authority, s.source, y.n, greatest(make_date(y.n - 1, 4, 1), h.held_from), least(make_date(y.n, 3, 31), h.held_to)
     from ${HELD} h, (select unnest([${Object.values(returnNames).map(literal).join(', ')}]) as source) s,
       (select unnest(range(1990, 2100))::integer as n) y
     where make_date(y.n, 3, 31) >= h.held_from and make_date(y.n - 1, 4, 1) <= h.held_to`,
  )
}
/** Which days each example holds returns for, until they are spread over tables and years. */
const HELD = 'example_held'

/** Throws HEARTH-1209 for a column or cell of an example that is not known. */
export function checkExample(one: PlacedExample): void {
  const batch: Batch = new Map()
  putReturned(batch, one)
  putReferences(batch, one)
  putExtracts(batch, one)
}

const wrong = ({ file, example }: PlacedExample, message: string, fix: string): DefinitionError =>
  new DefinitionError('HEARTH-1209', `Example "${example.title}": ${message}`, fix, { file, line: example.line })

const date = (d: Day): string => `date ${literal(d)}`

/** A cell of a day as SQL. Blank is null; anything that is not a day is refused. */
function dayCell(one: PlacedExample, name: string, text: string | undefined): string {
  if (text === undefined) return 'null'
  const found = parseDay(text)
  if (found === null) throw wrong(one, `${name} is "${text}", which is not a day.`, 'Write 2026-03-31 or 31/03/2026.')
  return date(found)
}

function numberCell(one: PlacedExample, name: string, text: string | undefined): string {
  if (text === undefined) return 'null'
  if (!/^-?\d+(\.\d+)?$/.test(text))
    throw wrong(one, `${name} is "${text}", which is not a number.`, 'Write digits only.')
  return text
}

function putReturned(batch: Batch, one: PlacedExample): void {
  const { authority, example } = one
  const held = example.held ?? { from: day('2015-04-01'), to: day(`${financialYearEnding(example.at)}-03-31`) }
  const [heldFrom, heldTo] = [financialYearEnding(held.from), financialYearEnding(held.to)]
  for (const [table, rows] of rowsOf(example)) {
    const columns = Object.entries(returnedColumns[table])
    known(one, table, rows, ['collection_year', ...columns.map(([name]) => name)])
    const into = `returned.${table} (authority, collection_year, file_id, line, row, use, ${columns.map(([name]) => name).join(', ')})`
    for (const [line, row] of rows.entries()) {
      const on = asDay(row[dated[table] ?? '']) ?? (table === 'episodes' ? held.to : example.at)
      const year = Number(row.collection_year ?? Math.min(Math.max(financialYearEnding(on), heldFrom), heldTo))
      const cells = columns.map(([name, type]) => {
        const cell = row[name]
        if (type === 'date') return dayCell(one, name, cell)
        if (type === 'integer') return numberCell(one, name, cell)
        if (cell === undefined) return 'null'
        return literal(postcodeColumns.has(name) ? localPostcode(authority, cell) : cell.toUpperCase())
      })
      put(batch, into, `(${literal(authority)}, ${year}, 1, ${line + 2}, ${line}, 'used', ${cells.join(', ')})`)
    }
  }
  put(batch, HELD, `(${literal(authority)}, ${date(held.from)}, ${date(held.to)})`)
}

/** Postcodes of one example do not mix with another's: each begins with the example's authority. */
const postcodeColumns: ReadonlySet<string> = new Set(['home_post', 'pl_post'])
const localPostcode = (authority: string, text: string): string =>
  `${authority}${text.replaceAll(' ', '').toUpperCase()}`

/** Reference tables of an example, with the columns each may have. */
const referenceColumns: Readonly<Record<string, readonly string[]>> = {
  postcodes: ['postcode', 'easting', 'northing', 'la_code', 'ward_code', 'imd_rank'],
  population: ['year', 'population_type', 'ethnic_group', 'age_from', 'age_to', 'persons'],
  benchmarks: ['indicator', 'comparator', 'period', 'value', 'release'],
  bank_holidays: ['date', 'title'],
}

function known(one: PlacedExample, table: string, rows: readonly ExampleRow[], columns: readonly string[]): void {
  const stranger = rows.flatMap(row => Object.keys(row)).find(name => !columns.includes(name))
  if (stranger !== undefined)
    throw wrong(
      one,
      `the table ${table} has no column "${stranger}".${didYouMean(stranger, columns)}`,
      `Its columns are: ${columns.join(', ')}.`,
    )
}

function putExtracts(batch: Batch, one: PlacedExample): void {
  const { authority, example } = one
  const held = example.held ?? { from: day('2015-04-01'), to: day(`${financialYearEnding(example.at)}-03-31`) }
  for (const made of extractRows(example, authority, held)) {
    if ('fault' in made) throw wrong(one, made.fault, made.fix)
    put(batch, made.into, made.row)
  }
}

function putReferences(batch: Batch, one: PlacedExample): void {
  const { authority, example } = one
  const { tables, at } = example
  for (const [table, columns] of Object.entries(referenceColumns)) known(one, table, tables[table] ?? [], columns)
  const number = (name: string, text: string | undefined): string => numberCell(one, name, text)
  const word = (text: string | undefined): string => literal(text ?? null)
  for (const row of tables.postcodes ?? []) {
    // Own area is written E06000999 in an example; it is this example's own authority.
    const la = row.la_code === 'E06000999' || row.la_code === undefined ? authority : row.la_code
    put(
      batch,
      'reference.postcode (postcode, easting, northing, la_code, ward_code, imd_rank)',
      `(${literal(localPostcode(authority, row.postcode ?? ''))}, ${number('easting', row.easting)}, ${number('northing', row.northing)}, ${literal(la)}, ${word(row.ward_code)}, ${number('imd_rank', row.imd_rank)})`,
    )
  }
  for (const row of tables.population ?? [])
    put(
      batch,
      'reference.population',
      `(${literal(authority)}, 'la', ${number('year', row.year)}, ${word(row.population_type ?? 'resident')}, ${word(row.ethnic_group ?? 'all')}, ${number('age_from', row.age_from ?? '0')}, ${number('age_to', row.age_to ?? '17')}, ${number('persons', row.persons)})`,
    )
  put(
    batch,
    'reference.area (area_code, name, level, region_code)',
    `(${literal(authority)}, 'Northtown', 'la', ${literal(`${authority}R`)})`,
  )
  for (const row of tables.benchmarks ?? [])
    put(
      batch,
      'reference.benchmark (indicator, comparator, area_code, period, value, release)',
      `(${word(row.indicator)}, ${word(row.comparator ?? 'region')}, ${literal(`${authority}R`)}, ${word(row.period)}, ${number('value', row.value)}, ${row.release === undefined ? date(addDays(at, -1)) : dayCell(one, 'release', row.release)})`,
    )
  for (const row of tables.bank_holidays ?? []) {
    const holiday = `(${dayCell(one, 'date', row.date)}, ${word(row.title)})`
    const into = 'reference.bank_holiday'
    if (!batch.get(into)?.includes(holiday)) put(batch, into, holiday)
  }
}
