import { type TrendOptions, type TrendPoint, trendChart } from '../../charts/trend.ts'
import type { Shown } from '../../disclosure/shown.ts'
import { sayNumber } from '../../kit/text.ts'
import type { MeasureView } from '../../report/measure-view.ts'
import type { RowView } from '../../report/scorecard-view.ts'

/** The unit decides how an axis value is written, with as many decimals as it has: 1.05 is not written as 1.1. */
const axis =
  (unit: string) =>
  (value: number): string => {
    const scaled = unit === '%' ? Math.round(value * 1e6) / 1e4 : value
    const places = [0, 1, 2].find(n => Math.abs(scaled - Number(scaled.toFixed(n))) < 1e-9) ?? 3
    return `${sayNumber(scaled, places)}${unit === '%' ? '%' : ''}`
  }

/** The lines of a target: one, or the two ends of a band. */
function targetsOf({ target, targetText }: RowView): NonNullable<TrendOptions['targets']> {
  const lines: readonly (Shown | null | undefined)[] = [target?.value, target?.upper]
  return lines.flatMap(line => (line?.kind === 'number' ? [{ value: line.value, text: `Target: ${targetText}` }] : []))
}

export type Drawn = {
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
  const common = { ...chart, targets, bands, format: axis(unit), ...(unit === '%' ? { most: 1 } : {}) }
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
      points: own?.points ?? row.trend,
      targets: targetsOf(row),
    }),
    months: months.map(({ of, title, unit, points }) =>
      bothWidths({ id: of, title, subtitle: subtitle(title, unit), unit, points }),
    ),
    long: bothWidths({
      id: 'long',
      title: row.title,
      subtitle: subtitle(row.title, row.unit),
      unit: row.unit,
      points: view.long,
      targets: targetsOf(row),
    }),
  }
}
