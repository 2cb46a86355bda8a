import { sayDay } from '../kit/day.ts'
import type { Window } from '../kit/period.ts'
import type { PeriodFigure, RowView } from './scorecard-view.ts'

/** A period as an adverbial: `at 31 October 2026`, `in October 2026`, `in the 12 months to 31 October 2026`. */
export function whenOf(window: Window, figure: Pick<PeriodFigure, 'period' | 'periodEnd'>): string {
  const { periodEnd } = figure
  const period = figure.period.replace(', as at ', ', on data of ')
  if (window === 'between') return `up ${period}`
  if (window === 'year to date') return `from ${period}`
  if (period.startsWith(sayDay(periodEnd))) return `at ${period}`
  return /^[A-Z]/.test(period) ? `in ${period}` : `in the ${period}`
}

const apart: Partial<Record<Window, string>> = {
  quarter: 'quarter',
  term: 'term',
  'academic year': 'academic year',
  year: 'year',
  'three years': 'year',
}

/** What a figure and the one before it are apart by: rolling windows go by the month. */
export const stepOf = (window: Window): string => apart[window] ?? 'month'

/** When the figure before was: `a month before`; in full where the two do not speak for days a step apart. */
export function whenBefore(row: RowView, prior: PeriodFigure): string {
  const plain = row.latest.asAt === undefined && prior.asAt === undefined && row.window !== 'year to date'
  const step = stepOf(row.window)
  return plain
    ? `${/^[aeiou]/.test(step) ? 'an' : 'a'} ${step} before`
    : whenOf(row.window, prior).replace(/, (on data of .*)$/, ' ($1)')
}

/** Under a chart: which of its earlier points older data tell, and of which day. The latest is dated with its figure. */
export const onDataOf = ({ trend }: RowView): readonly string[] =>
  trend
    .slice(0, -1)
    .flatMap(({ short, figure, asAt }) =>
      asAt !== undefined && figure.kind === 'number' ? [`${short} is on data of ${sayDay(asAt)}.`] : [],
    )
