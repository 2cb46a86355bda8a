import type { PackCell } from '../disclosure/pack.ts'
import { type Absent, type Audience, isProtected } from '../disclosure/shown.ts'
import type { Day } from '../kit/day.ts'
import { roundHalfUp, sayNumber } from '../kit/text.ts'
import type { Picture, Point } from '../measures/measures.ts'
import { SMALL_GROUP, sayOf, sayValue, type Unit } from './say.ts'

/** A figure as `measures` gives it: unprotected, not yet said. */
export type RawFigure = {
  readonly periodEnd: Day
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
  readonly unknown: number
  readonly state: 'measured' | Absent
  readonly reason: string | null
  /** The counts of people it tells of, where its own numbers are not they. */
  readonly behind?: readonly number[]
  /** Where a picture older than the period's end tells it. */
  readonly picture?: Picture
}

/** As `measures` gives it. */
export const rawFigure = (point: Point): RawFigure => ({
  periodEnd: point.period_end,
  numerator: point.numerator,
  denominator: point.denominator,
  value: point.value,
  unknown: point.unknown,
  state: point.state,
  reason: point.reason ?? null,
  ...(point.behind ? { behind: point.behind } : {}),
  ...(point.picture ? { picture: point.picture } : {}),
})

/** What of a figure says how many it is about. */
type Counts = Pick<RawFigure, 'numerator' | 'denominator' | 'behind'>

export type Kind = 'count' | 'proportion' | 'rate' | 'average' | 'total' | 'ratio' | 'gap'

const stateWords: Readonly<Record<Absent, string>> = {
  'awaiting data': 'Awaiting data',
  'not measured': 'Not measured',
  'not applicable': 'Not applicable',
  'no one in scope': 'Unreportable',
  unreliable: 'Unreliable',
}

/**
 * The counts of children from which a figure could be worked out. A sum and a rate's population are not such counts, nor are
 * the sides of a gap: 0.3 of the children and 3 cases fewer are no 3 children.
 */
export function peopleOf(kind: Kind, figure: RawFigure): readonly number[] {
  const { numerator, denominator, behind } = figure
  if (behind) return behind
  if (kind === 'average' || kind === 'total') return denominator === null ? [] : [denominator]
  if (kind === 'count' || kind === 'rate' || kind === 'gap') return numerator === null ? [] : [Math.abs(numerator)]
  return [numerator, denominator].filter(n => n !== null)
}

/**
 * Whether a figure is a share of so few that it is told as people, and its change not in points: the share of a group, or of one
 * count in another. A share of money is of no people.
 */
export function isShareOfFew(kind: Kind, { unit }: Unit, { numerator, denominator, behind }: Counts): boolean {
  const share = kind === 'proportion' || (kind === 'ratio' && unit === '%' && behind?.length !== 0)
  return share && numerator !== null && denominator !== null && denominator < SMALL_GROUP
}

/** The text of a measured value: a share of a small group reads "5 of 6". */
export function sayMeasured(kind: Kind, unit: Unit, figure: Counts & { readonly value: number }): string {
  const { numerator, denominator, value } = figure
  return isShareOfFew(kind, unit, figure) ? sayOf(numerator ?? 0, denominator ?? 0) : sayValue(unit, value)
}

/** Whether a share is of money: one sum in another, of no people. */
const isOfMoney = (kind: Kind, { unit }: Unit, { behind }: Counts): boolean =>
  kind === 'ratio' && unit === '%' && behind?.length === 0

/** The number above the line, in pounds where that is what was added up. */
function sayNumerator(kind: Kind, { unit, places }: Unit, figure: Counts, numerator: number): string {
  if (unit === '£' && (isSum(kind) || kind === 'ratio')) return sayValue({ unit, places }, numerator)
  if (isOfMoney(kind, { unit, places }, figure)) return sayValue({ unit: '£', places: 0 }, numerator)
  return sayNumber(numerator, Number.isInteger(numerator) ? 0 : 1)
}

const sayDenominator = (kind: Kind, unit: Unit, figure: Counts, denominator: number): string =>
  isOfMoney(kind, unit, figure) ? sayValue({ unit: '£', places: 0 }, denominator) : sayNumber(denominator)

const isSum = (kind: Kind): boolean => kind === 'average' || kind === 'total'

/** The cells of a figure of which none may be seen unless all may: the sum behind a mean is hidden by itself. */
export const togetherOf = (prefix: string, kind: Kind): readonly string[] =>
  isSum(kind) ? [prefix, `${prefix}/d`] : [prefix, `${prefix}/n`, `${prefix}/d`]

/**
 * A value as far as an audience may have it. For a board and the public an average or a sum is as printed: unrounded, with
 * its number of children, it is every child's amount added up, and two of them tell what one more child brought.
 */
export function asGiven(kind: Kind, unit: Unit, audience: Audience, value: number | null): number | null {
  if (value === null || !isProtected(audience) || !isSum(kind)) return value
  return roundHalfUp(value, unit.places)
}

/** The three cells of a figure for the pack: its value, numerator and denominator. Ids are `prefix`, `prefix/n`, `prefix/d`. */
export function figureCells(
  prefix: string,
  kind: Kind,
  unit: Unit,
  figure: RawFigure,
  audience: Audience,
): readonly PackCell[] {
  const people = peopleOf(kind, figure)
  const { numerator, denominator, state, reason } = figure
  const value = asGiven(kind, unit, audience, figure.value)
  const share =
    kind === 'proportion' && numerator !== null && denominator !== null ? { share: { numerator, denominator } } : {}
  const absent = state === 'measured' ? 'not measured' : state
  const cell = (id: string, n: number | null, words: string): PackCell =>
    value === null || n === null
      ? { id, value: null, state: absent, why: reason, text: id === prefix ? stateWords[absent] : '–', people: [] }
      : { id, value: n, text: words, people, ...share }
  return [
    cell(prefix, value, value === null ? '' : sayMeasured(kind, unit, { ...figure, value })),
    {
      ...cell(`${prefix}/n`, numerator, numerator === null ? '' : sayNumerator(kind, unit, figure, numerator)),
      ...(isSum(kind) ? { workings: true } : {}),
    },
    cell(`${prefix}/d`, denominator, denominator === null ? '' : sayDenominator(kind, unit, figure, denominator)),
  ]
}
