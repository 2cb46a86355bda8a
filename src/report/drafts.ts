import type { Day } from '../kit/day.ts'
import { keeping } from '../kit/kept.ts'
import type { MeasureDefinition } from '../measures/measures.ts'
import { type DraftRow, draftRow } from './draft-row.ts'
import { asDecided } from './number-only.ts'
import type { OfficeOptions } from './office-options.ts'
import type { ScorecardRow } from './scorecard-file.ts'

/** Enough for the rows of every paper of a month, twice over. */
const KEPT = 400

/** Drafts a row, or gives the one drafted before: a desk has one data version and one set of targets, so that it is the same. */
export type Drafting = (
  at: Day,
  measure: MeasureDefinition,
  row: Pick<ScorecardRow, 'number' | 'title' | 'alias' | 'window' | 'within'>,
) => Promise<DraftRow>

/** Drafts of rows for one desk, those last asked for kept: the papers of a month and their audiences share most of theirs. */
export function keptDrafts({ session, authority, targets, annotations, words }: OfficeOptions): Drafting {
  const kept = keeping<DraftRow>(KEPT)
  return (at, measure, row) => {
    const { number, title, alias, window, within } = row
    const key = JSON.stringify([at, measure.id, number, title, alias, window, within])
    return kept(key, () =>
      draftRow(session, authority.code, at, measure, targets, row, annotations).then(draft =>
        asDecided(draft, words['number-only'], at),
      ),
    )
  }
}
