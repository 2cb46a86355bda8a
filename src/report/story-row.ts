import type { RowView } from './scorecard-view.ts'
import { nameOf, type StoryParagraph, type StoryRuns, sentences } from './story.ts'
import { asRate, neighbours, peak, sinceLastYear } from './story-beside.ts'
import { changed } from './story-change.ts'
import { isOff, isRealChange } from './story-judged.ts'
import { cameAndLeft, movement, notKnown, ofWhom } from './story-made.ts'
import { opening } from './story-opening.ts'
import { againstTarget, ifUnchanged } from './story-target.ts'
import type { Telling } from './story-telling.ts'

type Part = (t: Telling, row: RowView) => StoryRuns
const highest: Part = (_, row) => peak(row)
const unchanged: Part = (_, row) => ifUnchanged(row)

/**
 * In what order a row is told, by what it is: what is news comes first. What is said of others than its own figure, of whom and of
 * neighbours, comes last: after it a reader would take `that` for theirs.
 */
const orders = {
  news: [
    [
      opening,
      changed,
      sinceLastYear,
      highest,
      movement,
      againstTarget,
      notKnown,
      ofWhom,
      cameAndLeft,
      asRate,
      neighbours,
    ],
    [
      opening,
      highest,
      againstTarget,
      changed,
      sinceLastYear,
      movement,
      notKnown,
      ofWhom,
      cameAndLeft,
      asRate,
      neighbours,
    ],
  ],
  off: [
    [
      opening,
      againstTarget,
      changed,
      sinceLastYear,
      movement,
      notKnown,
      unchanged,
      ofWhom,
      cameAndLeft,
      asRate,
      neighbours,
    ],
    [opening, againstTarget, unchanged, changed, movement, notKnown, ofWhom, cameAndLeft, asRate, neighbours],
    [
      opening,
      changed,
      sinceLastYear,
      movement,
      againstTarget,
      unchanged,
      notKnown,
      ofWhom,
      cameAndLeft,
      asRate,
      neighbours,
    ],
  ],
  rest: [
    [opening, changed, sinceLastYear, highest, againstTarget, notKnown, ofWhom, cameAndLeft, asRate, neighbours],
    [opening, sinceLastYear, againstTarget, changed, notKnown, ofWhom, cameAndLeft, asRate, neighbours],
  ],
} as const satisfies Record<string, readonly (readonly Part[])[]>

/** The number that a section is about, as a paragraph of its own even where nothing about it is new. */
export const tellOfHeadline = (t: Telling, row: RowView): StoryParagraph => ({
  about: 'measure',
  rows: [nameOf(row)],
  runs: sentences(
    [opening, highest, changed, sinceLastYear, againstTarget, notKnown, ofWhom, cameAndLeft, asRate, neighbours].map(
      part => part(t, row),
    ),
  ),
})

/** A row whose figure is shown, as a paragraph. */
export function tellOfRow(t: Telling, row: RowView): StoryParagraph {
  const kind = isRealChange(row) ? 'news' : isOff(row) ? 'off' : 'rest'
  const forms = orders[kind]
  const order: readonly Part[] = forms[t.turn(`order of ${kind}`, forms.length)] ?? forms[0]
  return { about: 'measure', rows: [nameOf(row)], runs: sentences(order.map(part => part(t, row))) }
}
