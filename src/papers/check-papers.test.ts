import { stripVTControlCharacters } from 'node:util'
import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import { checkOf, report } from '../report/check.fixture.ts'
import { checkView } from '../report/check-view.ts'
import { checkCsv } from './check-csv.ts'
import { checkText } from './check-text.ts'
import { checkWorkbook } from './check-workbook.ts'

const view = checkView(checkOf)
const plain = (width: number, of = view): string => checkText(of, { width, colour: false })
const nothing = checkView({
  ...checkOf,
  report: { ...checkOf.report, found: [], unjudged: [], notRun: [] },
  fixes: null,
})

test('the summary begins with what was checked and the three counts', () => {
  expect(plain(100).split('\n').slice(0, 7)).toEqual([
    'Check of the return 2025-26 (E06990001), a part year, complete to 31 October 2025',
    '',
    '4 findings about 2 children.',
    'Of 6 rules in force:',
    '      4 ran',
    '      2 did not run',
    '      2 ran and could not judge all rows: 2 rows in all',
  ])
})

test('a rule has its count, its message as a sentence, the first place, what it touches and its fixes', () => {
  expect(plain(100)).toContain(
    [
      '146        3  Placement type code is not a valid code.',
      '              First: episodes.csv line 2, child 10: look at PLACE. Touches PLC-2, PLC-10.',
      '              A fix is certain for 1: PLACE K2 in place of k2 (episodes.csv line 2).',
      '142        1  A new episode has started',
    ].join('\n'),
  )
  expect(plain(100)).not.toContain('Nothing is found by this one')
})

test('of several fixes the first is told, and whether every row has one', () => {
  const fix = { field: 'PLACE', from: null, to: 'K2', why: '' }
  const fixed = (n: number): string =>
    plain(
      100,
      checkView({
        ...checkOf,
        fixes: new Map(
          report.found
            .flatMap(one => (one.rule === '146' ? [one] : []))
            .slice(0, n)
            .map(one => [one, fix]),
        ),
      }),
    )
  expect(fixed(2)).toContain('A fix is certain for 2, first: PLACE K2 in place of blank (episodes.csv line 2).')
  expect(fixed(3)).toContain('A fix is certain for all, first: PLACE')
  expect(fixed(0)).not.toContain('A fix is certain:')
})

test('measures touched are named while they are few, and else counted', () => {
  const touching = (n: number): string =>
    plain(100, checkView({ ...checkOf, touches: () => Array.from({ length: n }, (_, i) => `ADO-${i + 1}`) })).replace(
      /\s+/g,
      ' ',
    )
  expect(touching(5)).toContain('Touches ADO-1, ADO-2, ADO-3, ADO-4, ADO-5.')
  expect(touching(6)).toContain('Touches 6 measures.')
})

test('reasons why rows were not judged, or rules not run, are each said once, and what to do comes last', () => {
  expect(plain(100)).toContain(
    '      2  Episodes: DECOM is not a day.\n         Rules 353, 142. First: episodes.csv line 2, child 10.',
  )
  expect(plain(100)).toContain('      2  No provider list given.\n         Rules 219, 1008.')
  expect(plain(100).trimEnd().split('\n').at(-1)).toBe(
    '4. Give Ofsted’s list of providers beside the files of the return: 2 more rules can run.',
  )
})

test('no line is longer than the terminal, and none longer than can be read', () => {
  for (const width of [40, 60, 100, 300])
    expect(
      Math.max(
        ...plain(width)
          .split('\n')
          .map(line => line.length),
      ),
    ).toBeLessThanOrEqual(Math.min(width, 100))
})

test('colour comes only where it is allowed, and says nothing that words do not', () => {
  const coloured = checkText(view, { width: 80, colour: true })
  expect(plain(80)).not.toContain('\u001b')
  expect(coloured).toContain('\u001b[')
  expect(stripVTControlCharacters(coloured)).toBe(plain(80))
})

test('a return without a fault says so and asks for nothing', () => {
  const text = plain(80, nothing)
  expect(text).toContain('Nothing at fault in what was judged.')
  expect(text).toContain('could not judge a row')
  expect(text).not.toContain('What to do next')
})

test('where fixes were not looked for it says how to', () => {
  expect(plain(100, checkView({ ...checkOf, fixes: null }))).toContain('Add --fixes')
  expect(plain(100)).not.toContain('Add --fixes')
})

const lines = (csv: string): readonly string[] => csv.trimEnd().split('\r\n')

test('the CSV by child has a line for each finding and each row that could not be judged, and runs no formula', () => {
  const [head, ...rows] = lines(checkCsv(view, 'child'))
  expect(head).toMatch(/^Outcome,Child,Table,File,Line,Rule,/)
  expect(rows.map(row => row.split(',').slice(0, 6).join('|'))).toEqual([
    'At fault|[x]|Episodes|episodes.csv|4|146',
    'At fault|9|Episodes|episodes.csv|3|142',
    'At fault|9|Episodes|episodes.csv|3|146',
    'At fault|10|Episodes|episodes.csv|2|146',
    "Could not be judged|'=1+1|Episodes|episodes.csv|5|353",
    'Could not be judged|10|Episodes|episodes.csv|2|353',
    'Could not be judged|10|Episodes|episodes.csv|2|142',
  ])
  expect(rows[1]).toContain(',DEC: blank; REC: X1,CHILD: 9; PLACE: =K9; REC: X1,')
  expect(rows[3]).toContain(',PLACE: K2 in place of k2,the same code,')
})

test('the CSV by rule has a line for every rule in force', () => {
  const rows = lines(checkCsv(view, 'rule')).slice(1)
  expect(rows.map(row => /^(Ran|Did not run),(\w+)/.exec(row)?.slice(1).join(' '))).toEqual([
    'Ran 146',
    'Ran 142',
    'Ran 353',
    'Ran 185',
    'Did not run 219',
    'Did not run 1008',
  ])
})

test('where effects were asked, the table of rules is in their order and says what each could move', () => {
  const moved = { says: 'CP1 Children in care: 600, could lie from 598 to 601' } as never
  const effects = {
    at: day('2026-03-31'),
    atText: '31 March 2026',
    scorecard: 'Scorecard',
    byRule: new Map([['142', { reach: 0.1, moved: [moved] }]]),
  }
  const [head, first, second] = lines(checkCsv(checkView({ ...checkOf, effects }), 'rule'))
  expect(head).toContain('"Could move in Scorecard, 31 March 2026"')
  expect(first).toMatch(/^Ran,142,.*"CP1 Children in care: 600, could lie from 598 to 601."/)
  expect(second).toMatch(/^Ran,146,.*,No figure,/)
})

const opened = async (of = view): Promise<exceljs.Workbook> => {
  const book = new exceljs.Workbook()
  await book.xlsx.load((await checkWorkbook(of)).buffer as ArrayBuffer)
  return book
}

test('the workbook has a cover that says for whom it is and the three counts, and contents that link to every sheet', async () => {
  const book = await opened()
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    'Cover',
    'Contents',
    'Notes',
    'By rule',
    'By child',
    'Could not judge',
    'Did not run',
  ])
  const cover = book.getWorksheet('Cover')?.getColumn(1).values.map(String).join('\n')
  expect(cover).toContain('For analysts and those who mend the return only')
  expect(cover).toContain('Rules that ran: 4 of 6')
  expect(cover).toContain('Rules that did not run: 2.')
  expect(cover).toContain('Could not judge: 2 rules could not judge some rows, 2 rows in all')
  expect(JSON.stringify(book.getWorksheet('Contents')?.getColumn(1).values)).toContain("#'Could not judge'!A1")
})

test('every sheet of rows is one table without blank cells, formulas or filters', async () => {
  const book = await opened()
  for (const name of ['By rule', 'By child', 'Could not judge', 'Did not run']) {
    const sheet = book.getWorksheet(name)
    const width = sheet?.getRow(3).actualCellCount ?? 0
    expect(Object.keys(sheet?.getTables() ?? {})).toHaveLength(1)
    sheet?.eachRow((row, n) => {
      if (n < 3) return
      expect(row.actualCellCount).toBe(width)
      row.eachCell(cell => {
        expect(['string', 'number']).toContain(typeof cell.value)
        expect(String(cell.value)).not.toMatch(/^[=+@]/)
        expect(cell.value).not.toBe('')
      })
    })
    expect(sheet?.autoFilter).toBeFalsy()
  }
  expect(book.getWorksheet('By child')?.getRow(7).values).toEqual([
    undefined,
    '10',
    'Episodes',
    'episodes.csv',
    2,
    '146',
    'Placement type code is not a valid code',
    'PLACE',
    'PLACE: k2',
    'CHILD: 10; PLACE: k2',
    '[z]',
    'PLC-2, PLC-10',
    'PLACE: K2 in place of k2',
    'the same code',
  ])
})

test('a cell of the workbook names a few figures and measures and counts the rest; CSV, for programs, names all', async () => {
  const names = Array.from({ length: 13 }, (_, i) => `ADO-${i + 1}`)
  const moved = names.slice(0, 5).map(name => ({ says: `${name}: 1, could lie from 0 to 1` }) as never)
  const of = (n: number): typeof view =>
    checkView({
      ...checkOf,
      touches: () => names.slice(0, n),
      board: { title: 'Scorecard', figures: new Map([['ADO-2', 'CP8']]) },
      effects: {
        at: day('2026-03-31'),
        atText: '31 March 2026',
        scorecard: 'Scorecard',
        byRule: new Map([['142', { reach: 0.1, moved }]]),
      },
    })
  const cells = async (sheet: string, n: number): Promise<string> =>
    String((await opened(of(n))).getWorksheet(sheet)?.getRow(4).values)
  expect(await cells('By rule', 13)).toContain(',CP8,13 measures,5,ADO-1: 1, could lie from 0 to 1. ADO-2:')
  expect(await cells('By rule', 13)).toMatch(/ADO-3: 1, could lie from 0 to 1\. And 2 more figures\.,\[z\],/)
  expect(await cells('By rule', 12)).toContain('ADO-11, ADO-12,5,')
  expect(await cells('By child', 13)).toContain(',CP8,13 measures,')
  const [, first, second, third] = lines(checkCsv(of(13), 'rule'))
  expect(first).toContain('ADO-5: 1, could lie from 0 to 1."')
  expect(first).toContain('ADO-12, ADO-13')
  expect(second).toMatch(/^Ran,146,.*,0,No figure,/)
  expect(third).toMatch(/^Ran,353,.*,\[z\],\[z\],\[z\],/)
})

test('a sheet without rows says that there is none', async () => {
  const book = await opened(nothing)
  expect(book.getWorksheet('By child')?.getCell('A2').value).toBe('There is none.')
  expect(book.getWorksheet('By rule')?.rowCount).toBe(7)
})
