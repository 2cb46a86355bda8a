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
  /** The rule above that found the very same rows; blank where none did. */
  readonly sameAs: string
  /** The figures that it could move furthest; none where that is not known. */
  readonly moved: readonly string[]
}

/** Figures named for one rule before the rest are counted. */
const MOVED = 2

/** A rule in words. `fresh`: how many of its rows are new; null where none is looked at as new. */
export function sayRule(rule: CheckedRule, figuresOn: FiguresOn, fresh: number | null): RuleSaid {
  const { moved } = rule.effect ?? { moved: [] }
  const more = moved.length - MOVED
  return {
    rule: rule.rule,
    says: rule.says,
    rows: sayNumber(rule.rows),
    children: sayNumber(rule.children),
    fresh: fresh === null ? '' : sayNumber(fresh),
    touches: sayTouches(rule.touches, figuresOn),
    sameAs: rule.sameAs ?? '',
    moved:
      rule.effect === null
        ? []
        : moved.length === 0
          ? ['No figure']
          : [
              ...moved.slice(0, MOVED).map(({ says }) => says),
              ...(more > 0 ? [`${sayCount(more, 'more figure')}.`] : []),
            ],
  }
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
