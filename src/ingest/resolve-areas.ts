import type { Engine } from '../engine/engine.ts'
import type { Finding } from '../records/records.ts'
import { finding } from './finding.ts'

/** Where a 3-digit code of DfE may stand for an area's GSS code: stem, table, column. */
const places = [
  ['stat_neighbours', 'stat_neighbour', 'area_code'],
  ['stat_neighbours', 'stat_neighbour', 'sn_area_code'],
  ['population', 'population', 'area_code'],
  ['comparison_groups', 'comparison_group', 'area_code'],
] as const

/** Of two areas with one 3-digit code the one that is not another's earlier or later code. */
export const oldCodes = `select old_la_code, arg_min(area_code, (same_la_as is not null, area_code)) as area_code
  from reference.area where level = 'la' and old_la_code is not null group by old_la_code`

/** Puts GSS codes in place of 3-digit codes, as far as `areas.csv` knows them; others stay until it does. */
export async function resolveAreas(engine: Engine, stems: ReadonlySet<string>): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const [stem, table, column] of places) {
    if (!stems.has(stem) && !stems.has('areas')) continue
    const old = `t."${column}" similar to '\\d{3}'`
    await engine.run(
      `update reference.${table} t set "${column}" = o.area_code from (${oldCodes}) o where ${old} and o.old_la_code = t."${column}"`,
    )
    const left = await engine.row(
      `select count(*) as n, string_agg(distinct "${column}", ', ' order by "${column}") as codes from reference.${table} t where ${old}`,
    )
    const count = Number(left?.n ?? 0)
    if (count > 0)
      findings.push(
        finding({
          severity: 'warning',
          code: 'area-unknown',
          file: null,
          table: stem,
          column,
          found: String(left?.codes).slice(0, 200),
          count,
          why: 'Rows have a 3-digit code that areas.csv does not have: they are kept but not compared.',
          fix: 'Import areas.csv with these codes; the other files need not be imported again.',
        }),
      )
  }
  return findings
}
