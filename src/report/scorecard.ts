import { wilson } from '../analysis/interval.ts'
import { disclose, type PackCell } from '../disclosure/pack.ts'
import type { Audience, Shown } from '../disclosure/shown.ts'
import type { Day } from '../kit/day.ts'
import { endsBefore, latestPeriod, type Period, periodEnding, type Window } from '../kit/period.ts'
import { sayNumber } from '../kit/text.ts'
import { type MeasureDefinition, type Point, type Session, series, setAsideFor } from '../measures/measures.ts'
import { type Target, type TargetStanding, targetOn } from '../review/target.ts'
import { figureCells, type Kind, type RawFigure } from './figure.ts'
import { certaintyOf, childrenToTarget, type Goal, met, type Status, statusOf } from './rag.ts'
import { sayChange, sayPeriod, sayShort, sayTarget, sayValue, type Unit } from './say.ts'
import type { PeriodFigure, Rag, RowView, TargetView } from './scorecard-view.ts'

/** How many periods a row's trend has. */
export const TREND = 12
/** Under this many in the group a share is not rated (statistics.md 5.1, a setting). */
const TOO_FEW = 10

/** How a measure's values are printed. */
export function unitOf(measure: MeasureDefinition, of?: MeasureDefinition): Unit {
  const { kind } = measure
  if (kind === 'proportion') return { unit: '%', places: measure.places ?? 1 }
  if (kind === 'ratio') return { unit: ':1', places: measure.places ?? 1 }
  if (kind === 'rate') return { unit: measure.unit ?? `per ${sayNumber(measure.base)}`, places: measure.places ?? 1 }
  if (kind === 'average') return { unit: measure.unit, places: measure.places ?? 1 }
  if (kind === 'gap' && of)
    return { ...unitOf(of), ...(measure.places === undefined ? {} : { places: measure.places }) }
  return { unit: measure.unit ?? 'number', places: measure.places ?? 0 }
}

/** A row before the pack decides: what is measured, and the figures of its trend, the period before it included. */
export type DraftRow = {
  readonly key: string
  readonly number: string | null
  readonly alias: string | null
  readonly title: string
  readonly measure: MeasureDefinition
  readonly unit: Unit
  readonly window: Window
  /** TREND + 1 figures, oldest first; the last is the latest. */
  readonly figures: readonly RawFigure[]
  readonly target: TargetStanding
  readonly setAside: number
}

const rawFigure = (point: Point): RawFigure => ({
  periodEnd: point.period_end,
  numerator: point.numerator,
  denominator: point.denominator,
  value: point.value,
  unknown: point.unknown,
  state: point.state,
  reason: point.reason ?? null,
})

/** Measures one row for an authority and a day. */
export async function draftRow(
  session: Session,
  authority: string,
  at: Day,
  measure: MeasureDefinition,
  targets: readonly Target[],
  row: {
    readonly number?: string | undefined
    readonly title?: string | undefined
    readonly alias?: string | undefined
    readonly window?: Window | undefined
  },
): Promise<DraftRow> {
  const window = row.window ?? measure.windows[0] ?? 'month'
  const periods = periodsFor(window, at, TREND + 1)
  const points = await series(session, { measure, periods, authority })
  const latest = periods.at(-1)?.end ?? at
  const of = measure.kind === 'gap' ? session.measures.get(measure.of) : undefined
  return {
    key: `${measure.id} ${window}`,
    number: row.number ?? null,
    alias: row.alias ?? null,
    title: row.title ?? measure.title,
    measure,
    unit: unitOf(measure, of),
    window,
    figures: points.filter(({ slice }) => slice === null).map(rawFigure),
    target: targetOn(targets, [measure.id, measure.catalogue, ...(row.number ? [row.number] : [])], latest),
    setAside: await setAsideFor(session, measure, authority),
  }
}

/** The last `count` periods of a window up to a day. */
export function periodsFor(window: Window, at: Day, count: number): readonly Period[] {
  if (window === 'between') return []
  return endsBefore(window, latestPeriod(window, at).end, count).map(end => periodEnding(window, end))
}

/** The target in the base of the measure's value: people write 15 for 15%. */
function goalOf({ target, unit }: DraftRow): Goal | null {
  if (target.kind !== 'set') return null
  const scale = unit.unit === '%' ? 100 : 1
  const { operator, upper, amberWithin } = target.target
  return {
    operator,
    value: target.value / scale,
    upper: upper === null ? null : upper / scale,
    amberWithin: amberWithin === null ? null : amberWithin / scale,
  }
}

const latestOf = (row: DraftRow): RawFigure =>
  row.figures.at(-1) ?? {
    periodEnd: '' as Day,
    numerator: null,
    denominator: null,
    value: null,
    unknown: 0,
    state: 'not measured',
    reason: null,
  }
const priorOf = (row: DraftRow): RawFigure | undefined => row.figures.at(-2)
const kindOf = (row: DraftRow): Kind => row.measure.kind

/** Every cell of a row that will leave. Ids begin with the row's key. */
function rowCells(row: DraftRow): readonly PackCell[] {
  const { key, unit } = row
  const kind = kindOf(row)
  const latest = latestOf(row)
  const prior = priorOf(row)
  const people = [latest, prior]
    .flatMap(figure => [figure?.numerator, kind === 'proportion' ? figure?.denominator : null])
    .filter(n => typeof n === 'number')
  const plain = (id: string, value: number | null, text: string, counts: readonly number[] = []): PackCell =>
    value === null
      ? { id, value, state: 'not applicable', why: null, text: '–', people: [] }
      : { id, value, text, people: counts }
  const goal = goalOf(row)
  const change = latest.value === null || prior?.value == null ? null : latest.value - prior.value
  const range = qualityOf(row)
  const children =
    goal && latest.numerator !== null && (kind === 'proportion' || kind === 'count')
      ? childrenToTarget(goal, latest.numerator, kind === 'proportion' ? latest.denominator : null)
      : null
  const [low, high] =
    kind === 'proportion' && latest.value !== null && latest.denominator
      ? wilson(latest.numerator ?? 0, latest.denominator)
      : [null, null]
  const said = (value: number | null): string => (value === null ? '' : sayValue(unit, value))
  return [
    ...row.figures.flatMap((figure, i) => figureCells(`${key}/${i}`, kind, unit, figure)),
    plain(`${key}/change`, change, change === null ? '' : sayChange(unit, change), people),
    plain(`${key}/unknown`, latest.state === 'measured' ? latest.unknown : null, sayNumber(latest.unknown), [
      latest.unknown,
    ]),
    plain(`${key}/low`, low, said(low), people),
    plain(`${key}/high`, high, said(high), people),
    plain(`${key}/qlow`, range?.low ?? null, said(range?.low ?? null), people),
    plain(`${key}/qhigh`, range?.high ?? null, said(range?.high ?? null), people),
    plain(`${key}/children`, children, children === null ? '' : sayNumber(Math.abs(children)), people),
    plain(`${key}/target`, goal?.value ?? null, said(goal?.value ?? null)),
    plain(`${key}/upper`, goal?.upper ?? null, said(goal?.upper ?? null)),
    plain(`${key}/amber`, goal?.amberWithin ?? null, said(goal?.amberWithin ?? null)),
    plain(
      `${key}/certainty`,
      goal && kind === 'proportion' && latest.value !== null && latest.denominator
        ? certaintyOf(goal, statusOf(goal, latest.value), latest.numerator ?? 0, latest.denominator)
        : null,
      '',
      people,
    ),
  ]
}

/** The range a share or count could have, were every unknown one way or the other; rows set aside widen it. Null where nothing is unknown. */
function qualityOf(row: DraftRow): { readonly low: number; readonly high: number; readonly why: string } | null {
  const { numerator, denominator, value, unknown } = latestOf(row)
  const doubt = unknown + row.setAside
  if (doubt === 0 || value === null || numerator === null) return null
  const why = [
    unknown ? `${sayNumber(unknown)} not known` : '',
    row.setAside ? `${sayNumber(row.setAside)} returned rows could not be used` : '',
  ]
    .filter(Boolean)
    .join('; ')
  if (row.measure.kind === 'count') return { low: numerator, high: numerator + doubt, why }
  if (row.measure.kind !== 'proportion' || denominator === null) return null
  const kept = row.measure.unknown_is === 'not counted' ? unknown : 0
  const group = denominator - kept + doubt
  return { low: numerator / group, high: Math.min(1, (numerator + doubt) / group), why }
}

/** Decides all rows in one pack and says them. */
export function showRows(rows: readonly DraftRow[], audience: Audience): readonly RowView[] {
  const unique = [...new Map(rows.map(row => [row.key, row])).values()]
  const cells = unique.flatMap(rowCells)
  const together = unique.map(({ key, figures }) => {
    const last = figures.length - 1
    return ['', '/n', '/d']
      .map(part => `${key}/${last}${part}`)
      .concat(['change', 'low', 'high', 'qlow', 'qhigh', 'children', 'certainty'].map(part => `${key}/${part}`))
  })
  const figures = unique.flatMap(({ key, figures: all }) =>
    all.map((_, i) => ['', '/n', '/d'].map(part => `${key}/${i}${part}`)),
  )
  const shown = disclose({ audience, cells, together: [...together, ...figures] })
  return rows.map(row => sayRow(row, id => figureAt(shown, `${row.key}/${id}`)))
}

function figureAt(shown: ReadonlyMap<string, Shown>, id: string): Shown {
  const found = shown.get(id)
  if (!found) throw new Error(`no decided figure ${id}`)
  return found
}

const polarities = {
  low: 'Lower is better',
  high: 'Higher is better',
  neither: 'Neither',
  band: 'Best inside the target band',
} as const
const isNumber = (figure: Shown): boolean => figure.kind === 'number'

function sayRow(row: DraftRow, decided: (id: string) => Shown): RowView {
  const { measure, unit, window } = row
  const last = row.figures.length - 1
  const latest = latestOf(row)
  const period = (i: number): PeriodFigure => {
    const end = row.figures[i]?.periodEnd ?? latest.periodEnd
    return {
      periodEnd: end,
      period: sayPeriod(window, end, measure.at),
      short: sayShort(end),
      figure: decided(`${i}`),
      numerator: decided(`${i}/n`),
      denominator: row.figures[i]?.denominator === null || measure.kind === 'gap' ? null : decided(`${i}/d`),
    }
  }
  const figure = decided(`${last}`)
  const quality = qualityOf(row)
  const children = decided('children')
  const goal = goalOf(row)
  const isMet = goal !== null && latest.value !== null && met(goal, latest.value)
  return {
    number: row.number,
    measure: measure.id,
    catalogue: measure.catalogue,
    title: row.title,
    alias: row.alias,
    asks: measure.asks,
    unit: unit.unit,
    good: measure.good,
    polarity: polarities[measure.good],
    window,
    latest: period(last),
    state: figure.kind === 'hidden' ? 'hidden' : latest.state,
    reason: figure.kind === 'hidden' ? figure.why : latest.state === 'measured' ? null : latest.reason,
    interval: isNumber(decided('low')) ? { low: decided('low'), high: decided('high') } : null,
    quality:
      quality && isNumber(decided('qlow')) ? { low: decided('qlow'), high: decided('qhigh'), why: quality.why } : null,
    unknown: decided('unknown'),
    target: targetView(row, decided),
    targetText: targetText(row),
    rag: ragOf(row, goal, figure, decided('certainty')),
    toTarget: isNumber(children) && !isMet ? { children, text: toTargetText(row, children) } : null,
    prior: last > 0 ? period(last - 1) : null,
    change: isNumber(decided('change')) ? { figure: decided('change'), reads: changeReads(row) } : null,
    trend: row.figures.slice(1).map((_, i) => period(i + 1)),
  }
}

/** A change through the measure's polarity. Nothing under half the last printed decimal is a change. */
function changeReads(row: DraftRow): 'better' | 'worse' | 'same' | null {
  const [now, before] = [latestOf(row).value, priorOf(row)?.value]
  if (now === null || before == null) return null
  if (Math.abs(now - before) < 1e-9) return 'same'
  if (row.measure.good === 'low' || row.measure.good === 'high')
    return now > before === (row.measure.good === 'high') ? 'better' : 'worse'
  return null
}

const toTargetText = ({ target, measure }: DraftRow, children: Shown): string => {
  if (children.kind !== 'number' || target.kind !== 'set') return ''
  const who = Math.abs(children.value) === 1 ? 'child' : 'children'
  return measure.at === 'period end' || measure.kind === 'count' || measure.kind === 'proportion'
    ? `${children.text} ${children.value > 0 ? 'more' : 'fewer'} ${who} would reach the target`
    : ''
}

function targetView(row: DraftRow, decided: (id: string) => Shown): TargetView | null {
  if (row.target.kind !== 'set') return null
  const { target } = row.target
  return {
    text: targetText(row),
    operator: target.operator,
    value: decided('target'),
    upper: target.upper === null ? null : decided('upper'),
    amberWithin: target.amberWithin === null ? null : decided('amber'),
    from: target.from,
    rationale: target.rationale,
    setBy: target.setBy,
  }
}

function targetText(row: DraftRow): string {
  const goal = goalOf(row)
  if (goal) return sayTarget(row.unit, goal.operator, goal.value, goal.upper)
  return row.target.kind === 'being set' ? 'Target being set' : 'No target'
}

const said: Readonly<Record<Status, string>> = {
  'on target': 'On target',
  'within tolerance': 'Within tolerance',
  'off target': 'Off target',
}

/** The colour's state machine (statistics.md 5.1): stops at the first that holds; every combination has one answer. */
function ragOf(row: DraftRow, goal: Goal | null, figure: Shown, certainty: Shown): Rag {
  const none = (text: string): Rag => ({ kind: 'none', text })
  const { state, value, denominator } = latestOf(row)
  if (state === 'not applicable' || state === 'not measured' || state === 'awaiting data') return none('Not rated')
  if (figure.kind === 'hidden') return none('Hidden')
  if (state === 'unreliable') return none('Not rated: unreliable')
  if (row.target.kind === 'being set') return none('Target being set')
  if (goal === null) return none(row.measure.good === 'neither' ? 'For information' : 'No target')
  if (state === 'no one in scope' || value === null) return none('Not rated')
  if (row.measure.kind === 'proportion' && (denominator ?? 0) < TOO_FEW) return none('Too few to rate')
  const status = statusOf(goal, value)
  const sure = certainty.kind === 'number' ? certainty.value : 1
  return {
    kind: 'rated',
    status,
    text: sure >= 0.8 ? said[status] : `${said[status]}, could be otherwise`,
    certainty: certainty.kind === 'number' ? certainty : null,
  }
}
