import type { Engine } from '../engine/engine.ts'
import { sayNumber } from '../kit/text.ts'
import { type ReturnedTable, returnedColumns, returnNames } from '../model/returned.ts'
import type { Finding } from '../records/records.ts'
import { finding } from './finding.ts'
import { fromOlderExtract } from './older-extract.ts'
import { tableShapes } from './shape.ts'

/** Two files that give rows of the same keys: how many, and how many of them not alike. */
export type Shared = {
  readonly one: string
  readonly other: string
  readonly year: number
  readonly rows: number
  readonly differ: number
}

/**
 * Tables of one year and authority that several files give with the same rows in them: a return as CSV and as XML, or a
 * file and its copy. Where all are alike that is said once a year and is no fault. Parts of one table have no row in common
 * and are no finding.
 */
export async function returnedTwice(engine: Engine, tables: readonly ReturnedTable[]): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  const alike: Shared[] = []
  for (const table of tables)
    for (const shared of await sharedRows(engine, table))
      if (shared.differ === 0) alike.push(shared)
      else findings.push(differing(table, shared))
  for (const [year, all] of Map.groupBy(alike, shared => shared.year)) findings.push(onceMore(year, all))
  return findings
}

async function sharedRows(engine: Engine, table: ReturnedTable): Promise<readonly Shared[]> {
  const late = `not (${fromOlderExtract(table)})`
  const several = `select authority, collection_year from returned.${table} where ${late} group by all having count(distinct file_id) > 1`
  if ((await engine.row(`${several} limit 1`)) === null) return []
  const key = ['authority', 'collection_year', ...tableShapes[table].key.filter(name => name !== 'collection_year')]
  const by = key.join(', ')
  const cells = Object.keys(returnedColumns[table]).map(column => `coalesce(${column}::varchar, '')`)
  const rows = await engine.rows(`
    with own as (
      -- A file may give a key twice: two files are alike where they say the same of it in all.
      select ${by}, file_id, list_sort(list(distinct hash(${cells.join(', ')}))) as says from returned.${table}
      where (authority, collection_year) in (${several}) and ${late}
      group by ${by}, file_id
    ),
    shared as (
      select ${by}, min(file_id) as one, max(file_id) as other, count(distinct says) > 1 as differs from own
      group by ${by} having min(file_id) < max(file_id)
    )
    select a.path as one, b.path as other, s.collection_year as y, count(*) as n, count(*) filter (s.differs) as differ
    from shared s join reference.file a on a.file_id = s.one join reference.file b on b.file_id = s.other
    group by all order by all`)
  return rows.map(({ one, other, y, n, differ }) => ({
    one: String(one),
    other: String(other),
    year: Number(y),
    rows: Number(n),
    differ: Number(differ),
  }))
}

const sayRows = (n: number): string => `${sayNumber(n)} row${n === 1 ? '' : 's'}`

export const differing = (table: ReturnedTable, { one, other, year, rows, differ }: Shared): Finding =>
  finding({
    severity: 'warning',
    code: 'returned-twice',
    file: other,
    table: returnNames[table],
    found: one,
    count: differ,
    why: `${one} gives ${sayRows(rows)} of the same table for ${year - 1} to ${year}, of which ${differ === 1 ? '1 differs' : `${sayNumber(differ)} differ`}: the row of ${other} was used.`,
    fix: 'Give each table of a year once: as CSV or as XML, not both.',
  })

/** All the files of a year that say the same twice, in one finding. */
export function onceMore(year: number, all: readonly Shared[]): Finding {
  const rows = all.reduce((sum, shared) => sum + shared.rows, 0)
  const isXml = (path: string): boolean => /\.xml$/i.test(path)
  const xml = all.every(({ one, other }) => isXml(one) !== isXml(other))
  const first = all[0]
  return finding({
    severity: 'tolerated',
    code: 'returned-also',
    file: first?.other ?? null,
    found: first?.one ?? null,
    why: `The return of ${year - 1} to ${year} came twice${xml ? ', as CSV and as XML' : ''}: ${rows === 1 ? '1 row is' : `${sayRows(rows)} are`} alike in both, and ${rows === 1 ? 'counts' : 'count'} once.`,
    fix: 'Nothing.',
  })
}
