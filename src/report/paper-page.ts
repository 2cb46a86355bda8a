import type { Day } from '../kit/day.ts'
import { latestPeriod, periodEnding } from '../kit/period.ts'
import { measureNamed, series } from '../measures/measures.ts'
import type { Drafting } from './drafts.ts'
import type { OfficeOptions } from './office-options.ts'
import { breakdownView } from './paper-breakdown.ts'
import { type DraftCell, decideCells, gridView, printedAs } from './paper-grid.ts'
import { isRowOf } from './paper-row.ts'
import type { CellView, PaperAsked, PaperView } from './paper-view.ts'
import { NO_WORDS } from './paper-words.ts'
import type { RowView, ScorecardView } from './scorecard-view.ts'
import { showRows } from './show-rows.ts'
import type { SourcesView } from './sources-view.ts'
import { movesForStory } from './story-moves.ts'

/** What a paper is assembled from, for one council, day and audience. Throws HEARTH-1201 with "did you mean" for an unknown measure. */
export async function paperView(
  options: OfficeOptions,
  drafting: Drafting,
  asked: PaperAsked,
  scorecard: ScorecardView,
  sources: SourcesView,
): Promise<PaperView> {
  const { session, authority } = options
  const { at } = scorecard
  const on = scorecard.themes.flatMap(({ rows }) => rows)
  const wanted = asked.rows.filter(one => !on.some(row => isRowOf(row, one)))
  const drafts = []
  for (const { measure: name, window, title } of wanted) {
    const measure = measureNamed(session, name)
    drafts.push(await drafting(at, measure, { window, title }))
  }
  const grids = []
  for (const grid of asked.grids) grids.push(await gridView(session, authority.code, at, grid, asked.audience))
  const breakdowns = []
  for (const one of asked.breakdowns)
    breakdowns.push(await breakdownView(session, authority.code, at, one, asked.audience))
  return {
    scorecard,
    sources,
    rows: showRows(drafts, asked.audience),
    outturns: await outturnsAt(options, at, asked, on),
    grids,
    breakdowns,
    moves: asked.narrative ? await movesForStory(options, on, at, asked.audience) : new Map(),
    words: NO_WORDS,
  }
}

/** The figures at the end of last year: of the year where a measure has it, else of its own window ending then. */
async function outturnsAt(
  { session, authority }: OfficeOptions,
  at: Day,
  { outturns, audience }: PaperAsked,
  on: readonly RowView[],
): Promise<readonly CellView[]> {
  const end = latestPeriod('year', at).end
  const drafts: DraftCell[] = []
  for (const one of outturns) {
    const name = on.find(row => isRowOf(row, one))?.measure ?? one.measure
    const measure = measureNamed(session, name)
    const own = one.window ?? measure.windows[0] ?? 'month'
    const window = measure.at === 'within period' && measure.windows.includes('year') ? 'year' : own
    if (window === 'between') continue
    const period = periodEnding(window, end)
    const points = await series(session, { measure, periods: [period], authority: authority.code })
    const point = points.find(({ slice }) => slice === null)
    if (point) drafts.push({ id: measure.id, measure, unit: printedAs(session, measure), period, slice: null, point })
  }
  const unique = [...new Map(drafts.map(draft => [draft.id, draft])).values()]
  return [...decideCells(unique, audience, []).values()]
}
