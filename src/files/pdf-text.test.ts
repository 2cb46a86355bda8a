import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { blocksOfPage, type Piece } from './pdf-lines.ts'
import { readPdf } from './pdf-text.ts'
import { refusal } from './testing.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearth-pdf-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A PDF by hand: pieces of text, each at its place on its page. */
function pdfOf(pages: readonly (readonly (readonly [number, number, string])[])[]): string {
  const streams = pages.map(pieces =>
    pieces.map(([x, y, text]) => `BT /F1 10 Tf ${x} ${y} Td (${text}) Tj ET`).join('\n'),
  )
  const kids = streams.map((_, i) => `${4 + i * 2} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${streams.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...streams.flatMap((stream, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + i * 2} 0 R >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    ]),
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = body.length
    body += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const xref = offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  return `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${xref}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF`
}

async function read(content: string) {
  const disk = join(folder, 'report.pdf')
  await writeFile(disk, content, 'latin1')
  return readPdf('report.pdf', disk)
}

test('lines of a page are joined to paragraphs, columns of figures are a table, and each has its page and line', async () => {
  const blocks = await read(
    pdfOf([
      [
        [50, 800, 'There were 12 children, of'],
        [50, 788, 'whom 5 were new.'],
        [50, 740, 'Type'],
        [200, 740, 'Q1'],
        [300, 740, 'Q2'],
        [50, 728, 'In-house homes'],
        [200, 728, '21'],
        [300, 728, '19'],
      ],
      [
        [50, 800, 'Another page ends here.'],
        [290, 30, '2'],
      ],
    ]),
  )
  expect(blocks).toEqual([
    {
      kind: 'paragraph',
      lines: [
        { page: 1, line: 1, text: 'There were 12 children, of' },
        { page: 1, line: 2, text: 'whom 5 were new.' },
      ],
    },
    {
      kind: 'table',
      rows: [
        { page: 1, line: 3, cells: ['Type', 'Q1', 'Q2'] },
        { page: 1, line: 4, cells: ['In-house homes', '21', '19'] },
      ],
    },
    { kind: 'paragraph', lines: [{ page: 2, line: 1, text: 'Another page ends here.' }] },
  ])
})

test('a label that runs on to a second line is one label', () => {
  const piece = (x: number, y: number, text: string): Piece => ({ text, x, y, width: text.length * 5, size: 10 })
  const rows = [
    piece(50, 100, 'Measure'),
    piece(300, 100, 'Now'),
    piece(50, 88, 'Children seen'),
    piece(300, 88, '12'),
    piece(50, 76, 'by a dentist'),
    piece(50, 64, 'Reviews'),
    piece(300, 64, '9'),
  ]
  expect(blocksOfPage(rows, 1)).toMatchObject([
    {
      kind: 'table',
      rows: [
        { cells: ['Measure', 'Now'] },
        { cells: ['Children seen by a dentist', '12'] },
        { cells: ['Reviews', '9'] },
      ],
    },
  ])
})

test('a scan has no text, and what is damaged cannot be opened', async () => {
  expect((await refusal(read(pdfOf([[]])))).code).toBe('HEARTH-1903')
  expect((await refusal(read('%PDF-1.4\nnothing more'))).code).toBe('HEARTH-1902')
})
