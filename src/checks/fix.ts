import type { Engine } from '../engine/engine.ts'
import type { CheckReport, RowFound } from './check.ts'
import { type Candidate, fixCandidates } from './fix-candidates.ts'
import { sayingOf, type Trial, tryCandidates } from './fix-trial.ts'

/** A cell to change: column by the return's name, the text that stands there (null: blank), the text to put, and why. */
export type Fix = { readonly field: string; readonly from: string | null; readonly to: string; readonly why: string }
export type Fixes = ReadonlyMap<RowFound, Fix>

/**
 * Fixes for what a check found, where one is certain: putting it in clears the finding and makes no other, nor a row that cannot be
 * judged, by any rule that ran; and no other candidate does. To be asked of the engine on which the check ran.
 */
export async function suggestFixes(engine: Engine, report: CheckReport): Promise<Fixes> {
  const withChild = report.found.filter(({ child }) => child !== null)
  const candidates = await fixCandidates(engine, withChild, report.rules, report.collection)
  if (candidates.length === 0) return new Map()
  const rules = report.run.flatMap(code => report.rules.get(code)?.definition ?? [])
  const trials = await tryCandidates(engine, rules, report.collection, candidates)
  const clean = candidates.flatMap((candidate, i) => {
    const trial = trials[i]
    return trial && makesNothing(trial) && cleared(trial).length ? [{ candidate, clears: new Set(cleared(trial)) }] : []
  })
  // Two things that a cell might say, each of them clearing something: neither is certain.
  const cells = Map.groupBy(clean, ({ candidate: { id, column } }) => `${id} ${column}`)
  const byRow = Map.groupBy(
    [...cells.values()].flatMap(own => (own.length === 1 ? own : [])),
    ({ candidate }) => candidate.id,
  )
  return new Map(
    withChild.flatMap(found => {
      const saying = sayingOf(found.rule, found.id)
      const clearing = (byRow.get(found.id) ?? []).filter(({ clears }) => clears.has(saying))
      const [only] = clearing
      return clearing.length === 1 && only ? [[found, asFix(only.candidate)] as const] : []
    }),
  )
}

/** What was at fault and no longer is, nor is it beyond judging. */
const cleared = ({ before, after }: Trial): readonly string[] =>
  [...before.found].filter(saying => !after.found.has(saying) && !after.unjudged.has(saying))

const asFix = ({ column, from, to, why }: Candidate): Fix => ({ field: column.toUpperCase(), from, to, why })

/** Nothing is at fault, or cannot be judged, that was not before. */
const makesNothing = ({ before, after }: Trial): boolean =>
  [...after.found].every(saying => before.found.has(saying)) &&
  [...after.unjudged].every(saying => before.unjudged.has(saying) || before.found.has(saying))
