import type { Engine } from '../engine/engine.ts'
import { literal, values } from '../engine/sql.ts'
import { type Day, day } from '../kit/day.ts'
import { keptColumns, type ReturnedTable } from '../model/returned.ts'
import { trimmed, typedSql } from '../model/typed-cell.ts'
import type { Finding } from '../records/records.ts'
import { finding } from './finding.ts'
import type { LoadedFile } from './load-file.ts'
import { fromOlderExtract, saidDay } from './older-extract.ts'
import { tables } from './shape.ts'
import { placeInYears, rowYear } from './years.ts'

/** Types what is in staging into `returned`, each row with its authority and collection year. `use` comes later. */
export async function typeRows(
  engine: Engine,
  files: readonly LoadedFile[],
  fallbackAuthority: string,
): Promise<readonly Finding[]> {
  if (files.length === 0) return []
  const findings = await placeInYears(engine, files)
  await nameAuthorities(engine, files)
  for (const table of tables.filter(name => files.some(file => file.tables.includes(name))))
    await engine.run(`insert into returned.${table} ${typedRows(table, fallbackAuthority)}`)
  return findings
}

async function nameAuthorities(engine: Engine, files: readonly LoadedFile[]): Promise<void> {
  await engine.run(
    `create or replace temp table file_authority as select file_id, authority::varchar as authority from (values ${values(files.map(({ id, authority }) => [id, authority]))}) t(file_id, authority)`,
  )
}

/** The rows of a table in staging with whose they are, of which year, and each cell as typed and as it stood. */
function typedRows(table: ReturnedTable, fallbackAuthority: string): string {
  const typed = Object.entries(keptColumns(table)).map(([name, type]) => `${typedSql(`s.${name}`, type)}, s.${name}`)
  return `select coalesce(a.authority, nullif(${trimmed('s.la')}, ''), ${literal(fallbackAuthority)}), ${rowYear(table)}, s.file_id, s.line, s.row, null, ${typed.join(', ')}
      from staging.${table} s join file_year y using (file_id) join file_authority a using (file_id)`
}

/** The days each authority's tables speak for, from the new files; a part year ends at its extract date. */
export async function holdYears(
  engine: Engine,
  files: readonly LoadedFile[],
  extractDate: Day | null,
  today: Day,
  names: Readonly<Record<ReturnedTable, string>>,
): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  const held: (string | number)[][] = []
  if (files.length === 0) return findings
  const dates = new Map(files.map(({ id, extractDate: own }) => [id, own]))
  const all = tables.map(
    table =>
      `select ${literal(table)} as t, authority, collection_year, file_id, count(*) as n from returned.${table} where file_id in (select file_id from file_year) and not (${fromOlderExtract(table)}) group by all`,
  )
  // A file with a header and no row still says that nothing happened in its year.
  const empty =
    'select table_name, authority, collection_year, file_id, 0 from reference.empty_file where file_id in (select file_id from file_year)'
  const rows = await engine.rows([...all, empty].join(' union all '))
  const groups = Map.groupBy(rows, ({ t, authority, collection_year }) => `${authority} ${t} ${collection_year}`)
  const lastEvents = await lastEventDays(engine)
  for (const [, group] of groups) {
    const [one] = group
    if (!one || one.authority === null || one.collection_year === null) continue
    const year = Number(one.collection_year)
    const close = day(`${year}-03-31`)
    const given =
      group
        .map(({ file_id }) => saidDay(dates.get(Number(file_id)) ?? null, extractDate, year))
        .filter(d => d !== null)
        .sort()
        .at(-1) ?? null
    const guessed = lastEvents.get(`${one.authority} ${year}`)
    const last = given ?? (close <= today ? close : (guessed ?? today))
    const reach = last > close ? close : last
    if (given === null && close > today && one.t === 'episodes') {
      findings.push(
        finding({
          severity: 'warning',
          code: 'extract-date-guessed',
          table: 'Episodes',
          found: reach,
          why: `The return of ${year - 1} to ${year} is a part year and does not say up to which day it is complete; its last event was taken.`,
          fix: 'Import again with --extract-date, or put the date in the file names: episodes_2026-10-31.csv.',
        }),
      )
    }
    held.push([String(one.authority), names[one.t as ReturnedTable], year, `${year - 1}-04-01`, reach])
  }
  if (held.length) {
    await engine.run(
      `create or replace temp table now_held as select * from (values ${values(held)}) t(authority, source, collection_year, first_day, last_day)`,
    )
    await engine.run(
      'delete from reference.return_held where (authority, source, collection_year) in (select authority, source, collection_year from now_held)',
    )
    await engine.run('insert into reference.return_held by name from now_held')
    await engine.run('drop table now_held')
  }
  return findings
}

/** The last day on which anything happened in each authority's year: what a part year surely reaches. */
async function lastEventDays(engine: Engine): Promise<ReadonlyMap<string, Day>> {
  const days =
    'select authority, collection_year, unnest([decom, dec]) as d from returned.episodes union all select authority, collection_year, review from returned.reviews union all select authority, collection_year, mis_start from returned.missing'
  const rows = await engine.rows(
    `select authority, collection_year, max(d) as d from (${days}) where d < make_date(collection_year, 4, 1) group by all`,
  )
  return new Map(
    rows.flatMap(({ authority, collection_year, d }) =>
      d === null ? [] : [[`${authority} ${collection_year}`, d as Day]],
    ),
  )
}
