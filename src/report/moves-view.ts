import { decidedIn, disclose, type PackCell, type Sum } from '../disclosure/pack.ts'
import { type Audience, isProtected } from '../disclosure/shown.ts'
import { sayDay } from '../kit/day.ts'
import type { Period } from '../kit/period.ts'
import { type Cause, isQueried, type MeasureDefinition, type Tally, type Why, whyMoved } from '../measures/measures.ts'
import { unitOf } from './draft-row.ts'
import { asGiven } from './figure.ts'
import type { MeasureView } from './measure-view.ts'
import type { OfficeOptions } from './office-options.ts'
import { sayChange } from './say.ts'
import type { RowView } from './scorecard-view.ts'

const causeWords: Readonly<Record<Cause, string>> = {
  entered: 'Came into the group',
  left: 'Left the group',
  'aged in': 'Grew into the group',
  'aged out': 'Grew out of the group',
  'crossed into the count': 'Stayed, and now counted',
  'crossed out of the count': 'Stayed, and no longer counted',
  'amount changed': 'Stayed, with another amount',
  'became known': 'Was not known, now known',
  'became unknown': 'Was known, now not known',
  'recorded late': 'Recorded late',
  withdrawn: 'Withdrawn',
  corrected: 'Corrected',
}

/**
 * What a move did to an average or a sum, in the unit of the figure. A mean goes from A to B by the sum of its moves, with no
 * remainder, where each counts as its amount less what its members would have brought at the mean A, over those counted after.
 * Null for other kinds, and where there is no mean before or after.
 */
export function effectOf(kind: MeasureDefinition['kind'], { before, after }: Why, move: Tally): number | null {
  if (kind === 'total') return move.amount
  if (kind !== 'average' || before.counted === 0 || after.counted === 0) return null
  return (move.amount - (before.amount / before.counted) * move.counted) / after.counted
}

const reads = {
  average: (unit: string): string =>
    `The first column says how far each line moved the mean, in ${unit}: it adds up to the change of the figure, with no remainder but rounding. The other two count who is averaged and who is in the group.`,
  total: (unit: string): string =>
    `The first column says what each line added, in ${unit}: it adds up to the change of the figure. The other two count what is added and what is in the group.`,
  other: (): string => 'The lines add up to the change in the count and in the group, with no remainder.',
}

/**
 * Why a figure moved between two periods, decided in one pack; null where the measure has no list, or nobody on either day. A board is
 * told nothing unless it may see both figures of the row.
 */
export async function movesOf(
  { session, authority }: OfficeOptions,
  measure: MeasureDefinition,
  { latest, prior }: Pick<RowView, 'latest' | 'prior'>,
  [from, to]: readonly [Period, Period],
  audience: Audience,
): Promise<MeasureView['moves']> {
  const seen = [latest, prior].every(one => one?.figure.kind === 'number')
  if (!isQueried(measure) || (isProtected(audience) && !seen)) return null
  const why = await whyMoved(session, measure, from, to, authority.code)
  if (why.after.group === 0 && why.before.group === 0) return null
  return showMoves(measure, why, [from, to], audience)
}

/**
 * The moves of a figure of which the audience sees both ends. What they come to altogether is then known to it and hides nothing: where
 * that alone would keep a hidden line from being worked out, none is told.
 */
export function showMoves(
  measure: MeasureDefinition,
  why: Why,
  [from, to]: readonly [Period, Period],
  audience: Audience,
): MeasureView['moves'] {
  const { kind } = measure
  const unit = unitOf(measure)
  const whole: Tally = {
    counted: why.after.counted - why.before.counted,
    group: why.after.group - why.before.group,
    unknown: why.after.unknown - why.before.unknown,
    amount: why.after.amount - why.before.amount,
  }
  const cellsOf = (id: string, tally: Tally, people: number): readonly PackCell[] => {
    const effect = effectOf(kind, why, tally)
    return [
      signed(`${id}/c`, tally.counted, people),
      signed(`${id}/g`, tally.group, people),
      effect === null
        ? { id: `${id}/e`, value: null, state: 'not applicable', why: null, text: '–', people: [] }
        : {
            id: `${id}/e`,
            value: asGiven(kind, unit, audience, effect) ?? effect,
            text: sayChange(unit, effect),
            people: [people],
          },
    ]
  }
  const parts = ['c', 'g', 'e'] as const
  const sums: readonly Sum[] = parts.map(part => ({
    total: `all/${part}`,
    parts: why.moves.map((_, i) => `${i}/${part}`),
  }))
  const shown = disclose({
    audience,
    cells: [...why.moves.flatMap((move, i) => cellsOf(`${i}`, move, move.members.length)), ...cellsOf('all', whole, 0)],
    together: why.moves.map((_, i) => parts.map(part => `${i}/${part}`)),
    sums,
  })
  const at = decidedIn(shown)
  const hiddenIn = (part: (typeof parts)[number]): number =>
    why.moves.filter((_, i) => at(`${i}/${part}`).kind === 'hidden').length
  if (parts.some(part => hiddenIn(part) === 1)) return null
  const hasEffect = effectOf(kind, why, whole) !== null
  return {
    from: sayDay(from.end),
    to: sayDay(to.end),
    lines: why.moves.map((move, i) => ({
      label: causeWords[move.cause],
      counted: at(`${i}/c`),
      group: at(`${i}/g`),
      effect: hasEffect ? at(`${i}/e`) : null,
    })),
    change: at('all/c'),
    groupChange: at('all/g'),
    effect: hasEffect ? at('all/e') : null,
    effectTitle: `In the figure (${unit.unit})`,
    reads: (hasEffect && (kind === 'average' || kind === 'total') ? reads[kind] : reads.other)(unit.unit),
  }
}

const signed = (id: string, value: number, people: number): PackCell => ({
  id,
  value,
  text: sayChange({ unit: 'number', places: 0 }, value),
  people: [people],
})
