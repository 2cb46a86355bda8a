import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { staysWhole } from './caption.ts'
import { shareWidths } from './column-widths.ts'
import type { RunMaker } from './docx-runs.ts'
import { POINT, SIZES } from './docx-styles.ts'
import { wordsOf } from './figures.ts'
import type { TableBlock } from './paper.ts'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const rule = { style: BorderStyle.SINGLE, size: 4, color: 'B1B4B6' }
const strong = { style: BorderStyle.SINGLE, size: 8, color: '0B0C0C' }

/** A table of a header row that repeats on each page, and rows that are not broken across two. `width` in twips. */
export function wordTable(block: TableBlock, runsOf: RunMaker, width: number, small = false): Table {
  const style = small ? 'TableTextSmall' : 'TableText'
  const whole = staysWhole(block)
  const last = block.rows.length - 1
  const padding = small ? 2 : 4
  const size = (small ? SIZES.small : SIZES.table) / 2
  const { shares } = shareWidths(
    block.columns.map(({ share }) => share),
    block.columns.map(({ title }, i) => [title, ...block.rows.map(row => wordsOf(row[i] ?? []))]),
    width / POINT / size,
    (2 * padding) / size,
  )
  const widths = shares.map(share => Math.round(share * width))
  const alignment = (i: number): (typeof AlignmentType)[keyof typeof AlignmentType] =>
    block.columns[i]?.align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT
  const cell = (i: number, paragraph: Paragraph, header: boolean): TableCell =>
    new TableCell({
      children: [paragraph],
      width: { size: widths[i] ?? 0, type: WidthType.DXA },
      ...(header ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'F3F2F1' } } : {}),
      borders: { top: header ? strong : rule, bottom: header ? strong : rule, left: none, right: none },
    })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    margins: { left: padding * POINT, right: padding * POINT },
    borders: { top: none, bottom: strong, left: none, right: none, insideHorizontal: rule, insideVertical: none },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: block.columns.map(({ title }, i) =>
          cell(
            i,
            new Paragraph({
              style,
              keepNext: true,
              alignment: alignment(i),
              children: [new TextRun({ text: title, bold: true })],
            }),
            true,
          ),
        ),
      }),
      ...block.rows.map(
        (row, y) =>
          new TableRow({
            cantSplit: true,
            children: row.map((runs, i) =>
              cell(
                i,
                new Paragraph({ style, keepNext: whole && y < last, alignment: alignment(i), children: runsOf(runs) }),
                false,
              ),
            ),
          }),
      ),
    ],
  })
}
