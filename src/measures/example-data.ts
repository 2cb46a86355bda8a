import type { Example, ExampleRow, ExampleTable } from '../definitions/examples.ts'
import type { Engine } from '../engine/engine.ts'
import { literal } from '../engine/sql.ts'
import { addDays, type Day, day, financialYearEnding, parseDay } from '../kit/day.ts'
import { type ReturnedTable, returnedColumns, returnNames } from '../model/model.ts'

/** What a valid child has where an example does not say otherwise. */
const defaults: Partial<Record<ExampleTable, ExampleRow>> = {
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

/** The column whose day says which collection year a row is of, where the example does not. */
const dated: Partial<Record<ExampleTable, string>> = {
  episodes: 'decom',
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
    if (isReturned(name))
      tables.set(
        name,
        rows.map(row => ({ ...defaults[name as ExampleTable], ...row })),
      )
  const mentioned = new Set([...tables.values()].flat().flatMap(({ child }) => (child ? [child] : [])))
  const own = tables.get('header') ?? []
  const others = [...mentioned]
    .filter(child => !own.some(row => row.child === child))
    .map(child => ({ ...defaults.header, child }))
  tables.set('header', [...own, ...others])
  tables.set('episodes', chained(tables.get('episodes') ?? []))
  return tables
}

/** RNE S for a child's first episode and P for the rest; an episode that another follows ends where that begins. */
function chained(rows: readonly ExampleRow[]): readonly ExampleRow[] {
  return rows.map((row, i) => {
    const first = !rows.slice(0, i).some(({ child }) => child === row.child)
    const next = rows.slice(i + 1).find(({ child }) => child === row.child)
    const followed: ExampleRow = next?.decom && !row.dec ? { dec: next.decom, rec: row.rec ?? 'X1' } : {}
    return { rne: first ? 'S' : 'P', ...row, ...followed }
  })
}

const asDay = (text: string | undefined): Day | null => (text ? parseDay(text) : null)

/** Puts one example into the returned and reference tables as an authority of its own. */
export async function loadExample(engine: Engine, authority: string, example: Example): Promise<void> {
  const held = example.held ?? { from: day('2015-04-01'), to: day(`${financialYearEnding(example.at)}-03-31`) }
  const years = Array.from(
    { length: financialYearEnding(held.to) - financialYearEnding(held.from) + 1 },
    (_, i) => financialYearEnding(held.from) + i,
  )
  for (const [table, rows] of rowsOf(example)) {
    const columns = Object.entries(returnedColumns[table])
    for (const [line, row] of rows.entries()) {
      const on = asDay(row[dated[table as ExampleTable] ?? '']) ?? example.at
      const year = Number(row.collection_year ?? Math.max(financialYearEnding(on), financialYearEnding(held.from)))
      const cells = columns.map(([name, type]) => {
        const cell = row[name] ?? null
        if (cell === null) return 'null'
        return type === 'date'
          ? asDay(cell) === null
            ? 'null'
            : `date ${literal(asDay(cell))}`
          : type === 'integer'
            ? String(Number(cell))
            : literal(cell.toUpperCase())
      })
      await engine.run(`insert into returned.${table} (authority, collection_year, file_id, line, row, use, ${columns.map(([name]) => name).join(', ')})
        values (${literal(authority)}, ${year}, 1, ${line + 2}, ${line}, 'used', ${cells.join(', ')})`)
    }
  }
  // A table that the example does not mention is held and empty: nothing happened.
  const spans = Object.values(returnNames).flatMap(source =>
    years.map(year => {
      const [first, last] = [day(`${year - 1}-04-01`), day(`${year}-03-31`)]
      return `(${[authority, source].map(literal).join(', ')}, ${year}, date ${literal(first < held.from ? held.from : first)}, date ${literal(last > held.to ? held.to : last)})`
    }),
  )
  await engine.run(`insert into reference.return_held values ${spans.join(', ')}`)
  await loadReferences(engine, authority, example)
}

async function loadReferences(engine: Engine, authority: string, { tables, at }: Example): Promise<void> {
  const number = (text: string | undefined): string => (text === undefined ? 'null' : String(Number(text)))
  const word = (text: string | undefined): string => literal(text ?? null)
  for (const row of tables.postcodes ?? []) {
    // Own area is written E06000999 in an example; it is this example's own authority.
    const la = row.la_code === 'E06000999' || row.la_code === undefined ? authority : row.la_code
    const postcode = (row.postcode ?? '').replaceAll(' ', '').toUpperCase()
    await engine.run(
      `insert into reference.postcode (postcode, easting, northing, la_code, ward_code) select ${literal(`${authority}${postcode}`)}, ${number(row.easting)}, ${number(row.northing)}, ${literal(la)}, ${word(row.ward_code)}`,
    )
  }
  for (const table of ['home_post', 'pl_post'])
    await engine.run(
      `update returned.episodes set ${table} = ${literal(authority)} || replace(${table}, ' ', '') where authority = ${literal(authority)} and ${table} is not null`,
    )
  for (const row of tables.population ?? []) {
    await engine.run(
      `insert into reference.population values (${literal(authority)}, 'la', ${number(row.year)}, ${word(row.population_type ?? 'resident')}, ${word(row.ethnic_group ?? 'all')}, ${number(row.age_from ?? '0')}, ${number(row.age_to ?? '17')}, ${number(row.persons)})`,
    )
  }
  await engine.run(
    `insert into reference.area (area_code, name, level, region_code) values (${literal(authority)}, 'Northtown', 'la', ${literal(`${authority}R`)})`,
  )
  for (const row of tables.benchmarks ?? []) {
    await engine.run(
      `insert into reference.benchmark (indicator, comparator, area_code, period, value, release) values (${word(row.indicator)}, ${word(row.comparator)}, ${literal(`${authority}R`)}, ${word(row.period)}, ${number(row.value)}, date ${literal(asDay(row.release) ?? addDays(at, -1))})`,
    )
  }
  for (const row of tables.bank_holidays ?? [])
    await engine.run(`insert into reference.bank_holiday values (date ${literal(asDay(row.date))}, ${word(row.title)})`)
}
