import type { RowView } from '../report/scorecard-view.ts'

/** What a point of a trend is, where it is not a month. */
const periods: Partial<Record<RowView['window'], readonly [one: string, many: string]>> = {
  quarter: ['quarter', 'quarters'],
  term: ['term', 'terms'],
  'academic year': ['school year', 'school years'],
  year: ['year', 'years'],
  'three years': ['year', 'years'],
}

/** How far a trend reaches whose points are no months, under a heading that says 12 months: `3 years`; blank of months and of none. */
export function spanWords({ trend, window }: Pick<RowView, 'trend' | 'window'>): string {
  const named = periods[window]
  const first = trend.findIndex(({ figure }) => figure.kind === 'number')
  if (named === undefined || first < 0) return ''
  const reach = trend.length - first
  return `${reach} ${named[reach === 1 ? 0 : 1]}`
}
