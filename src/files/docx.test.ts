import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readDocx } from './docx.ts'
import { refusal } from './testing.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearth-docx-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const cell = (text: string, columnSpan = 1): TableCell => new TableCell({ columnSpan, children: [new Paragraph(text)] })

async function written(document: Document): Promise<string> {
  const path = join(folder, 'report.docx')
  await writeFile(path, await Packer.toBuffer(document))
  return path
}

test('headings, paragraphs of several runs, tables, pages and footnotes of a Word document', async () => {
  const disk = await written(
    new Document({
      footnotes: { 1: { children: [new Paragraph('Of whom 3 are new.')] } },
      sections: [
        {
          children: [
            new Paragraph({ text: 'Placements', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({
              children: [
                new TextRun('There were '),
                new TextRun({ text: '12', bold: true }),
                new TextRun(' children.'),
                new FootnoteReferenceRun(1),
              ],
            }),
            new Table({
              rows: [
                new TableRow({ children: [cell('Type', 2), cell('Q1')] }),
                new TableRow({ children: [cell('Home'), cell('a'), cell('7')] }),
              ],
            }),
            new Paragraph({ children: [new PageBreak(), new TextRun('Next page.')] }),
          ],
        },
      ],
    }),
  )
  expect(await readDocx('report.docx', disk)).toEqual([
    { kind: 'heading', lines: [{ page: 1, line: 1, text: 'Placements' }] },
    { kind: 'paragraph', lines: [{ page: 1, line: 2, text: 'There were 12 children.' }] },
    {
      kind: 'table',
      rows: [
        { page: 1, line: 3, cells: ['Type', '', 'Q1'] },
        { page: 1, line: 4, cells: ['Home', 'a', '7'] },
      ],
    },
    { kind: 'paragraph', lines: [{ page: 1, line: 5, text: 'Next page.' }] },
    { kind: 'footnote', lines: [{ page: 1, line: 2, text: 'Of whom 3 are new.' }] },
  ])
})

test('what is no Word document is refused', async () => {
  const disk = join(folder, 'report.docx')
  await writeFile(disk, 'text under a false name')
  expect((await refusal(readDocx('report.docx', disk))).code).toBe('HEARTH-1902')
})
