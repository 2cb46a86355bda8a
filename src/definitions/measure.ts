import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { parseDay } from '../kit/day.ts'
import { DefinitionError } from '../kit/error.ts'
import { windows } from '../kit/period.ts'
import { didYouMean } from '../kit/text.ts'
import { readSource } from './source.ts'
import { relationNames, sourceNames } from './vocabulary.ts'

const dayText = z.union([z.string(), z.date()]).transform((value, context) => {
  const found = parseDay(value instanceof Date ? value.toISOString().slice(0, 10) : value)
  if (found === null) context.addIssue({ code: 'custom', message: `"${value}" is not a day; write 2026-04-01` })
  return found ?? z.NEVER
})
const words = z.string().min(1)
const oneOrMore = z.union([words.transform(word => [word]), z.array(words)])

const about = {
  title: words,
  asks: words,
  catalogue: z
    .string()
    .regex(/^[A-Z]+-\d{2}(:[a-z0-9_]+)*$/, 'write a full catalogue reference, such as PLC-01 or PRM-10:started'),
  at: z.enum(['period end', 'within period']),
  windows: z.array(z.enum(windows)).min(1),
  good: z.enum(['low', 'high', 'neither', 'band']),
  basis: words.optional(),
  national: words.optional(),
  /** Why nothing published is set beside it. */
  not_compared: words.optional(),
  from: dayText.optional(),
  places: z.number().int().min(0).max(6).optional(),
  unit: words.optional(),
  chart: z.object({ kind: words, because: words }).strict().optional(),
  sources: z.array(z.enum(sourceNames as [string, ...string[]])).optional(),
  /** After `on` it is not measured, unless the source that `unless` names reaches the day. */
  until: z
    .object({ on: dayText, after: words, unless: z.enum(sourceNames as [string, ...string[]]).optional() })
    .strict()
    .optional(),
  looks_back: z
    .string()
    .regex(/^\d+ months?( of \w+)?$/, 'write a number of months, such as "12 months", or "12 months of visit"')
    .refine(
      text => relationNames.includes(/ of (\w+)$/.exec(text)?.[1] ?? 'Episodes'),
      'after "of" write a table of the model that has a source, such as "12 months of visit"',
    )
    .optional(),
  /** The results (`measure` in attainment.csv) without any row of which an academic year is not measured, from the one that `from` is in. */
  not_measured_without: z.object({ results: words, from: dayText }).strict().optional(),
  revisions: z.array(z.object({ on: dayText, what: words }).strict()).min(1),
}
const counting = {
  ...about,
  population: words,
  counted: words,
  unknown: words.optional(),
  unknown_is: z.enum(['left out', 'not counted']).default('left out'),
  slices: z.array(words).optional(),
  mix: oneOrMore.optional(),
}
const strict = <T extends z.ZodRawShape>(shape: T) => z.object(shape).strict()
const shapes = {
  count: strict({ kind: z.literal('count'), ...counting }),
  proportion: strict({ kind: z.literal('proportion'), ...counting }),
  average: strict({ kind: z.literal('average'), ...counting, unit: words }),
  total: strict({ kind: z.literal('total'), ...counting, unit: words }),
  rate: strict({
    kind: z.literal('rate'),
    ...counting,
    reference: strict({
      population: z.enum(['resident', 'school']),
      from_age: z.number().int(),
      to_age: z.number().int(),
    }),
    base: z.number().positive(),
  }),
  ratio: strict({
    kind: z.literal('ratio'),
    ...about,
    numerator: words,
    denominator: words,
    mix: oneOrMore.optional(),
  }),
  gap: strict({
    kind: z.literal('gap'),
    ...about,
    of: words,
    against: z.enum(['region', 'same month last year', 'prior month', 'peak', 'another measure']),
    /** The other measure: slice by slice, where both have the slice. */
    than: words.optional(),
  }),
}
type Kind = keyof typeof shapes
type Header = { [K in Kind]: z.infer<(typeof shapes)[K]> }[Kind]

/** A measure as its file defines it. `sql` is empty for a ratio and a gap, which name other measures. */
export type MeasureDefinition = Header & {
  readonly id: string
  readonly theme: string
  readonly file: string
  readonly sql: string
  readonly sqlLine: number
}
/** A measure with a query: one row per member of the population per period. */
export type QueriedMeasure = Extract<MeasureDefinition, { kind: 'count' | 'proportion' | 'average' | 'total' | 'rate' }>

/** Reads one measure file. Throws a DefinitionError naming file and line: what was found, and what was meant. */
export function readMeasure(file: string, text = readFileSync(file, 'utf8')): MeasureDefinition {
  const source = readSource(file, text, 'measure')
  const fail = (path: readonly PropertyKey[], message: string, fix: string): never => {
    throw new DefinitionError('HEARTH-1204', message, fix, { file, line: source.lineOf(path) })
  }
  if (source.header === null || typeof source.header !== 'object')
    fail([], 'The header is empty.', 'Copy the header of another measure, or start with `hearth measure new`.')
  const header = source.header as Readonly<Record<string, unknown>>
  const kinds = Object.keys(shapes)
  const kind = kinds.find(known => known === header.kind) as Kind | undefined
  if (kind === undefined)
    return fail(
      ['kind'],
      `kind is "${String(header.kind ?? '')}".${didYouMean(String(header.kind ?? ''), kinds)}`,
      `Use one of: ${kinds.join(', ')}.`,
    )
  const shape = shapes[kind]
  const unknownKey = Object.keys(header).find(key => !(key in shape.shape))
  if (unknownKey !== undefined) {
    fail(
      [unknownKey],
      `There is no header key "${unknownKey}" for a ${kind}.${didYouMean(unknownKey, Object.keys(shape.shape))}`,
      `The keys of a ${kind} are: ${Object.keys(shape.shape).join(', ')}.`,
    )
  }
  const found = shape.safeParse(header)
  if (!found.success) {
    const issue = found.error.issues.find(one => 'keys' in one) ?? found.error.issues[0]
    const stranger = issue && 'keys' in issue ? (issue.keys as readonly string[]).slice(0, 1) : []
    const path = [...(issue?.path ?? []), ...stranger]
    const value = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], header)
    const options = issue && 'values' in issue ? (issue.values as readonly string[]) : []
    const near = typeof value === 'string' ? didYouMean(value, options) : ''
    return fail(
      path,
      value === undefined
        ? `The header has no "${path.join('.')}".`
        : `${path.join('.')}: found ${JSON.stringify(value)}; ${issue?.message}.${near}`,
      options.length
        ? `Use one of: ${options.join(', ')}.`
        : 'See docs/guides/add-a-measure.md for what each key takes.',
    )
  }
  const queried = kind !== 'ratio' && kind !== 'gap'
  if (queried && source.sql === '')
    throw new DefinitionError(
      'HEARTH-1205',
      'There is no query below the header.',
      'Write a select that gives period_end, subject and counted.',
      { file, line: source.sqlLine },
    )
  if (!queried && source.sql !== '')
    throw new DefinitionError(
      'HEARTH-1205',
      `A ${kind} has no query: it names other measures.`,
      'Remove the query, or choose another kind.',
      { file, line: source.sqlLine },
    )
  return {
    ...found.data,
    id: basename(file, '.sql'),
    theme: basename(dirname(file)),
    file,
    sql: source.sql,
    sqlLine: source.sqlLine,
  } as MeasureDefinition
}

/** Every measure file below a folder (`<theme>/<id>.sql`), by id. Throws the first fault; `faults` collects instead where given. */
export function readMeasures(folder: string, faults?: DefinitionError[]): ReadonlyMap<string, MeasureDefinition> {
  const found = new Map<string, MeasureDefinition>()
  const themes = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort()
  const files = themes.flatMap(theme =>
    readdirSync(join(folder, theme))
      .filter(name => name.endsWith('.sql'))
      .sort()
      .map(name => join(folder, theme, name)),
  )
  for (const file of files) {
    try {
      const measure = readMeasure(file)
      const same = found.get(measure.id)
      if (same)
        throw new DefinitionError(
          'HEARTH-1206',
          `There are two measures called "${measure.id}": the other is ${same.file}.`,
          'Rename one of the files.',
          { file, line: 1 },
        )
      found.set(measure.id, measure)
    } catch (error) {
      if (!faults || !(error instanceof DefinitionError)) throw error
      faults.push(error)
    }
  }
  return found
}

/** Parts that are the headline by another name (local-extracts.md 4.12). */
const headlineParts =
  /^(FIN-01:PROJECTED|FIN-02:TOTAL|FIN-07:TO_DATE|FOS-01:HOUSEHOLDS|HLT-09:ACCEPTED|MIS-0[12]:CHILDREN|WRK-02:MEAN)$/

/** The measure of this id or catalogue reference (`:number` and `:percent` read the headline's own numerator and value). */
export function findMeasure(measures: ReadonlyMap<string, MeasureDefinition>, name: string): MeasureDefinition | null {
  const called = (reference: string): MeasureDefinition | undefined =>
    [...measures.values()].find(({ catalogue }) => catalogue.toUpperCase() === reference)
  const reference = name.toUpperCase()
  // A part that has a measure of its own comes first: MIS-01:percent is not the headline of MIS-01.
  const headline = headlineParts.test(reference)
    ? reference.replace(/:.*/, '')
    : reference.replace(/:(NUMBER|PERCENT)$/, '')
  return measures.get(name) ?? called(reference) ?? called(headline) ?? null
}
