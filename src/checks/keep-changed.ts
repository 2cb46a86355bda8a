import type { RuleDefinition } from '../definitions/rule.ts'
import type { Engine } from '../engine/engine.ts'
import { literal } from '../engine/sql.ts'
import { sayCollection } from './collection.ts'
import { checkHeld, type HeldReturn, heldReturns } from './held-returns.ts'
import { dropKept, keepCheck } from './keep.ts'
import { countKept, type KeptCount, readKept } from './kept.ts'
import { since } from './since.ts'

/** What an import changed: returns by council and year, and reference files by their stems. */
type Changed = {
  readonly returns: readonly { readonly authority: string; readonly year: number }[]
  readonly references: readonly string[]
}
/** By what returns are checked: the rules, read when first asked for, and their mark. */
export type CheckBy = { readonly mark: string; readonly rules: () => ReadonlyMap<string, RuleDefinition> }

/** How many findings the version before had not, of them those by rules that did not run then, and how many are fixed. */
export type CountedSince = { readonly fresh: number; readonly byOtherRules: number; readonly fixed: number }
/** What a version keeps of a return's check; `since` is null where the version before kept none. */
export type KeptReturn = KeptCount & { readonly since: CountedSince | null }
export type KeptReport = {
  readonly returns: readonly KeptReturn[]
  /** How many returns were not checked with the import, and why. */
  readonly leftOut: readonly { readonly authority: string; readonly year: number; readonly why: string }[]
}

/** Reference files that rules read. */
const READ_BY_RULES = new Set(['providers', 'postcodes'])
/** An import checks the returns of so many councils: a country's would keep it for many minutes. */
const COUNCILS = 10
/** An import of more returns than this checks, of each council, so many of the latest: those that somebody is still mending. */
const LATEST = 2
/** Up to so many episodes one thread is quicker than several: most of the time goes into planning queries. */
const SMALL = 50_000

const nameOf = ({ authority, year }: { readonly authority: string; readonly year: number }): string =>
  `${year} ${authority}`
const isLatest = (held: readonly HeldReturn[], { authority, year }: HeldReturn): boolean =>
  held.filter(other => other.authority === authority && other.year > year).length < LATEST
const councilsOf = (returns: readonly HeldReturn[]): number => new Set(returns.map(({ authority }) => authority)).size

/**
 * Checks the returns that an import changed, that follow one it changed, or of which no check by the rules of today is kept, as far
 * as they are among the latest of a council or all that came; keeps
 * what came of it in the schema `checks`, beside what is kept of the others. Temporary tables of the engine are not touched.
 */
export async function keepChanged(
  engine: Engine,
  changed: Changed,
  by: CheckBy,
  onStep: (words: string) => void,
): Promise<KeptReport> {
  const held = await heldReturns(engine)
  const names = new Set(held.map(nameOf))
  const kept = new Map<string, string>()
  for (const { a, y, rules } of await engine.rows<{ a: string; y: number; rules: string }>(
    'select authority as a, collection_year as y, rules from checks.checked',
  )) {
    if (names.has(nameOf({ authority: a, year: y }))) kept.set(nameOf({ authority: a, year: y }), rules)
    else await dropKept(engine, a, y)
  }
  await engine.run('delete from checks.left_out')
  const came = new Set(changed.returns.map(nameOf))
  const touched = held.filter(
    one => came.has(nameOf(one)) || came.has(nameOf({ authority: one.authority, year: one.year - 1 })),
  )
  const all = changed.references.some(stem => READ_BY_RULES.has(stem))
  const due = held.filter(one => all || touched.includes(one) || kept.get(nameOf(one)) !== by.mark)
  const ofFew = [due, touched].find(some => councilsOf(some) <= COUNCILS) ?? []
  const now = ofFew.filter(one => isLatest(held, one) || (touched.includes(one) && touched.length <= LATEST))
  const leftOut: KeptReport['leftOut'][number][] = due
    .filter(one => !now.includes(one) && (touched.includes(one) || !kept.has(nameOf(one)) || !ofFew.includes(one)))
    .map(one => ({
      authority: one.authority,
      year: one.year,
      why: ofFew.includes(one)
        ? `an import checks the ${LATEST} latest returns of a council, or those alone that came`
        : `an import checks up to ${COUNCILS} councils`,
    }))
  const differences = new Map<string, KeptReturn['since']>()
  if (now.length) {
    const episodes = Number((await engine.row('select count(*) as n from returned.episodes'))?.n)
    if (episodes <= SMALL) await engine.run('set threads = 1')
    const own = await engine.beside()
    try {
      for (const one of now) {
        onStep(`Checking the return of ${sayCollection(one)} by its rules`)
        // Figures do not wait for a check that fails; it is said, and `hearth check` tries again.
        try {
          differences.set(nameOf(one), await checkAnew(own, one, by))
        } catch (error) {
          const [said] = String(error instanceof Error ? error.message : error).split('\n')
          leftOut.push({ authority: one.authority, year: one.year, why: `the check failed: ${said}` })
        }
      }
    } finally {
      own.close()
      if (episodes <= SMALL) await engine.run('reset threads')
    }
  }
  for (const { authority, year, why } of leftOut) {
    await dropKept(engine, authority, year)
    await engine.run(`insert into checks.left_out values (${literal(authority)}, ${year}, ${literal(why)})`)
  }
  const returns = (await countKept(engine)).map(count => ({
    ...count,
    since: differences.has(nameOf(count))
      ? (differences.get(nameOf(count)) ?? null)
      : { fresh: 0, byOtherRules: 0, fixed: 0 },
  }))
  return { returns, leftOut }
}

/** Checks one return and keeps it; says what changed since what was kept, null where nothing was. */
async function checkAnew(engine: Engine, one: HeldReturn, by: CheckBy): Promise<KeptReturn['since']> {
  const rules = by.rules()
  const before = await readKept(engine, one, rules)
  await keepCheck(engine, await checkHeld(engine, rules, one), one.authority, by.mark)
  const after = before && (await readKept(engine, one, rules))
  if (!before || !after) return null
  const { fresh, fixed, ranNotThen } = since(after, before)
  const byOtherRules = fresh.filter(({ rule }) => ranNotThen.includes(rule)).length
  return { fresh: fresh.length, byOtherRules, fixed: fixed.length }
}
