import type { OpenGap } from '../analysis/rare-event.ts'
import type { Rule, Signal, Way } from '../analysis/run-rules.ts'
import type { FlowSignal } from '../analysis/signal-of-flows.ts'
import type { YearOnYear } from '../analysis/year-on-year.ts'
import { addDays, type Day, sayDay, sayMonth } from '../kit/day.ts'
import type { Window } from '../kit/period.ts'
import { sayNumber } from '../kit/text.ts'

/** No signal: it may still differ from last year by more than chance gives nine times in ten, which among many measures is no news. */
export function sayQuiet(lastYear: YearOnYear | null, before: Day): string {
  const flows = 'No more children than usual came into the count or went out of it'
  if (lastYear === null) return flows
  return lastYear.couldBeChance
    ? `${flows}, and it is no further from ${sayMonth(before)} than chance would give`
    : `${flows}; it is further from ${sayMonth(before)} than chance would usually give, but not by enough to stand out among many measures`
}

/** What points of a window are called. */
export const unitOf = (window: Window): string =>
  window === 'year' ? 'years' : window === 'quarter' ? 'quarters' : window === 'term' ? 'terms' : 'months'

export function saySignal(rule: Rule, way: Way, window: Window, points: number): string {
  const side = way === 'high' ? 'above' : 'below'
  const units = unitOf(window)
  if (rule === 'outside the limits') return `The latest is ${side} the limits of ${points} ${units}`
  if (rule === 'shift') return `Seven ${units} or more running ${side} the usual level`
  if (rule === 'trend') return `Six ${units} running each ${way === 'high' ? 'higher' : 'lower'} than the one before`
  return `Two of the last three ${units} are close to the ${way === 'high' ? 'upper' : 'lower'} limit`
}

export function sayFlow(signal: FlowSignal, before: Day): string {
  const way = signal.pushes === 'high'
  if (signal.from === 'same month last year')
    return `${way ? 'Higher' : 'Lower'} than in ${sayMonth(before)}, by more than chance would give`
  if (signal.from === 'entered') return `${way ? 'More' : 'Fewer'} children came into the count than usual`
  return `${way ? 'Fewer' : 'More'} children went out of the count than usual`
}

/** A signal of rare events: `high` is more of them, so fewer days from one to the next. `open`: it is of the days since the last. */
export function sayGap({ rule, way }: Signal, open: boolean): string {
  const more = way === 'high'
  if (open) return 'It is longer since the last one than chance would give'
  const when = more ? 'sooner' : 'later'
  if (rule === 'outside the limits') return `The latest came ${when} after the one before than chance would give`
  if (rule === 'shift') return `Seven or more running came ${when} after the one before than usual`
  if (rule === 'trend') return `The time from one to the next grew ${more ? 'shorter' : 'longer'} six times running`
  return `Two of the last three came much ${when} after the one before than usual`
}

export const sayQuietGaps = (gaps: number): string =>
  `None of ${sayNumber(gaps)} times from one to the next is beyond what chance would give`

/** How long it is since the last, which is no figure of the chart while it grows. */
export const saySince = ({ since, days, signal }: OpenGap): string =>
  `The last was on ${sayDay(since)}, ${days === 1 ? '1 day' : `${sayNumber(days)} days`} before ${sayDay(addDays(since, days))}${signal ? ', which is longer than chance would give' : ''}.`
