import type { Engine } from '../engine/engine.ts'
import { values } from '../engine/sql.ts'
import { codeRows } from '../model/code-lists.ts'
import { type ReturnedTable, returnNames } from '../model/returned.ts'
import type { Finding } from '../records/records.ts'
import { checks } from './checks.ts'
import { finding } from './finding.ts'
import type { RowCheck } from './row-check.ts'
import { tables } from './shape.ts'

/** How many findings of one kind, file and column are kept one by one; the rest are counted. */
const KEPT = 1_000

/** Asks every check of the returned rows. Of one kind, file and column the first thousand are kept by line and the rest counted. */
export async function askChecks(engine: Engine): Promise<readonly Finding[]> {
  await engine.run(
    `create or replace temp table code_list as select * from (values ${values(codeRows)}) t(tbl, col, code, first, last, tolerated)`,
  )
  const findings: Finding[] = []
  const held = new Set<ReturnedTable>()
  for (const table of tables)
    if ((await engine.row(`select 1 from returned.${table} limit 1`)) !== null) held.add(table)
  const idle = await meetNone(engine, held)
  for (const table of held) {
    const asked = checks.filter(check => check.table === table && !idle.has(check))
    if (asked.length) findings.push(...(await askTable(engine, table, asked)))
  }
  return findings
}

/** All the checks of one table in one query: most of what a small one costs is its planning. */
async function askTable(engine: Engine, table: ReturnedTable, asked: readonly RowCheck[]): Promise<readonly Finding[]> {
  const each = asked.map(({ sql }, i) => `select ${i} as no, file_id, line, found::varchar as found from (${sql})`)
  const once = asked.flatMap(({ severity }, i) => (severity === 'tolerated' ? [i] : []))
  const rows = await engine.rows(
    `select no, file_id, f.path, q.line, q.found, q.n from (
       select *, row_number() over (partition by no, file_id order by line) as i, count(*) over (partition by no, file_id) as n
       from (${each.join(' union all ')})) q
     join reference.file f using (file_id)
     where q.i <= case when no in (${[-1, ...once].join(', ')}) then 1 else ${KEPT} end order by no, f.path, file_id, q.line`,
  )
  const groups = Map.groupBy(rows, ({ no, file_id }) => `${no} ${file_id}`)
  return [...groups.values()].flatMap(group => {
    const [first] = group
    const check = asked[Number(first?.no)]
    if (!first || !check) return []
    const { code, severity, why, fix, column } = check
    const about = { code, severity, why, fix, column, file: String(first.path), table: returnNames[table] }
    return group.map(({ line, found }, i) =>
      finding({
        ...about,
        line: Number(line),
        found: found === null ? null : String(found),
        // Those beyond the ones kept are counted in the last.
        count: i === group.length - 1 ? Number(first.n) - group.length + 1 : 1,
      }),
    )
  })
}

/** The checks of single rows that no row of their table meets: each table is asked about all of its own at once. */
async function meetNone(engine: Engine, held: ReadonlySet<ReturnedTable>): Promise<ReadonlySet<RowCheck>> {
  const idle = new Set<RowCheck>()
  for (const table of held) {
    const own = checks.filter(check => check.table === table && check.where !== undefined)
    if (own.length === 0) continue
    const counts = own.map(({ where }, i) => `count(*) filter (where ${where}) as c${i}`)
    const found = await engine.row(`select ${counts.join(', ')} from returned.${table}`)
    for (const [i, check] of own.entries()) if (found?.[`c${i}`] === 0) idle.add(check)
  }
  return idle
}
