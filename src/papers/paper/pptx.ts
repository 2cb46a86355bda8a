import type PptxGenJS from 'pptxgenjs'
import { captionOf } from './caption.ts'
import { chartPng } from './chart-picture.ts'
import { textOf } from './figures.ts'
import { markOf } from './file-mark.ts'
import type { Paper, Run } from './paper.ts'
import { slideNotes } from './slide-notes.ts'
import { AREA, MARGIN, type Part, SIZES } from './slide-parts.ts'
import { mendSlides } from './slide-xml.ts'
import { type Slide, slidesOf } from './slides-of.ts'

const FONT = 'Arial'
const [INK, QUIET, MARK] = ['0B0C0C', '484949', '801650']
const LEFT = 0.6
const TOP = 1.35
const sides = { x: LEFT, w: AREA.width }
const plain = { fontFace: FONT, color: INK, lang: 'en-GB', margin: 0 }

/**
 * A paper as slides: one for a section or as many as it needs, short sections together, each with a title of its own; tables as tables, charts as pictures with
 * alternative text, what a figure is of in the notes. Everything of the paper is on them but what its template leaves out of a deck.
 */
export async function paperSlides(paper: Paper): Promise<Uint8Array> {
  // Loaded when slides are asked for: it is large.
  const { default: pptx } = await import('pptxgenjs')
  // Its types say that the default export is a namespace, under Node's rules for modules.
  const show = new (pptx as unknown as new () => PptxGenJS.default)()
  show.layout = 'LAYOUT_WIDE'
  show.title = clean(`${paper.title}: ${paper.authority.name}`)
  show.author = clean(paper.authority.name)
  show.company = clean(paper.authority.name)
  show.subject = 'Children in care and care leavers'
  show.theme = { headFontFace: FONT, bodyFontFace: FONT }
  masters(show, paper)
  const front = show.addSlide({ masterName: 'Front' })
  front.addText(clean(paper.title), { placeholder: 'title', lang: 'en-GB' })
  const about = [paper.authority.name, paper.subtitle ?? ''].filter(Boolean).join('. ')
  // What stands on every slide is no part of any, and is not said by a screen reader: the first says it in its own words.
  front.addText([about, paper.watermark ?? ''].filter(Boolean).map(clean).join('\n'), {
    placeholder: 'about',
    lang: 'en-GB',
  })
  for (const slide of slidesOf(paper)) await draw(show, slide)
  return await mendSlides((await show.write({ outputType: 'uint8array' })) as Uint8Array, markOf(paper))
}

/** What every slide has: its title's place, what the paper is, how far it is, and the slide's number. */
function masters(show: PptxGenJS.default, paper: Paper): void {
  const foot = { ...plain, fontSize: 10, color: QUIET }
  const common: NonNullable<PptxGenJS.default.SlideMasterProps['objects']> = [
    {
      text: {
        text: clean(`${paper.title}, ${paper.authority.name}, ${paper.atText}`),
        options: { ...foot, x: LEFT, y: 7.02, w: 10, h: 0.3 },
      },
    },
    ...(paper.watermark === null
      ? []
      : [
          {
            text: {
              text: clean(paper.watermark),
              options: { ...foot, color: MARK, bold: true, ...sides, y: 0.12, h: 0.25, align: 'center' as const },
            },
          },
        ]),
  ]
  const slideNumber = { x: 12.2, y: 7.02, w: 0.6, h: 0.3, fontFace: FONT, fontSize: 10, color: QUIET }
  const title = {
    ...plain,
    ...sides,
    name: 'title',
    type: 'title' as const,
    bold: true,
    align: 'left' as const,
    valign: 'middle' as const,
  }
  show.defineSlideMaster({
    title: 'Front',
    objects: [
      ...common,
      { placeholder: { options: { ...title, y: 2.2, h: 1.4, fontSize: 36 }, text: '' } },
      {
        placeholder: {
          options: {
            ...plain,
            name: 'about',
            type: 'body',
            align: 'left',
            ...sides,
            y: 3.7,
            h: 1,
            fontSize: 20,
            color: QUIET,
          },
          text: '',
        },
      },
    ],
    slideNumber,
  })
  show.defineSlideMaster({
    title: 'Section',
    objects: [...common, { placeholder: { options: { ...title, y: 0.4, h: 0.6, fontSize: SIZES.title }, text: '' } }],
    slideNumber,
  })
}

async function draw(show: PptxGenJS.default, slide: Slide): Promise<void> {
  const on = show.addSlide({ masterName: 'Section' })
  on.addText(clean(slide.title), { placeholder: 'title', lang: 'en-GB' })
  if (slide.under !== null)
    on.addText(clean(slide.under), { ...plain, ...sides, y: 1, h: 0.25, fontSize: 12, color: QUIET })
  let y = TOP
  for (const group of grouped(slide.parts)) {
    const [first] = group
    const h = group.reduce((sum, { height }) => sum + height, 0)
    if (first?.kind === 'table') table(on, first, y)
    else if (first?.kind === 'picture') {
      const picture = await chartPng(first.chart.svg)
      on.addImage({
        data: `image/png;base64,${Buffer.from(picture.data).toString('base64')}`,
        x: LEFT,
        y,
        w: first.width,
        h: (first.width * picture.height) / picture.width,
        altText: clean(first.chart.alt),
        objectName: clean(first.chart.id),
      })
    } else
      on.addText(
        group.flatMap(part => (part.kind === 'text' ? paragraph(part) : [])),
        { ...plain, ...sides, y, h, valign: 'top', fit: 'none' },
      )
    y += h
  }
  const notes = slideNotes(slide)
  if (notes !== '') on.addNotes(notes.split('\n').map(clean).join('\n'))
}

/** Paragraphs that follow one another are one box of text. */
function grouped(parts: readonly Part[]): readonly (readonly Part[])[] {
  const groups: Part[][] = []
  for (const part of parts) {
    const last = groups.at(-1)
    if (part.kind === 'text' && last?.[0]?.kind === 'text') last.push(part)
    else groups.push([part])
  }
  return groups
}

const styles = {
  heading: { fontSize: SIZES.heading },
  text: { fontSize: SIZES.text },
  bullet: { fontSize: SIZES.text },
  caption: { fontSize: SIZES.caption },
  note: { fontSize: SIZES.note, color: QUIET },
} as const

/** Runs of one paragraph: the last breaks the line, and the bullet, where there is one, stands before the first. */
const paragraph = ({ style, runs }: Extract<Part, { kind: 'text' }>): PptxGenJS.default.TextProps[] =>
  runs.map((run, i) => ({
    text: clean(textOf(run)),
    options: {
      ...plain,
      ...styles[style],
      bold: isStrong(run),
      paraSpaceAfter: MARGIN.part * 72,
      ...(style === 'heading' ? { paraSpaceBefore: MARGIN.heading * 72 } : {}),
      ...(style === 'bullet' && i === 0 ? { bullet: { indent: 18 } } : {}),
      ...(i === runs.length - 1 ? { breakLine: true } : {}),
    },
  }))

const rule = { type: 'solid' as const, pt: 0.5, color: 'B1B4B6' }
const edge = { type: 'solid' as const, pt: 1, color: INK }
const none = { type: 'none' as const }

function table(on: PptxGenJS.default.Slide, part: Extract<Part, { kind: 'table' }>, y: number): void {
  const { block, size, widths, header, lines } = part
  const align = (i: number): 'left' | 'right' => block.columns[i]?.align ?? 'left'
  on.addTable(
    [
      block.columns.map(({ title }, i) => ({
        text: clean(title),
        options: { bold: true, align: align(i), fill: { color: 'F3F2F1' }, border: [edge, none, edge, none] as never },
      })),
      ...lines.map(({ cells }) =>
        block.columns.map((_, i) => ({
          text: (cells[i] ?? []).map(run => ({
            text: clean(textOf(run)),
            options: { ...plain, fontSize: size, bold: isStrong(run), align: align(i) },
          })),
          options: { align: align(i), border: [none, none, rule, none] as never },
        })),
      ),
    ],
    {
      x: LEFT,
      y,
      w: AREA.width,
      colW: [...widths],
      rowH: [header, ...lines.map(({ height }) => height)],
      fontFace: FONT,
      fontSize: size,
      color: INK,
      lang: 'en-GB',
      valign: 'top',
      margin: [MARGIN.cell, MARGIN.cell, MARGIN.cell, MARGIN.cell],
      objectName: clean(captionOf(block)),
    } as PptxGenJS.default.TableProps,
  )
}

const isStrong = (run: Run): boolean => run.kind === 'words' && run.strong === true

/** Words without what XML cannot hold: control characters, halves of pairs. */
const clean = (words: string): string => words.toWellFormed().replace(/[\p{Cc}\ufffe\uffff]/gu, ' ')
