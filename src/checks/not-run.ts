import { z } from 'zod'
import { inForce, type RuleDefinition } from '../definitions/rule.ts'
import { day, sayDay } from '../kit/day.ts'
import { type Collection, sayCollection } from './collection.ts'

/** What there is to check: the tables that came, by the return's own names, this year's and last year's; and what else rules need. */
export type Present = {
  readonly tables: ReadonlySet<string>
  readonly last: ReadonlySet<string>
  readonly providers: boolean
  readonly postcodes: boolean
}

const names = z.array(z.string()).min(1).readonly()
const whyNotRun = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('not in force'), collection: z.string() }),
  z.object({ kind: z.literal('not due'), until: z.string().transform(day) }),
  z.object({ kind: z.literal('no table'), tables: names, last: z.boolean() }),
  z.object({ kind: z.literal('no column'), table: z.string(), columns: names, last: z.boolean() }),
  z.object({ kind: z.enum(['no providers', 'no postcodes', 'no council']) }),
  z.object({ kind: z.literal('query failed'), said: z.string() }),
])
/** Why a rule did not run. Tables are by the return's own names; `last` is whether last year's are meant. */
export type WhyNotRun = Readonly<z.infer<typeof whyNotRun>>

/** Reads a reason that a data version keeps; null where an earlier Hearth kept it in words. */
export function readWhyNotRun(kept: string): WhyNotRun | null {
  if (!kept.startsWith('{')) return null
  return whyNotRun.safeParse(JSON.parse(kept)).data ?? null
}

/** Why a rule cannot run on what there is; null where it can. */
export function whyNot(rule: RuleDefinition, collection: Collection, present: Present): WhyNotRun | null {
  if (!inForce(rule, collection.year)) return { kind: 'not in force', collection: sayCollection(collection) }
  if (rule.due === 'year end' && collection.asAt < collection.end) return { kind: 'not due', until: collection.end }
  const tables = rule.tables.filter(table => !present.tables.has(table))
  if (tables.length) return { kind: 'no table', tables, last: false }
  const lastTables = rule.last.filter(table => !present.last.has(table))
  if (lastTables.length) return { kind: 'no table', tables: lastTables, last: true }
  if (rule.needs.includes('providers') && !present.providers) return { kind: 'no providers' }
  if (rule.needs.includes('postcodes') && !present.postcodes) return { kind: 'no postcodes' }
  if (rule.needs.includes('authority') && collection.authority === null) return { kind: 'no council' }
  return null
}

/** Why a rule did not run, in words that follow "because". */
export function sayWhyNotRun(why: WhyNotRun): string {
  switch (why.kind) {
    case 'not in force':
      return `it is not in force in ${why.collection}`
    case 'not due':
      return `it cannot be due before ${sayDay(why.until)}`
    case 'no table':
      return `no ${why.tables.join(' and no ')} table${why.last ? ' of last year' : ''} given`
    case 'no column':
      return `${why.table}${why.last ? ' of last year' : ''} has no ${why.columns.length === 1 ? 'column' : 'columns'} ${why.columns.join(' and ')}`
    case 'no providers':
      return 'no provider list given'
    case 'no postcodes':
      return 'no postcodes given'
    case 'no council':
      return 'nothing says which council it is'
    case 'query failed':
      return `its query failed: ${why.said}`
  }
}
