import { draftLine, sayStatus } from '../report/draft-line.ts'
import type { ScorecardView } from '../report/scorecard-view.ts'
import type { SourcesView } from '../report/sources-view.ts'
import { contents, page, table } from './sheets.ts'
import { sourcesTable } from './sources-table.ts'
import { scorecardTable, symbols } from './table.ts'

/**
 * The scorecard as an accessible workbook (Analysis Function checklist, statistics.md section 4): a cover sheet, contents with
 * links, notes, and one marked-up table a sheet from column A with nothing below it; no merged, hidden or blank cells, no
 * colour, no filter, no frozen panes.
 */
export async function scorecardWorkbook(view: ScorecardView, sources: SourcesView): Promise<Uint8Array> {
  // Loaded when a workbook is asked for: it takes as long to load as everything else together.
  const { default: exceljs } = await import('exceljs')
  const book = new exceljs.Workbook()
  book.title = `${view.title}: ${view.authority.name}, ${view.atText}`
  book.subject = 'Children in care and care leavers'
  book.creator = view.authority.name
  Object.assign(book, { language: 'en-GB' })
  const cover: readonly string[] = [
    `${view.title}: ${view.authority.name}`,
    ...(draftLine(view) ? [draftLine(view)] : []),
    `Position at ${view.atText}`,
    ...(view.synthetic ? ['This is a synthetic council: invented children, for trying Hearth out.'] : []),
    `${sayStatus(view)}. Known on ${view.knownOnText}, data version ${view.dataVersion}. Prepared for: ${view.audience}.`,
    ...view.notes,
    ...sources.standIns.map(words => `Standing in for a better source: ${words}`),
  ]
  page(book, 'Cover', cover)
  contents(book, [
    ['Notes', 'the symbols used'],
    ['Scorecard', 'one row for each measure'],
    ['Sources', 'what is here, how far it reaches, what is missing, and what each feeds'],
  ])
  table(book, 'Notes', 'symbols', 'Notes: symbols used in this workbook', {
    columns: [
      { title: 'Symbol', width: 10 },
      { title: 'Meaning', width: 70 },
    ],
    rows: symbols,
  })
  table(
    book,
    'Scorecard',
    'scorecard',
    `Scorecard at ${view.atText}${draftLine(view) ? ' (draft, not for publication)' : ''}`,
    scorecardTable(view),
  )
  table(book, 'Sources', 'sources', 'Sources: what these figures stand on', sourcesTable(sources))
  book.views = [{ x: 0, y: 0, width: 12000, height: 8000, firstSheet: 0, activeTab: 0, visibility: 'visible' }]
  return new Uint8Array(await book.xlsx.writeBuffer())
}
