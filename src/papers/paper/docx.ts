import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  type Table,
  TabStopType,
  TextRun,
} from 'docx'
import { captionOf } from './caption.ts'
import { chartPng } from './chart-picture.ts'
import { type RunMaker, runMaker } from './docx-runs.ts'
import { CENTIMETRE, styles } from './docx-styles.ts'
import { wordTable } from './docx-table.ts'
import { markOf } from './file-mark.ts'
import type { Block, ChartBlock, Paper, Run, Section } from './paper.ts'

/** A4, with margins of two centimetres. */
const A4 = { width: 11906, height: 16838 }
const MARGIN = 2 * CENTIMETRE
const PIXEL = 15

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const
const BULLETS = 'bullets'

type Writing = { readonly runsOf: RunMaker; readonly width: number; readonly layout: Paper['layout'] }

/**
 * A paper as a Word document: real styles, headings, lists and captions, table header rows, alternative text of charts, language,
 * title, and on each page what it is, how far it is and its number. Every figure is in a bookmark named by its code.
 */
export async function paperWord(paper: Paper): Promise<Uint8Array> {
  const landscape = paper.layout === 'landscape'
  const width = (landscape ? A4.height : A4.width) - 2 * MARGIN
  const writing = { runsOf: runMaker(), width, layout: paper.layout }
  // All at once: the drawings of every section are painted while the words are written.
  const body = (await Promise.all(paper.sections.map(section => sectionParts(section, writing)))).flat()
  const about = [paper.authority.name, paper.subtitle ?? ''].filter(Boolean).join('. ')
  const document = new Document({
    title: `${paper.title}: ${paper.authority.name}`,
    subject: 'Children in care and care leavers',
    keywords: markOf(paper),
    creator: paper.authority.name,
    lastModifiedBy: paper.authority.name,
    description: paper.subtitle ?? paper.title,
    styles,
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: CENTIMETRE, hanging: 0.6 * CENTIMETRE } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { ...A4, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
            margin: {
              top: 2.4 * CENTIMETRE,
              bottom: MARGIN,
              left: MARGIN,
              right: MARGIN,
              header: CENTIMETRE,
              footer: CENTIMETRE,
            },
          },
        },
        ...(paper.watermark === null
          ? {}
          : {
              headers: {
                default: new Header({
                  children: [new Paragraph({ style: 'Watermark', children: [new TextRun(paper.watermark)] })],
                }),
              },
            }),
        footers: { default: footer(`${paper.title}, ${paper.authority.name}, ${paper.atText}`, width) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(paper.title)] }),
          new Paragraph({ style: 'Subtitle', children: [new TextRun(about)] }),
          ...body,
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const footer = (words: string, width: number): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Foot',
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          new TextRun({
            children: [words, new Tab(), 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  })

async function sectionParts(
  { number, title, level, blocks, newPage }: Section,
  writing: Writing,
): Promise<readonly (Paragraph | Table)[]> {
  const parts: (Paragraph | Table)[] = [
    new Paragraph({
      heading: headings[level],
      pageBreakBefore: newPage === true,
      children: [new TextRun(number === null ? title : `${number} ${title}`)],
    }),
  ]
  for (const [i, block] of blocks.entries()) {
    const [before, next] = [blocks[i - 1], blocks[i + 1]]
    const around = {
      afterTable:
        (before?.kind === 'chart' && before.data.notes.length === 0) ||
        (before?.kind === 'table' && before.notes.length === 0),
      beforeTable: next?.kind === 'table' || next?.kind === 'chart',
    }
    parts.push(...(await blockParts(block, writing, around)))
  }
  return parts
}

const dated = ({ asOf }: { readonly asOf: { readonly text: string } | null }): readonly Run[] =>
  asOf === null ? [] : [{ kind: 'words', text: ` (Data: ${asOf.text}.)` }]

/** The parts of a block. A table has no space of its own below; a paragraph right above one stays with it. */
async function blockParts(
  block: Block,
  writing: Writing,
  { afterTable, beforeTable }: { readonly afterTable: boolean; readonly beforeTable: boolean },
): Promise<readonly (Paragraph | Table)[]> {
  const { runsOf, width } = writing
  const spacing = afterTable ? { spacing: { before: 12 * 20 } } : {}
  const keepNext = beforeTable
  switch (block.kind) {
    case 'paragraph': {
      const runs = [...block.runs, ...dated(block)]
      return [
        block.number === undefined
          ? new Paragraph({ ...spacing, keepNext, children: runsOf(runs) })
          : new Paragraph({
              ...spacing,
              keepNext,
              style: 'Numbered',
              children: [new TextRun({ children: [block.number, new Tab()] }), ...runsOf(runs)],
            }),
      ]
    }
    case 'list':
      return block.items.map(
        (item, i) =>
          new Paragraph({
            ...(i === 0 ? spacing : {}),
            numbering: { reference: BULLETS, level: 0 },
            children: runsOf(item),
          }),
      )
    case 'facts':
      return block.facts.map(
        ({ label, runs }) =>
          new Paragraph({
            style: 'Fact',
            children: [new TextRun({ bold: true, children: [label, new Tab()] }), ...runsOf(runs)],
          }),
      )
    case 'table':
      return [
        new Paragraph({ style: 'Caption', children: [new TextRun(captionOf(block))] }),
        wordTable(block, runsOf, width),
        ...block.notes.map(note => new Paragraph({ style: 'Note', children: [new TextRun(note)] })),
      ]
    case 'chart':
      return chartParts(block, writing)
  }
}

/** In pixels: on a page that lies on its side two charts stand one above the other. */
const WIDEST = { portrait: 640, landscape: 520 } as const

/** A chart under its caption, with its data in a table of one line below. */
async function chartParts(
  { id, caption, svg, alt, data }: ChartBlock,
  { runsOf, width, layout }: Writing,
): Promise<readonly (Paragraph | Table)[]> {
  const picture = await chartPng(svg)
  const across = Math.min(width / PIXEL, WIDEST[layout])
  return [
    new Paragraph({
      style: 'Caption',
      children: [new TextRun(captionOf({ id, caption, asOf: data.asOf }))],
    }),
    new Paragraph({
      style: 'Picture',
      children: [
        new ImageRun({
          type: 'png',
          data: picture.data,
          transformation: { width: Math.round(across), height: Math.round((across * picture.height) / picture.width) },
          altText: { name: id, title: caption, description: alt },
        }),
      ],
    }),
    wordTable(data, runsOf, width, true),
    ...data.notes.map(note => new Paragraph({ style: 'Note', children: [new TextRun(note)] })),
  ]
}
