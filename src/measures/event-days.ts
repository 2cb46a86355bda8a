import type { QueriedMeasure } from '../definitions/measure.ts'
import { literal } from '../engine/sql.ts'
import type { Day } from '../kit/day.ts'
import type { Period } from '../kit/period.ts'
import { refuseTwice } from './proven.ts'
import { memberSql, type ReadQuery } from './query.ts'
import type { Session } from './session.ts'

type Node = { readonly [key: string]: unknown }
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)
const NAME = 'event_day'

/**
 * The days of what a measure counted, one for each row of its numerator, oldest first. The day is what the query itself holds
 * against the period: `… join period p on s.day between p.period_start and p.period_end`. Null where it holds none (what is
 * counted is then no event with a day), or the day of any row is not known.
 */
export async function eventDays(
  session: Session,
  measure: QueriedMeasure,
  periods: readonly Period[],
  authority: string,
): Promise<readonly Day[] | null> {
  if (measure.at !== 'within period') return null
  const query = await session.query(measure)
  const rows = await session.during(periods, async () => {
    const dated = await withDay(session, query)
    if (dated === null) return null
    await refuseTwice(session.engine, session.proven, query, periods)
    return session.engine.rows(
      `select try_cast(${NAME} as date) as day from (${memberSql(dated, [NAME])})
       where counted and authority = ${literal(authority)} order by 1`,
    )
  })
  return rows?.every(({ day }) => day !== null) ? rows.map(({ day }) => day as Day) : null
}

/** The query with the day it holds against the period as one more column; null where its last select holds none. */
async function withDay({ engine }: Session, query: ReadQuery): Promise<ReadQuery | null> {
  const { measure } = query
  const found = await engine.row(`select json_serialize_sql(${literal(measure.sql)}) as tree`)
  // Places in the text can be larger than a number holds, and are not asked for.
  const tree = JSON.parse(String(found?.tree).replace(/"query_location":\d+/g, '"query_location":0')) as Node
  const [statement] = tree.statements as readonly { readonly node: Node }[]
  const node = statement?.node
  const plain = node?.type === 'SELECT_NODE' && (node.group_expressions as readonly unknown[]).length === 0
  const day = plain ? heldAgainstPeriod(node.from_table) : null
  if (day === null || node === undefined) return null
  const select = [...(node.select_list as readonly Node[]), { ...day, alias: NAME }]
  const dated = { ...tree, statements: [{ ...statement, node: { ...node, select_list: select } }] }
  const sql = await engine.row(`select json_deserialize_sql(${literal(JSON.stringify(dated))}::json) as sql`)
  return {
    ...query,
    measure: { ...measure, sql: String(sql?.sql) },
    columns: new Map([...query.columns, [NAME, 'DATE']]),
  }
}

/** In what is joined: what must be between the first and the last day of the period. */
function heldAgainstPeriod(from: unknown): Node | null {
  if (!isNode(from) || from.type !== 'JOIN') return null
  return betweenIn(from.condition) ?? heldAgainstPeriod(from.left) ?? heldAgainstPeriod(from.right)
}

function betweenIn(condition: unknown): Node | null {
  if (!isNode(condition)) return null
  if (condition.type === 'CONJUNCTION_AND' && Array.isArray(condition.children))
    return condition.children.map(betweenIn).find(found => found !== null) ?? null
  const ends = [condition.lower, condition.upper].map(side =>
    isNode(side) && Array.isArray(side.column_names) ? side.column_names.at(-1) : null,
  )
  const held = condition.type === 'COMPARE_BETWEEN' && ends.join() === 'period_start,period_end'
  return held && isNode(condition.input) ? condition.input : null
}
