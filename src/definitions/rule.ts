import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { DefinitionError } from '../kit/error.ts'
import { didYouMean } from '../kit/text.ts'
import { returnTables } from './names.ts'
import { readSource } from './source.ts'

const words = z.string().min(1)
const code = z.union([z.string(), z.number()]).transform(String)
const names = z.array(z.enum(returnTables))

/** A collection year as people write it, 2025-26, as the year it ends in. */
export function collectionYear(text: string): number | null {
  const [, from, to] = /^(20\d\d)[-/](\d\d)$/.exec(text) ?? []
  return from && to && (Number(from) + 1) % 100 === Number(to) ? Number(from) + 1 : null
}
const year = words.transform((text, context) => {
  const found = collectionYear(text)
  if (found === null) context.addIssue({ code: 'custom', message: `"${text}" is no collection year; write 2025-26` })
  return found ?? z.NEVER
})

/** `2022-23 on`, `2022-23 to 2024-25` or `2022-23 only`. */
const years = words.transform((text, context) => {
  const [, first = '', rest, last = ''] = /^(\S+) (on|only|to (\S+))$/.exec(text) ?? []
  const from = collectionYear(first)
  const to = rest === 'on' ? Number.POSITIVE_INFINITY : rest === 'only' ? from : collectionYear(last)
  if (from !== null && to !== null && from <= to) return { from, to }
  context.addIssue({
    code: 'custom',
    message: `"${text}" says no years; write 2022-23 on, 2022-23 to 2024-25 or 2022-23 only`,
  })
  return z.NEVER
})

const shape = z
  .object({
    code,
    /** The return's own message. */
    says: words,
    /** What it said until a year, where its words changed. */
    said: z.array(z.object({ until: year, says: words }).strict()).optional(),
    /** The columns to mark; those of a row's own table are marked in it. */
    fields: z.array(words).min(1),
    /** Tables of this year, and of last year, without which it cannot run. */
    tables: names.min(1),
    last: names.default([]),
    /** Tables that it reads where they are there. */
    uses: names.default([]),
    uses_last: names.default([]),
    years,
    /** Years in which its form changed, and how. */
    forms: z.array(z.object({ from: year, what: words }).strict()).default([]),
    needs: z.array(z.enum(['providers', 'postcodes', 'authority'])).default([]),
    /** Whether it can be told on any day, or only when the year is over. */
    due: z.enum(['any day', 'year end']).default('any day'),
    /** What the message leaves open and how it is read here, with the source. */
    note: words.optional(),
  })
  .strict()

/** A validation rule as its file defines it. Its query gives `id` and `fault`: true, or null where the row cannot be judged. */
export type RuleDefinition = z.infer<typeof shape> & {
  readonly file: string
  readonly sql: string
  readonly sqlLine: number
}

/** Reads one rule file. Throws a DefinitionError naming file and line: what was found, and what was meant. */
export function readRule(file: string, text = readFileSync(file, 'utf8')): RuleDefinition {
  const source = readSource(file, text, 'rule')
  const fail = (path: readonly PropertyKey[], message: string, fix: string): never => {
    throw new DefinitionError('HEARTH-1204', message, fix, { file, line: source.lineOf(path) })
  }
  const found = shape.safeParse(source.header ?? {})
  if (!found.success) {
    const [issue] = found.error.issues
    const [stranger] = issue?.code === 'unrecognized_keys' ? issue.keys : []
    const path = [...(issue?.path ?? []), ...(stranger === undefined ? [] : [stranger])]
    return fail(
      path,
      stranger === undefined
        ? `${path.join('.')}: ${issue?.message}.`
        : `There is no header key "${stranger}" for a rule.${didYouMean(stranger, Object.keys(shape.shape))}`,
      'See docs/guides/add-a-rule.md for what each key takes.',
    )
  }
  const rule = found.data
  if (rule.code !== basename(file, '.sql'))
    fail(['code'], `The code is "${rule.code}", and the file is ${basename(file)}.`, 'Make the two agree.')
  if (source.sql === '')
    throw new DefinitionError(
      'HEARTH-1205',
      'There is no query below the header.',
      'Write a select that gives id and fault.',
      { file, line: source.sqlLine },
    )
  return { ...rule, file, sql: source.sql, sqlLine: source.sqlLine }
}

/** Every rule of a folder, by code, in the order of their codes. Throws the first fault. */
export function readRules(folder: string): ReadonlyMap<string, RuleDefinition> {
  if (!existsSync(folder)) return new Map()
  const byNumber = new Intl.Collator('en', { numeric: true })
  const files = readdirSync(folder)
    .filter(name => name.endsWith('.sql'))
    .sort(byNumber.compare)
  return new Map(files.map(name => [basename(name, '.sql'), readRule(join(folder, name))]))
}

/** What a rule says in a collection year. */
export const saysIn = (rule: RuleDefinition, inYear: number): string =>
  rule.said?.find(({ until }) => inYear <= until)?.says ?? rule.says

/** Whether a rule is in force in a collection year. */
export const inForce = ({ years: { from, to } }: RuleDefinition, inYear: number): boolean =>
  from <= inYear && inYear <= to
