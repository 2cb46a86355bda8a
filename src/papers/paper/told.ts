import type { RowView } from '../../report/scorecard-view.ts'
import { type Assembling, hasChanged, isOffTarget, rowFigure, words } from './desk-of-paper.ts'
import type { Run } from './paper.ts'

const plainUnits = ['number', '%', ':1', '£']
const unitWords = ({ unit }: RowView): string => (plainUnits.includes(unit) ? '' : ` ${unit}`)
/** The figure with its numbers: `14.3% (38 of 266)`. */
function figureRuns(a: Assembling, row: RowView): readonly Run[] {
  const { figure, numerator, denominator } = row.latest
  const value = [rowFigure(a, row, 'value', figure), words(unitWords(row))].filter(
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

/** A row in one short line of a list: its title, its figure, its target. */
export function tellBriefly(a: Assembling, row: RowView): readonly Run[] {
  const target = row.target === null ? '' : `; the target is ${row.targetText}`
  return [words(`${row.title}: `), ...figureRuns(a, row), words(target), ...tableRef(a, row)]
}

/** Good news that figures bear: on target and not in doubt, or better beyond chance. */
export const worksWell = (row: RowView): boolean =>
  row.direction?.reads === 'better' ||
  (row.rag.kind === 'rated' &&
    row.rag.status === 'on target' &&
    !row.rag.text.includes('too close') &&
    row.direction?.reads !== 'worse')

/** Bad news that figures bear: off target and not in doubt, or worse beyond chance. */
export const worries = (row: RowView): boolean =>
  row.direction?.reads === 'worse' || (isOffTarget(row) && !row.rag.text.includes('too close'))

/** What stands out first: beyond chance, then off target, then as the scorecard has them. */
export const standsOut = (row: RowView): number => (hasChanged(row) ? 0 : isOffTarget(row) ? 1 : 2)
