import type { Shown } from '../disclosure/shown.ts'
import type { Day } from '../kit/day.ts'
import type { Window } from '../kit/period.ts'
import { partsOf, type ReferenceField } from '../review/reference.ts'
import type { RowView } from './scorecard-view.ts'

/** Words with their figures in: text as it was written, and each figure with where it comes from. Their texts together are what is read. */
export type FilledWords = readonly (
  | { readonly kind: 'text'; readonly text: string }
  | FilledFigure
  /** Named and not there: no row of the scorecard has it. The text is as it was written, and such words cannot be released. */
  | { readonly kind: 'unfilled'; readonly text: string; readonly says: string }
)[]

/** A figure in words, traced to its row. */
export type FilledFigure = {
  readonly kind: 'figure'
  /** As the row prints it; of a hidden figure its symbol, of one that is not there its state or a dash. */
  readonly text: string
  /** The measure's id; of a row that nothing measures its catalogue reference. */
  readonly measure: string
  readonly catalogue: string
  readonly window: Window
  readonly field: ReferenceField
  /** The period it is of, as the row prints it; of a target the period of the figure it is the target of. */
  readonly period: string
  /** Null: of what is published by others, whose period the words of `period` give. */
  readonly periodEnd: Day | null
  /** The end of the period of the row's latest figure. */
  readonly latestEnd: Day
  /** The decided figure behind the text; null where there is none, and for a period. */
  readonly figure: Shown | null
}

type Filled = Pick<FilledFigure, 'text' | 'figure'> & Partial<Pick<FilledFigure, 'period' | 'periodEnd'>>

const NOTHING = '–'

const shown = (figure: Shown | null | undefined): Filled =>
  figure ? { text: figure.text, figure } : { text: NOTHING, figure: null }

/** A change is not shown where either of its two figures is not: then it is hidden as that one is. */
function changeOf({ change, latest, prior }: RowView): Filled {
  if (change) return shown(change.figure)
  return shown([latest.figure, prior?.figure].find(figure => figure?.kind === 'hidden'))
}

/** The statistical neighbours' figure that stands beside ours; another comparator's is not theirs. */
function neighboursOf({ comparison }: RowView): Filled {
  const headline = comparison?.headline?.comparator === 'statistical neighbours' ? comparison.headline : null
  const average = comparison?.comparators.find(({ comparator }) => comparator === 'statistical neighbours')
  const found = headline ?? average
  return { ...shown(found?.figure), ...(found ? { period: found.periodText, periodEnd: null } : {}) }
}

const fill: Readonly<Record<ReferenceField, (row: RowView) => Filled>> = {
  value: ({ latest }) => shown(latest.figure),
  prior: ({ prior }) => ({
    ...shown(prior?.figure),
    ...(prior ? { period: prior.period, periodEnd: prior.periodEnd } : {}),
  }),
  change: changeOf,
  target: ({ target, targetText }) => ({ text: targetText, figure: target?.value ?? null }),
  neighbours: neighboursOf,
  numerator: ({ latest }) => shown(latest.numerator),
  denominator: ({ latest }) => shown(latest.denominator),
  period: ({ latest }) => ({ text: latest.period, figure: null }),
}

/** The row that a name stands for: by its number on the scorecard first, since a measure may be on several rows. */
function rowNamed(rows: readonly RowView[], name: string, id: string): RowView | undefined {
  const same = (a: string | null, b: string): boolean => a?.toUpperCase() === b.toUpperCase()
  const meant = rows.filter(({ measure, catalogue }) => same(measure, id) || same(catalogue, id))
  return meant.find(({ number }) => same(number, name)) ?? meant[0] ?? rows.find(({ number }) => same(number, id))
}

/**
 * Fills the references of words from the rows of a scorecard, as decided for whoever reads. `named`: what names stood for when the
 * words were said (`body.named`), so that rows numbered anew do not change what was meant.
 */
export function fillWords(
  words: string,
  rows: readonly RowView[],
  named: Readonly<Record<string, string>> = {},
): FilledWords {
  return partsOf(words).map(part => {
    if (part.kind === 'text') return part
    if (part.kind === 'fault') return { kind: 'unfilled', text: part.text, says: part.says }
    const { text, measure: name, field } = part
    const row = rowNamed(rows, name, Object.hasOwn(named, name) ? (named[name] ?? name) : name)
    if (!row) return { kind: 'unfilled', text, says: `${text}: ${name} is not on this scorecard.` }
    return {
      kind: 'figure',
      measure: row.measure ?? row.catalogue,
      catalogue: row.catalogue,
      window: row.window,
      latestEnd: row.latest.periodEnd,
      field,
      period: row.latest.period,
      periodEnd: row.latest.periodEnd,
      ...fill[field](row),
    }
  })
}
