import { type DraftRow, goalOf, latestOf, priorOf } from './draft-row.ts'
import type { RawFigure } from './figure.ts'
import { statusOf } from './rag.ts'

/** What is not known of a latest figure. Undecided: `low`, `high` and the counts are cells of the pack. */
export type Doubt = {
  /** Members of whom it is not known whether, or with what amount, they count. */
  readonly unknown: number
  /** Everyone the figure should speak of, the unknown included; null where the kind has no group. */
  readonly group: number | null
  /** Rows that could not be used and could matter. */
  readonly setAside: number
  /** The least and most the figure could be; null where nothing bounds it. */
  readonly low: number | null
  readonly high: number | null
}

/** More than this share not known, and an average has no colour. */
const TOO_MUCH = 0.1
/** The most that a hidden number of children can be: what a reader knows of it. */
const MOST_HIDDEN = 5

/**
 * The range a figure could have. A share or count: were every unknown one way or the other; rows set aside widen it. An
 * average: at least what it is with every unknown at its lower bound, where each has one; nothing bounds it from above.
 * Null where nothing is unknown.
 */
export function doubtOf(row: DraftRow): Doubt | null {
  const latest = latestOf(row)
  const { numerator, denominator, value, unknown } = latest
  const { setAside } = row
  // An unreliable figure is told without its value; what is not known of it is said all the same.
  const told = value !== null || latest.state === 'unreliable'
  if (unknown + setAside === 0 || !told || numerator === null) return null
  return { unknown, setAside, group: groupOf(row, latest), ...rangeOf(row, numerator, denominator, unknown + setAside) }
}

function groupOf({ about }: DraftRow, { denominator, unknown }: RawFigure): number | null {
  if (denominator === null || (about.kind !== 'proportion' && about.kind !== 'average' && about.kind !== 'total'))
    return null
  return about.keepsUnknown && about.kind === 'proportion' ? denominator : denominator + unknown
}

function rangeOf(
  row: DraftRow,
  numerator: number,
  denominator: number | null,
  doubt: number,
): Pick<Doubt, 'low' | 'high'> {
  const { kind } = row.about
  const { unknown } = latestOf(row)
  if (kind === 'count') return { low: numerator, high: numerator + doubt }
  if (kind === 'average' && denominator !== null && unknown > 0 && row.bounds?.known === unknown)
    return { low: (numerator + row.bounds.sum) / (denominator + unknown), high: null }
  if (kind !== 'proportion' || denominator === null) return { low: null, high: null }
  const kept = row.about.keepsUnknown ? unknown : 0
  const group = denominator - kept + doubt
  return { low: numerator / group, high: Math.min(1, (numerator + doubt) / group) }
}

/**
 * Whether too much of an average is not known to colour it: more than a tenth of its group, or a range that reaches another
 * colour than the figure has. Where the number not known is hidden it is taken at the most it can be, so that the colour
 * does not tell it.
 */
export function tooMuchUnknown(row: DraftRow, hidden: boolean): boolean {
  const [doubt, goal] = [doubtOf(row), goalOf(row)]
  const { value, denominator } = latestOf(row)
  if (row.about.kind !== 'average' || doubt === null || denominator === null || doubt.unknown === 0) return false
  const unknown = hidden ? MOST_HIDDEN : doubt.unknown
  if (unknown / (denominator + unknown) > TOO_MUCH) return true
  if (doubt.low === null || value === null || goal === null) return false
  const colours = [value, doubt.low, doubt.high ?? Number.POSITIVE_INFINITY].map(v => statusOf(goal, v))
  return new Set(colours).size > 1
}

/**
 * Whether the change from the period before could be none, or the other way, for what is not known of either: the ranges that the two
 * could have overlap. Where numbers not known are hidden (`hidden`) each is taken at the most it can be, so that this does not tell them.
 */
export function changeInDoubt(row: DraftRow, hidden: boolean): boolean {
  const [latest, prior] = [latestOf(row), priorOf(row)]
  if (!prior || (row.about.kind !== 'proportion' && row.about.kind !== 'count')) return false
  if (latest.unknown + prior.unknown === 0) return false
  const range = (figure: RawFigure): Pick<Doubt, 'low' | 'high'> => {
    const unknown = hidden && figure.unknown > 0 ? Math.max(figure.unknown, MOST_HIDDEN) : figure.unknown
    const of = { ...row, setAside: 0, figures: [{ ...figure, unknown }] }
    return figure.numerator === null
      ? { low: null, high: null }
      : rangeOf(of, figure.numerator, figure.denominator, unknown)
  }
  const [now, before] = [range(latest), range(prior)]
  if (now.low === null || now.high === null || before.low === null || before.high === null) return false
  return now.low <= before.high && before.low <= now.high
}
