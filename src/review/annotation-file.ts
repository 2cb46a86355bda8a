import { type Day, parseDay, sayDay } from '../kit/day.ts'
import { didYouMean } from '../kit/text.ts'
import { type Annotation, annotationKinds } from './annotation.ts'
import type { Named, TargetFault, TargetRow } from './target-file.ts'

/** The days that what has been imported speaks for. */
export type Span = { readonly first: Day; readonly last: Day }

/** The word for every measure. */
const ALL = 'all'

/**
 * Reads the rows of an `annotations.csv` (docs/guides/files.md): what is marked on the charts of a measure, and where its
 * limits start anew. Collects every fault; a row with an error is left out. A rebase
 * without reason, author or date is an error: limits that start anew for no stated reason can hide anything (statistics.md
 * 1.2, 5.2). `span`: what has been imported; a time outside it is on no chart.
 */
export function readAnnotations(
  rows: readonly TargetRow[],
  named: (reference: string) => Named,
  span: Span | null,
): { readonly annotations: readonly Annotation[]; readonly faults: readonly TargetFault[] } {
  const faults: TargetFault[] = []
  const rebases = new Set<string>()
  const annotations = rows.flatMap(row => {
    const read = readRow(row, faults, named, span)
    if (read?.kind !== 'rebase' || read.measure === null) return read ? [read] : []
    const known = named(read.measure)
    const key = `${known.kind === 'measure' ? known.id : read.measure} ${read.from}`
    if (rebases.has(key))
      faults.push({
        line: row.line,
        column: 'from',
        found: read.from,
        says: 'There is another rebase of this measure on this day.',
        warning: false,
      })
    rebases.add(key)
    return [read]
  })
  return { annotations, faults }
}

function readRow(
  { line, cells }: TargetRow,
  faults: TargetFault[],
  named: (reference: string) => Named,
  span: Span | null,
): Annotation | null {
  const cell = (name: string): string => (cells.get(name) ?? '').trim()
  const before = faults.length
  const fault = (column: string, says: string, warning = false): null => {
    faults.push({ line, column, found: cell(column), says, warning })
    return null
  }
  const date = (column: string): Day | null =>
    cell(column) === ''
      ? null
      : (parseDay(cell(column)) ?? fault(column, 'This is not a day. Write 2026-04-01 or 01/04/2026.'))

  const kind =
    annotationKinds.find(known => known === cell('kind').toLowerCase()) ??
    fault('kind', `Use one of ${annotationKinds.join(', ')}.${didYouMean(cell('kind').toLowerCase(), annotationKinds)}`)
  const every = cell('measure').toLowerCase() === ALL
  if (cell('measure') === '')
    fault('measure', 'Name the measure: a reference such as NUM-07, a scorecard number such as CP8, or `all`.')
  const from = date('from')
  if (cell('from') === '') fault('from', 'A day is needed here, as 2026-04-01 or 01/04/2026.')
  const to = date('to')
  if (from && to && to < from) fault('to', 'It ends before it begins: this is its last day.')
  if (cell('text') === '')
    fault('text', kind === 'rebase' ? 'A rebase needs a reason: write it here.' : 'Say what is marked.')
  const recurs = cell('recurs').toLowerCase()
  if (recurs !== '' && recurs !== 'yearly') fault('recurs', 'Write yearly, or leave it blank.')
  const decided = date('date')
  if (kind === 'rebase') {
    if (every) fault('measure', 'Limits start anew for one measure, with its own reason: name it.')
    if (cell('author') === '') fault('author', 'A rebase needs the name of who decided it.')
    if (cell('date') === '') fault('date', 'A rebase needs the day on which it was decided.')
    if (from && decided && decided < from) fault('date', 'A rebase is decided after the change is seen, not before.')
    if (cell('to') !== '') fault('to', 'A rebase has no end: limits start anew on its first day.')
    if (recurs !== '') fault('recurs', 'A rebase is made once.')
  }
  if (faults.slice(before).some(({ warning }) => !warning) || !kind || !from) return null

  const known = every || cell('measure') === '' ? null : named(cell('measure'))
  if (known?.kind === 'none') fault('measure', `${known.says} It is on no chart.`, true)
  const outside = span && recurs === '' && (from > span.last || (to ?? from) < span.first)
  if (outside)
    fault(
      'from',
      `What has been imported is of ${sayDay(span.first)} to ${sayDay(span.last)}: this is on no chart yet.`,
      true,
    )
  return {
    measure: every ? null : cell('measure'),
    from,
    to,
    text: cell('text'),
    kind,
    author: cell('author') || null,
    date: decided,
    recurs: recurs === 'yearly' ? 'yearly' : null,
  }
}
