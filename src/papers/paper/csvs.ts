import { slugOf } from '../../kit/text.ts'
import { csvLine } from '../csv.ts'
import type { Paper } from './paper.ts'
import { cellTexts, columnTitles, tablesOf } from './tables-of.ts'

/** A file beside a paper: its name and what is in it. */
export type CsvFile = { readonly name: string; readonly text: string }

const MOST = 80

const nameOf = (title: string): string => slugOf(title).slice(0, MOST).replace(/-$/, '') || 'table'

/** Each table of a paper, and the data of each chart, as a CSV of one header row, printed as the paper prints it. */
export function paperCsvs(paper: Paper): readonly CsvFile[] {
  const times = new Map<string, number>()
  return tablesOf(paper).map(({ table, title }) => {
    const name = nameOf(title)
    const n = (times.get(name) ?? 0) + 1
    times.set(name, n)
    return {
      name: `${name}${n === 1 ? '' : `-${n}`}.csv`,
      text: [columnTitles(table), ...cellTexts(table)].map(csvLine).join(''),
    }
  })
}
