import type { Readable } from 'node:stream'
import type { Entry, ZipFile } from 'yauzl'
import { UserError } from '../kit/error.ts'
import { readingFault, signatureOf } from './encoding.ts'
import { type InputFile, inputFile, type Note } from './input.ts'
import { readFormats, readRelationships, readSharedStrings, readSheetList } from './xlsx-parts.ts'
import { type SheetRow, sheetBatches, sheetReader } from './xlsx-sheet.ts'
import { openZipBuffer, type ZipLimits, zipEntries } from './zip.ts'

export type XlsxLimits = {
  /** Bytes of the workbook as it is, and of all its parts unpacked. */
  readonly packed: number
  readonly parts: ZipLimits
  readonly columns: number
  /** Characters of all shared strings together. */
  readonly strings: number
}

export const xlsxLimits: XlsxLimits = {
  packed: 200 * 2 ** 20,
  parts: { members: 5_000, total: 2 * 2 ** 30, ratio: 250, ratioFrom: 10 * 2 ** 20 },
  columns: 1_000,
  strings: 100_000_000,
}

export type Sheet = {
  readonly name: string
  readonly hidden: boolean
  /** The rows with something in them, from the start at each call. Whether one is a header is for the reader to know. */
  readonly batches: () => AsyncGenerator<readonly SheetRow[]>
  /** What was allowed for, as far as the latest reading has gone. */
  readonly notes: () => readonly Note[]
}

const unreadable = (file: InputFile, says: string): UserError =>
  new UserError(
    'HEARTH-1115',
    `${file.path} cannot be read as an Excel workbook: ${says}.`,
    'Open it in Excel, save it as .xlsx without a password, and give that.',
    {
      file: file.path,
    },
  )

async function readWhole(file: InputFile, limits: XlsxLimits): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of (await file.open()) as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > limits.packed)
        throw new UserError(
          'HEARTH-1116',
          `${file.path} is larger than ${Math.round(limits.packed / 2 ** 20)} MB.`,
          'Save each sheet as CSV and give those.',
          {
            file: file.path,
          },
        )
      parts.push(chunk)
    }
  } catch (error) {
    throw readingFault(file.path, error)
  }
  return Buffer.concat(parts)
}

/** The parts of a workbook, each of which can be opened as a file; every guard for zips has passed. */
async function partsOf(file: InputFile, limits: XlsxLimits): Promise<ReadonlyMap<string, InputFile>> {
  const bytes = await readWhole(file, limits)
  if (bytes.length === 0)
    throw new UserError('HEARTH-1103', `${file.path} is empty.`, 'Export it again.', { file: file.path })
  const signature = signatureOf(bytes)
  if (signature !== 'a zip or an Excel workbook') throw unreadable(file, `it looks like ${signature ?? 'text'}`)
  try {
    const zip = await openZipBuffer(bytes)
    const entries = await zipEntries(file.path, zip, limits.parts)
    return new Map(
      entries.map(({ name, entry }) => [
        name,
        inputFile(`${file.path}/${name}`, entry.uncompressedSize, () => openPart(zip, entry)),
      ]),
    )
  } catch (error) {
    if (error instanceof UserError) throw error
    throw unreadable(file, error instanceof Error ? error.message : String(error))
  }
}

const openPart = (zip: ZipFile, entry: Entry): Promise<Readable> => zip.openReadStreamPromise(entry)

/**
 * Reads a workbook (.xlsx, .xlsm): its sheets in their order, each as rows of text. Dates become ISO text, ids with a
 * format of zeros keep them, a formula gives the value it last had. Throws a UserError (11xx) where it cannot be read, on
 * opening or while rows are read.
 */
export async function readXlsx(file: InputFile, limits: XlsxLimits = xlsxLimits): Promise<readonly Sheet[]> {
  const parts = await partsOf(file, limits)
  const root = await readRelationships(parts.get('_rels/.rels'), '')
  const workbookPath = root.find(each => each.kind === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const workbook = parts.get(workbookPath)
  if (workbook === undefined) throw unreadable(file, 'it has no workbook in it')
  const folder = workbookPath.slice(0, workbookPath.lastIndexOf('/') + 1)
  const related = await readRelationships(parts.get(`${folder}_rels/${workbookPath.slice(folder.length)}.rels`), folder)
  const part = (kind: string): InputFile | undefined =>
    parts.get(related.find(each => each.kind === kind)?.target ?? '')

  const { sheets, from1904 } = await readSheetList(workbook)
  const formats = await readFormats(part('styles'))
  const strings = await readSharedStrings(
    part('sharedStrings'),
    limits.strings,
    () =>
      new UserError(
        'HEARTH-1116',
        `${file.path} holds more text than can be read.`,
        'Save each sheet as CSV and give those.',
        { file: file.path },
      ),
  )
  return sheets.flatMap(({ name, id, hidden }) => {
    const found = related.find(each => each.id === id && each.kind === 'worksheet')
    const sheet = parts.get(found?.target ?? '')
    if (sheet === undefined) return []
    const context = { shown: `${file.path}, sheet ${name}`, strings, formats, from1904, columns: limits.columns }
    let reader = sheetReader(context)
    const batches = () => {
      reader = sheetReader(context)
      return sheetBatches(sheet, reader)
    }
    return [{ name, hidden, batches, notes: () => reader.notes() }]
  })
}
