import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { safeCell } from './safe-cell.ts'
import { memoryFile, refusal } from './testing.ts'
import { readXlsx, type XlsxLimits, xlsxLimits } from './xlsx.ts'
import { columnOf, numberFormat, numberText, serialText } from './xlsx-format.ts'
import type { SheetRow } from './xlsx-sheet.ts'

const plain = { kind: 'plain' } as const

async function read(bytes: Uint8Array, limits: XlsxLimits = xlsxLimits) {
  const sheets = await readXlsx(memoryFile('annex.xlsx', bytes), limits)
  return Promise.all(
    sheets.map(async sheet => {
      const rows: SheetRow[] = []
      for await (const batch of sheet.batches()) rows.push(...batch)
      return { name: sheet.name, hidden: sheet.hidden, rows, notes: sheet.notes() }
    }),
  )
}

/** A workbook as another program writes it. */
async function written(fill: (workbook: exceljs.Workbook) => void): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook()
  fill(workbook)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** A workbook with one sheet of hand-written XML, for what no honest program writes. */
async function forged(sheet: string | Buffer, more: Readonly<Record<string, string>> = {}): Promise<Buffer> {
  const zip = new ZipFile()
  const parts: Record<string, string | Buffer> = {
    'xl/workbook.xml':
      '<workbook xmlns:q="urn:r"><sheets><sheet name="List 1" sheetId="1" q:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  }
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  const found: Buffer[] = []
  for await (const part of zip.outputStream) found.push(part as Buffer)
  return Buffer.concat(found)
}

const rowsOf = async (rows: string) =>
  (await read(await forged(`<worksheet><sheetData>${rows}</sheetData></worksheet>`)))[0]?.rows

test('a workbook written by another program is read sheet by sheet, rows by their number', async () => {
  const bytes = await written(workbook => {
    const first = workbook.addWorksheet('List 1')
    first.getCell('A1').value = 'Child Unique ID'
    first.getCell('C1').value = 'Date of Birth'
    first.getCell('A3').value = 104
    first.getCell('B3').value = { richText: [{ text: 'Zo' }, { text: 'ë' }] }
    first.getCell('C3').value = new Date(Date.UTC(2012, 1, 29))
    first.getCell('D3').value = true
    first.getCell('E3').value = 16.1
    workbook.addWorksheet('Notes', { state: 'hidden' }).getCell('A1').value = 'x'
  })
  expect(await read(bytes)).toEqual([
    {
      name: 'List 1',
      hidden: false,
      rows: [
        { line: 1, cells: ['Child Unique ID', '', 'Date of Birth'], formulas: [] },
        { line: 3, cells: ['104', 'Zoë', '2012-02-29', 'TRUE', '16.1'], formulas: [] },
      ],
      notes: [],
    },
    { name: 'Notes', hidden: true, rows: [{ line: 1, cells: ['x'], formulas: [] }], notes: [] },
  ])
})

test('a formula gives the value it last had, flagged and noted, and is not worked out', async () => {
  const bytes = await written(workbook => {
    const sheet = workbook.addWorksheet('A')
    sheet.getCell('A1').value = 'head'
    sheet.getCell('B2').value = { formula: '1+1', result: 3 }
    sheet.getCell('C2').value = { formula: 'HYPERLINK("http://x")', result: 'shown' }
    sheet.getCell('D2').value = { formula: '1/0', result: { error: '#DIV/0!' } }
  })
  const [sheet] = await read(bytes)
  expect(sheet?.rows[1]).toEqual({ line: 2, cells: ['', '3', 'shown', '#DIV/0!'], formulas: [1, 2, 3] })
  expect(sheet?.notes.map(note => [note.about, note.line, note.count])).toEqual([
    ['formulas', 2, 3],
    ['errors in cells', 2, 1],
  ])
})

test('an id shown with leading zeros keeps them', async () => {
  const bytes = await written(workbook => {
    const cell = workbook.addWorksheet('A').getCell('A1')
    cell.value = 123
    cell.numFmt = '000000'
  })
  expect((await read(bytes))[0]?.rows[0]?.cells).toEqual(['000123'])
})

test('text that looks like a formula comes in as text, and goes out where it cannot run', async () => {
  const bytes = await written(workbook => {
    workbook.addWorksheet('A').getCell('A1').value = "=cmd|' /C calc'!A0"
  })
  expect((await read(bytes))[0]?.rows[0]?.cells).toEqual(["=cmd|' /C calc'!A0"])
  expect(
    ['=1+1', '+A1', '-A1', '@SUM(1)', '\t=1', '\r=1', '＝1', '+1+A1', '+1 cmd|x', '-1(A1)']
      .map(safeCell)
      .every(text => text.startsWith("'")),
  ).toBe(true)
  expect(['-1.5', '+3', '+0.4 points', '+£1,300', '-2%', 'a=b', '', 'SW1A 1AA', '104'].map(safeCell)).toEqual([
    '-1.5',
    '+3',
    '+0.4 points',
    '+£1,300',
    '-2%',
    'a=b',
    '',
    'SW1A 1AA',
    '104',
  ])
})

test('cells without a reference follow each other, and styled cells with nothing in them do not widen a row', async () => {
  expect(
    await rowsOf(
      '<row><c><v>1</v></c><c t="inlineStr"><is><t>b</t></is></c><c r="XFD1" s="1"/></row><row r="9"><c t="str"><v>_x0041_</v></c></row>',
    ),
  ).toEqual([
    { line: 1, cells: ['1', 'b'], formulas: [] },
    { line: 9, cells: ['A'], formulas: [] },
  ])
})

test('serial numbers are days by Excel’s calendar, its false leap day included', () => {
  expect([1, 59, 60, 61, 46112, 46112.5, 0.25].map(serial => serialText(serial, false))).toEqual([
    '1900-01-01',
    '1900-02-28',
    '60',
    '1900-03-01',
    '2026-03-31',
    '2026-03-31T12:00:00',
    '06:00:00',
  ])
  expect(serialText(44650, true)).toBe('2026-03-31')
})

test('a format is a date by its letters, not by its colours and quoted words', () => {
  const kinds = ['dd/mm/yyyy', '[Red]0.0', '0 "days"', '#,##0', 'General', '[$-809]d mmm yy', '0\\d'].map(
    code => numberFormat(164, code).kind,
  )
  expect(kinds).toEqual(['date', 'plain', 'plain', 'plain', 'plain', 'date', 'plain'])
  expect([13, 14, 22, 23, 45, 49].map(id => numberFormat(id, undefined).kind)).toEqual([
    'plain',
    'date',
    'date',
    'plain',
    'date',
    'plain',
  ])
})

test('a number loses the noise of its last binary digit and nothing else', () => {
  expect(['16.100000000000001', '123456789012345', '1E-3', '7', 'x'].map(raw => numberText(raw, plain, false))).toEqual(
    ['16.1', '123456789012345', '0.001', '7', 'x'],
  )
})

test('columns are counted as letters count', () => {
  expect(['A1', 'Z9', 'AA1', 'BC12', 'XFD1'].map(columnOf)).toEqual([0, 25, 26, 54, 16_383])
})

test('something far to the right of the table is refused with its row', async () => {
  expect(await refusal(rowsOf('<row r="4"><c r="ALM4"><v>1</v></c></row>'))).toMatchObject({
    code: 'HEARTH-1107',
    where: { line: 4 },
  })
  expect(await rowsOf('<row r="4"><c r="ALL4"><v>1</v></c></row>')).toHaveLength(1)
})

test('rows that go backwards and cells outside any sheet are refused', async () => {
  expect(await refusal(rowsOf('<row r="4"/><row r="4"/>'))).toMatchObject({ code: 'HEARTH-1115' })
  expect(await refusal(rowsOf('<row r="1"><c r="XFE1"><v>1</v></c></row>'))).toMatchObject({ code: 'HEARTH-1115' })
})

test('entities inside a workbook are refused as in any XML', async () => {
  const bytes = await forged('<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>')
  expect(await refusal(read(bytes))).toMatchObject({ code: 'HEARTH-1109' })
})

test('a workbook that is a zip bomb is refused before a sheet is read', async () => {
  expect(await refusal(read(await forged(Buffer.alloc(20 << 20, ' '))))).toMatchObject({ code: 'HEARTH-1113' })
})

test('phonetic hints are no part of a shared string', async () => {
  const rels =
    '<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://x/sharedStrings" Target="s.xml"/></Relationships>'
  const bytes = await forged('<worksheet><row><c t="s"><v>0</v></c></row></worksheet>', {
    'xl/_rels/workbook.xml.rels': rels,
    'xl/s.xml': '<sst><si><r><t>To</t></r><r><t>kyo</t></r><rPh><t>hint</t></rPh></si></sst>',
  })
  expect((await read(bytes))[0]?.rows[0]?.cells).toEqual(['Tokyo'])
})

test('more shared text than the limit is refused', async () => {
  const rels =
    '<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://x/sharedStrings" Target="s.xml"/></Relationships>'
  const bytes = await forged('<worksheet/>', {
    'xl/_rels/workbook.xml.rels': rels,
    'xl/s.xml': '<sst><si><t>abcdefghij</t></si></sst>',
  })
  expect(await refusal(read(bytes, { ...xlsxLimits, strings: 20 }))).toMatchObject({ code: 'HEARTH-1116' })
  expect(await read(bytes, { ...xlsxLimits, strings: 26 })).toHaveLength(1)
})

test('a workbook larger than the limit is refused while it is read', async () => {
  expect(await refusal(read(await forged('<worksheet/>'), { ...xlsxLimits, packed: 100 }))).toMatchObject({
    code: 'HEARTH-1116',
  })
})

test.each([
  ['text', Buffer.from('a,b\n'), 'HEARTH-1115'],
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'HEARTH-1115'],
  ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'HEARTH-1115'],
  ['a cut-off workbook', Buffer.from('504b030414000000', 'hex'), 'HEARTH-1115'],
  ['nothing', Buffer.alloc(0), 'HEARTH-1103'],
])('%s named .xlsx is refused and named', async (_, bytes, code) => {
  expect(await refusal(read(bytes))).toMatchObject({ code, where: { file: 'annex.xlsx' } })
})

test('a zip without a workbook in it is refused', async () => {
  const zip = new ZipFile()
  zip.addBuffer(Buffer.from('x'), 'a.txt')
  zip.end()
  const parts: Buffer[] = []
  for await (const part of zip.outputStream) parts.push(part as Buffer)
  expect(await refusal(read(Buffer.concat(parts)))).toMatchObject({ code: 'HEARTH-1115' })
})
