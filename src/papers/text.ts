import type { RowView, ScorecardView } from '../report/scorecard-view.ts'

/** How wide to write, and whether colour may be used (a terminal that has not refused it). */
export type TextOptions = { readonly width: number; readonly colour: boolean }

const paint =
  (code: number, on: boolean) =>
  (words: string): string =>
    on ? `\u001b[${code}m${words}\u001b[0m` : words
const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']

const cut = (words: string, width: number): string =>
  words.length > width ? `${words.slice(0, width - 1)}…` : words.padEnd(width)
const right = (words: string, width: number): string => cut(words.trim(), width).trimEnd().padStart(width)

/** The trend as small bars, a gap where a month has no figure to show. */
function bars(row: RowView): string {
  const values = row.trend.map(({ figure }) => (figure.kind === 'number' ? figure.value : null))
  const seen = values.filter(value => value !== null)
  const [low, high] = [Math.min(...seen), Math.max(...seen)]
  return values
    .map(value =>
      value === null ? '·' : (BARS[high === low ? 3 : Math.round(((value - low) / (high - low)) * 7)] ?? ' '),
    )
    .join('')
}

/** Breaks words into lines of at most `width`. */
function wrap(words: string, width: number): readonly string[] {
  const lines: string[] = []
  let current = ''
  for (const word of words.split(' ')) {
    if (current && current.length + word.length + 1 > width) {
      lines.push(current)
      current = word
    } else current = current ? `${current} ${word}` : word
  }
  return current ? [...lines, current] : lines
}

/** The scorecard for a terminal: one or two lines a row, the colour's word always written. */
export function scorecardText(view: ScorecardView, options: TextOptions): string {
  const { colour } = options
  const [bold, dim, green, amber, red] = [
    paint(1, colour),
    paint(2, colour),
    paint(32, colour),
    paint(33, colour),
    paint(31, colour),
  ]
  const width = Math.max(140, Math.min(options.width, 170))
  const columns = { number: 5, count: 7, value: 13, target: 22, status: 29, change: 12, trend: 12 }
  const title = width - Object.values(columns).reduce((sum, n) => sum + n + 1, 0) - 1
  const status = (row: RowView): string => {
    const words = cut(row.rag.text, columns.status)
    if (row.rag.kind === 'none') return dim(words)
    return { 'on target': green, 'within tolerance': amber, 'off target': red }[row.rag.status](words)
  }
  const head = [
    cut('No.', columns.number),
    cut('Indicator', title),
    right('Count', columns.count),
    right('Latest', columns.value),
    cut(' Target', columns.target),
    cut('Against target', columns.status),
    right('Change', columns.change),
    '12-month trend',
  ]
  const line = (row: RowView): readonly string[] => {
    const [first = '', ...rest] = wrap(`${row.title}${row.unit === 'number' ? '' : ` (${row.unit})`}`, title)
    const { figure, numerator } = row.latest
    const count = row.unit === '%' && numerator.kind !== 'none' ? numerator.text : ''
    const top = [
      cut(row.number ?? '', columns.number),
      cut(first, title),
      right(count, columns.count),
      bold(right(figure.text, columns.value)),
      ` ${cut(row.targetText, columns.target - 1)}`,
      status(row),
      right(row.change?.figure.text ?? '', columns.change),
      bars(row),
    ]
    const signal =
      row.direction && row.direction.reads !== 'neutral' ? [`${row.direction.word}: ${row.direction.because}`] : []
    const below = [
      ...rest,
      ...signal.flatMap(words => wrap(words, width - columns.number - 3)),
      ...(row.reason ? wrap(row.reason, width - columns.number - 3).map(dim) : []),
    ]
    return [top.join(' '), ...below.map(words => `${' '.repeat(columns.number + 1)}${words}`)]
  }
  const themes = view.themes.flatMap(theme => ['', bold(theme.title), ...theme.rows.flatMap(line)])
  const banner = view.synthetic ? [amber('A synthetic council: invented children, for trying Hearth out.')] : []
  return [
    bold(`${view.title}: ${view.authority.name}`),
    `At ${view.atText}. Known on ${view.knownOnText}, data version ${view.dataVersion}. Draft, for ${view.audience === 'public' ? 'the public' : `the ${view.audience}`}.`,
    ...banner,
    '',
    dim(head.join(' ')),
    ...themes,
    '',
    ...view.notes.flatMap(note => wrap(note, width)),
    '',
  ].join('\n')
}
