import { seen, type TrendBand, type TrendPoint } from './trend-point.ts'

type Told = {
  readonly subtitle: string
  readonly points: readonly TrendPoint[]
  readonly targets: readonly { readonly text: string }[]
  readonly bands: readonly TrendBand[]
}

/** The description for people who do not see the picture: what, how long, latest, highest, lowest, limits, what stands out. */
export function describeTrend({ subtitle, points, targets, bands }: Told): string {
  const drawn = points.filter(point => seen(point) !== null)
  const [first, last] = [drawn[0], drawn.at(-1)]
  if (!first || !last) return `${subtitle}. No figures to draw.`
  const by = (pick: 1 | -1): TrendPoint =>
    drawn.reduce((best, point) => (((seen(point) ?? 0) - (seen(best) ?? 0)) * pick > 0 ? point : best), first)
  const [high, low] = [by(1), by(-1)]
  const missing = points.length - drawn.length
  return [
    `Line chart. ${subtitle}, ${first.period} to ${last.period}.`,
    `Latest ${last.figure.text}; highest ${high.figure.text} (${high.period}); lowest ${low.figure.text} (${low.period}).`,
    limits(points),
    marks(points),
    ...targets.map(({ text }) => `${text}.`),
    missing ? `${missing} of ${points.length} periods have no figure to show.` : '',
    bands.length ? `Marked on the chart: ${bands.map(({ text }) => text).join('; ')}.` : '',
    'The figures are in the table below the chart.',
  ]
    .filter(Boolean)
    .join(' ')
}

function limits(points: readonly TrendPoint[]): string {
  const limit = points.findLast(point => seen(point) !== null)?.limits
  if (limit?.centre.kind !== 'number') return ''
  return limit.low?.kind === 'number' && limit.high?.kind === 'number'
    ? `Usual level ${limit.centre.text}; chance alone keeps it between ${limit.low.text} and ${limit.high.text}.`
    : `Middle figure ${limit.centre.text}.`
}

function marks(points: readonly TrendPoint[]): string {
  const marked = points.filter(({ mark }) => mark)
  if (marked.length)
    return `Beyond chance: ${marked.map(({ period, mark }) => `${period} (${mark?.text})`).join('; ')}.`
  return points.some(({ limits }) => limits?.centre.kind === 'number') ? 'No point stands out.' : ''
}
