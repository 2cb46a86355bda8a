/**
 * Reads Ofsted's Annex A workbook longhand: the zip, its sheets and their cells.
 *
 * Choices made where the specification is silent:
 * - A list is the sheet named `List n`, with whatever follows. Its first row is the header.
 * - A number in a column whose header says "date" is a spreadsheet's day, counted from 30 December 1899.
 */
import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { addDays } from './calendar.ts'
import type { Row } from './read.ts'

/** The files of a zip, by their names, from its central directory. */
function unzipped(bytes: Buffer): Map<string, string> {
  const files = new Map<string, string>()
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  let at = bytes.readUInt32LE(end + 16)
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n--) {
    const [nameLength, extra, comment] = [28, 30, 32].map(offset => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20))
    files.set(name, (bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8'))
    at += 46 + nameLength + extra + comment
  }
  return files
}

const plain = (xml: string): string =>
  xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#(\d+);/g, (_, n: string) => String.fromCodePoint(Number(n)))
    .replace(/&amp;/g, '&')

/** All the text within an element, runs joined. */
const textOf = (xml: string): string =>
  [...xml.matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/g)].map(found => plain(found[1] ?? '')).join('')

/** The rows of a sheet as cells by column letters. */
function sheetRows(xml: string, shared: readonly string[]): Map<string, string>[] {
  const rows: Map<string, string>[] = []
  for (const row of xml.matchAll(/<row\b[^>]*?(?:\/>|>(.*?)<\/row>)/gs)) {
    const cells = new Map<string, string>()
    for (const found of (row[1] ?? '').matchAll(/<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const [, column = '', attributes = '', inner = ''] = found
      const value = plain(/<v>([^<]*)<\/v>/.exec(inner)?.[1] ?? '')
      if (/t="s"/.test(attributes)) cells.set(column, shared[Number(value)] ?? '')
      else cells.set(column, /t="inlineStr"/.test(attributes) ? textOf(inner) : value)
    }
    rows.push(cells)
  }
  return rows
}

const serialDay = (text: string): string =>
  /^\d{5}(\.\d+)?$/.test(text) ? addDays('1899-12-30', Math.floor(Number(text))) : text

/** The lists of a workbook by number; columns by their upper-case headers. */
export function annexA(file: string): Map<number, Row[]> {
  const files = unzipped(readFileSync(file))
  const shared = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(found =>
    textOf(found[1] ?? ''),
  )
  const links = files.get('xl/_rels/workbook.xml.rels') ?? ''
  const lists = new Map<number, Row[]>()
  for (const [sheet] of (files.get('xl/workbook.xml') ?? '').matchAll(/<sheet\b[^>]*>/g)) {
    const number = Number(/name="List (\d+)\b/i.exec(sheet)?.[1] ?? 0)
    const id = /r:id="([^"]+)"/.exec(sheet)?.[1]
    const link = [...links.matchAll(/<Relationship\b[^>]*>/g)].find(([one]) => one.includes(`Id="${id}"`))?.[0] ?? ''
    const target = (/Target="([^"]+)"/.exec(link)?.[1] ?? '').replace(/^\/?(xl\/)?/, 'xl/')
    if (number === 0 || !files.has(target)) continue
    const [header, ...body] = sheetRows(files.get(target) ?? '', shared)
    const columns = new Map<string, string>()
    for (const [letters, name] of header ?? []) columns.set(name.trim().toUpperCase(), letters)
    const rows: Row[] = []
    body.forEach((cells, at) => {
      if ([...cells.values()].every(value => value.trim() === '')) return
      const cell = (column: string): string => {
        const text = (cells.get(columns.get(column) ?? '') ?? '').trim()
        return /DATE|DOB/.test(column) ? serialDay(text) : text
      }
      rows.push({ year: 0, line: at + 2, cell })
    })
    lists.set(number, rows)
  }
  return lists
}
