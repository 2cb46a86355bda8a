import { Readable } from 'node:stream'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCsv } from './csv.ts'
import { type InputFile, inputFile, type TextRow } from './input.ts'
import { memoryFile, refusal } from './testing.ts'

async function read(file: InputFile) {
  const table = await readCsv(file)
  const rows: TextRow[] = []
  for await (const batch of table.batches()) rows.push(...batch)
  return { header: table.header, rows, notes: table.notes() }
}
const csv = (content: string | Uint8Array, pieceLength?: number) =>
  read(memoryFile('episodes.csv', content, pieceLength))

test('lines are numbered as in the file, the header first', async () => {
  const { header, rows } = await csv('CHILD,DOB\n1,2020-01-01\n2,2021-01-01\n')
  expect(header).toEqual({ line: 1, cells: ['CHILD', 'DOB'] })
  expect(rows).toEqual([
    { line: 2, cells: ['1', '2020-01-01'] },
    { line: 3, cells: ['2', '2021-01-01'] },
  ])
})

test('a line break inside quotation marks counts as a line', async () => {
  const { rows } = await csv('a,b\r\n"one\r\ntwo\nthree",2\r\n3,4\r\n')
  expect(rows).toEqual([
    { line: 2, cells: ['one\r\ntwo\nthree', '2'] },
    { line: 5, cells: ['3', '4'] },
  ])
})

test('LF, CRLF and CR end a line, even mixed in one file, wherever the pieces are cut', async () => {
  for (const length of [1, 2, 3, 7, 1000]) {
    const { rows } = await csv('a,b\r\n1,2\r3,4\n5,"6"\r7,"8"\r\n9,0\r\n', length)
    expect(rows.map(row => [row.line, ...row.cells])).toEqual([
      [2, '1', '2'],
      [3, '3', '4'],
      [4, '5', '6'],
      [5, '7', '8'],
      [6, '9', '0'],
    ])
  }
})

test('a doubled quotation mark is one, and a mark inside an unquoted cell is itself', async () => {
  expect((await csv('a,b\n"say ""hi""",5" pipe\n')).rows[0]?.cells).toEqual(['say "hi"', '5" pipe'])
})

test('spaces round a quoted cell are no part of it', async () => {
  expect((await csv('a,b\n1, "x, y" \n')).rows[0]?.cells).toEqual(['1', 'x, y'])
})

test('the last line needs no line break', async () => {
  expect((await csv('a,b\n1,2')).rows).toHaveLength(1)
  expect((await csv('a,b\n1,"2"', 1)).rows[0]?.cells).toEqual(['1', '2'])
})

test('blank rows and rows of commas are skipped, counted and keep the numbering', async () => {
  const { rows, notes } = await csv('a,b\n\n1,2\n,\n3,4\n , \n\n')
  expect(rows.map(row => row.line)).toEqual([3, 5])
  expect(notes).toEqual([{ about: 'blank rows', says: 'Rows with nothing in them were skipped.', line: 2, count: 4 }])
})

test('short and long rows are kept and reported with the first line of each', async () => {
  const { rows, notes } = await csv('a,b,c\n1,2\n1,2,3\n1,2,3,4\n1\n')
  expect(rows.map(row => row.cells.length)).toEqual([2, 3, 4, 1])
  expect(notes.map(note => [note.about, note.line, note.count])).toEqual([
    ['short rows', 2, 2],
    ['long rows', 4, 1],
  ])
})

test('empty cells beyond the header are not called too many', async () => {
  expect((await csv('a,b\n1,2,,\n')).notes).toEqual([])
})

test('a byte-order mark is dropped without a word', async () => {
  const { header, notes } = await csv('\uFEFFCHILD,DOB\n1,2\n', 1)
  expect(header.cells[0]).toBe('CHILD')
  expect(notes).toEqual([])
})

test('bytes that are not UTF-8 make the file Windows-1252, and that is reported', async () => {
  const { rows, notes } = await csv(Buffer.from([0x61, 0x2c, 0x62, 0x0a, 0x5a, 0x6f, 0xeb, 0x2c, 0x80, 0x0a]))
  expect(rows[0]?.cells).toEqual(['Zoë', '€'])
  expect(notes.map(note => note.about)).toEqual(['encoding'])
})

test('UTF-8 letters survive being cut in two', async () => {
  for (const length of [1, 2, 3, 4]) {
    const { rows, notes } = await csv('a,b\nZoë,€😀\n', length)
    expect(rows[0]?.cells).toEqual(['Zoë', '€😀'])
    expect(notes).toEqual([])
  }
})

test('UTF-8 that stops in the middle of a letter is not UTF-8', async () => {
  expect((await csv(Buffer.concat([Buffer.from('a,b\n1,'), Buffer.from([0xe2, 0x82])]))).notes[0]?.about).toBe(
    'encoding',
  )
})

test('UTF-16 with its mark, as Excel saves "Unicode text", is read and reported', async () => {
  const { rows, notes } = await csv(Buffer.from('\uFEFFa\tb\r\n1\tZoë\r\n', 'utf16le'), 3)
  expect(rows[0]?.cells).toEqual(['1', 'Zoë'])
  expect(notes.map(note => note.about)).toEqual(['encoding', 'delimiter'])
})

test.each([
  ['semicolons', ';'],
  ['tabs', '\t'],
  ['bars', '|'],
])('a file with %s is read and reported', async (_, delimiter) => {
  const { rows, notes } = await csv(`a${delimiter}"b, c, d"\n1${delimiter}2\n`)
  expect(rows[0]?.cells).toEqual(['1', '2'])
  expect(notes.map(note => note.about)).toEqual(['delimiter'])
})

test('the sep= line of Excel names the delimiter and is not the header', async () => {
  const { header, rows } = await csv('sep=;\na;b\n1;2\n')
  expect(header).toEqual({ line: 2, cells: ['a', 'b'] })
  expect(rows).toEqual([{ line: 3, cells: ['1', '2'] }])
})

test('a file with its header only has no rows and is no fault', async () => {
  expect((await csv('CHILD,DOB\r\n')).rows).toEqual([])
})

test('a cell that looks like a formula is text like any other', async () => {
  expect((await csv("a,b\n=cmd|' /C calc'!A0,@SUM(1)\n")).rows[0]?.cells).toEqual(["=cmd|' /C calc'!A0", '@SUM(1)'])
})

test('the batches can be read again from the start', async () => {
  const table = await readCsv(memoryFile('a.csv', 'a\n1\n\n2\n'))
  for (let turn = 0; turn < 2; turn++) {
    const rows: TextRow[] = []
    for await (const batch of table.batches()) rows.push(...batch)
    expect(rows).toHaveLength(2)
    expect(table.notes()[0]?.count).toBe(1)
  }
})

test.each([
  ['nothing at all', ''],
  ['blank rows only', '\n\n,,\n'],
])('%s is refused as empty', async (_, content) => {
  expect(await refusal(csv(content))).toMatchObject({ code: 'HEARTH-1103', where: { file: 'episodes.csv' } })
})

test('a quotation mark that is never closed is refused with the line where it opened', async () => {
  expect(await refusal(csv('a,b\n1,2\n3,"4\n5,6\n', 4))).toMatchObject({ code: 'HEARTH-1105', where: { line: 3 } })
})

test('text after a closing quotation mark is refused with the line where it opened', async () => {
  const error = await refusal(csv('a,b\n1,"2\n3,4\n5,"6"\n'))
  expect(error).toMatchObject({ code: 'HEARTH-1105', where: { line: 2 } })
  expect(error.message).toContain('line 4')
})

test('an open quotation mark in a long file is refused soon, not at the end', async () => {
  const content = `a,b\n1,"2\n${'3,4\n'.repeat(400_000)}`
  expect(await refusal(csv(content))).toMatchObject({ code: 'HEARTH-1105', where: { line: 2 } })
})

test('a picture named .csv is refused and called a picture', async () => {
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
  const error = await refusal(csv(png))
  expect(error.code).toBe('HEARTH-1104')
  expect(error.message).toContain('PNG')
})

test('one NUL byte anywhere makes a file binary', async () => {
  expect(await refusal(csv(`a,b\n${'1,2\n'.repeat(50_000)}1,\0\n`))).toMatchObject({ code: 'HEARTH-1104' })
  expect(await refusal(csv(`a,\0\n${'1,2\n'.repeat(50_000)}`))).toMatchObject({ code: 'HEARTH-1104' })
})

test('a million columns are refused, in the header and in a row', async () => {
  expect(await refusal(csv('a,'.repeat(1_000_000)))).toMatchObject({ code: 'HEARTH-1107', where: { line: 1 } })
  expect(await refusal(csv(`a,b\n${'1,'.repeat(2_000)}\n`))).toMatchObject({ code: 'HEARTH-1107', where: { line: 2 } })
  expect(await refusal(csv(`a,b\n"1",${'1,'.repeat(2_000)}\n`))).toMatchObject({
    code: 'HEARTH-1107',
    where: { line: 2 },
  })
})

test('a thousand columns are not too many', async () => {
  expect((await csv(`${'a,'.repeat(999)}a\n`)).header.cells).toHaveLength(1_000)
})

test('one line of 200 MB is refused in bounded memory', async () => {
  const piece = Buffer.alloc(1 << 20, 'x')
  const file = inputFile('long.csv', 200 << 20, async () =>
    Readable.from(
      (function* () {
        yield Buffer.from('a,b\n')
        for (let i = 0; i < 200; i++) yield piece
      })(),
    ),
  )
  const before = process.memoryUsage().rss
  expect(await refusal(read(file))).toMatchObject({ code: 'HEARTH-1106', where: { line: 2 } })
  expect(process.memoryUsage().rss - before).toBeLessThan(100 << 20)
})

test('a failing disk is a fault that names the file', async () => {
  const file = inputFile('gone.csv', 1, async () => Promise.reject(new Error('ENOENT')))
  expect(await refusal(read(file))).toMatchObject({ code: 'HEARTH-1102', where: { file: 'gone.csv' } })
})

test('any well-formed table reads as csv-parse reads it, however it is cut', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', ',', '"', '\n', '\r', ' ', '=', ';'), maxLength: 6 })
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.constantFrom('\n', '\r\n'),
      fc.integer({ min: 1, max: 9 }),
      async (rows, end, length) => {
        const text = [['head', 'er'], ...rows].map(row => row.map(quote).join(',')).join(end) + end
        const expected = parse(text, { relax_column_count: true, record_delimiter: end }) as string[][]
        const kept = expected.slice(1).filter(row => row.some(value => value.trim() !== ''))
        expect((await csv(text, length)).rows.map(row => row.cells)).toEqual(kept)
      },
    ),
    { numRuns: 150 },
  )
})
