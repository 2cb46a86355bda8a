import type { Engine } from '../engine/engine.ts'
import { literal, values } from '../engine/sql.ts'
import { type Day, day, sayDay } from '../kit/day.ts'
import { type ReturnedTable, returnNames } from '../model/returned.ts'
import type { Finding } from '../records/records.ts'
import { finding } from './finding.ts'
import type { LoadedFile } from './load-file.ts'

/** Tables of files that a later extract had already replaced when they came: their rows are kept as superseded. */
export const olderExtractTable =
  'create table if not exists reference.older_extract (file_id integer, table_name varchar, authority varchar, collection_year integer)'

/**
 * Up to which day a file is complete in a collection year, where something says: its own day, else the one given with the
 * import, if it lies in that year (a day after it says nothing of a year that was whole by then).
 */
export function saidDay(own: Day | null, extractDate: Day | null, year: number): Day | null {
  if (own !== null || extractDate === null) return own
  return extractDate >= `${year - 1}-04-01` && extractDate <= `${year}-03-31` ? extractDate : null
}

/** Whether rows of `returned.<table>`, or of a table of such columns, come from an extract that a later one had replaced. */
export const fromOlderExtract = (table: ReturnedTable): string =>
  `(file_id, authority, collection_year) in (select file_id, authority, collection_year from reference.older_extract where table_name = ${literal(table)})`

type Batch = { readonly id: number; readonly authority: string; readonly year: number }

/**
 * Of the new files of a table, those that are older than another extract of the same year and authority, held or in the same
 * import: noted in `reference.older_extract`, so that they replace nothing. A file that does not say its day is never older.
 */
export async function noteOlderExtracts(
  engine: Engine,
  table: ReturnedTable,
  files: readonly LoadedFile[],
  extractDate: Day | null,
  today: Day,
): Promise<readonly Finding[]> {
  const byId = new Map(files.map(file => [file.id, file]))
  const ids = [...byId.keys()].join(', ')
  const rows = await engine.rows(
    `select distinct file_id, authority, collection_year from returned.${table} where file_id in (${ids})
     union select file_id, authority, collection_year from reference.empty_file where table_name = '${table}' and file_id in (${ids})`,
  )
  const batches = rows.map(
    (row): Batch => ({ id: Number(row.file_id), authority: String(row.authority), year: Number(row.collection_year) }),
  )
  const said = ({ id, year }: Batch): Day | null => saidDay(byId.get(id)?.extractDate ?? null, extractDate, year)
  if (batches.every(batch => said(batch) === null)) return []
  const held = await heldDays(engine, table, ids)
  const findings: Finding[] = []
  const older: (string | number)[][] = []
  for (const [key, group] of Map.groupBy(batches, ({ authority, year }) => `${authority} ${year}`)) {
    const days = group.map(said)
    const close = day(`${group[0]?.year}-03-31`)
    // A file of a closed year that does not say its day is complete to the close.
    const whole = close <= today && days.includes(null) ? close : null
    const newest = [...days, held.get(key) ?? null, whole]
      .filter(d => d !== null)
      .sort()
      .at(-1)
    for (const [i, { id, authority, year }] of group.entries()) {
      const own = days[i] ?? null
      if (own === null || newest === undefined || own >= newest) continue
      older.push([id, table, authority, year])
      findings.push(olderExtract(byId.get(id)?.path ?? null, table, year, own, newest))
    }
  }
  if (older.length) await engine.run(`insert into reference.older_extract values ${values(older)}`)
  return findings
}

/** Up to which day what is held of a table is complete, by authority and year: its files' days, else what it speaks for. */
async function heldDays(engine: Engine, table: ReturnedTable, now: string): Promise<ReadonlyMap<string, Day>> {
  const rows = await engine.rows(
    `with held as (
       select authority, collection_year, file_id from returned.${table} where file_id not in (${now}) and not (${fromOlderExtract(table)}) group by all
       union select authority, collection_year, file_id from reference.empty_file where table_name = '${table}' and file_id not in (${now})
     )
     select h.authority, h.collection_year, greatest(max(f.extract_date), max(r.last_day)) as d
     from held h left join reference.file f using (file_id)
     left join reference.return_held r on r.authority = h.authority and r.collection_year = h.collection_year and r.source = ${literal(returnNames[table])}
     group by all`,
  )
  return new Map(
    rows.flatMap(({ authority, collection_year, d }) =>
      d === null ? [] : [[`${authority} ${collection_year}`, d as Day]],
    ),
  )
}

const olderExtract = (file: string | null, table: ReturnedTable, year: number, own: Day, newest: Day): Finding =>
  finding({
    severity: 'warning',
    code: 'older-extract',
    file,
    table: returnNames[table],
    found: own,
    why: `The file is of ${sayDay(own)}, and an extract of ${sayDay(newest)} gives the same table of ${year - 1} to ${year}: none of its rows were used.`,
    fix: 'Nothing, if the later extract is the right one; otherwise import the right files with --fresh.',
  })
