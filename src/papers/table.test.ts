import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import { scorecardCsv } from './csv.ts'
import { sources, view } from './scorecard.fixture.ts'
import { scorecardTable } from './table.ts'
import { scorecardWorkbook } from './workbook.ts'

const { columns, rows } = scorecardTable(view)
const column = (title: string): number => columns.findIndex(one => one.title === title)
const cells = (title: string): readonly unknown[] => rows.map(row => row[column(title)])

describe('the table of the workbook and the CSV', () => {
  it('has states only in the column of states, and the reason in its own', () => {
    expect(cells('State')).toEqual(['measured', 'hidden', 'measured'])
    expect(cells('Reason')).toEqual(['[z]', expect.stringContaining('Fewer than 6 children'), '[z]'])
  })
  it('says units that can be read away from a figure', () => {
    expect(cells('Unit')).toEqual(['%', '%', 'for each 1'])
  })
  it('says what is not known', () => {
    expect(cells('What is not known')[0]).toMatch(/^9 of 79 not known: between/)
  })
  it('has a cell under every heading', () => {
    expect(rows.map(row => row.length)).toEqual(rows.map(() => columns.length))
  })
  it('prints numbers in the workbook as they are said: a percentage with one decimal, a count with none', async () => {
    const book = new exceljs.Workbook()
    await book.xlsx.load((await scorecardWorkbook(view, sources)).buffer as ArrayBuffer)
    const format = (title: string): string | undefined =>
      book.getWorksheet('Scorecard')?.getCell(4, column(title) + 1).numFmt
    expect([format('Latest value'), format('Numerator')]).toEqual(['#,##0.0', '#,##0'])
  })
  it('is numbers in the CSV', () => expect(scorecardCsv(view).split('\r\n')[1]).toContain(',85.7143,85.7%,60,70,9,'))
})
