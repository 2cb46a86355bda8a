import type { Shown } from '../disclosure/shown.ts'
import { sayDay } from '../kit/day.ts'
import { draftLine, sayStatus } from '../report/draft-line.ts'
import type { RowView, ScorecardView } from '../report/scorecard-view.ts'
import { spanWords } from './span-words.ts'
import { cut, type Paint, padded, painter, right, wrap } from './text-layout.ts'

/** How wide to write, and whether colour may be used (a terminal that has not refused it). */
export type TextOptions = { readonly width: number; readonly colour: boolean }

const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']
/** From this width on the scorecard is a table; under it each row is a heading and lines. */
const TABLE = 120
const WIDEST = 180
const NARROWEST = 40

const numberIn = (figure: Shown | null | undefined): readonly number[] =>
  figure?.kind === 'number' ? [figure.value] : []

/** The trend as small bars, between the lowest and highest of figures and target; a gap where a month has no figure to show. */
function bars(row: RowView): string {
  const values = row.trend.map(({ figure }) => (figure.kind === 'number' ? figure.value : null))
  const seen = values.filter(value => value !== null)
  if (seen.length === 0) return ''
  const all = [...seen, ...numberIn(row.target?.value), ...numberIn(row.target?.upper)]
  const [low, high] = [Math.min(...all), Math.max(...all)]
  return values
    .map(value =>
      value === null ? '·' : (BARS[high === low ? 3 : Math.round(((value - low) / (high - low)) * 7)] ?? ' '),
    )
    .join('')
}

const titleOf = ({ title, unit }: RowView): string =>
  unit === 'number' || unit === ':1' || unit === '£' ? title : `${title} (${unit})`

/** What a reader needs beside the columns: what the figure is made from, which way is good, what would reach the target, what is not known, whether it is changing, and one comparison. */
function besides(row: RowView): string {
  if (row.latest.figure.kind !== 'number') return row.reason ?? ''
  return [
    row.latest.asAt ? `As at ${sayDay(row.latest.asAt)}` : '',
    row.countText === null ? (row.madeOf ?? '') : '',
    row.quality?.text ?? '',
    row.polarity === 'Neither' ? '' : row.polarity,
    row.toTarget?.text ?? '',
    row.change?.doubt?.replace('Could be', 'The change could be') ?? '',
    sayDirection(row),
    row.comparison?.headline?.text ?? '',
    spanWords(row) && `The trend is of ${spanWords(row)}`,
    row.reason ?? '',
  ]
    .filter(Boolean)
    .map(words => `${words}.`)
    .join(' ')
}

/** The direction of travel; what says so where it is one. */
function sayDirection({ direction }: RowView): string {
  if (direction === null) return ''
  return direction.reads === 'neutral' ? direction.word : `${direction.word}: ${direction.because}`
}

function statusPaint({ rag }: RowView, { dim, green, amber, red }: Paint): (words: string) => string {
  if (rag.kind === 'none') return dim
  return { 'on target': green, 'within tolerance': amber, 'off target': red }[rag.status]
}

const columns = { number: 5, count: 11, value: 13, target: 20, status: 18, change: 12, trend: 14 }

/** A row of the table: cells that do not fit go on in the next lines, nothing is cut off. */
function tableRow(row: RowView, width: number, paint: Paint): readonly string[] {
  const title = width - Object.values(columns).reduce((sum, n) => sum + n + 1, 0)
  const cells = [
    wrap(titleOf(row), title),
    wrap(row.targetText, columns.target - 1),
    wrap(row.rag.text, columns.status),
  ]
  const [titles = [], targets = [], statuses = []] = cells
  const status = statusPaint(row, paint)
  const lines = Array.from({ length: Math.max(...cells.map(lines => lines.length)) }, (_, i) =>
    [
      padded(i === 0 ? (row.number ?? '') : '', columns.number),
      padded(titles[i] ?? '', title),
      right(i === 0 ? (row.countText ?? '') : '', columns.count),
      paint.bold(right(i === 0 ? row.latest.figure.text : '', columns.value)),
      ` ${padded(targets[i] ?? '', columns.target - 1)}`,
      status(padded(statuses[i] ?? '', columns.status)),
      right(i === 0 ? (row.change?.figure.text ?? '') : '', columns.change),
      i === 0 ? bars(row) : '',
    ]
      .join(' ')
      .trimEnd(),
  )
  return [...lines, ...beside(row, width, paint)]
}

const beside = (row: RowView, width: number, { dim }: Paint): readonly string[] =>
  wrap(besides(row), width - columns.number - 1).map(words => `${' '.repeat(columns.number + 1)}${dim(words)}`)

/** A row where there is no room for a table: its heading, its figures, and the rest, each in whole words. */
function stackedRow(row: RowView, width: number, paint: Paint): readonly string[] {
  const indent = ' '.repeat(columns.number + 1)
  const room = width - indent.length
  const [first = '', ...rest] = wrap(titleOf(row), room)
  const { figure } = row.latest
  const status = statusPaint(row, paint)
  const facts = [
    row.countText === null || row.countText === figure.text ? figure.text : `${figure.text} (${row.countText})`,
    row.targetText,
    row.change ? `change ${row.change.figure.text}` : '',
    bars(row),
  ]
    .filter(Boolean)
    .join('   ')
  return [
    `${padded(row.number ?? '', columns.number)} ${first}`,
    ...rest.map(words => `${indent}${words}`),
    ...wrap(facts, room).map(words => `${indent}${paint.bold(words)}`),
    ...wrap(row.rag.text, room).map(words => `${indent}${status(words)}`),
    ...beside(row, width, paint),
  ]
}

/** The scorecard for a terminal, laid out to its width; the colour's word is always written. */
export function scorecardText(view: ScorecardView, options: TextOptions): string {
  const paint = painter(options.colour)
  const width = Math.max(NARROWEST, Math.min(options.width, WIDEST))
  const asTable = width >= TABLE
  const title = width - Object.values(columns).reduce((sum, n) => sum + n + 1, 0)
  const head = [
    padded('No.', columns.number),
    padded('Indicator', title),
    right('Count', columns.count),
    right('Latest', columns.value),
    padded(' Target', columns.target),
    padded('Against target', columns.status),
    right('Change', columns.change),
    '12-month trend',
  ]
  const row = asTable ? tableRow : stackedRow
  const themes = view.themes.flatMap(theme => [
    '',
    paint.bold(theme.title),
    ...theme.rows.flatMap(one => row(one, width, paint)),
  ])
  return [
    ...(draftLine(view) ? wrap(draftLine(view), width).map(paint.bold) : []),
    ...wrap(`${view.title}: ${view.authority.name}`, width).map(paint.bold),
    ...wrap(
      `At ${view.atText}. Known on ${view.knownOnText}, data version ${view.dataVersion}. ${sayStatus(view)}, for ${view.audience === 'public' ? 'the public' : `the ${view.audience}`}.`,
      width,
    ),
    ...(view.synthetic
      ? wrap('A synthetic council: invented children, for trying Hearth out.', width).map(paint.amber)
      : []),
    ...(asTable ? ['', paint.dim(cut(head.join(' '), width))] : []),
    ...themes,
    '',
    ...view.notes.flatMap(note => wrap(note, width)),
    '',
  ].join('\n')
}
