import { existsSync, readFileSync } from 'node:fs'
import { LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { type Day, parseDay } from '../kit/day.ts'
import { DefinitionError } from '../kit/error.ts'
import { windows } from '../kit/period.ts'
import { didYouMean } from '../kit/text.ts'
import { lineFinder } from './line-of.ts'
import { tableNames } from './vocabulary.ts'

const anyText = z
  .union([z.string(), z.number(), z.date()])
  .transform(value => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value)))
const day = anyText.transform((text, context) => {
  const found = parseDay(text)
  if (found === null) context.addIssue({ code: 'custom', message: `"${text}" is not a day` })
  return found ?? z.NEVER
})
const ids = z.union([anyText.transform(id => [id]), z.array(anyText)])
const kinds = ['exclusion', 'boundary', 'unknown', 'empty', 'other'] as const
const expectation = z
  .object({
    counted: ids.optional(),
    'not counted': ids.optional(),
    unknown: ids.optional(),
    out: ids.optional(),
    numerator: z.number().optional(),
    denominator: z.number().nullable().optional(),
    unknown_count: z.number().optional(),
    value: z.number().optional(),
    state: z.string().optional(),
    slices: z.record(z.string(), z.record(z.string(), z.number())).optional(),
  })
  .strict()

const one = z
  .object({
    title: z.string(),
    shows: z.enum(kinds),
    at: day.optional(),
    window: z.enum(windows).optional(),
    held: z.object({ from: day, to: day }).strict().optional(),
    expect: expectation,
    ...Object.fromEntries(tableNames.map(name => [name, z.string().optional()])),
  })
  .strict()

const fileShape = z
  .object({
    at: day,
    not_applicable: z.partialRecord(z.enum(['exclusion', 'boundary', 'unknown', 'empty']), z.string()).optional(),
    ...Object.fromEntries(tableNames.map(name => [name, z.string().optional()])),
    examples: z.array(one).min(1),
  })
  .strict()

/** A row of a pasted table: cells by column name, lower case; a blank cell is left out. */
export type ExampleRow = Readonly<Record<string, string>>
export type Example = {
  readonly title: string
  /** The line of the file that its title stands on. */
  readonly line: number
  readonly shows: (typeof kinds)[number]
  readonly at: Day
  readonly window: (typeof windows)[number] | null
  readonly held: { readonly from: Day; readonly to: Day } | null
  readonly tables: Readonly<Record<string, readonly ExampleRow[]>>
  readonly expect: z.infer<typeof expectation>
}

/** Reads a pasted table: tabs, or | between cells; the first line names the columns. */
export function readTable(text: string): readonly ExampleRow[] {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  const cells = (line: string): readonly string[] =>
    (line.includes('\t')
      ? line.split('\t')
      : line
          .replace(/^\s*\|/, '')
          .replace(/\|\s*$/, '')
          .split('|')
    ).map(cell => cell.trim())
  const names = cells(lines[0] ?? '').map(name => name.toLowerCase().replaceAll(' ', '_'))
  return lines
    .slice(1)
    .map(line =>
      Object.fromEntries(
        cells(line).flatMap((cell, i) => (cell === '' || names[i] === undefined ? [] : [[names[i], cell]])),
      ),
    )
}

export const examplesFile = (measureFile: string): string => measureFile.replace(/\.sql$/, '.examples.yaml')

/**
 * The worked examples beside a measure; none where there is no such file. Tables of the file are given to every example
 * that has no table of that name. Throws a DefinitionError for a key that is not known or a value that is not right.
 */
export function readExamples(file: string): {
  readonly examples: readonly Example[]
  readonly missingKinds: readonly string[]
} {
  if (!existsSync(file)) return { examples: [], missingKinds: ['exclusion', 'boundary', 'unknown', 'empty'] }
  const text = readFileSync(file, 'utf8')
  const lines = new LineCounter()
  const yaml = parseDocument(text, { lineCounter: lines })
  const lineOf = lineFinder(yaml, lines)
  const [broken] = yaml.errors
  if (broken) {
    const [message = 'broken'] = broken.message.split('\n')
    throw new DefinitionError(
      'HEARTH-1208',
      `The examples are not valid YAML: ${message}`,
      'Indent tables under "episodes: |"; put titles that hold ": " in quotes.',
      { file, line: lines.linePos(broken.pos[0]).line },
    )
  }
  const found = fileShape.safeParse(yaml.toJS())
  if (!found.success) {
    const issue = found.error.issues.find(one => 'keys' in one) ?? found.error.issues[0]
    const stranger = issue && 'keys' in issue ? String((issue.keys as readonly string[])[0]) : null
    const path = [...(issue?.path ?? []), ...(stranger === null ? [] : [stranger])]
    const near =
      stranger === null ? '' : didYouMean(stranger, [...Object.keys(one.shape), ...Object.keys(expectation.shape)])
    throw new DefinitionError(
      'HEARTH-1208',
      `${path.join('.')}: ${issue?.message}.${near}`,
      'See docs/guides/add-a-measure.md for the form of examples.',
      { file, line: lineOf(path) },
    )
  }
  const shared = found.data as unknown as Record<string, string | undefined>
  const examples = found.data.examples.map((example, i) => {
    const own = example as unknown as Record<string, string | undefined>
    const tables = Object.fromEntries(
      tableNames.flatMap(name => {
        const table = own[name] ?? shared[name]
        return table === undefined ? [] : [[name, readTable(table)]]
      }),
    )
    return {
      title: example.title,
      line: lineOf(['examples', i]),
      shows: example.shows,
      at: example.at ?? found.data.at,
      window: example.window ?? null,
      held: example.held ?? null,
      tables,
      expect: example.expect,
    }
  })
  const shown = new Set<string>([
    ...examples.map(({ shows }) => shows),
    ...Object.keys(found.data.not_applicable ?? {}),
  ])
  return { examples, missingKinds: ['exclusion', 'boundary', 'unknown', 'empty'].filter(kind => !shown.has(kind)) }
}
