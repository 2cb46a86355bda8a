import { UserError } from '../kit/error.ts'
import type { InputFile } from './input.ts'
import type { TextBlock } from './text-block.ts'
import { readXml } from './xml.ts'
import { zipMembers } from './zip.ts'

/** Groups in groups: slides nest deeper than returns do. */
const limits = { depth: 400, textLength: 1_000_000 }

/** The paragraphs of a slide in the order of its file, those of tables by row. */
async function blocksOf(slide: InputFile, page: number): Promise<readonly TextBlock[]> {
  const blocks: TextBlock[] = []
  let [line, text] = [0, '']
  let cells: string[] | null = null
  for await (const events of readXml(slide, limits))
    for (const { kind, name, ...event } of events) {
      if (kind === 'open') {
        if (name === 'p') text = ''
        if (name === 'tr') cells = []
        if (name === 'tc') cells?.push('')
        continue
      }
      if (name === 't') text += 'text' in event ? event.text : ''
      else if (name === 'p' && cells) cells.push(`${cells.pop() ?? ''} ${text}`.trim())
      else if (name === 'p' && text.trim() !== '')
        blocks.push({ kind: 'paragraph', lines: [{ page, line: ++line, text: text.trim() }] })
      else if (name === 'tr' && cells) {
        blocks.push({ kind: 'table', rows: [{ page, line: ++line, cells }] })
        cells = null
      }
    }
  return blocks
}

/** Slides (.pptx) as blocks, a page a slide; notes are not read. Throws HEARTH-1902 for what holds no slides, and the faults of zips and XML. */
export async function readPptx(path: string, disk: string): Promise<readonly TextBlock[]> {
  const slides = (await zipMembers(path, disk))
    .flatMap(part => {
      const [, number] = /\/ppt\/slides\/slide(\d+)\.xml$/.exec(part.path) ?? []
      return number === undefined ? [] : [{ part, number: Number(number) }]
    })
    .toSorted((a, b) => a.number - b.number)
  if (slides.length === 0)
    throw new UserError(
      'HEARTH-1902',
      `${path} cannot be opened as slides: it has none in it.`,
      'Open it in PowerPoint, save it as .pptx without a password, and give that.',
      { file: path },
    )
  const blocks: TextBlock[] = []
  for (const { part, number } of slides) blocks.push(...(await blocksOf(part, number)))
  return blocks
}
