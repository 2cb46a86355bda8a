import type { Day } from '../kit/day.ts'
import { UserError } from '../kit/error.ts'
import { findMeasure, measureNamed } from '../measures/measures.ts'
import type { DraftRow } from './draft-row.ts'
import type { Drafting } from './drafts.ts'
import { forecastView } from './forecast-page.ts'
import type { ForecastView } from './forecast-view.ts'
import { besideOf, partnersOf } from './known-sums.ts'
import { inCareSeen } from './nested.ts'
import { cellsAsDecided } from './number-only.ts'
import type { OfficeOptions } from './office-options.ts'
import { outturnsAt } from './out-turns.ts'
import { breakdownView } from './paper-breakdown.ts'
import { gridView } from './paper-grid.ts'
import { isRowOf } from './paper-row.ts'
import type { CellView, MeasureAsked, PaperAsked, PaperView } from './paper-view.ts'
import type { RowView, ScorecardView } from './scorecard-view.ts'
import { showRows } from './show-rows.ts'
import type { SourcesView } from './sources-view.ts'
import { movesForStory } from './story-moves.ts'
import { measuresOfWords, wordsOfPaper } from './words-of-paper.ts'

/** What a paper is assembled from, for one council, day and audience. Throws HEARTH-1201 with "did you mean" for an unknown measure. */
export async function paperView(
  options: OfficeOptions,
  drafting: Drafting,
  asked: PaperAsked,
  scorecard: ScorecardView,
  open: ScorecardView,
  sources: SourcesView,
): Promise<PaperView> {
  const { session, authority, words, today } = options
  const { at } = scorecard
  // Begun first: its futures are followed by threads of their own while the rows are asked for.
  const forecast = asked.forecast ? forecastAt(options, at, asked.audience) : null
  // Who waits for it sees its fault; where something else fails first nobody does.
  forecast?.catch(() => undefined)
  const [on, openOn] = [rowsOn(scorecard), rowsOn(open)]
  // What officers name in their words is there to be named; a reference that nothing measures stays unfilled.
  const spoken = measuresOfWords({
    words,
    at,
    priorities: asked.priorities === true,
    ...(asked.paper === undefined ? {} : { paper: asked.paper }),
  })
    .filter(name => findMeasure(session.measures, name))
    .map(measure => ({ measure }))
  const drafts: DraftRow[] = []
  for (const { measure: name, window, title } of notOn(on, [...asked.rows, ...spoken])) {
    const measure = measureNamed(session, name)
    drafts.push(await drafting(at, measure, { window, title }))
  }
  // Decided with them and not told: another paper of the month may tell it.
  const beside: DraftRow[] = []
  for (const name of partnersOf(drafts.flatMap(({ about }) => about.id ?? []))) {
    const measure = findMeasure(session.measures, name)
    if (measure && !on.some(row => row.measure === measure.id)) beside.push(await drafting(at, measure, {}))
  }
  const rows = showRows([...drafts, ...beside], asked.audience, inCareSeen(openOn), besideOf(on, openOn)).slice(
    0,
    drafts.length,
  )
  const told = (cells: readonly CellView[]): readonly CellView[] => cellsAsDecided(cells, words['number-only'], at)
  const grids = []
  for (const grid of asked.grids) grids.push(await gridView(session, authority.code, at, grid, asked.audience))
  const breakdowns = []
  for (const one of asked.breakdowns)
    breakdowns.push(await breakdownView(session, authority.code, at, one, asked.audience))
  return {
    scorecard,
    sources,
    forecast: await forecast,
    rows,
    outturns: told(await outturnsAt(options, at, asked.outturns, [...on, ...rows], asked.audience)),
    grids: grids.map(grid => ({ ...grid, lines: grid.lines.map(line => ({ ...line, cells: told(line.cells) })) })),
    breakdowns: breakdowns.map(view => ({
      ...view,
      columns: view.columns.map((column, i) => ({
        ...column,
        unit: told(view.lines.at(-1)?.cells ?? [])[i]?.unit ?? column.unit,
      })),
      lines: view.lines.map(line => ({ ...line, cells: told(line.cells) })),
    })),
    moves: asked.narrative ? await movesForStory(options, on, at, asked.audience) : new Map(),
    words: wordsOfPaper({
      words,
      at,
      today,
      audience: asked.audience,
      ...(asked.paper === undefined ? {} : { paper: asked.paper }),
      rows: [...on, ...rows],
      open: [...openOn, ...showRows(drafts, 'analyst')],
      scorecard: on,
    }),
  }
}

/** How far ahead a paper looks, in months. */
const AHEAD = 24

/** The forecast from the day of a paper; null where it is not known who was in care then. */
async function forecastAt(
  { forecast, authority }: OfficeOptions,
  at: Day,
  audience: PaperAsked['audience'],
): Promise<ForecastView | null> {
  try {
    const found = await forecast({ at, horizon: AHEAD, whatIfs: [] })
    return forecastView(found.forecast, authority, audience, found.record)
  } catch (error) {
    if (error instanceof UserError && ['HEARTH-1409', 'HEARTH-2003'].includes(error.code)) return null
    throw error
  }
}

const rowsOn = ({ themes }: ScorecardView): readonly RowView[] => themes.flatMap(({ rows }) => rows)

/** What is asked for beside the scorecard's own rows, each once. */
const notOn = (on: readonly RowView[], asked: readonly MeasureAsked[]): readonly MeasureAsked[] => {
  const wanted = asked.filter(one => !on.some(row => isRowOf(row, one)))
  return wanted.filter(
    ({ measure, window }, i) =>
      !wanted
        .slice(0, i)
        .some(before => before.measure === measure && (window === undefined || window === before.window)),
  )
}
