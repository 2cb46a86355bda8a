import type { Audience } from '../disclosure/shown.ts'
import type { Day } from '../kit/day.ts'
import { isQueried } from '../measures/measures.ts'
import { movesOf } from './moves-view.ts'
import type { OfficeOptions } from './office-options.ts'
import { periodsFor } from './periods.ts'
import type { RowView } from './scorecard-view.ts'
import { isQuiet, isTold } from './story-judged.ts'
import type { Moves } from './story-telling.ts'

/** What moved each row that a narrative has a paragraph of, since the month before: positions of people only. */
export async function movesForStory(
  options: OfficeOptions,
  rows: readonly RowView[],
  at: Day,
  audience: Audience,
): Promise<Moves> {
  const found = new Map<string, NonNullable<Awaited<ReturnType<typeof movesOf>>>>()
  for (const row of rows) {
    const measure = row.measure === null ? undefined : options.session.measures.get(row.measure)
    if (!measure || !isQueried(measure) || measure.at !== 'period end' || row.window !== 'month') continue
    if (!isTold(row) || isQuiet(row) || (measure.kind !== 'count' && measure.kind !== 'proportion')) continue
    const [from, to] = periodsFor(row.window, at, 2)
    const moves = from && to ? await movesOf(options, measure, row, [from, to], audience) : null
    if (moves) found.set(measure.id, moves)
  }
  return found
}
