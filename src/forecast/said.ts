import { streams } from '../analysis/forecast/care-history.ts'
import type { Fitted } from '../analysis/forecast/fitted.ts'
import { fromNumber, sayDay } from '../kit/day.ts'
import { sayCount, sayNumber } from '../kit/text.ts'
import { groupNames } from './groups.ts'
import type { MissedEnds } from './missed-ends.ts'
import type { PriceBook } from './prices.ts'

const percent = (share: number): string => `${sayNumber(share * 100)}%`
/** A level as a difference in per cent, in words. */
function sayLevel(log: number, of: string): string {
  const times = Math.exp(log)
  const by = percent(Math.abs(times - 1))
  return Math.abs(times - 1) < 0.005
    ? `Recent months count most for how often ${of}: they are as the whole history has it.`
    : `Recent months count most for how often ${of}: that is ${by} ${times > 1 ? 'above' : 'below'} what the whole history would give.`
}

const streamNames: Readonly<Record<(typeof streams)[number], string>> = {
  general: 'Children come into care',
  unaccompanied: 'Unaccompanied asylum-seeking children come',
}

/** Why it learns from later than care is known. */
export const sayMissed = ({ months, usual, from }: MissedEnds): string =>
  `No end of care is known in ${sayCount(months, 'month')} before ${sayDay(fromNumber(from))}, where about ${sayNumber(usual)} would be usual: those who left then are not in the returns, and it learns from that day on.`

/** What a fitted model assumes, a sentence each. */
export function assumptionsOf(fitted: Fitted, prices: PriceBook, inflation: number): readonly string[] {
  const { basis } = fitted
  return [
    `It knows what was known on ${sayDay(fromNumber(fitted.origin))}, and learns from ${fitted.months} months: ${sayCount(basis.starts, 'child', 'children')} who started, ${sayCount(basis.exits, 'end')} of care before 18 and ${sayCount(basis.moves, 'move')} from one kind of placement to another.`,
    'How likely it is that care ends, or that a child moves, goes by age, time in care and kind of placement; where few children were seen it is drawn towards what holds for all.',
    sayLevel(fitted.exitLevel.log, 'children leave care'),
    ...fitted.entries.map(
      ({ perDay, drift }, i) =>
        `${streamNames[streams[i] ?? 'general']} in about ${sayNumber((perDay * 365.25) / 12, 1)} families a month, as of late; that may drift by about ${percent(drift)} in a year either way.`,
    ),
    `How often children leave may drift by about ${percent(fitted.exitDrift)} in a year either way.`,
    'Children who come are like those who came lately: their ages, their first placement, and brothers and sisters together. Everyone leaves care on the 18th birthday.',
    ...(prices.kind === 'priced'
      ? [
          `A placement that goes on costs what it does, where that is known; others cost what placements did in the last 12 months, the few dearest as dear and as rare as they were${inflation === 0 ? ', and prices stay as they are' : `; prices ${inflation > 0 ? 'rise' : 'fall'} by ${sayNumber(Math.abs(inflation) * 100, Number.isInteger(inflation * 100) ? 0 : 1)}% a year, which is a stated assumption`}.`,
          ...(prices.unpriced.length > 0
            ? [
                `Nothing is in the cost for ${prices.unpriced.map(group => groupNames[group] ?? group).join(', ')}: no price is known.`,
              ]
            : []),
        ]
      : [prices.why]),
  ]
}

/** What no forecast from records can know of. */
export const outside: readonly string[] = [
  'changes of policy or law, and decisions not yet taken',
  'delay in the courts',
  'what the placement market will have to offer and at what price',
  'how many unaccompanied children are sent by the national transfer scheme',
  'anything that has never happened in the months it learned from',
]
