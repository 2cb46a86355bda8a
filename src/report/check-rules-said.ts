import { sayCount, sayNumber } from '../kit/text.ts'
import { type FiguresOn, nameOf, onScorecard } from './check-asked.ts'
import type { CheckedRule } from './check-view.ts'

/** A rule that found something, in words. */
export type RuleSaid = {
  readonly rule: string
  readonly says: string
  readonly rows: string
  readonly children: string
  /** Blank where none is looked at as new. */
  readonly fresh: string
  /** `16 of the scorecard; 253 in all`. */
  readonly touches: string
  /** `The same row as rule 242.`: which rule above found the very same; blank where none did. */
  readonly sameAs: string
  /** The figures that it could move furthest; none where that is not known. */
  readonly moved: readonly string[]
}

/** Figures named for one rule before the rest are counted. */
const MOVED = 2

/**
 * A rule in words. `fresh`: how many of its rows are new; null where none is looked at as new. `twin`: the rule above that found the
 * very same rows.
 */
export function sayRule(
  rule: CheckedRule,
  figuresOn: FiguresOn,
  fresh: number | null,
  twin: CheckedRule | undefined,
): RuleSaid {
  return {
    rule: rule.rule,
    says: rule.says,
    rows: sayNumber(rule.rows),
    children: sayNumber(rule.children),
    fresh: fresh === null ? '' : sayNumber(fresh),
    touches: sayTouches(rule.touches, figuresOn),
    sameAs: rule.sameAs === null ? '' : `The same ${rule.rows === 1 ? 'row' : 'rows'} as rule ${rule.sameAs}.`,
    moved: sayMoved(rule, twin),
  }
}

function sayMoved({ effect }: CheckedRule, twin: CheckedRule | undefined): readonly string[] {
  if (effect === null) return []
  if (effect.moved.length === 0) return ['No figure']
  const said = effect.moved.map(({ says }) => says)
  if (twin?.effect?.moved.map(({ says }) => says).join() === said.join()) return [`The same as rule ${twin.rule}`]
  const more = said.length - MOVED
  return [...said.slice(0, MOVED), ...(more > 0 ? [`${sayCount(more, 'more figure')}.`] : [])]
}

/** `16 of the scorecard; 253 in all`; few are named. */
export function sayTouches(touches: readonly string[], figuresOn: FiguresOn): string {
  if (touches.length === 0) return 'None'
  const own = onScorecard(touches, figuresOn)
  const named = own.map(nameOf)
  if (own.length === 0) return `None of the scorecard; ${sayNumber(touches.length)} in all`
  return `${own.length <= FEW ? named.join(', ') : `${sayNumber(own.length)} of the scorecard`}; ${sayNumber(touches.length)} in all`
}
/** Figures of the scorecard named before they are counted. */
const FEW = 4
