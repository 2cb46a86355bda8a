import type { RowView } from './scorecard-view.ts'
import { nameOf, type StoryParagraph, type StoryRuns, sentences } from './story.ts'
import { neighbours, peak, sinceLastYear } from './story-beside.ts'
import { changed } from './story-change.ts'
import { isOff, isRealChange } from './story-judged.ts'
import { cameAndLeft, movement, notKnown, ofWhom } from './story-made.ts'
import { opening } from './story-opening.ts'
import { againstTarget, ifUnchanged } from './story-target.ts'
import type { Telling } from './story-telling.ts'

type Part = (t: Telling, row: RowView) => StoryRuns
const highest: Part = (_, row) => peak(row)
const unchanged: Part = (_, row) => ifUnchanged(row)

/** In what order a row is told, by what it is: what is news comes first. */
const orders = {
  news: [
    [opening, changed, sinceLastYear, highest, movement, ofWhom, againstTarget, neighbours, notKnown],
    [opening, highest, againstTarget, changed, movement, sinceLastYear, ofWhom, neighbours, notKnown],
  ],
  off: [
    [opening, againstTarget, changed, sinceLastYear, ofWhom, neighbours, notKnown, unchanged],
    [opening, ofWhom, neighbours, againstTarget, changed, unchanged, notKnown],
    [opening, changed, againstTarget, ofWhom, sinceLastYear, unchanged, neighbours, notKnown],
  ],
  rest: [
    [opening, changed, sinceLastYear, highest, ofWhom, againstTarget, neighbours, notKnown],
    [opening, sinceLastYear, againstTarget, changed, ofWhom, neighbours, notKnown],
  ],
} as const satisfies Record<string, readonly (readonly Part[])[]>

/** The number that a section is about, as a paragraph of its own even where nothing about it is new. */
export const tellOfHeadline = (t: Telling, row: RowView): StoryParagraph => ({
  about: 'measure',
  rows: [nameOf(row)],
  runs: sentences(
    [opening, highest, changed, sinceLastYear, againstTarget, ofWhom, cameAndLeft, neighbours, notKnown].map(part =>
      part(t, row),
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
