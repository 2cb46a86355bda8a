import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { once } from '../kit/once.ts'

/** What a cell holds: `years` is `2025/26`, `period` a year `2025`, years or a day, `name` a name in lower_snake_case, `figure` a number or DfE's symbol for none. */
const kinds = [
  'text',
  'child',
  'name',
  'code',
  'postcode',
  'day',
  'years',
  'period',
  'integer',
  'number',
  'figure',
  'yes_no',
] as const
export type CellKind = (typeof kinds)[number]

const needed = z.union([
  z.literal('always'),
  z.record(z.string(), z.union([z.string(), z.array(z.string())])), // {column: [codes]} and {given: column}
])
/** Codes as they are kept; or, for each code kept, what files write for it. */
const codes = z.union([z.array(z.string()), z.record(z.string(), z.array(z.string()))])
const column = z
  .object({
    is: z.enum(kinds).optional(),
    codes: codes.optional(),
    needed: needed.optional(),
    /** What the header may say instead of the column's name: a pattern, case ignored. */
    header: z.string().optional(),
    least: z.number().optional(),
    above: z.number().optional(),
    most: z.number().optional(),
    /** A cell that cannot be read is taken as not known; absent: it sets the row aside. */
    unreadable: z.literal('blank').optional(),
  })
  .strict()
const shape = z
  .object({
    rows: z.string(),
    time: z.enum(['event', 'snapshot', 'whole', 'merge']),
    table: z.string().optional(),
    /** Other beginnings of its file's name, and of its sheet's. */
    also: z.array(z.string()).optional(),
    key: z.array(z.string()).optional(),
    as_at: z.string().optional(),
    oldest: z.number().optional(),
    /** A picture speaks for no day after the end of its own month. */
    within_month: z.boolean().optional(),
    happened: z.string().optional(),
    /** An event file speaks for so many months before its extract date at least; absent: 24. */
    months: z.number().optional(),
    /** It speaks for those months only, however old its first event. */
    limited: z.boolean().optional(),
    /** It speaks for so many months before its extract date at most; absent: as far back as its first event. */
    most_months: z.number().optional(),
    /** It has everyone from the first day in this column, of rows that have not this code in the other. */
    whole_from: z
      .object({ column: z.string(), unless: z.record(z.string(), z.string()) })
      .strict()
      .optional(),
    spell: z.tuple([z.string(), z.string()]).optional(),
    columns: z.record(z.string(), column),
  })
  .strict()

export type ColumnShape = {
  readonly kind: CellKind
  /** What a file may write, in capitals, and what is kept for it; null where any code is taken. */
  readonly codes: ReadonlyMap<string, string> | null
  readonly needed: 'always' | Readonly<Record<string, string | readonly string[]>> | null
  readonly header: RegExp | null
  readonly least: number | null
  readonly above: number | null
  readonly most: number | null
  /** A cell that cannot be read is taken as not known; otherwise it sets the row aside. */
  readonly unreadable: 'blank' | null
}

/** Where files of a kind come from. */
export type Family = 'local' | 'ssd' | 'annex-a' | 'reference'

/** One kind of file with its columns. Its rows go to `<schema>.<table>`; `table` is null where they are decisions. */
export type FileShape = {
  readonly family: Family
  readonly stem: string
  readonly rows: string
  readonly time: 'event' | 'snapshot' | 'whole' | 'merge'
  readonly schema: 'extract' | 'reference'
  readonly table: string | null
  readonly also: readonly string[]
  readonly key: readonly string[]
  readonly asAt: string | null
  readonly oldest: number
  readonly withinMonth: boolean
  readonly happened: string | null
  readonly months: number
  readonly limited: boolean
  readonly mostMonths: number | null
  readonly wholeFrom: { readonly column: string; readonly unless: Readonly<Record<string, string>> } | null
  readonly spell: readonly [start: string, end: string] | null
  readonly columns: Readonly<Record<string, ColumnShape>>
}

const codeMap = (given: z.infer<typeof codes> | undefined): ReadonlyMap<string, string> | null => {
  if (given === undefined) return null
  const written = Array.isArray(given)
    ? given.map(code => [code, code] as const)
    : Object.entries(given).flatMap(([kept, all]) => [kept, ...all].map(text => [text, kept] as const))
  return new Map(written.map(([text, kept]) => [text.toUpperCase(), kept]))
}

/**
 * The Standard Safeguarding Dataset is of those whom a council knew in the last six years (Data to Insight, README of ssd-data-model): an older
 * event in it is of somebody known since, and tells nothing of others.
 */
const SSD_MONTHS = 72

function readFamily(family: Family): readonly FileShape[] {
  const content = parse(readFileSync(new URL(`../../returns/${family}.yaml`, import.meta.url), 'utf8'))
  return Object.entries(z.record(z.string(), shape).parse(content)).map(([stem, read]) => ({
    family,
    stem,
    rows: read.rows,
    time: read.time,
    schema: family === 'reference' ? ('reference' as const) : ('extract' as const),
    table: family === 'reference' ? (read.table ?? null) : (read.table ?? stem),
    also: read.also ?? [],
    key: read.key ?? [],
    asAt: read.as_at ?? null,
    oldest: read.oldest ?? 31,
    withinMonth: read.within_month ?? false,
    happened: read.happened ?? null,
    months: read.months ?? 24,
    limited: read.limited ?? false,
    mostMonths: read.most_months ?? (family === 'ssd' && read.happened ? SSD_MONTHS : null),
    wholeFrom: read.whole_from ?? null,
    spell: read.spell ?? null,
    columns: Object.fromEntries(
      Object.entries(read.columns).map(([name, { is, codes: listed, header, ...rest }]) => [
        name,
        {
          kind: is ?? (listed ? 'code' : 'text'),
          codes: codeMap(listed),
          needed: rest.needed ?? null,
          header: header ? new RegExp(header, 'i') : null,
          least: rest.least ?? null,
          above: rest.above ?? null,
          most: rest.most ?? null,
          unreadable: rest.unreadable ?? null,
        },
      ]),
    ),
  }))
}

// Each is read when it is first asked for: a check of the return needs reference files only, and reading YAML is a good part of its start.
const families = {
  local: once(() => readFamily('local')),
  ssd: once(() => readFamily('ssd')),
  'annex-a': once(() => readFamily('annex-a')),
  reference: once(() => readFamily('reference')),
} as const

/** Every kind of file besides the SSDA903, by family: content under `returns/`. */
export const fileShapes = once((): readonly FileShape[] => Object.values(families).flatMap(shapes => shapes()))

/** The kinds of reference files. */
export const referenceShapes = (): readonly FileShape[] => families.reference()

/** The shape of a stem; no two have the same. */
export function shapeOf(stem: string): FileShape | undefined {
  for (const family of ['reference', 'local', 'ssd', 'annex-a'] as const) {
    const shape = families[family]().find(one => one.stem === stem)
    if (shape) return shape
  }
  return undefined
}

/** The last day for which a picture of a day speaks, as SQL over the SQL of that day. */
export const lastSpokenSql = ({ oldest, withinMonth }: FileShape, asAt: string): string =>
  withinMonth ? `least(${asAt} + ${oldest}, last_day(${asAt}))` : `${asAt} + ${oldest}`

const types: Readonly<Record<CellKind, string>> = {
  text: 'varchar',
  child: 'varchar',
  name: 'varchar',
  code: 'varchar',
  postcode: 'varchar',
  day: 'date',
  years: 'varchar',
  period: 'varchar',
  integer: 'integer',
  number: 'double',
  figure: 'double',
  yes_no: 'boolean',
}

/** A column of a shape as SQL: its name and its type. A `figure` has its symbol beside it. */
export const sqlColumns = ({
  columns,
}: Pick<FileShape, 'columns'>): readonly (readonly [name: string, type: string])[] =>
  Object.entries(columns).flatMap(([name, { kind }]) =>
    kind === 'figure'
      ? [
          [name, types.figure],
          ['symbol', 'varchar'],
        ]
      : [[name, types[kind]]],
  )
