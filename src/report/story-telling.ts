import type { MeasureView } from './measure-view.ts'
import type { RowView } from './scorecard-view.ts'
import { type Turn, turns } from './story.ts'
import { whenOf } from './story-when.ts'

/** What a narrative may draw on beside the row it tells: all decided. */
export type StoryContext = {
  /** Every row of the scorecard, to say how many of some are also others. */
  readonly rows: readonly RowView[]
  /** What moved a measure since the period before, by its id; left out: nothing is said of it. */
  readonly moves?: Moves
}
export type Moves = ReadonlyMap<string, NonNullable<MeasureView['moves']>>

/** A narrative while it is told. */
export type Telling = StoryContext & {
  readonly turn: Turn
  /** When a row's figure is of, once in a run of paragraphs that are of the same; null: as just said. */
  readonly when: (row: RowView) => string | null
}

/** Begins a narrative. `afresh`: each paragraph says when, since they may stand apart. */
export function telling(context: StoryContext, turn: Turn = turns(), afresh = false): Telling {
  let last: string | null = null
  const when = (row: RowView): string | null => {
    const said = whenOf(row.window, row.latest)
    if (!afresh && said === last) return null
    last = said
    return said
  }
  return { ...context, turn, when }
}
