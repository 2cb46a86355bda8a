/**
 * Reads what a council has besides the return: its own extracts, the Standard Safeguarding Dataset (SSD) and Ofsted's lists
 * (local-extracts.md sections 1 and 2).
 *
 * Choices made where the specification is silent:
 * - Events speak from 24 months before the extract date, or from the first of them where that is earlier (1.4), to that date.
 * - The latest extract date of a kind wins whole for events; pictures of different days stand beside each other.
 * - A file without a date in its name has the last day found in it for extract date.
 * - A day that cannot be read sets the row aside (1.1); a number or a yes/no that cannot be read is not known.
 * - `NA` stays as it is in the interview columns of ssd_missing, where it is a code.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, addMonths, type Day } from './calendar.ts'
import { dayOf, dayOrNull, type Row, rowsOf } from './read.ts'
import { dayColumns, neededCodes, neededNumbers, neededWhere, type Shape, shapes, spells } from './shapes.ts'
import { annexA } from './workbook.ts'

export type Extract = {
  readonly shape: Shape
  readonly extracted: Day
  /** The first day its events speak for; of pictures, the first picture. */
  readonly from: Day
  /** Events: every row, in the order of the file. Pictures: the rows of all days. */
  readonly rows: readonly Row[]
  /** By the day they describe. */
  readonly pictures: ReadonlyMap<Day, readonly Row[]>
}

export type Extracts = ReadonlyMap<string, Extract>

const blanks = new Set(['', 'NULL', 'N/A', 'NA', '-', 'SSD_PH', 'PLACEHOLDER_DATA'])

export const yesNo = (text: string): boolean | null =>
  /^(yes|y|true|1)$/i.test(text) ? true : /^(no|n|false|0)$/i.test(text) ? false : null

/** A number as 1.1 lets it be written, or null. */
export function amount(text: string): number | null {
  const plain = text.replace(/^£/, '').replace(/%$/, '').replace(/,/g, '').trim()
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

/** A local code, in the case it is listed in. */
export const local = (text: string): string => text.trim().toLowerCase()

/** Reads cells in any letter case of the column, what stands for blank as blank. */
function plainRow(name: string, row: Row): Row {
  const cell = (column: string): string => {
    const text = row.cell(column.toUpperCase())
    if (/^MISS_MISSING_RHI/i.test(column) && text.toUpperCase() === 'NA') return 'NA'
    if (blanks.has(text.toUpperCase())) return ''
    return name.startsWith('ssd_') && dayOrNull(text) === '1900-01-01' ? '' : text
  }
  return { year: row.year, line: row.line, cell }
}

/** Whether a row of a council's own extract is one that stands. */
function stands(shape: Shape, row: Row): boolean {
  const { name } = shape
  if (shape.needed.some(column => row.cell(column) === '')) return false
  if (name.startsWith('list_')) return true
  const days = shape.time.kind === 'events' ? `${dayColumns[name] ?? ''} ${shape.time.day}` : (dayColumns[name] ?? '')
  if (days.split(' ').some(column => dayOf(row.cell(column)) === 'unreadable')) return false
  for (const [column, codes] of Object.entries(neededCodes[name] ?? {})) {
    if (!codes.split(' ').includes(local(row.cell(column)))) return false
  }
  for (const [column, { least, most, above, whole }] of Object.entries(neededNumbers[name] ?? {})) {
    const n = amount(row.cell(column))
    if (n === null || n < least || n > most || (above && n === least) || (whole && !Number.isInteger(n))) return false
  }
  for (const [column, other, codes] of neededWhere[name] ?? []) {
    const found = local(row.cell(other))
    if (found !== '' && (codes === '*' || codes.split(' ').includes(found)) && row.cell(column) === '') return false
  }
  const [start = '', end = ''] = spells[name] ?? []
  const [from, to] = [dayOrNull(row.cell(start)), dayOrNull(row.cell(end))]
  return !(from !== null && to !== null && to < from)
}

type File = { readonly shape: Shape; readonly extracted: Day | null; readonly rows: readonly Row[] }

/** Of rows with the same key, the last (1.3). */
function distinct(shape: Shape, rows: readonly Row[]): Row[] {
  if (shape.key.length === 0) return [...rows]
  const last = new Map<string, Row>()
  for (const row of rows) {
    const key = shape.key
      .map(column => {
        const text = row.cell(column)
        return dayOrNull(text) ?? text.toUpperCase()
      })
      .join('|')
    last.delete(key)
    last.set(key, row)
  }
  return [...last.values()]
}

function extractOf(shape: Shape, files: readonly File[]): Extract {
  const { time } = shape
  const latest = files.reduce((day, file) => ((file.extracted ?? '') > day ? (file.extracted ?? '') : day), '')
  const current = time.kind === 'pictures' ? files : files.filter(file => (file.extracted ?? '') === latest)
  let rows = distinct(
    shape,
    current.flatMap(file => file.rows),
  )
  const pictures = new Map<Day, Row[]>()
  let from = ''
  let extracted = latest
  if (time.kind === 'events') {
    const days = rows.map(row => dayOrNull(row.cell(time.day))).filter(day => day !== null)
    extracted ||= [...days].sort().at(-1) ?? ''
    rows = rows.filter(row => (dayOrNull(row.cell(time.day)) ?? '') <= extracted)
    from = addDays(addMonths(extracted, -time.months), 1)
    for (const day of days) if (day < from) from = day
  } else if (time.kind === 'limited') from = addDays(addMonths(extracted, -time.months), 1)
  else if (time.kind === 'pictures') {
    for (const file of [...files].sort((a, b) => ((a.extracted ?? '') < (b.extracted ?? '') ? -1 : 1))) {
      const own = new Map<Day, Row[]>()
      for (const row of distinct(shape, file.rows)) {
        const day = (time.day === null ? file.extracted : dayOrNull(row.cell(time.day))) ?? ''
        own.set(day, [...(own.get(day) ?? []), row])
      }
      for (const [day, some] of own) pictures.set(day, some)
    }
    const days = [...pictures.keys()].sort()
    from = days[0] ?? ''
    extracted ||= days.at(-1) ?? ''
    rows = [...pictures.values()].flat()
  }
  return { shape, extracted, from, rows, pictures }
}

/** The stem of a file name: the longest listed one that it begins with (1.2). */
function shapeOf(file: string): Shape | null {
  const name = file.toLowerCase().replace(/^ssd_cla_placements/, 'ssd_cla_placement')
  const fitting = shapes.filter(shape => new RegExp(`^${shape.name}([_.\\- ]|$)`).test(name))
  return fitting.sort((a, b) => b.name.length - a.name.length)[0] ?? null
}

const dateIn = (file: string): Day | null => dayOrNull(/\d{4}-\d{2}-\d{2}/.exec(file)?.[0] ?? '')

/** Everything in the folders `extracts`, `ssd` and `annex-a` of a council. */
export function readExtracts(folder: string): Extracts {
  const files = new Map<string, File[]>()
  const add = (shape: Shape, extracted: Day | null, rows: readonly Row[]): void => {
    const plain = rows.map(row => plainRow(shape.name, row)).filter(row => stands(shape, row))
    files.set(shape.name, [...(files.get(shape.name) ?? []), { shape, extracted, rows: plain }])
  }
  for (const inside of ['extracts', 'ssd', 'annex-a']) {
    if (!existsSync(join(folder, inside))) continue
    for (const file of readdirSync(join(folder, inside)).sort()) {
      const path = join(folder, inside, file)
      if (/\.xlsx$/i.test(file)) {
        for (const [number, rows] of annexA(path)) {
          const shape = shapes.find(one => one.name === `list_${number}`)
          if (shape) add(shape, dateIn(file), rows)
        }
        continue
      }
      const shape = shapeOf(file)
      if (shape) add(shape, dateIn(file), rowsOf(path, 0))
    }
  }
  return new Map([...files].map(([name, some]) => [name, extractOf(some[0]?.shape as Shape, some)]))
}

/** The rows of the latest picture on or before a day that is not too old, with the day it describes; null where there is none. */
export function pictureAt(
  extract: Extract | undefined,
  day: Day,
): { readonly asAt: Day; readonly rows: readonly Row[] } | null {
  if (extract?.shape.time.kind !== 'pictures') return null
  const asAt = [...extract.pictures.keys()]
    .filter(one => one <= day)
    .sort()
    .at(-1)
  if (asAt === undefined || addDays(asAt, extract.shape.time.oldest) < day) return null
  return { asAt, rows: extract.pictures.get(asAt) ?? [] }
}

/** Whether a source tells of every day from the first to the last. */
export function speaks(extract: Extract | undefined, from: Day, to: Day): boolean {
  if (!extract) return false
  const { kind } = extract.shape.time
  if (kind === 'whole') return true
  if (kind === 'pictures') return pictureAt(extract, to) !== null
  if (to > extract.extracted) return false
  return kind === 'any' || from >= extract.from
}
