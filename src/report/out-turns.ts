import { WHY_SECOND } from '../disclosure/pack.ts'
import type { Audience } from '../disclosure/shown.ts'
import type { Day } from '../kit/day.ts'
import { latestPeriod, periodEnding, type Window } from '../kit/period.ts'
import { measureNamed, series } from '../measures/measures.ts'
import { restOf } from './nested.ts'
import type { OfficeOptions } from './office-options.ts'
import { type DraftCell, decideCells, printedAs } from './paper-grid.ts'
import { isRowOf } from './paper-row.ts'
import type { CellView, MeasureAsked } from './paper-view.ts'
import type { RowView } from './scorecard-view.ts'

/** The figures at the end of last year: of the year where a measure has it, else of its own window ending then. */
export async function outturnsAt(
  { session, authority }: OfficeOptions,
  at: Day,
  asked: readonly MeasureAsked[],
  rows: readonly RowView[],
  audience: Audience,
): Promise<readonly CellView[]> {
  const end = latestPeriod('year', at).end
  const drafts: DraftCell[] = []
  for (const one of asked) {
    const name = rows.find(row => isRowOf(row, one))?.measure ?? one.measure
    const measure = measureNamed(session, name)
    const own = one.window ?? measure.windows[0] ?? 'month'
    const window = measure.at === 'within period' && measure.windows.includes('year') ? 'year' : own
    if (window === 'between') continue
    const period = periodEnding(window, end)
    const points = await series(session, { measure, periods: [period], authority: authority.code })
    const point = points.find(({ slice }) => slice === null)
    if (point) drafts.push({ id: measure.id, measure, unit: printedAs(session, measure), period, slice: null, point })
  }
  return decideOutturns([...new Map(drafts.map(draft => [draft.id, draft])).values()], rows, audience)
}

/**
 * Decides out-turns as their rows were decided: of a row whose latest figure is hidden or unreliable nothing is told (but a year
 * beside its months), a figure that the row hides in that period is hidden here, and of a row nested in another the difference is no number to be found.
 */
export function decideOutturns(
  drafts: readonly DraftCell[],
  rows: readonly RowView[],
  audience: Audience,
): readonly CellView[] {
  const rowsOf = ({ measure }: DraftCell): readonly RowView[] => rows.filter(row => row.measure === measure.id)
  const held = drafts.map(draft => asRowsTell(draft, rowsOf(draft)))
  const rests = held.flatMap(inner => {
    const within = rowsOf(inner).find(row => row.within !== undefined)?.within
    const outer = held.find(({ id, period }) => id === within && isSame(period, inner.period))
    return outer ? [restOf({ id: inner.id, figure: inner.point }, { id: outer.id, figure: outer.point })] : []
  })
  const sums = rests.flatMap(({ sums: own }) => own)
  const cells = rests.flatMap(({ cells: own }) => own)
  return [...decideCells(held, audience, sums, [], cells).values()]
}

type Ended = { readonly window: Window; readonly end: Day }
const isSame = (one: Ended, other: Ended): boolean => one.window === other.window && one.end === other.end

/** A year is told by its own number, though a month be hidden. */
const isMonthOf = (window: Window, { period }: DraftCell): boolean => window === 'month' && period.window === 'year'

/**
 * Whether a year less its months that are told leaves the others to be found: one of them, so few that each can be no 5, or as many as
 * they can be with 5 each. What months before the row's own were nobody is told.
 */
function tellsOfMonths({ measure, period, point }: DraftCell, { trend }: RowView): boolean {
  const months = trend.filter(({ periodEnd }) => periodEnd > period.start && periodEnd <= period.end)
  const before = 12 - months.length
  const parts = [
    ...(measure.kind === 'average' || measure.kind === 'total' ? [] : (['numerator'] as const)),
    ...(measure.kind === 'rate' ? [] : (['denominator'] as const)),
  ]
  return parts.some(part => {
    const told = months.map(month => month[part])
    const hidden = told.filter(shown => shown?.kind === 'hidden').length
    const left = told.reduce((sum, shown) => sum - (shown?.kind === 'number' ? shown.value : 0), point[part] ?? 0)
    const untold = hidden + before
    if (untold === 0 || left <= 0) return false
    if (untold === 1 && hidden === 1) return true
    if (left <= 5 || left - (hidden - 1) < 5) return true
    return before === 0 && left > 5 * (untold - 1) + 1 && left <= 5 * untold
  })
}

/** An out-turn as the rows of its measure let it be told. */
function asRowsTell(draft: DraftCell, rows: readonly RowView[]): DraftCell {
  const told = rows.flatMap(({ latest, trend, window }) => [
    ...(isMonthOf(window, draft) ? [] : [latest.figure]),
    ...trend.filter(({ periodEnd: end }) => isSame({ window, end }, draft.period)).map(({ figure }) => figure),
  ])
  const hidden = told.find(figure => figure.kind === 'hidden')
  if (hidden?.kind === 'hidden') return { ...draft, hiddenThere: hidden.why }
  if (rows.some(row => isMonthOf(row.window, draft) && tellsOfMonths(draft, row)))
    return { ...draft, hiddenThere: WHY_SECOND }
  if (!rows.some(({ state }) => state === 'unreliable')) return draft
  return { ...draft, point: { ...draft.point, value: null, state: 'unreliable' } }
}
