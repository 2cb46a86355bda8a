import { sayDay } from '../../kit/day.ts'
import type { RowView } from '../../report/scorecard-view.ts'
import { type Assembling, dayOfRow, hasChanged, isOffTarget, rowFigure, words } from './desk-of-paper.ts'
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

/** Where the figure stands against its target, as far as it can be said. */
function againstTarget(row: RowView): string {
  if (row.rag.kind !== 'rated') return ''
  const where = {
    'on target': 'That is on target',
    'within tolerance': 'That is not on target but within tolerance',
    'off target': 'That is off target',
  }[row.rag.status]
  const sure = row.rag.text.includes('too close') ? ', though too close to be sure' : ''
  return ` ${where} (${row.targetText})${sure}.`
}

const directions: Readonly<Record<string, string>> = {
  Improving: ' The figure is improving, by more than chance would explain.',
  'Getting worse': ' The figure is getting worse, by more than chance would explain.',
  Rising: ' The figure is rising, by more than chance would explain.',
  Falling: ' The figure is falling, by more than chance would explain.',
  'No clear change': ' There is no clear change.',
}

/** The table that a row is told of in, in brackets: each figure of a summary leads to its line. */
const tableRef = ({ tableOf }: Assembling, row: RowView): readonly Run[] => {
  const table = row.measure === null ? undefined : tableOf.get(row.measure)
  return table === undefined ? [] : [words(` (${table})`)]
}

/** `at 31 October 2026`, `in October 2026`, `in the 12 months to 31 October 2026`. */
function whenOf(row: RowView): string {
  const { period } = row.latest
  if (period.startsWith(sayDay(dayOfRow(row)))) return `at ${period}`
  return /^[A-Z]/.test(period) ? `in ${period}` : `in the ${period}`
}

/** A row in a sentence or more: what stands, against its target, whether it changed. */
export function tellRow(a: Assembling, row: RowView): readonly Run[] {
  const { figure } = row.latest
  if (figure.kind !== 'number')
    return [words(`${row.title}: ${figure.text}. ${row.reason ?? ''}`.trim()), ...tableRef(a, row)]
  const before = row.prior?.figure.kind === 'number' ? row.prior : null
  return [
    words(`${row.title}: `),
    ...figureRuns(a, row),
    words(` ${whenOf(row)}`),
    ...(before === null
      ? []
      : before.figure.text === figure.text
        ? [words(', as in the period before')]
        : [words('; it was '), rowFigure(a, row, 'prior', before.figure, before), words(' in the period before')]),
    words(`.${againstTarget(row)}${directions[row.direction?.word ?? ''] ?? ''}`),
    ...tableRef(a, row),
  ]
}

/** A row in one short line of a list: its title, its figure, its target. */
export function tellBriefly(a: Assembling, row: RowView): readonly Run[] {
  const target = row.target === null ? '' : `; the target is ${row.targetText}`
  return [words(`${row.title}: `), ...figureRuns(a, row), words(target), ...tableRef(a, row)]
}

/** A row for young people: a question, and an answer in short sentences. */
export function tellYoungPeople(a: Assembling, row: RowView): readonly Run[] {
  const answer =
    row.rag.kind !== 'rated'
      ? ''
      : row.rag.status === 'on target'
        ? ' We did what we said we would.'
        : row.rag.status === 'off target'
          ? ' We said we would do better than this. We need to change it.'
          : ' We are close to what we promised.'
  const aim = row.target === null ? '' : ` We promised ${row.targetText}.`
  const way =
    row.direction?.reads === 'better'
      ? ' It is getting better.'
      : row.direction?.reads === 'worse'
        ? ' It is getting worse.'
        : ''
  return [words(`${row.asks} `, true), words(`${row.title}: `), ...figureRuns(a, row), words(`.${aim}${answer}${way}`)]
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
