import type { PackCell } from '../disclosure/pack.ts'
import type { Absent } from '../disclosure/shown.ts'
import type { Day } from '../kit/day.ts'
import { sayNumber } from '../kit/text.ts'
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
}

export type Kind = 'count' | 'proportion' | 'rate' | 'average' | 'total' | 'ratio' | 'gap'

const stateWords: Readonly<Record<Absent, string>> = {
  'awaiting data': 'Awaiting data',
  'not measured': 'Not measured',
  'not applicable': 'Not applicable',
  'no one in scope': 'Unreportable',
  unreliable: 'Unreliable',
}

/** The counts of children from which a figure could be worked out; a sum and a rate's population are not such counts. */
function peopleOf(kind: Kind, figure: RawFigure): readonly number[] {
  const { numerator, denominator } = figure
  if (kind === 'average' || kind === 'total') return denominator === null ? [] : [denominator]
  if (kind === 'count' || kind === 'rate' || kind === 'gap') return numerator === null ? [] : [Math.abs(numerator)]
  return [numerator, denominator].filter(n => n !== null)
}

/** The text of a measured value: a share of a small group reads "5 of 6". */
export function sayMeasured(kind: Kind, unit: Unit, figure: RawFigure & { readonly value: number }): string {
  const { numerator, denominator, value } = figure
  const small = kind === 'proportion' && numerator !== null && denominator !== null && denominator < SMALL_GROUP
  return small ? sayOf(numerator, denominator) : sayValue(unit, value)
}

/** The three cells of a figure for the pack: its value, numerator and denominator. Ids are `prefix`, `prefix/n`, `prefix/d`. */
export function figureCells(prefix: string, kind: Kind, unit: Unit, figure: RawFigure): readonly PackCell[] {
  const people = peopleOf(kind, figure)
  const { numerator, denominator, state, reason, value } = figure
  const share =
    kind === 'proportion' && numerator !== null && denominator !== null ? { share: { numerator, denominator } } : {}
  const absent = state === 'measured' ? 'not measured' : state
  const cell = (id: string, n: number | null, words: string): PackCell =>
    value === null || n === null
      ? { id, value: null, state: absent, why: reason, text: id === prefix ? stateWords[absent] : '–', people: [] }
      : { id, value: n, text: words, people, ...share }
  return [
    cell(prefix, value, value === null ? '' : sayMeasured(kind, unit, { ...figure, value })),
    cell(`${prefix}/n`, numerator, numerator === null ? '' : sayNumber(numerator, Number.isInteger(numerator) ? 0 : 1)),
    cell(`${prefix}/d`, denominator, denominator === null ? '' : sayNumber(denominator)),
  ]
}
