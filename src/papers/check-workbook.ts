import type ExcelJS from 'exceljs'
import { sayNumber } from '../kit/text.ts'
import type { CheckView } from '../report/check-view.ts'
import { checkSymbols, findingsTable, notRunTable, rulesTable, unjudgedTable } from './check-tables.ts'
import { contents, page, table } from './sheets.ts'
import type { PaperTable } from './table.ts'

/** A check as an accessible workbook, built as the scorecard’s is (workbook.ts). It names children: its cover says for whom it is. */
export async function checkWorkbook(view: CheckView): Promise<Uint8Array> {
  // Loaded when a workbook is asked for: it takes as long to load as everything else together.
  const { default: exceljs } = await import('exceljs')
  const book = new exceljs.Workbook()
  book.title = `Check of the SSDA903 return ${view.year}`
  book.subject = 'Children looked after: rows of the return at fault'
  book.creator = view.authority ?? 'Hearth'
  Object.assign(book, { language: 'en-GB' })
  const sheets = [
    [
      'By rule',
      'byRule',
      view.effectsOn
        ? 'every rule that ran, those that could move the scorecard furthest first'
        : view.figuresOf !== null
          ? 'every rule that ran, those whose cells feed most figures of the scorecard first'
          : 'every rule that ran, those that find most first',
      rulesTable(view, 'few'),
    ],
    [
      'By child',
      'byChild',
      'every row at fault, by child, with its cells as returned and a fix where one is certain',
      findingsTable(view, 'few'),
    ],
    ['Could not judge', 'couldNotJudge', 'every row that a rule could not judge, and why', unjudgedTable(view)],
    ['Did not run', 'didNotRun', 'every rule that did not run, why, and what would let it', notRunTable(view)],
  ] as const
  page(book, 'Cover', cover(view))
  contents(book, [['Notes', 'the symbols used'], ...sheets.map(([name, , holds]) => [name, holds] as const)])
  table(book, 'Notes', 'symbols', 'Notes: symbols used in this workbook', {
    columns: [
      { title: 'Symbol', width: 10 },
      { title: 'Meaning', width: 70 },
    ],
    rows: checkSymbols,
  })
  for (const [name, id, holds, rows] of sheets) sheet(book, name, id, `${name}: ${holds}`, rows)
  book.views = [{ x: 0, y: 0, width: 12000, height: 8000, firstSheet: 0, activeTab: 0, visibility: 'visible' }]
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** A table without a row is no table: the sheet says that there is nothing. */
function sheet(book: ExcelJS.Workbook, name: string, id: string, title: string, rows: PaperTable): void {
  if (rows.rows.length) table(book, name, id, title, rows)
  else page(book, name, [title, 'There is none.'])
}

/** What was checked, the three counts, and for whom this is. */
function cover({ year, authority, asAtText, whole, counts, notRun }: CheckView): readonly string[] {
  const n = sayNumber
  return [
    `Check of the SSDA903 return, collection ${year}`,
    'For analysts and those who mend the return only. This workbook holds the council’s own ids of children, and rows of the return as they stand, small numbers included. Do not send it to a board, and do not publish it.',
    `Council: ${authority ?? 'nothing in the files says which'}.`,
    whole
      ? `What was checked: the whole year, to ${asAtText}.`
      : `What was checked: a part year, complete to ${asAtText}. What cannot be due before the year is over is left out.`,
    `Found: ${n(counts.found)} findings, about ${n(counts.children)} children. One row may be at fault by several rules.`,
    `Rules that ran: ${n(counts.run)} of ${n(counts.inForce)} in force in this collection.`,
    `Rules that did not run: ${n(counts.notRun)}.`,
    ...notRun.map(({ why, rules }) => `Of these, ${n(rules.length)} because: ${why}.`),
    `Could not judge: ${n(counts.couldNotJudge)} rules could not judge some rows, ${n(counts.unjudged)} rows in all. They judged every other row.`,
    ...(counts.fixes === null
      ? []
      : [
          `Fixes: for ${n(counts.fixes)} findings a fix is certain. Putting it in clears the finding and makes no other; change the case system, not this workbook.`,
        ]),
  ]
}
