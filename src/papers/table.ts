import type { Shown } from '../disclosure/shown.ts'
import type { RowView, ScorecardView } from '../report/scorecard-view.ts'

/** A number that may be seen, with the decimals it is printed with, or the spreadsheet format that prints it as it is printed elsewhere. */
export type TableNumber = { readonly value: number; readonly places: number; readonly format?: string }
/** A cell of a paper: a number, or words. */
export type TableCell = TableNumber | string
export type TableColumn = { readonly title: string; readonly width: number }
export type PaperTable = { readonly columns: readonly TableColumn[]; readonly rows: readonly (readonly TableCell[])[] }

/** A percentage is printed 0 to 100 in tables; everything else is in its unit. A figure that is not there is its symbol or words. */
const cell = (figure: Shown | null | undefined, percent = false): TableCell => {
  if (!figure) return '[z]'
  if (figure.kind === 'number')
    return {
      value: percent ? Math.round(figure.value * 1e6) / 1e4 : Math.round(figure.value * 1e6) / 1e6,
      places: placesOf(figure.text, percent),
    }
  return figure.kind === 'hidden'
    ? '[c]'
    : {
        'awaiting data': '[x]',
        'not measured': '[x]',
        'not applicable': '[z]',
        'no one in scope': '[z]',
        unreliable: '[u]',
      }[figure.state]
}

/** The decimals a figure is said with; a share said as `5 of 6` has one. */
const placesOf = (words: string, percent: boolean): number =>
  words.includes(' of ') ? Number(percent) : (/\.(\d+)/.exec(words)?.[1]?.length ?? 0)

/** A unit that says what it is by itself, away from a printed figure. */
const unitWords = (unit: string): string => (unit === ':1' ? 'for each 1' : unit)

/** Symbols in square brackets, as the Analysis Function asks of spreadsheets (statistics.md 2.1). */
export const symbols: readonly (readonly [string, string])[] = [
  ['[c]', 'Confidential: hidden so that nobody can be identified'],
  ['[u]', 'Low reliability'],
  ['[x]', 'Not available: awaiting data, or not measured for the period'],
  ['[z]', 'Not applicable'],
]

/** Each comparator with its figure and period, in one cell. */
const comparedWith = ({ comparison }: RowView): string =>
  comparison === null || comparison.notCompared !== null
    ? (comparison?.notCompared ?? '[z]')
    : comparison.comparators
        .map(({ label, figure, periodText }) => `${label}: ${figure.text} (${periodText})`)
        .join('; ')

/** The scorecard as one table without merged or blank cells: what the workbook and the CSV both hold. */
export function scorecardTable(view: ScorecardView): PaperTable {
  const periods = view.themes
    .flatMap(theme => theme.rows)
    .reduce<number>((most, row) => Math.max(most, row.trend.length), 0)
  const columns: TableColumn[] = [
    { title: 'Theme', width: 26 },
    { title: 'Number', width: 9 },
    { title: 'Indicator', width: 48 },
    { title: 'Unit', width: 12 },
    { title: 'Period', width: 30 },
    { title: 'Latest value', width: 13 },
    { title: 'Latest as printed', width: 16 },
    { title: 'Numerator', width: 12 },
    { title: 'Denominator', width: 13 },
    { title: 'Not known', width: 11 },
    { title: 'What is not known', width: 40 },
    { title: 'Target', width: 22 },
    { title: 'Against target', width: 20 },
    { title: 'Children to reach target', width: 14 },
    { title: 'Prior value', width: 12 },
    { title: 'Change from prior', width: 12 },
    { title: 'Change reads', width: 12 },
    { title: 'Polarity', width: 18 },
    { title: 'Direction', width: 16 },
    { title: 'What says so', width: 44 },
    { title: 'Assurance', width: 36 },
    { title: 'Change since last year', width: 12 },
    { title: 'Lowest it could be', width: 12 },
    { title: 'Highest it could be', width: 12 },
    { title: 'Compared with', width: 40 },
    { title: 'State', width: 16 },
    { title: 'Reason', width: 40 },
    ...Array.from({ length: periods }, (_, i) => ({
      title: i === periods - 1 ? 'Trend: latest period' : `Trend: ${periods - 1 - i} before latest`,
      width: 12,
    })),
  ]
  const line = (theme: string, row: RowView): readonly TableCell[] => {
    const percent = row.unit === '%'
    const trend = row.trend.map(({ figure }) => cell(figure, percent))
    return [
      theme,
      row.number ?? '[z]',
      row.title,
      unitWords(row.unit),
      row.latest.period,
      cell(row.latest.figure, percent),
      row.latest.figure.text,
      cell(row.latest.numerator),
      cell(row.latest.denominator),
      cell(row.unknown),
      row.quality?.text || '[z]',
      row.targetText,
      row.rag.text,
      cell(row.toTarget?.children),
      cell(row.prior?.figure, percent),
      cell(row.change?.figure, percent),
      row.change?.reads ?? (row.change?.doubt ? '[u]' : '[z]'),
      row.polarity,
      row.direction?.word ?? '[z]',
      row.direction?.because ?? '[z]',
      row.assurance ?? '[z]',
      cell(row.lastYear?.change, percent),
      cell(row.lastYear?.low, percent),
      cell(row.lastYear?.high, percent),
      comparedWith(row),
      row.state,
      row.reason ?? '[z]',
      ...Array.from({ length: periods - trend.length }, () => '[x]'),
      ...trend,
    ]
  }
  return { columns, rows: view.themes.flatMap(theme => theme.rows.map(row => line(theme.title, row))) }
}
