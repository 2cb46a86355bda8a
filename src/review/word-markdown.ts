import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { textEncoding, textOf } from '../files/encoding.ts'
import type { InputFile } from '../files/input.ts'
import { didYouMean } from '../kit/text.ts'
import { fileName, type Kind, kindNames, kinds } from './word-kinds.ts'
import type { Given, GivenWord, WordFault } from './word-read.ts'

type Read = { readonly words: readonly GivenWord[]; readonly faults: readonly WordFault[] }

/** Reads a Markdown file: a block of fields between two lines `---`, then the words. Throws UserError 11xx where it is not text. */
export async function readWordsMarkdown(file: InputFile): Promise<Read> {
  let text = ''
  for await (const piece of textOf(file, textEncoding(file.path, await file.survey()))) text += piece
  return readMarkdown(file.path, text)
}

/** The same of text that has been read; `file` is its name as people know it. */
export function readMarkdown(file: string, text: string): Read {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const wrong = (line: number, says: string, found = '', field: string | null = null): Read => ({
    words: [],
    faults: [{ file, line, field, found: found.slice(0, 100), says }],
  })
  const first = lines.findIndex(line => line.trim() !== '')
  if (lines[first]?.trim() !== '---')
    return wrong(
      Math.max(first, 0) + 1,
      'It does not begin with a line --- and the fields of the words under it.',
      lines[first],
    )
  const length = lines.slice(first + 1).findIndex(line => line.trim() === '---')
  if (length < 0) return wrong(first + 1, 'The fields at its head do not end with a line ---.')
  const head = readHead(file, lines.slice(first + 1, first + 1 + length), first + 2)
  if ('faults' in head) return { words: [], faults: head.faults }
  const { fields } = head
  const given = fields.get('kind')
  const kind = kindNames.find(
    known =>
      known ===
      String(given?.value ?? '')
        .toLowerCase()
        .replaceAll(/[\s_]+/g, '-'),
  )
  if (!kind)
    return wrong(
      given?.line ?? first + 2,
      `Say of which kind it is: ${kindNames.join(', ')}.${given ? didYouMean(String(given.value), kindNames) : ''}`,
      String(given?.value ?? ''),
      'kind',
    )
  fields.delete('kind')
  return split(file, kind, fields, lines, first + length + 2)
}

/** The fields at the head of a file, each with its line. */
function readHead(
  file: string,
  lines: readonly string[],
  at: number,
): { readonly fields: Map<string, Given> } | { readonly faults: readonly WordFault[] } {
  const counter = new LineCounter()
  const document = parseDocument(lines.join('\n'), { lineCounter: counter, uniqueKeys: true })
  const lineOf = (offset: number): number => counter.linePos(offset).line + at - 1
  const faults: WordFault[] = document.errors.map(({ message, pos }) => ({
    file,
    line: lineOf(pos[0]),
    field: null,
    found: lines[lineOf(pos[0]) - at]?.trim() ?? '',
    says: `The fields cannot be read: ${message.split('\n')[0]?.replace(/ at line .*$/, '')}. Put quotation marks round a value with a colon in it.`,
  }))
  const { contents } = document
  if (faults.length) return { faults }
  if (!isMap(contents))
    return {
      faults: [
        { file, line: at, field: null, found: '', says: 'There are no fields at its head, such as kind: commentary.' },
      ],
    }
  const fields = new Map<string, Given>()
  for (const { key, value } of contents.items) {
    const name = String(isScalar(key) ? key.value : key)
    const line = lineOf((key as Node).range?.[0] ?? 0)
    const read = valueIn(value as Node | null)
    if (read === null)
      faults.push({
        file,
        line,
        field: name,
        found: name,
        says: 'Write one value here, or a list of values, with nothing inside them.',
      })
    else
      fields.set(
        name
          .trim()
          .toLowerCase()
          .replaceAll(/[\s-]+/g, '_'),
        { value: read, line },
      )
  }
  return faults.length ? { faults } : { fields }
}

/** A value as it was written: 12.40 keeps its nought, and a day is text. */
function valueIn(node: Node | null): string | readonly string[] | null {
  if (node === null) return ''
  if (isScalar(node)) return (typeof node.value === 'string' ? node.value : (node.source ?? '')).trim()
  if (!isSeq(node)) return null
  const values = node.items.map(item => valueIn(item as Node))
  return values.every(value => typeof value === 'string') ? (values as readonly string[]) : null
}

/** The words under the head: one, or one for each heading where the head does not say what they are about. */
function split(
  file: string,
  kind: Kind,
  fields: ReadonlyMap<string, Given>,
  lines: readonly string[],
  start: number,
): Read {
  const form = kinds[kind]
  const words = fileName(form.words)
  const faults: WordFault[] = []
  const one = (own: ReadonlyMap<string, Given>, from: number, to: number, line: number): GivenWord => {
    const begins = lines.slice(from, to).findIndex(text => text.trim() !== '')
    const text = lines.slice(from, to).join('\n').trim()
    const all = new Map([...fields, ...own])
    if (text !== '' && fields.has(words))
      faults.push({
        file,
        line: fields.get(words)?.line ?? 1,
        field: words,
        found: '',
        says: `The words stand at the head (${words}) and below it: keep one.`,
      })
    if (text !== '') all.set(words, { value: text, line: from + Math.max(begins, 0) + 1 })
    return { kind, file, line, fields: all }
  }
  const subjects: readonly string[] = kind === 'section' ? ['section'] : ['measure', 'area']
  const headings = form.split !== null && !subjects.some(name => fields.has(name)) ? headingsIn(lines, start) : []
  const [top] = headings
  if (form.split === null || top === undefined) {
    const found = [one(new Map(), start, lines.length, 1)]
    return faults.length ? { words: [], faults } : { words: found, faults }
  }
  const before = lines.slice(start, top.index).findIndex(text => text.trim() !== '')
  if (before >= 0)
    faults.push({
      file,
      line: start + before + 1,
      field: words,
      found: (lines[start + before] ?? '').trim().slice(0, 100),
      says: 'These words stand before the first heading: put the heading of what they are about over them.',
    })
  // Headings as large as the first divide; smaller ones belong to the words.
  const dividing = headings.filter(({ level }) => level <= top.level)
  const found = dividing.map(({ index, title }, i) => {
    const field = form.split === 'area' && looksLikeMeasure(title) ? 'measure' : (form.split ?? 'area')
    const said = ownFields(lines, index + 1)
    const own = new Map([[field, { value: title, line: index + 1 }], ...said])
    return one(own, index + 1 + said.length, dividing[i + 1]?.index ?? lines.length, index + 1)
  })
  return faults.length ? { words: [], faults } : { words: found, faults }
}

/** Who wrote what stands under a heading, whom they asked and when, where the lines right under it say so: `informed_by: Head of Finance`. */
function ownFields(lines: readonly string[], start: number): readonly (readonly [string, Given])[] {
  const found: (readonly [string, Given])[] = []
  for (let at = start; ; at++) {
    const [, name, value] = /^(author|informed_by|date):\s*(.*?)\s*$/.exec(lines[at] ?? '') ?? []
    if (name === undefined) return found
    found.push([name, { value: value ?? '', line: at + 1 }])
  }
}

/** A heading that is one word of a measure's form (CP12, PLC-09, placed-over-20-miles) is about the measure. */
const looksLikeMeasure = (title: string): boolean =>
  /^([A-Z]{2,4}-?\d+(:[a-z0-9_-]+)?|[a-z0-9]+(-[a-z0-9]+)+)$/.test(title)

type Heading = { readonly index: number; readonly level: number; readonly title: string }

/** Headings of the words, those in fenced blocks left out. */
function headingsIn(lines: readonly string[], start: number): readonly Heading[] {
  let fenced = false
  return lines.flatMap((line, index) => {
    if (index < start) return []
    if (/^\s{0,3}(```|~~~)/.test(line)) fenced = !fenced
    const [, marks, title] = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line) ?? []
    return marks && title && !fenced ? [{ index, level: marks.length, title }] : []
  })
}
