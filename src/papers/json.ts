import type { Shown } from '../disclosure/shown.ts'
import type { PeriodFigure, RowView, ScorecardView } from '../report/scorecard-view.ts'

/** The number in a decided figure, or null where it is hidden or has none. */
const number = (figure: Shown | null | undefined): number | null => (figure?.kind === 'number' ? figure.value : null)

const point = ({ periodEnd, figure, numerator, denominator }: PeriodFigure): object =>
  figure.kind === 'hidden'
    ? { period_end: periodEnd, state: 'hidden', symbol: figure.symbol }
    : { period_end: periodEnd, value: number(figure), numerator: number(numerator), denominator: number(denominator) }

/** Of a hidden figure nothing is told but that it is hidden, and why (contracts.md). */
function hiddenRow(row: RowView): object {
  const { figure } = row.latest
  return {
    ...identity(row),
    state: 'hidden',
    ...(figure.kind === 'hidden' ? { symbol: figure.symbol, why: figure.why } : {}),
    target: target(row),
    toTarget: null,
    prior: null,
    trend: row.trend.map(({ periodEnd }) => ({ period_end: periodEnd })),
    benchmarks: benchmarks(row),
    commentary: null,
  }
}

/** What was published, which hides nothing of ours; one line that says why where there is none. */
function benchmarks({ comparison }: RowView): readonly object[] {
  if (comparison === null) return []
  if (comparison.notCompared !== null)
    return [{ comparator: 'none', value: null, period: null, release: null, fair: false, why: comparison.notCompared }]
  return comparison.comparators.map(({ comparator, label, figure, periodText, release, note }) => ({
    comparator,
    label,
    value: number(figure),
    period: periodText,
    release,
    fair: note === '' && comparison.differs === null,
    why: [note, comparison.differs ?? ''].filter(Boolean).join('; ') || null,
  }))
}

const identity = (row: RowView): object => ({
  number: row.number,
  measure: row.measure,
  catalogue: row.catalogue,
  title: row.title,
  asks: row.asks,
  unit: row.unit,
  good: row.good,
  window: row.window,
  period_end: row.latest.periodEnd,
  ...(row.latest.asAt ? { as_at: row.latest.asAt } : {}),
})

const target = ({ target: aim }: RowView): object | null =>
  aim && {
    operator: aim.operator,
    value: number(aim.value),
    ...(aim.upper ? { upper: number(aim.upper) } : {}),
    amberWithin: number(aim.amberWithin),
    from: aim.from,
  }

const prior = ({ prior: before }: RowView): object =>
  before?.figure.kind === 'number'
    ? { value: before.figure.value, shown: before.figure.text }
    : { value: null, shown: before?.figure.text ?? null }

function openRow(row: RowView): object {
  const { figure, numerator, denominator } = row.latest
  return {
    ...identity(row),
    state: row.state,
    ...(row.reason ? { reason: row.reason } : {}),
    numerator: number(numerator),
    denominator: number(denominator),
    value: number(figure),
    shown: figure.text,
    interval: row.interval ? [number(row.interval.low), number(row.interval.high)] : null,
    quality: row.quality
      ? { low: number(row.quality.low), high: number(row.quality.high), why: row.quality.why }
      : null,
    target: target(row),
    targetText: row.targetText,
    rag: row.rag.kind === 'rated' ? { status: row.rag.status, certainty: number(row.rag.certainty) } : null,
    ragText: row.rag.text,
    toTarget: row.toTarget ? { children: number(row.toTarget.children) } : null,
    prior: row.prior ? { period_end: row.prior.periodEnd, ...prior(row) } : null,
    change: row.change ? { value: number(row.change.figure), reads: row.change.reads } : null,
    direction: row.direction ? { word: row.direction.word, because: row.direction.because } : null,
    assurance: row.assurance,
    lastYear: row.lastYear
      ? {
          change: number(row.lastYear.change),
          interval: [number(row.lastYear.low), number(row.lastYear.high)],
          couldBeChance: row.lastYear.couldBeChance,
        }
      : null,
    trend: row.trend.map(point),
    benchmarks: benchmarks(row),
    commentary: null,
  }
}

/** The scorecard as JSON, for other programs: the form of contracts.md. */
export function scorecardJson(view: ScorecardView): string {
  const body = {
    authority: view.authority,
    synthetic: view.synthetic,
    at: view.at,
    knownOn: view.knownOn,
    dataVersion: Number(view.dataVersion),
    edition: view.edition === null ? null : Number(view.edition),
    status: view.status,
    audience: view.audience,
    themes: view.themes.map(({ id, title, rows }) => ({
      id,
      title,
      rows: rows.map(row => (row.state === 'hidden' ? hiddenRow(row) : openRow(row))),
    })),
  }
  return `${JSON.stringify(body, null, 1)}\n`
}
