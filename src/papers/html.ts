import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'
import { sparkline } from '../charts/sparkline.ts'
import type { Displayable, Shown } from '../disclosure/shown.ts'
import { draftLine, sayStatus } from '../report/draft-line.ts'
import type { RowView, ScorecardView } from '../report/scorecard-view.ts'
import type { SourcesView } from '../report/sources-view.ts'
import { lateLines, sourceLines } from './sources-table.ts'
import { spanWords } from './span-words.ts'

/** Where the templates are that a web page may share. */
export const paperTemplates = fileURLToPath(new URL('./templates/', import.meta.url))

/** A trend in words, for people who do not see the line. */
export function trendWords(row: RowView): string {
  const seen = row.trend.filter(({ figure }) => figure.kind === 'number')
  const [first, last] = [seen[0], seen.at(-1)]
  return first && last && first !== last
    ? `From ${first.figure.text} (${first.period}) to ${last.figure.text} (${last.period})`
    : 'No trend to show'
}

/** A direction in words with its sign: `= No clear change`. A row that is not judged has none. */
export const directionSign = ({ direction }: RowView): string => (direction ? (signs[direction.word] ?? '') : '')
const signs: Readonly<Record<string, string>> = {
  Improving: '✓',
  'Getting worse': '!',
  Rising: '↑',
  Falling: '↓',
  'No clear change': '=',
}

/** What both the printed and the web scorecard give their templates. */
export const rowHelpers = {
  spark: (row: RowView): string =>
    sparkline(
      row.trend.map(({ figure }) => figure),
      [row.target?.value, row.target?.upper].filter((aim): aim is Shown => aim != null),
    ),
  trendWords,
  directionSign,
  draftLine,
  sayStatus,
  spanWords,
}

const templates = nunjucks.configure(paperTemplates, { autoescape: true, throwOnUndefined: false })

/** The scorecard, with the table of what it stands on, as one HTML file that needs nothing else and prints on A4 landscape. */
export function scorecardHtml(view: ScorecardView, sources: SourcesView): string {
  const lines = sourceLines(sources)
  const page: { readonly [name: string]: Displayable } = {
    view,
    ...(sources.inFull
      ? { sources: lines, wouldFeed: lines.some(({ wouldFeed }) => wouldFeed !== 'Nothing') }
      : { late: lateLines(sources, view) }),
    standIns: sources.standIns,
  }
  return templates.render('scorecard.njk', {
    ...page,
    ...rowHelpers,
    css: readFileSync(`${paperTemplates}paper.css`, 'utf8'),
  })
}
