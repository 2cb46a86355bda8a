import type { RowView } from '../../report/scorecard-view.ts'
import { isOff, isSure } from '../../report/story-judged.ts'
import { unitAfter } from '../../report/story-title.ts'
import { type Assembling, rowFigure, words } from './desk-of-paper.ts'
import type { Run } from './paper.ts'

/** The figure with its numbers: `14.3% (38 of 266)`. */
function figureRuns(a: Assembling, row: RowView): readonly Run[] {
  const { figure, numerator, denominator } = row.latest
  const value = [rowFigure(a, row, 'value', figure), words(unitAfter(row, figure.text))].filter(
    run => run.kind === 'figure' || run.text !== '',
  )
  if (row.countText === null || denominator === null || figure.text.includes(' of ')) return value
  return [
    ...value,
    words(' ('),
    rowFigure(a, row, 'numerator', numerator),
    words(' of '),
    rowFigure(a, row, 'denominator', denominator),
    words(')'),
  ]
}

/** Where a row stands, in brackets: the table of this paper, else its number on the scorecard. */
const placeRef = ({ tableOf }: Assembling, row: RowView): readonly Run[] => {
  const place = (row.measure === null ? undefined : tableOf.get(row.measure)) ?? row.number
  return place === null ? [] : [words(` (${place})`)]
}

/** What an answer ends with: a change beyond chance, the target, and whether a miss is too close to be sure of. */
function standsAt(row: RowView): string {
  const reads = row.direction?.reads
  const change = reads === 'better' ? '; improving' : reads === 'worse' ? '; getting worse' : ''
  const target = row.target === null ? '' : `; the target is ${row.targetText}`
  return `${change}${target}${isOff(row) && !isSure(row) ? '; off target, but too close to be sure' : ''}`
}

/** The figure of a row, as the answer to its question. */
export const answerBriefly = (a: Assembling, row: RowView): readonly Run[] => [
  ...figureRuns(a, row),
  words(standsAt(row)),
  ...placeRef(a, row),
]

/** A row in one short line of a list: its title, its figure, a change beyond chance, its target. */
export const tellBriefly = (a: Assembling, row: RowView): readonly Run[] => [
  words(`${row.title}: `),
  ...answerBriefly(a, row),
]
