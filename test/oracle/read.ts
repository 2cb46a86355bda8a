/**
 * Reads the files of a council: a folder per collection year, and the reference files.
 *
 * Choices made where the specification is silent:
 * - A file is known by its stem (`episodes.csv`, `episodes_2025-10-31.csv`); several files of one stem are joined in
 *   the order of their names.
 * - Dates are DD/MM/YYYY (one-digit days and months allowed) or YYYY-MM-DD; a time part is dropped; a date that the
 *   calendar has not is unreadable.
 * - The data reach to the extract date in the file names of the last year, or to its 31 March where there is none.
 * - Codes and child ids are trimmed and upper-cased; postcodes also lose their spaces.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Day, lengthOfMonth, make } from './calendar.ts'

/** One row, by upper-case column name, with the collection year (2019 is 2018/19) and its place in the file. */
export type Row = { readonly year: number; readonly line: number; readonly cell: (column: string) => string }

export const stems = [
  'header',
  'episodes',
  'uasc',
  'reviews',
  'oc2',
  'oc3',
  'ad1',
  'placed_for_adoption',
  'previous_permanence',
  'missing',
  'sw_episodes',
] as const
export type Stem = (typeof stems)[number]

export type Files = {
  readonly years: readonly number[]
  readonly heldFrom: Day
  readonly heldTo: Day
  readonly rows: ReadonlyMap<Stem, readonly Row[]>
  /** Collection years in which a file of the stem was there, even if empty. */
  readonly loaded: ReadonlyMap<Stem, ReadonlySet<number>>
  readonly postcodes: readonly Row[] | null
  readonly population: readonly Row[] | null
  readonly benchmarks: readonly Row[] | null
  readonly areas: readonly Row[] | null
  readonly authority: string | null
}

/** Cells of a CSV text, quotes and all three line ends understood. */
export function cells(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const c = text[i]
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') {
        cell += '"'
        i++
      } else if (c === '"') quoted = false
      else cell += c
    } else if (c === '"') quoted = true
    else if (c === ',') {
      row.push(cell)
      cell = ''
    } else if (c === '\n' || c === '\r') {
      if (c === '\r' && text[i + 1] === '\n') i++
      row.push(cell)
      rows.push(row)
      row = []
      cell = ''
    } else cell += c
  }
  if (cell !== '' || row.length > 0) {
    row.push(cell)
    rows.push(row)
  }
  return rows
}

function decoded(file: string): string {
  const bytes = readFileSync(file)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

export function rowsOf(file: string, year: number, firstLine = 0): Row[] {
  const [header, ...body] = cells(decoded(file).replace(/^\uFEFF/, ''))
  const columns = new Map((header ?? []).map((name, at) => [name.trim().toUpperCase(), at]))
  const rows: Row[] = []
  body.forEach((values, at) => {
    if (values.every(value => value.trim() === '')) return
    const cell = (column: string): string => (values[columns.get(column) ?? -1] ?? '').trim()
    rows.push({ year, line: firstLine + at + 2, cell })
  })
  return rows
}

const daysRead = new Map<string, Day | 'blank' | 'unreadable'>()

/** A day, 'blank' or 'unreadable'. */
export function dayOf(text: string): Day | 'blank' | 'unreadable' {
  const day = daysRead.get(text) ?? parsedDay(text)
  daysRead.set(text, day)
  return day
}

function parsedDay(text: string): Day | 'blank' | 'unreadable' {
  if (text === '') return 'blank'
  const plain = text.replace(/[T ]\d{1,2}:\d{2}.*$/, '')
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(plain)
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(plain)
  const [y, m, d] = british
    ? [Number(british[3]), Number(british[2]), Number(british[1])]
    : iso
      ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
      : [0, 0, 0]
  if (y < 1900 || m < 1 || m > 12 || d < 1 || d > lengthOfMonth(y, m)) return 'unreadable'
  return make(y, m, d)
}

/** A day, or null when blank or unreadable. */
export function dayOrNull(text: string): Day | null {
  const day = dayOf(text)
  return day === 'blank' || day === 'unreadable' ? null : day
}

export const code = (text: string): string => text.trim().toUpperCase()
export const postcode = (text: string): string => text.replace(/\s+/g, '').toUpperCase()

function reference(folder: string, name: string): Row[] | null {
  const file = join(folder, 'reference', name)
  return existsSync(file) ? rowsOf(file, 0) : null
}

/** The first GSS code of an authority found anywhere in council.json. */
function authorityOf(folder: string): string | null {
  const file = join(folder, 'council.json')
  if (!existsSync(file)) return null
  return /"([EWSN]\d{8})"/.exec(readFileSync(file, 'utf8'))?.[1] ?? null
}

export function readFiles(folder: string): Files {
  const folders = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && /^\d{4}-\d{2}$/.test(entry.name))
    .map(entry => entry.name)
    .sort()
  const rows = new Map<Stem, Row[]>(stems.map(stem => [stem, []]))
  const loaded = new Map<Stem, Set<number>>(stems.map(stem => [stem, new Set()]))
  let heldTo = ''
  for (const name of folders) {
    const collection = Number(name.slice(0, 4)) + 1
    let extract: Day | null = null
    for (const file of readdirSync(join(folder, name)).sort()) {
      const known = /^([a-z0-9_]+?)(?:_(\d{4}-\d{2}-\d{2}))?\.csv$/i.exec(file)
      const stem = stems.find(one => one === known?.[1]?.toLowerCase())
      if (!stem) continue
      if (known?.[2]) extract = known[2]
      const table = rows.get(stem) ?? []
      table.push(...rowsOf(join(folder, name, file), collection, table.length))
      rows.set(stem, table)
      loaded.get(stem)?.add(collection)
    }
    heldTo = extract ?? make(collection, 3, 31)
  }
  const years = folders.map(name => Number(name.slice(0, 4)) + 1)
  return {
    years,
    heldFrom: make((years[0] ?? 1) - 1, 4, 1),
    heldTo,
    rows,
    loaded,
    postcodes: reference(folder, 'postcodes.csv'),
    population: reference(folder, 'population.csv'),
    benchmarks: reference(folder, 'benchmarks.csv'),
    areas: reference(folder, 'areas.csv'),
    authority: authorityOf(folder),
  }
}
