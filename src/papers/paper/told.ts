import type { RowView } from '../../report/scorecard-view.ts'
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

/** The table that a row is told of in, in brackets: each figure of a summary leads to its line. */
const tableRef = ({ tableOf }: Assembling, row: RowView): readonly Run[] => {
  const table = row.measure === null ? undefined : tableOf.get(row.measure)
  return table === undefined ? [] : [words(` (${table})`)]
}

/** A row in one short line of a list: its title, its figure, a change beyond chance, its target. */
export function tellBriefly(a: Assembling, row: RowView): readonly Run[] {
  const reads = row.direction?.reads
  const change = reads === 'better' ? '; improving' : reads === 'worse' ? '; getting worse' : ''
  const target = row.target === null ? '' : `; the target is ${row.targetText}`
  return [words(`${row.title}: `), ...figureRuns(a, row), words(`${change}${target}`), ...tableRef(a, row)]
}
