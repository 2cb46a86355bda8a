import type { Day } from '../kit/day.ts'
import type { RowView } from './scorecard-view.ts'
import { figureOf, listed, nameOf, type StoryParagraph, type StoryRuns, say, sentences, turns } from './story.ts'
import { sinceLastYear } from './story-beside.ts'
import { changed } from './story-change.ts'
import { isAdverse, isGood, isOff, isSure, isTold, standing } from './story-judged.ts'
import { opening } from './story-opening.ts'
import { againstTarget, targetFigure } from './story-target.ts'
import { type StoryContext, type Telling, telling } from './story-telling.ts'
import { quoted, unitAfter } from './story-title.ts'

/** What somebody undertakes to do about a measure that worries us. */
export type Undertaking = {
  readonly measure: string
  readonly what: string | null
  readonly owner: string | null
  readonly by: Day | null
}

/** An adverse signal that nobody has answered yet, and what is missing of the answer: approval waits for it. */
export type Unanswered = {
  readonly measure: string
  readonly title: string
  /** `getting worse`, `off target` or both. */
  readonly because: readonly ('getting worse' | 'off target')[]
  readonly missing: readonly ('what we will do' | 'owner' | 'date')[]
}

const adverse = (rows: readonly RowView[]): readonly RowView[] =>
  rows.filter(row => isTold(row) && isAdverse(row)).toSorted((a, b) => standing(a) - standing(b))

/** Every adverse signal without a whole answer. A measure on several rows asks once, for all that is said of it. */
export function unanswered(rows: readonly RowView[], undertakings: readonly Undertaking[] = []): readonly Unanswered[] {
  return [...Map.groupBy(adverse(rows), nameOf)].flatMap(([measure, of]) => {
    const answer = undertakings.find(one => one.measure === measure)
    const missing = [
      ...(answer?.what?.trim() ? [] : (['what we will do'] as const)),
      ...(answer?.owner?.trim() ? [] : (['owner'] as const)),
      ...(answer?.by ? [] : (['date'] as const)),
    ]
    if (missing.length === 0) return []
    const because = [
      ...(of.some(({ direction }) => direction?.reads === 'worse') ? (['getting worse'] as const) : []),
      ...(of.some(row => isOff(row) && isSure(row)) ? (['off target'] as const) : []),
    ]
    return [{ measure, title: of[0]?.title ?? measure, because, missing }]
  })
}

/** What is working well: better beyond chance first, one by one; then what is on target and not too close to be sure of, together. */
export function workingWell(context: StoryContext): readonly StoryParagraph[] {
  const good = context.rows.filter(row => isTold(row) && isGood(row))
  const better = good.filter(({ direction }) => direction?.reads === 'better')
  const on = good.filter(row => !better.includes(row))
  const t = telling(context, turns(), true)
  return [
    ...better.map(row => brief('working well', t, row)),
    ...together('working well', on, named => say`on target: ${named}`),
  ]
}

/** What worries us: worse beyond chance first, one by one; then what is off target and not too close to be sure of, together. */
export function worriesUs(context: StoryContext): readonly StoryParagraph[] {
  const bad = adverse(context.rows)
  const worse = bad.filter(({ direction }) => direction?.reads === 'worse')
  const off = bad.filter(row => !worse.includes(row))
  const t = telling(context, turns(), true)
  return [
    ...worse.map(row => brief('worries us', t, row)),
    ...together('worries us', off, named => say`off target, with no sign yet of a change beyond chance: ${named}`),
  ]
}

const brief = (about: StoryParagraph['about'], t: Telling, row: RowView): StoryParagraph => ({
  about,
  rows: [nameOf(row)],
  runs: sentences([opening(t, row), changed(t, row), sinceLastYear(t, row), againstTarget(t, row)]),
})

function together(
  about: StoryParagraph['about'],
  rows: readonly RowView[],
  tell: (named: StoryRuns) => StoryRuns,
): readonly StoryParagraph[] {
  if (rows.length === 0) return []
  const named = rows.map(row => {
    const aim = row.target ? say`; target ${targetFigure(row, row.target)}` : ''
    return say`${quoted(row)} (${figureOf(row, 'value', row.latest.figure)}${unitAfter(row, row.latest.figure.text)}${aim})`
  })
  return [{ about, rows: rows.map(nameOf), runs: sentences([tell(listed(named))]) }]
}
