import type { MeasureDefinition, QueriedMeasure } from '../definitions/measure.ts'
import { standardSlices } from '../definitions/names.ts'
import type { Engine } from '../engine/engine.ts'
import { identifier, literal } from '../engine/sql.ts'
import { DefinitionError } from '../kit/error.ts'
import { didYouMean } from '../kit/text.ts'

/** Relations of the model that carry every standard slice as a column. */
const wide: ReadonlySet<string> = new Set([
  'in_care_at',
  'start_of_care',
  'end_of_care',
  'placement_start',
  'placement_end',
])

/** A measure's query looked into: what it reads, what it gives, and where its slices come from. */
export type ReadQuery = {
  readonly measure: QueriedMeasure
  /** Tables and views it reads, those of its own CTEs left out. */
  readonly relations: readonly string[]
  /** The columns it gives, with DuckDB's types. */
  readonly columns: ReadonlyMap<string, string>
  /** For a plain select over a wide relation: that relation's alias and name. */
  readonly widen: { readonly alias: string; readonly relation: string } | null
  /** The slices it can be cut by, standard ones resolved. */
  readonly slices: readonly string[]
}

/** Up to and including the first `select`, comments before it allowed. */
const SELECT = /^((?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)*)select\b/i

type Node = { readonly [key: string]: unknown }
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every object in the tree that has a `type`. */
function* walk(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const item of value) yield* walk(item)
  else if (isNode(value)) {
    yield value
    for (const inner of Object.values(value)) yield* walk(inner)
  }
}

const fault = (measure: QueriedMeasure, message: string, fix: string, line = measure.sqlLine): DefinitionError =>
  new DefinitionError('HEARTH-1207', message, fix, { file: measure.file, line })

/** DuckDB says `LINE 3: …` of the query; that line in the file. */
function lineIn(measure: QueriedMeasure, message: string): number {
  const line = /LINE (\d+):/.exec(message)?.[1]
  return measure.sqlLine + (line ? Number(line) - 1 : 0)
}

/**
 * Looks into a measure's query without running it. `period` and `in_care_at` must be there. Throws a DefinitionError with
 * `file:line` where the SQL is not valid, a column is missing or of the wrong type, or a slice is not there.
 */
export async function readQuery(engine: Engine, measure: QueriedMeasure): Promise<ReadQuery> {
  const tree = JSON.parse(
    String((await engine.row(`select json_serialize_sql(${literal(measure.sql)}) as tree`))?.tree),
  ) as Node
  if (tree.error)
    throw fault(
      measure,
      `The query is not valid SQL: ${String(tree.error_message)}`,
      'Mend it there. It must be one select.',
      measure.sqlLine + measure.sql.slice(0, Number(tree.position ?? 0)).split('\n').length - 1,
    )
  if ((tree.statements as readonly unknown[]).length !== 1)
    throw fault(measure, 'There is more than one statement.', 'Write one select, with CTEs where it needs steps.')
  const nodes = [...walk(tree)]
  const own = new Set(
    nodes.flatMap(node =>
      isNode(node.cte_map) && Array.isArray(node.cte_map.map)
        ? node.cte_map.map.map(entry => String((entry as Node).key))
        : [],
    ),
  )
  const relations = [
    ...new Set(
      nodes
        .filter(node => node.type === 'BASE_TABLE')
        .map(node => (node.schema_name ? `${String(node.schema_name)}.` : '') + String(node.table_name)),
    ),
  ].filter(name => !own.has(name))
  const columns = await describe(engine, measure)
  const widen = SELECT.test(measure.sql) ? plainWide(tree) : null
  return { measure, relations, columns, widen, slices: slicesOf(measure, columns, relations, widen) }
}

async function describe(engine: Engine, measure: QueriedMeasure): Promise<ReadonlyMap<string, string>> {
  let found: readonly { readonly name: string; readonly type: string }[]
  try {
    found = await engine.columns(measure.sql)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw fault(
      measure,
      `The query does not run: ${message.split(/\n+LINE /)[0]?.replace(/\s+/g, ' ')}`,
      'Mend it there; docs/data-dictionary.md lists the tables and columns.',
      lineIn(measure, message),
    )
  }
  const columns = new Map(found.map(({ name, type }) => [name, type]))
  const wanted: readonly (readonly [string, RegExp, string])[] = [
    ['period_end', /^DATE$/, 'a DATE: select it from in_care_at or period'],
    ['subject', /./, 'whatever is counted, once a period'],
    ['counted', /^(BOOLEAN|"NULL"|NULL|INTEGER)$/, 'true, false or null'],
    ...(hasAmount(measure)
      ? ([['amount', /^(DOUBLE|FLOAT|DECIMAL.*|.*INT.*)$/, 'the number that is averaged or added']] as const)
      : []),
  ]
  for (const [name, type, what] of wanted) {
    const is = columns.get(name)
    if (is === undefined)
      throw fault(
        measure,
        `The query gives no column "${name}".${didYouMean(name, columns.keys())}`,
        `It must give ${name}: ${what}.`,
      )
    if (!type.test(is)) throw fault(measure, `Column "${name}" is ${is}.`, `It must be ${what}.`)
  }
  return columns
}

/** The leftmost wide relation of a plain select: no CTE, grouping, set operation or distinct. */
function plainWide(tree: Node): ReadQuery['widen'] {
  const [statement] = tree.statements as readonly Node[]
  const node = statement?.node
  if (!isNode(node) || node.type !== 'SELECT_NODE') return null
  const hasCtes = isNode(node.cte_map) && (node.cte_map.map as readonly unknown[]).length > 0
  const grouped =
    (node.group_expressions as readonly unknown[]).length > 0 ||
    node.aggregate_handling !== 'STANDARD_HANDLING' ||
    node.having !== null ||
    node.qualify !== null
  const distinct = (node.modifiers as readonly Node[]).some(({ type }) => type === 'DISTINCT_MODIFIER')
  if (hasCtes || grouped || distinct) return null
  let from = node.from_table
  while (isNode(from) && from.type === 'JOIN' && from.ref_type !== 'POSITIONAL') {
    if (!['INNER', 'LEFT', 'SEMI', 'ANTI'].includes(String(from.join_type))) return null
    from = wideOf(from.left) ?? (from.join_type === 'INNER' ? wideOf(from.right) : null) ?? from.left
  }
  return wideOf(from)
    ? { alias: String((from as Node).alias || (from as Node).table_name), relation: String((from as Node).table_name) }
    : null
}
const wideOf = (from: unknown): Node | null =>
  isNode(from) && from.type === 'BASE_TABLE' && wide.has(String(from.table_name)) ? from : null

/**
 * The slices a measure has. A standard slice comes from the query's own column, from the relation it is widened over, or
 * for a position at period end from a join with `in_care_at`. Throws where one that is named cannot be had.
 */
function slicesOf(
  measure: QueriedMeasure,
  columns: ReadonlyMap<string, string>,
  relations: readonly string[],
  widen: ReadQuery['widen'],
): readonly string[] {
  const standard: readonly string[] = standardSlices
  const joined = measure.at === 'period end' && (columns.has('child_id') || columns.get('subject') === 'INTEGER')
  const there = (name: string): boolean => columns.has(name) || (standard.includes(name) && (widen !== null || joined))
  const named = measure.slices ?? (relations.some(name => wide.has(name)) ? ['standard'] : [])
  const all = [
    ...named.flatMap(name => (name === 'standard' ? standard.filter(there) : [name])),
    ...(measure.mix ?? []),
  ]
  const missing = all.find(name => !there(name))
  if (missing !== undefined)
    throw fault(
      measure,
      `There is no slice "${missing}": the query gives no such column.${didYouMean(missing, [...standard, ...columns.keys()])}`,
      'Return it as a column, or leave it out of slices.',
    )
  return [...new Set(all)]
}

/** Bounds of custom age bands, youngest first: [[0, 4], [5, 9]]. */
export type AgeBands = readonly (readonly [number, number])[]

const bandSql = (age: string, bands: AgeBands): string =>
  `case ${bands.map(([from, to]) => `when ${age} between ${from} and ${to} then '${from}_${to}'`).join(' ')} else 'other' end`

/**
 * The measure's rows with authority and the slices asked, one row per member of the population per period:
 * period_end, subject, counted, amount (null unless an average), authority, child_id (null unless about a child), then each slice.
 */
export function memberSql(query: ReadQuery, slices: readonly string[], bands?: AgeBands): string {
  const { measure, columns, widen } = query
  const wanted = slices.map(slice => (slice === 'age_band' && bands ? 'age' : slice))
  const fromWide = (name: string): boolean => widen !== null && !columns.has(name)
  const added = widen
    ? [...new Set(['authority', ...wanted])]
        .filter(fromWide)
        .map(name => `${widen.alias}.${identifier(name)} as ${identifier(name)}`)
    : []
  const sql = added.length ? measure.sql.replace(SELECT, `$1select ${added.join(', ')},`) : measure.sql
  const child = columns.has('child_id')
    ? 'm.child_id'
    : /^(INTEGER)$/.test(columns.get('subject') ?? '')
      ? 'm.subject'
      : null
  const has = (name: string): boolean => columns.has(name) || widen !== null
  const joins: string[] = []
  if (!has('authority')) {
    if (child === null)
      throw fault(
        measure,
        'Hearth cannot tell which authority a row belongs to.',
        'Return child_id (an INTEGER of the model) or authority.',
      )
    joins.push(`join person p on p.child_id = ${child}`)
  }
  if (wanted.some(name => !has(name)))
    joins.push(`left join in_care_at s on s.child_id = ${child ?? 'null'} and s.period_end = m.period_end`)
  // A standard slice is never null: no work per row. A column of the query's own may be, and then is not known.
  const sliceSql = slices.map((slice, i) => {
    const name = wanted[i] ?? slice
    const column = has(name) ? `m.${identifier(name)}` : `s.${identifier(name)}`
    if (name !== slice) return `${bandSql(column, bands ?? [])} as ${identifier(slice)}`
    return fromWide(name)
      ? `${column} as ${identifier(slice)}`
      : `coalesce(${column}::varchar, 'not_known') as ${identifier(slice)}`
  })
  const selected = [
    'm.period_end',
    'm.subject',
    'm.counted::boolean as counted',
    `${hasAmount(measure) ? 'm.amount::double' : 'null::double'} as amount`,
    `${has('authority') ? 'm.authority' : 'p.authority'} as authority`,
    `${child ?? 'null::integer'} as child_id`,
    ...sliceSql,
  ]
  return `select ${selected.join(', ')} from (${sql}) m ${joins.join(' ')}`
}

/** Aggregates of a measure by authority and period, and by each set of slices asked (one grouping set each). */
export function aggregateSql(
  query: ReadQuery,
  sets: readonly (readonly string[])[],
  options: { readonly bands?: AgeBands | undefined; readonly authority?: string | undefined } = {},
): string {
  const only = options.authority === undefined ? '' : `where authority = ${literal(options.authority)} `
  const slices = [...new Set(sets.flat())]
  const list = (set: readonly string[]): string => `(${['authority', 'period_end', ...set.map(identifier)].join(', ')})`
  const columns = slices.map(slice => `${identifier(slice)}, `).join('')
  const level = slices.length ? `grouping(${slices.map(identifier).join(', ')})` : '0'
  const amount = hasAmount(query.measure) ? 'sum(amount) filter (counted)' : 'null::double'
  return `select authority, period_end, ${columns}${level}::integer as level, count(*) as members, count(*) filter (counted) as hits,
    count(*) filter (counted is null) as unknown, ${amount} as amount
    from (${memberSql(query, slices, options.bands)}) ${only}group by grouping sets (${sets.map(list).join(', ')})`
}

/** The level number that DuckDB gives a grouping set: bit i set where slice i is not in it, the first slice the highest bit. */
export const levelOf = (slices: readonly string[], set: readonly string[]): number =>
  slices.reduce((level, slice) => level * 2 + (set.includes(slice) ? 0 : 1), 0)

/** Whether a measure's rows carry an amount. */
const hasAmount = ({ kind }: QueriedMeasure): boolean => kind === 'average' || kind === 'total'

/** Whether a measure has a query of its own. */
export const isQueried = (measure: MeasureDefinition): measure is QueriedMeasure =>
  measure.kind !== 'ratio' && measure.kind !== 'gap'
