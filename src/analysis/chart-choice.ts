import { xmrLimits } from './xmr.ts'

/** What a measure is, which decides what may be drawn (statistics.md 1.4). */
export type MeasureKind =
  | 'count_rare'
  | 'count'
  | 'proportion'
  | 'rate'
  | 'mean'
  | 'stock'
  | 'share_of_stock'
  | 'rolling'
  | 'cumulative'
  | 'seasonal'

export type ChartName = 'xmr' | 'p' | 'u' | 'c' | 't' | 'mean xmr' | 'run chart' | 'line only' | 'none'

export type ChartChoice = {
  readonly chart: ChartName
  /** Where a signal may come from. */
  readonly signalFrom:
    | 'latest point'
    | 'flows and same month last year'
    | 'events of the month'
    | 'same month last year'
    | 'nothing yet'
  /** One sentence for the footnote. */
  readonly why: string
}

export type SeriesSummary = {
  /** One value a period in order, null for a gap. */
  readonly values: readonly (number | null)[]
  /** Whether the denominators (or exposures, or the days of the events) are known. Left out: yes. */
  readonly detailKnown?: boolean
}

const RARE = 1
const FEW = 5

const none = (signalFrom: ChartChoice['signalFrom'], why: string): ChartChoice => ({ chart: 'none', signalFrom, why })
const draw = (chart: ChartName, why: string): ChartChoice => ({ chart, signalFrom: 'latest point', why })

/**
 * Which chart a measure of this kind may have, and why. Limits are refused for anything that counts the same children
 * again next month, whatever the series looks like. Never fails: too little data is a line. Source: statistics.md 1.2, 1.4.
 */
export function chooseChart(kind: MeasureKind, series: SeriesSummary): ChartChoice {
  const known = series.values.filter(v => v !== null)
  const detail = series.detailKnown ?? true
  switch (kind) {
    case 'stock':
      return none(
        'flows and same month last year',
        'The same children are counted again next month, so limits would flag most points of a council that never changed.',
      )
    case 'share_of_stock':
      return none(
        'flows and same month last year',
        'It is a share of children who are mostly the same next month, so limits would flag most points of a council that never changed.',
      )
    case 'rolling':
      return none(
        'events of the month',
        'Each rolling figure shares most of its events with the one before, so only the events of the month can have limits.',
      )
    case 'cumulative':
      return none(
        'events of the month',
        'A year-to-date figure holds all the months before it, so only the events of the month can have limits.',
      )
    case 'seasonal':
      return none(
        'same month last year',
        'It has a yearly pattern, so each month is compared with the same month last year.',
      )
    case 'count_rare':
      return rare(detail)
    default:
      break
  }
  if (known.length < 8)
    return { chart: 'line only', signalFrom: 'nothing yet', why: 'Fewer than 8 points say nothing about change.' }
  if (known.length < 12) return draw('run chart', 'From 8 to 11 points only runs about the median can be judged.')
  if (kind === 'count') return count(known, series.values, detail)
  if (kind === 'proportion' && detail)
    return draw('p', 'It is a share of what fell due in the month, and months differ in how many.')
  if (kind === 'rate' && detail) return draw('u', 'It is events for each child or day, and months differ in how many.')
  const chart = kind === 'mean' ? 'mean xmr' : 'xmr'
  if (xmrLimits(series.values).state === 'refused')
    return draw(
      'run chart',
      'Values hardly ever change from one month to the next, so only runs about the median can be judged.',
    )
  return draw(
    chart,
    kind === 'mean'
      ? 'It is a mean of different children each month, whose spread shows in how it moves from month to month.'
      : 'The numbers behind it are not known, so its spread is taken from how it moves from month to month.',
  )
}

function count(known: readonly number[], values: SeriesSummary['values'], daysKnown: boolean): ChartChoice {
  const mean = known.reduce((sum, v) => sum + v, 0) / known.length
  if (mean < RARE) return rare(daysKnown)
  if (mean < FEW)
    return draw('c', 'There are fewer than 5 a month, so limits come from the Poisson distribution itself.')
  if (xmrLimits(values).state === 'refused')
    return draw(
      'run chart',
      'Values hardly ever change from one month to the next, so only runs about the median can be judged.',
    )
  return draw(
    'xmr',
    'There are 5 or more a month, each month different children, so its spread is taken from month to month.',
  )
}

const rare = (daysKnown: boolean): ChartChoice =>
  daysKnown
    ? draw('t', 'There is less than one a month, so the days from one to the next are charted.')
    : draw(
        'c',
        'There is less than one a month and too few of their days are known, so limits come from the Poisson distribution.',
      )
