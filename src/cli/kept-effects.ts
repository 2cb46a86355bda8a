import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RowFound } from '../checks/check.ts'
import { checkMark } from '../checks/keep.ts'
import type { RuleEffects } from '../report/rule-effects.ts'

/** Where effects are kept, and the files that they go by. */
export type KeptEffects = {
  readonly home: string
  readonly version: number
  /** As `2026-27`. */
  readonly year: string
  readonly authority: string
  readonly rules: string
  readonly measures: readonly string[]
  readonly scorecards: readonly string[]
  readonly groups: string
}

const source = join(import.meta.dirname, '..')
const words = ['rule-effects', 'say', 'draft-row'].map(name => join(source, 'report', name))

/**
 * What effects go by beside the rows held: the findings, the rules and how they are tried, measures, scorecards, the model and the groups
 * of codes. Of files their text, so that a council's own measure or a later Hearth makes effects anew.
 */
function markOf({ authority, rules, measures, scorecards, groups }: KeptEffects, found: readonly RowFound[]): string {
  const hash = createHash('sha256').update(checkMark(rules)).update(readFileSync(groups))
  for (const folder of [...measures, ...scorecards, join(source, 'model', 'sql')].filter(existsSync))
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(sql|yaml)$/.test(name)) hash.update(name).update(readFileSync(join(folder, name)))
  for (const file of words.flatMap(name => [`${name}.ts`, `${name}.js`]).filter(existsSync))
    hash.update(readFileSync(file))
  for (const { rule, table, fileId, line, row, child, fields } of found)
    hash.update(JSON.stringify([rule, table, fileId, line, row, child, fields]))
  return hash.update(authority).digest('hex')
}

/**
 * Effects as they were measured before of the same findings of the same data version, else measured now and kept: one file a return,
 * beside what is proven of the version, with codes of rules and figures and nothing of any child.
 */
export async function keptEffects(
  of: KeptEffects,
  found: readonly RowFound[],
  measure: () => Promise<RuleEffects>,
): Promise<RuleEffects> {
  const file = join(of.home, `effects-${of.version}-${of.year}.json`)
  const mark = markOf(of, found)
  const kept = readKept(file)
  if (kept?.mark === mark) return { ...kept.effects, byRule: new Map(kept.byRule) }
  const { byRule, ...effects } = await measure()
  try {
    writeFileSync(file, JSON.stringify({ mark, effects, byRule: [...byRule] } satisfies Kept))
  } catch {
    // A home that cannot be written to has them measured each time.
  }
  return { ...effects, byRule }
}

type Kept = {
  readonly mark: string
  readonly effects: Omit<RuleEffects, 'byRule'>
  readonly byRule: readonly (readonly [string, NonNullable<ReturnType<RuleEffects['byRule']['get']>>])[]
}

/** Null where there is none, or half of one, as where the disk was full. */
function readKept(file: string): Kept | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Kept
  } catch {
    return null
  }
}
