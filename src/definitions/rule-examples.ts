import { readFileSync } from 'node:fs'
import { LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { type Day, parseDay } from '../kit/day.ts'
import { DefinitionError } from '../kit/error.ts'
import { didYouMean } from '../kit/text.ts'
import { type ExampleRow, readTable } from './examples.ts'
import { lineFinder } from './line-of.ts'
import { collectionYear } from './rule.ts'

/** One worked example of a rule: rows as returned, each marked with what must come of it in its column `expect`. */
export type RuleExample = {
  readonly title: string
  /** The line of the file that its title stands on. */
  readonly line: number
  readonly year: number
  readonly asAt: Day | null
  readonly authority: string | null
  readonly format: 'csv' | 'xml'
  /** By table, lower case as in `returned`; last year's end in `_last`; `provider` is a provider list. */
  readonly tables: Readonly<Record<string, readonly ExampleRow[]>>
}
/** What `expect` may say; a row without it must not be found. */
export const expectations = ['fault', 'unknown'] as const

const tables = ['header', 'episodes', 'uasc', 'reviews', 'oc2', 'oc3', 'ad1', 'placed_adoption', 'prev_perm', 'missing']
const tableKeys = [...tables, 'sw_episodes', 'dolo'].flatMap(name => [name, `${name}_last`]).concat('provider')
const year = z.string().transform((text, context) => {
  const found = collectionYear(text)
  if (found === null) context.addIssue({ code: 'custom', message: `"${text}" is no collection year; write 2025-26` })
  return found ?? z.NEVER
})
const asAt = z.union([z.string(), z.date()]).transform((value, context) => {
  const found = parseDay(value instanceof Date ? value.toISOString().slice(0, 10) : value)
  if (found === null) context.addIssue({ code: 'custom', message: `"${String(value)}" is not a day` })
  return found ?? z.NEVER
})
const common = {
  year: year.optional(),
  as_at: asAt.optional(),
  authority: z.string().optional(),
  format: z.enum(['csv', 'xml']).optional(),
}
const one = z
  .object({ title: z.string(), ...common, ...Object.fromEntries(tableKeys.map(key => [key, z.string().optional()])) })
  .strict()
const fileShape = z
  .object({
    ...common,
    year,
    /** Why no row can be one that cannot be judged. */
    never_unknown: z.string().optional(),
    ...Object.fromEntries(tableKeys.map(key => [key, z.string().optional()])),
    examples: z.array(one).min(1),
  })
  .strict()

/** Reads the worked examples of a rule. Tables and the year at the top are every example's that has none of its own. Throws a DefinitionError. */
export function readRuleExamples(file: string): {
  readonly examples: readonly RuleExample[]
  readonly neverUnknown: string | null
} {
  const text = readFileSync(file, 'utf8')
  const lines = new LineCounter()
  const yaml = parseDocument(text, { lineCounter: lines })
  const lineOf = lineFinder(yaml, lines)
  const wrong = (message: string, line: number): never => {
    throw new DefinitionError('HEARTH-1208', message, 'See docs/guides/add-a-rule.md for the form of examples.', {
      file,
      line,
    })
  }
  const [broken] = yaml.errors
  if (broken)
    wrong(`The examples are not valid YAML: ${broken.message.split('\n')[0]}`, lines.linePos(broken.pos[0]).line)
  const found = fileShape.safeParse(yaml.toJS())
  if (!found.success) {
    const [issue] = found.error.issues
    const [stranger] = issue?.code === 'unrecognized_keys' ? issue.keys : []
    const path = [...(issue?.path ?? []), ...(stranger === undefined ? [] : [stranger])]
    const near = stranger === undefined ? '' : didYouMean(stranger, Object.keys(one.shape))
    return wrong(`${path.join('.')}: ${issue?.message}.${near}`, lineOf(path))
  }
  const shared = found.data as Readonly<Record<string, unknown>>
  const examples = found.data.examples.map((example, i): RuleExample => {
    const own = example as Readonly<Record<string, unknown>>
    const given = tableKeys.flatMap(key => {
      const table = (own[key] ?? shared[key]) as string | undefined
      return table === undefined ? [] : [[key, readTable(table)] as const]
    })
    return {
      title: String(example.title),
      line: lineOf(['examples', i]),
      year: example.year ?? found.data.year,
      asAt: example.as_at ?? found.data.as_at ?? null,
      authority: example.authority ?? found.data.authority ?? null,
      format: example.format ?? found.data.format ?? 'csv',
      tables: Object.fromEntries(given),
    }
  })
  return { examples, neverUnknown: (found.data.never_unknown as string | undefined) ?? null }
}
