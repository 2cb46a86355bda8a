import { inForce, type RuleDefinition } from '../definitions/rule.ts'
import type { Engine } from '../engine/engine.ts'
import { keptColumns, type ReturnedTable } from '../model/model.ts'
import type { RowFound } from './check.ts'
import type { Collection } from './collection.ts'
import { codeInOtherForm, dayInOtherForm, type OtherForm, plainInOtherForm } from './fix-forms.ts'
import { bornElsewhere, makeDays, swapsWithReason } from './fix-swaps.ts'
import { ruleTable } from './rule-tables.ts'

/** A cell of this year's rows, and what might be put there: text in the file's own way of writing. */
export type Candidate = {
  readonly id: number
  readonly table: ReturnedTable
  readonly child: string
  readonly column: string
  readonly from: string | null
  readonly to: string
  readonly why: string
}

type CellRow = {
  readonly id: number
  readonly child: string
  readonly column: string
  readonly text: string | null
  readonly typed: string | null
}

/**
 * What might be meant in the cells of rows at fault that a rule goes by: another form of the same day or code, day and month swapped, what the provider
 * list says, last year's value, the day of birth of every other row. None of them is certain before it is tried.
 */
export async function fixCandidates(
  engine: Engine,
  found: readonly RowFound[],
  rules: ReadonlyMap<string, { readonly definition: RuleDefinition }>,
  collection: Collection,
): Promise<readonly Candidate[]> {
  const candidates: Candidate[] = []
  const codes = Map.groupBy(
    await engine.rows<{ tbl: string; col: string; code: string }>('select tbl, col, code from code_list'),
    ({ tbl, col }) => `${tbl}.${col}`,
  )
  await engine.run(makeDays([...new Set(found.flatMap(({ child }) => child ?? []))]))
  for (const [table, rows] of Map.groupBy(found, row => row.table)) {
    const cellsOf = await cellsOfTable(engine, table, [...new Set(rows.map(({ id }) => id))])
    const marked = Map.groupBy(
      rows.flatMap(row => columnsRead(row, rules.get(row.rule)?.definition).map(column => ({ row, column }))),
      ({ column }) => column,
    )
    const types = keptColumns(table)
    for (const [column, cells] of marked) {
      if (column === 'child' || types[column] === undefined) continue
      const ids = [...new Set(cells.map(({ row }) => row.id))]
      // Of what is not marked, last year's value would move what may well be right.
      const lastYear = cells.filter(
        ({ row }) =>
          row.fields.includes(column.toUpperCase()) && readsLast(rules.get(row.rule)?.definition, collection),
      )
      const list = codes.get(`${table}.${column}`)?.map(({ code }) => code)
      for (const cell of cellsOf(column, ids))
        candidates.push(
          ...formsOf(cell, types[column], list, collection).map(({ to, why }) => asCandidate(table, cell, to, why)),
        )
      const told = [
        ...(table === 'episodes' ? [fromProviders(column, ids)] : []),
        ...(lastYear.length ? [fromLastYear(table, column, [...new Set(lastYear.map(({ row }) => row.id))])] : []),
        ...(types[column] === 'date' ? [swapsWithReason(table, column, ids)] : []),
        ...(column === 'dob' ? [bornElsewhere(table, ids)] : []),
      ].filter(sql => sql !== null)
      for (const sql of told)
        for (const row of await engine.rows<CellRow & { readonly to: string; readonly why: string }>(sql))
          candidates.push(asCandidate(table, { ...row, column }, row.to, row.why))
    }
  }
  const pupils = Map.groupBy(
    candidates.some(({ column }) => column === 'upn')
      ? await engine.rows<{ upn: string; child: string }>('select upn, child from header where upn is not null')
      : [],
    ({ upn }) => upn,
  )
  const taken = ({ column, to, child }: Candidate): boolean =>
    column === 'upn' && (pupils.get(to) ?? []).some(other => other.child !== child)
  return once(candidates).filter(one => !taken(one))
}

/** The columns of a row that a rule marks, and those of its table that it names: a day may be at fault against another that is marked. */
const columnsRead = ({ table, fields }: RowFound, rule: RuleDefinition | undefined): readonly string[] => [
  ...new Set([
    ...fields.map(field => field.toLowerCase()),
    ...Object.keys(keptColumns(table)).filter(column => rule && new RegExp(`\\b${column}\\b`).test(rule.sql)),
  ]),
]

const readsLast = (rule: RuleDefinition | undefined, { year }: Collection): boolean =>
  rule !== undefined && inForce(rule, year) && rule.last.length + rule.uses_last.length > 0

/** As the return writes it: a day as 25/12/2009 (ssda903.md, CSV and XML alike); a postcode with its space. */
function asWritten(to: string, column: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(to)) return to.split('-').reverse().join('/')
  return column.endsWith('_post') ? to.replace(/^([A-Z0-9]{2,4}) ?(\d[A-Z]{2})$/, '$1 $2') : to
}

const asCandidate = (table: ReturnedTable, cell: CellRow, to: string, why: string): Candidate => ({
  id: cell.id,
  table,
  child: cell.child,
  column: cell.column,
  from: cell.text,
  to: asWritten(to, cell.column),
  why,
})

const among = (ids: readonly number[]): string => `(select unnest([${ids.join(', ')}]::integer[]))`

/** Reads the cells of rows of a table once; gives those of a column that are not blank, of some of the rows. */
async function cellsOfTable(
  engine: Engine,
  table: ReturnedTable,
  ids: readonly number[],
): Promise<(column: string, ids: readonly number[]) => readonly CellRow[]> {
  const columns = Object.keys(keptColumns(table))
  const rows = await engine.rows(
    `select id, child, ${columns.map(column => `${column}_text, ${column}::varchar as ${column}_typed`).join(', ')} from ${table}
     where child is not null and id in ${among(ids)}`,
  )
  const byId = new Map(rows.map(row => [Number(row.id), row]))
  return (column, some) =>
    some.flatMap(id => {
      const row = byId.get(id)
      const text = row?.[`${column}_text`]
      if (!row || typeof text !== 'string') return []
      const typed = row[`${column}_typed`]
      return [{ id, child: String(row.child), column, text, typed: typeof typed === 'string' ? typed : null }]
    })
}

const plainColumns: ReadonlySet<string> = new Set(['home_post', 'pl_post', 'urn', 'upn', 'la_perm', 'pl_la'])

function formsOf(
  cell: CellRow,
  type: string | undefined,
  list: readonly string[] | undefined,
  { end }: Collection,
): readonly OtherForm[] {
  const { column, text, typed } = cell
  if (text === null) return []
  // One that can be read may still stand as the return does not write it: 2009-12-25.
  if (type === 'date' && typed !== null) return [{ to: typed, why: 'the same day, written as the return asks' }]
  if (type === 'date') return [dayInOtherForm(text, end)].filter(form => form !== null)
  if (list) return [codeInOtherForm(text, list)].filter(form => form !== null)
  return plainColumns.has(column)
    ? [plainInOtherForm(text, column.endsWith('_post'))].filter(form => form !== null)
    : []
}

/** The same thing put into the same cell is tried once. */
function once(candidates: readonly Candidate[]): readonly Candidate[] {
  const seen = new Map(candidates.toReversed().map(one => [`${one.id} ${one.column} ${one.to}`, one] as const))
  return [...seen.values()].filter(({ from, to }) => from !== to).toReversed()
}

const plain = (column: string): string => `replace(upper(${column}), ' ', '')`

/**
 * What the list of providers says of an episode: of its URN, the one type or code, or the postcode, unless what else stands in the
 * row speaks against that URN; and of its postcode and type, the one URN that is there.
 */
function fromProviders(column: string, ids: readonly number[]): string | null {
  const same = `(e.pl_post is null or p.postcode is null or ${plain('e.pl_post')} = ${plain('p.postcode')})`
  const fits = `(e.place is null or p.place_codes is null or list_contains(p.place_codes, e.place))`
  const telling = {
    place: [`p.place_codes[1]`, `len(p.place_codes) = 1 and ${same}`],
    place_provider: [
      `case when len(p.provider_codes) = 1 then p.provider_codes[1]
            when p.la = own_la() and e.place_provider = 'PR2' then 'PR1' when p.la <> own_la() and e.place_provider = 'PR1' then 'PR2' end`,
      `${same} and ${fits}`,
    ],
    pl_post: ['p.postcode', `p.postcode is not null and ${fits} and e.place is not null`],
  }[column]
  const cell = `e.id, e.child, e.${column}_text as text, e.${column}::varchar as typed`
  if (telling)
    return `select ${cell}, ${telling[0]} as "to", 'the provider list has it for URN ' || e.urn as why
      from episodes e join provider p on p.urn = e.urn
      where e.child is not null and e.id in ${among(ids)} and ${telling[1]} and (${telling[0]}) is not null`
  if (column !== 'urn') return null
  return `select ${cell}, p.urn as "to", 'the one provider of this type at this postcode: ' || coalesce(p.name, p.urn) as why
    from episodes e join provider p on ${plain('p.postcode')} = ${plain('e.pl_post')} and list_contains(p.place_codes, e.place)
    where e.child is not null and e.id in ${among(ids)}
    qualify count(*) over (partition by e.id) = 1`
}

/** The day on which a row of a table begins: what it goes by from one year to the next. */
const begins: Partial<Record<ReturnedTable, readonly [start: string, end: string]>> = {
  episodes: ['decom', 'dec'],
  missing: ['mis_start', 'mis_end'],
  sw_episodes: ['sw_decom', 'sw_dec'],
  dolo: ['dolo_start', 'dolo_end'],
}

/** What last year's return has in the same cell: of the same spell, of the one that was left open for the first; else of the child’s only row. */
function fromLastYear(table: ReturnedTable, column: string, ids: readonly number[]): string | null {
  if (table === 'reviews') return null
  const spell = begins[table]
  const rank = spell
    ? `case when l.${spell[0]} = t.${spell[0]} then 1
            when l.${spell[1]}_text is null and t.${spell[0]} = (select min(f.${spell[0]}) from ${table} f where f.child = t.child) then 2 end`
    : '1'
  return `with paired as (
      select t.id, t.child, t.${column}_text as text, t.${column}::varchar as typed, l.${column}_text as to_text, l.${column}::varchar as to_typed, ${rank} as rank
      from ${table} t join ${ruleTable(table, true)} l using (child)
      where t.id in ${among(ids)}
    ), nearest as (
      select * from paired where rank is not null qualify rank = min(rank) over (partition by id)
    )
    select id, any_value(child) as child, any_value(text) as text, any_value(typed) as typed, any_value(to_typed) as "to", 'last year’s return has it' as why
    from nearest
    group by id
    having count(*) = 1 and count(to_typed) = 1 and any_value(to_typed) is distinct from any_value(typed)`
}
