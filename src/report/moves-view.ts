import { decidedIn, disclose, type PackCell, type Sum } from '../disclosure/pack.ts'
import type { Audience } from '../disclosure/shown.ts'
import { sayDay } from '../kit/day.ts'
import type { Period } from '../kit/period.ts'
import { type Cause, isQueried, type MeasureDefinition, type Tally, type Why, whyMoved } from '../measures/measures.ts'
import { unitOf } from './draft-row.ts'
import { asGiven } from './figure.ts'
import type { MeasureView } from './measure-view.ts'
import type { OfficeOptions } from './office-options.ts'
import { sayChange } from './say.ts'

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

/** Why a figure moved between two periods, decided in one pack; null where the measure has no list, or nobody on either day. */
export async function movesOf(
  { session, authority }: OfficeOptions,
  measure: MeasureDefinition,
  from: Period,
  to: Period,
  audience: Audience,
): Promise<MeasureView['moves']> {
  if (!isQueried(measure)) return null
  const why = await whyMoved(session, measure, from, to, authority.code)
  if (why.after.group === 0 && why.before.group === 0) return null
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
    cells: [
      ...why.moves.flatMap((move, i) => cellsOf(`${i}`, move, move.members.length)),
      ...cellsOf('all', whole, Math.abs(whole.counted)),
    ],
    together: why.moves.map((_, i) => parts.map(part => `${i}/${part}`)),
    sums,
  })
  const at = decidedIn(shown)
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
