import type { Engine } from '../engine/engine.ts'
import { type ReturnedTable, returnNames } from '../model/returned.ts'
import type { Finding } from '../records/records.ts'
import { finding } from './finding.ts'
import { tableShapes } from './shape.ts'

/**
 * Tables of one year and authority that several files give with the same rows in them: a return as CSV and as XML, or a
 * file and its copy. Parts of one table have no row in common and are no finding.
 */
export async function returnedTwice(engine: Engine, tables: readonly ReturnedTable[]): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const table of tables) {
    const several = await engine.rows(
      `select authority, collection_year from returned.${table} group by all having count(distinct file_id) > 1`,
    )
    if (several.length === 0) continue
    const key = ['authority', 'collection_year', ...tableShapes[table].key.filter(name => name !== 'collection_year')]
    const twice = await engine.rows(`
      with shared as (
        select ${key.join(', ')}, min(file_id) as one, max(file_id) as other from returned.${table} r
        where (authority, collection_year) in (select authority, collection_year from returned.${table} group by all having count(distinct file_id) > 1)
        group by ${key.map((_, i) => i + 1).join(', ')} having min(file_id) < max(file_id)
      )
      select a.path as one, b.path as other, s.collection_year as y, count(*) as n
      from shared s join reference.file a on a.file_id = s.one join reference.file b on b.file_id = s.other
      group by all order by all`)
    for (const { one, other, y, n } of twice)
      findings.push(
        finding({
          severity: 'warning',
          code: 'returned-twice',
          file: String(other),
          table: returnNames[table],
          found: String(one),
          count: Number(n),
          why: `${one} gives rows of the same table for ${Number(y) - 1} to ${y}. Rows that agree count once; where two differ, the one of ${other} was used.`,
          fix: 'Give each table of a year once: as CSV or as XML, not both.',
        }),
      )
  }
  return findings
}
