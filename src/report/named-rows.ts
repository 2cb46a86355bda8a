import type { Audience } from '../disclosure/shown.ts'
import type { Day } from '../kit/day.ts'
import { findMeasure } from '../measures/measures.ts'
import type { DraftRow } from './draft-row.ts'
import type { Drafting } from './drafts.ts'
import type { OfficeOptions } from './office-options.ts'
import { measureOf } from './scorecard-asked.ts'
import { DEFAULT_SCORECARD, findScorecard } from './scorecard-file.ts'
import type { RowView } from './scorecard-view.ts'
import { showRows } from './show-rows.ts'

/** The rows of some measures, by any of their names, as the scorecard has them; of one that is on none its headline. Names that nothing measures give none. */
export async function namedRows(
  { session, scorecards }: OfficeOptions,
  drafting: Drafting,
  at: Day,
  names: readonly string[],
  audience: Audience,
): Promise<readonly RowView[]> {
  const on = findScorecard(scorecards, DEFAULT_SCORECARD).themes.flatMap(({ rows }) => rows)
  const drafts: DraftRow[] = []
  for (const name of new Set(names)) {
    const numbered = on.find(({ number }) => number?.toUpperCase() === name.toUpperCase())
    const measure = numbered ? measureOf(session, numbered) : findMeasure(session.measures, name)
    if (!measure) continue
    const rows = numbered ? [numbered] : on.filter(row => measureOf(session, row) === measure)
    for (const row of rows.length ? rows : [{}]) drafts.push(await drafting(at, measure, row))
  }
  return showRows([...new Map(drafts.map(draft => [`${draft.key} ${draft.number}`, draft])).values()], audience)
}
