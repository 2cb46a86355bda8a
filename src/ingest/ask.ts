import type { Engine } from '../engine/engine.ts'
import { values } from '../engine/sql.ts'
import { returnNames } from '../model/returned.ts'
import type { Finding } from '../records/records.ts'
import { checks, type RowCheck } from './checks.ts'
import { finding } from './finding.ts'
import { codeRows, tables } from './shape.ts'

/** How many findings of one kind, file and column are kept one by one; the rest are counted. */
const KEPT = 1_000

/** Asks every check of the returned rows. Of one kind, file and column the first thousand are kept by line and the rest counted. */
export async function askChecks(engine: Engine): Promise<readonly Finding[]> {
  await engine.run(
    `create or replace temp table code_list as select * from (values ${values(codeRows)}) t(tbl, col, code, first, last, tolerated)`,
  )
  const findings: Finding[] = []
  const held = new Set<string>()
  for (const table of tables)
    if ((await engine.row(`select 1 from returned.${table} limit 1`)) !== null) held.add(table)
  const idle = await meetNone(engine, held)
  for (const check of checks) {
    if (!held.has(check.table) || idle.has(check)) continue
    const kept = check.severity === 'tolerated' ? 1 : KEPT
    const rows = await engine.rows(
      `select file_id, f.path, q.line, q.found, q.n from (select *, row_number() over (partition by file_id order by line) as i, count(*) over (partition by file_id) as n from (${check.sql})) q
       join reference.file f using (file_id) where q.i <= ${kept} order by f.path, file_id, q.line`,
    )
    for (const group of Map.groupBy(rows, ({ file_id }) => file_id).values()) {
      const path = String(group[0]?.path)
      const total = Number(group[0]?.n ?? 0)
      const { code, severity, why, fix, column } = check
      const about = { code, severity, why, fix, column, file: path, table: returnNames[check.table] }
      for (const [i, { line, found }] of group.entries()) {
        const rest = i === group.length - 1 ? total - group.length + 1 : 1
        findings.push(
          finding({ ...about, line: Number(line), found: found === null ? null : String(found), count: rest }),
        )
      }
    }
  }
  return findings
}

/** The checks of single rows that no row of their table meets: each table is asked about all of its own at once. */
async function meetNone(engine: Engine, held: ReadonlySet<string>): Promise<ReadonlySet<RowCheck>> {
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
