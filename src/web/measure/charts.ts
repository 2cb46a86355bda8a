import { type TrendBand, type TrendOptions, type TrendPoint, trendChart } from '../../charts/trend.ts'
import type { Shown } from '../../disclosure/shown.ts'
import { daysBetween } from '../../kit/day.ts'
import type { BandView } from '../../report/annotation.ts'
import type { MeasureView } from '../../report/measure-view.ts'
import { sayAxis } from '../../report/say.ts'
import type { PeriodFigure, RowView } from '../../report/scorecard-view.ts'

/** The lines of a target: one, or the two ends of a band. */
function targetsOf({ target, targetText }: RowView): NonNullable<TrendOptions['targets']> {
  const lines: readonly (Shown | null | undefined)[] = [target?.value, target?.upper]
  return lines.flatMap(line => (line?.kind === 'number' ? [{ value: line.value, text: `Target: ${targetText}` }] : []))
}

/** Where points that are a year apart end. */
function spacing(points: readonly PeriodFigure[]): { readonly monthsFrom?: number } {
  const apart = points.map(({ periodEnd }, i) =>
    i === 0 ? 0 : daysBetween(points[i - 1]?.periodEnd ?? periodEnd, periodEnd),
  )
  const months = apart.findLastIndex(days => days > 31)
  return months <= 0 || months === points.length - 1 ? {} : { monthsFrom: months }
}

/** Points with what they were when last told, where that differs. */
const withTold = (
  points: readonly (PeriodFigure & Partial<TrendPoint>)[],
  { asTold }: MeasureView,
): readonly TrendPoint[] =>
  points.map(point => ({
    ...point,
    told: asTold?.changed.find(({ periodEnd }) => periodEnd === point.periodEnd)?.told ?? null,
  }))

/** Where on the drawing the points are between which something is marked. */
function bandsAmong(bands: readonly BandView[], points: readonly PeriodFigure[]): readonly TrendBand[] {
  const at = (end: string): number => points.findIndex(({ periodEnd }) => periodEnd === end)
  return bands.map(({ label, text, kind, from, to }) => ({
    label,
    text,
    kind,
    from: at(from),
    to: to === null ? null : at(to),
  }))
}

export type Drawn = {
  readonly monthsFrom?: number
  readonly id: string
  readonly title: string
  readonly subtitle: string
  readonly unit: string
  readonly points: readonly TrendPoint[]
  readonly targets?: TrendOptions['targets']
  readonly bands?: TrendOptions['bands']
}

/**
 * One chart as markup, drawn twice: for a desk and for a phone, where a shrunken drawing could not be read. The stylesheet
 * shows one of them, to all readers alike.
 */
export function bothWidths({ id, unit, targets = [], bands = [], ...chart }: Drawn): string {
  const common = { ...chart, targets, bands, format: sayAxis(unit), ...(unit === '%' ? { most: 1 } : {}) }
  return [
    `<div class="hearth-wide-only">${trendChart({ ...common, id, width: 880, height: 330 })}</div>`,
    `<div class="hearth-narrow-only">${trendChart({ ...common, id: `${id}-narrow`, width: 340, height: 280 })}</div>`,
  ].join('')
}

/** The charts of a measure's page, finished: the trend with its limits, each month by month, the long view. */
export function measureCharts(view: MeasureView): {
  readonly trend: string
  readonly months: readonly string[]
  readonly long: string
} {
  const { row } = view
  const subtitle = (title: string, unit: string): string => `${title}, ${view.authority.name}, ${unit}`
  const { own, months } = view.signals
  return {
    trend: bothWidths({
      id: 'trend',
      title: view.finding,
      subtitle: subtitle(row.title, row.unit),
      unit: row.unit,
      points: withTold(own?.points ?? row.trend, view),
      bands: own ? bandsAmong(own.bands, own.points) : bandsAmong(view.bands.trend, row.trend),
      targets: targetsOf(row),
    }),
    months: months.map(({ of, title, unit, points, bands }) =>
      bothWidths({ id: of, title, subtitle: subtitle(title, unit), unit, points, bands: bandsAmong(bands, points) }),
    ),
    long: bothWidths({
      id: 'long',
      title: row.title,
      subtitle: subtitle(row.title, row.unit),
      unit: row.unit,
      points: view.long,
      ...spacing(view.long),
      bands: bandsAmong(view.bands.long, view.long),
      targets: targetsOf(row),
    }),
  }
}
