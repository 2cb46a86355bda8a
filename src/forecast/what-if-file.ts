import { readFileSync } from 'node:fs'
import { type Document, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { type Day, parseDay } from '../kit/day.ts'
import { UserError } from '../kit/error.ts'
import { didYouMean } from '../kit/text.ts'
import { type Change, groupsOf, type Scenario } from './change.ts'
import { groups, widerGroups } from './groups.ts'
import { readSentence } from './sentence.ts'

const month = z
  .string()
  .regex(/^\d{4}-\d{2}(-\d{2})?$/, 'write a month as 2027-04')
  .transform((text, context): Day => {
    const found = parseDay(text.length === 7 ? `${text}-01` : text)
    if (found === null) context.addIssue({ code: 'custom', message: `there is no month ${text}` })
    return found ?? ('' as Day)
  })
const place = z.enum([...groups, ...Object.keys(widerGroups)] as [string, ...string[]])
const places = z
  .array(place)
  .min(1)
  .transform(names => [...new Set(names.flatMap(groupsOf))])
const age = z.number().int().min(0).max(17)
const who = {
  from: month.optional(),
  until: month.optional(),
  ages: z
    .tuple([age, age])
    .refine(([from, to]) => from <= to, 'the younger age comes first')
    .optional(),
  stream: z.enum(['general', 'unaccompanied']).optional(),
  groups: places.optional(),
}
const amount = z.number().min(0)
const rate = { factor: amount, low: amount.optional(), high: amount.optional() }
const fields = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('entries'), ...who, ...rate }),
  z.strictObject({
    kind: z.literal('exits'),
    ...who,
    ...rate,
    exit: z.enum(['home', 'guardianship', 'adoption', 'other']).optional(),
  }),
  z.strictObject({ kind: z.literal('moves'), ...who, ...rate, to: places.optional() }),
  z.strictObject({
    kind: z.literal('capacity'),
    ...who,
    groups: places,
    to: places,
    add: z.number(),
    unit: z.enum(['places', 'carers']).default('places'),
    low: z.number().optional(),
    high: z.number().optional(),
    every: z.number().int().min(1).optional(),
  }),
])
/** What is of its kind but cannot be meant. */
const change = fields.superRefine((one, context) => {
  const wrong = (key: string, message: string): void => context.addIssue({ code: 'custom', path: [key], message })
  const [name, amount] = one.kind === 'capacity' ? ['add', one.add] : ['factor', one.factor]
  if (one.low !== undefined && one.low > amount)
    wrong('low', `it is above \`${name}\`, which lies between low and high`)
  if (one.high !== undefined && one.high < amount)
    wrong('high', `it is below \`${name}\`, which lies between low and high`)
  if (one.from && one.until && one.until < one.from) wrong('until', 'it is before `from`')
  if (one.kind === 'capacity' && one.groups.some(group => one.to.includes(group)))
    wrong('to', 'it has a placement in common with `groups`, where children would have gone')
})
const said = z.string().min(1)
const scenario = z
  .strictObject({
    label: said.optional(),
    source: said.optional(),
    say: z.union([said, z.array(said).min(1)]).optional(),
    changes: z.array(change).min(1).optional(),
  })
  .refine(({ say, changes }) => say !== undefined || changes !== undefined, 'it needs `say` or `changes`')
  .refine(({ label, say }) => label !== undefined || typeof say === 'string', 'it needs a `label`')
const shape = z.array(scenario).min(1)
const keys = [
  'label',
  'source',
  'say',
  'changes',
  'kind',
  ...Object.keys(who),
  ...Object.keys(rate),
  'exit',
  'to',
  'add',
  'unit',
  'every',
]

function changeOf({ from, until, ages, stream, groups: lived, ...rest }: z.infer<typeof change>): Change {
  const { exit, to, ...amounts } = { exit: undefined, to: undefined, ...rest }
  const people = { ages, stream, groups: lived, exit, to }
  return {
    ...Object.fromEntries(Object.entries(amounts).filter(([, value]) => value !== undefined)),
    from: from ?? null,
    until: until ?? null,
    who: Object.fromEntries(Object.entries(people).filter(([, value]) => value !== undefined)),
  } as unknown as Change
}

/** The line of a place in the file, or of the nearest place around it that is there. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true) as { readonly range?: readonly number[] } | undefined
    if (node?.range) return lines.linePos(node.range[0] ?? 0).line
  }
  return 1
}

const kinds: Readonly<Record<string, string>> = {
  array: 'a list',
  tuple: 'a list of two',
  object: 'keys, each with its value',
  string: 'text',
  number: 'a number',
  int: 'a whole number',
}
const kindOf = (value: unknown): string =>
  value === null ? 'nothing' : (kinds[Array.isArray(value) ? 'array' : typeof value] ?? JSON.stringify(value))

/** What a value should have been, where it is of the wrong kind or none of those there are. */
function wanted(issue: z.core.$ZodIssue, value: unknown): string {
  // Of a kind that there is not, zod gives those there are beside what its types tell.
  const given: unknown = issue.code === 'invalid_value' ? issue.values : 'options' in issue ? issue.options : null
  const options: readonly unknown[] | null = Array.isArray(given) ? given : null
  if (options) {
    const names = options.map(String)
    return `it is ${value === undefined ? 'missing' : JSON.stringify(value)}; it is one of ${names.join(', ')}.${typeof value === 'string' ? didYouMean(value, names) : ''}`
  }
  if (issue.code === 'invalid_type')
    return value === undefined
      ? 'it is missing.'
      : `it is ${issue.expected === 'int' ? String(value) : kindOf(value)}; it needs ${kinds[issue.expected] ?? issue.expected}.`
  if (issue.code === 'invalid_union') return `it is ${kindOf(value)}; it needs text, or a list of texts.`
  if (issue.code === 'too_small' && issue.origin === 'number') return `it is ${value}, under ${issue.minimum}.`
  if (issue.code === 'too_big' && issue.origin === 'number') return `it is ${value}, over ${issue.maximum}.`
  if (issue.code === 'too_small' && (issue.origin === 'string' || issue.minimum === 1)) return 'it is empty.'
  if (issue.code === 'too_small' || issue.code === 'too_big') return 'it needs two values, the younger age first.'
  return issue.message
}

/** What is wrong with a value, in words; of an unknown key the one that may have been meant. */
function sayIssue(issue: z.core.$ZodIssue, whole: unknown): string {
  const at = issue.path.filter(part => typeof part === 'string').join('.')
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys
    return `"${key}" is not a key here.${didYouMean(key, keys)}`
  }
  const value = issue.path.reduce((found: unknown, part) => (found as Record<PropertyKey, unknown>)?.[part], whole)
  const said = wanted(issue, value)
  if (at) return `${at}: ${said}`
  return issue.path.length === 0 ? `The file is no list of what-ifs: ${said}` : `A what-if: ${said}`
}

/** The text of a file. Throws HEARTH-1101 where there is none. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    const words =
      code === 'EISDIR'
        ? `${file} is a folder, not a file.`
        : code === 'ENOENT'
          ? `There is no file ${file}.`
          : `${file} cannot be read (${code}).`
    throw new UserError('HEARTH-1101', words, 'Give the file of what-ifs as it is called.', { file })
  }
}

/** Reads a file of what-ifs: see docs/guides/forecasts.md. Throws HEARTH-2002 with file and line, or HEARTH-2001 for a sentence. */
export function readWhatIfs(file: string): readonly Scenario[] {
  const fault = (
    line: number,
    words: string,
    fix = 'docs/guides/forecasts.md has every key, and a file to start from.',
  ) => new UserError('HEARTH-2002', words, fix, { file, line })
  const text = textOf(file)
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const [broken] = document.errors
  if (broken) throw fault(broken.linePos?.[0].line ?? 1, `It is not YAML: ${broken.message.split('\n')[0]}`)
  const whole: unknown = document.toJS()
  const found = shape.safeParse(whole)
  if (!found.success) {
    const [issue] = found.error.issues
    throw issue
      ? fault(lineOf(document, lines, [...issue.path, ...('keys' in issue ? issue.keys : [])]), sayIssue(issue, whole))
      : fault(1, 'It is not a list of what-ifs.')
  }
  return found.data.map(({ label, source, say, changes }, i) => {
    const sentences = say === undefined ? [] : [say].flat()
    return {
      label: label ?? sentences.join('; '),
      source: source ?? null,
      changes: [
        ...sentences.map((sentence, n) => {
          try {
            return readSentence(sentence)
          } catch (error) {
            if (!(error instanceof UserError)) throw error
            const line = lineOf(document, lines, typeof say === 'string' ? [i, 'say'] : [i, 'say', n])
            throw new UserError(error.code, error.message, error.fix, { file, line })
          }
        }),
        ...(changes ?? []).map(changeOf),
      ],
    }
  })
}

/** A what-if given as sentences: its label is what was said. */
export const scenarioSaid = (sentence: string): Scenario => ({
  label: sentence,
  source: null,
  changes: sentence.split(';').map(part => readSentence(part.trim())),
})
