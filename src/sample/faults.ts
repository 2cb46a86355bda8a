import { HEADERS, type TableName } from './codes.ts'
import { type Random, weights } from './random.ts'
import type { YearReturn } from './year-return.ts'

const COLUMNS = Object.fromEntries(
  Object.entries(HEADERS).map(([name, header]) => [name, header.split(',')]),
) as Record<TableName, string[]>
const at = (table: TableName, column: string): number => COLUMNS[table].indexOf(column)
const DATE = /^(\d\d)\/(\d\d)\/(\d{4})$/

/** What is done to a row; `null` takes it out and two rows mean that it is there twice. */
type Spoil = (row: string[], random: Random) => string[][]

const set = (row: readonly string[], i: number, value: string): string[][] => [
  row.map((old, n) => (n === i ? value : old)),
]
const dates = (row: readonly string[]): number[] => row.flatMap((value, i) => (DATE.test(value) ? [i] : []))
const codes = (row: readonly string[]): number[] =>
  row.flatMap((value, i) => (i > 0 && /^[A-Z][A-Z0-9]{0,5}$/.test(value) ? [i] : []))

const lowered: Spoil = (row, random) =>
  codes(row).length ? ((i = random.pick(codes(row))) => set(row, i, (row[i] ?? '').toLowerCase()))() : [row]
const padded: Spoil = (row, random) => {
  const i = random.pick([0, ...codes(row)])
  return set(row, i, random.chance(0.5) ? `${row[i]} ` : ` ${row[i]}`)
}
const twice: Spoil = row => [row, [...row]]
const swapped: Spoil = (row, random) => {
  // The month written first: still a day, but not the right one, or none at all.
  const i = random.pick(dates(row))
  return set(row, i, (row[i] ?? '').replace(DATE, '$2/$1/$3'))
}
const impossible: Spoil = (row, random) => {
  const i = random.pick(dates(row))
  return set(row, i, (row[i] ?? '').replace(DATE, random.chance(0.5) ? '31/02/$3' : '$1/$2/20$3'))
}
const shifted =
  (column: string, days: readonly [number, number]): Spoil =>
  (row, random) => {
    const i = at('Episodes', column)
    const [, d, m, y] = DATE.exec(row[i] ?? '') ?? []
    if (!d || !m || !y) return [row]
    const moved = new Date(Date.UTC(Number(y), Number(m) - 1, Number(d) + random.int(days[0], days[1])))
    return set(
      row,
      i,
      moved
        .toISOString()
        .slice(0, 10)
        .replace(/(\d+)-(\d+)-(\d+)/, '$3/$2/$1'),
    )
  }
const blank =
  (table: TableName, column: string): Spoil =>
  row =>
    set(row, at(table, column), '')
const coded =
  (table: TableName, column: string, value: string): Spoil =>
  row =>
    set(row, at(table, column), value)
const closed =
  (spoil: Spoil): Spoil =>
  (row, random) =>
    row[at('Episodes', 'DEC')] ? spoil(row, random) : [row]
const otherBirth: Spoil = (row, random) => {
  // The first day in a row of any table but Episodes, which has none; in UASC the sex stands before it.
  const i = row.findIndex(value => DATE.test(value))
  return set(
    row,
    i,
    (row[i] ?? '').replace(DATE, (_, d, m, y) => `${d}/${m}/${Number(y) + (random.chance(0.5) ? 1 : -1)}`),
  )
}
const gone: Spoil = () => []

const COSMETIC = weights({ lowered: 1, padded: 1 })
const ANY: readonly Spoil[] = [twice, swapped, impossible]
const REAL: Readonly<Record<TableName, readonly Spoil[]>> = {
  Header: [
    gone,
    gone,
    coded('Header', 'SEX', '9'),
    coded('Header', 'ETHNIC', 'WBIR'),
    blank('Header', 'ETHNIC'),
    coded('Header', 'UPN', 'X12'),
    twice,
  ],
  Episodes: [
    ...ANY,
    closed(blank('Episodes', 'DEC')),
    closed(blank('Episodes', 'REC')),
    closed(shifted('DEC', [2, 40])),
    closed(shifted('DEC', [-12, -2])),
    shifted('DECOM', [-6, 6]),
    coded('Episodes', 'PLACE', 'U9'),
    coded('Episodes', 'LS', 'C9'),
    coded('Episodes', 'CIN', 'N9'),
    closed(coded('Episodes', 'REC', 'E99')),
    coded('Episodes', 'PLACE_PROVIDER', ''),
    coded('Episodes', 'PL_POST', 'QZ99 9ZZ'),
    blank('Episodes', 'PL_POST'),
    coded('Episodes', 'HOME_POST', 'QZ98 8ZZ'),
    gone,
  ],
  UASC: [gone, otherBirth],
  Reviews: [...ANY, blank('Reviews', 'REVIEW_CODE'), coded('Reviews', 'REVIEW_CODE', 'PN9'), otherBirth],
  OC2: [gone, gone, coded('OC2', 'SDQ_SCORE', '55'), blank('OC2', 'IMMUNISATIONS'), otherBirth],
  OC3: [gone, coded('OC3', 'ACTIV', 'F9'), coded('OC3', 'ACCOM', 'S1'), blank('OC3', 'IN_TOUCH'), otherBirth],
  AD1: [gone, blank('AD1', 'DATE_MATCH'), otherBirth],
  PlacedAdoption: [gone, swapped, otherBirth],
  PrevPerm: [gone, coded('PrevPerm', 'PREV_PERM', 'P9'), otherBirth],
  Missing: [...ANY, coded('Missing', 'MISSING', 'X'), blank('Missing', 'MIS_END'), otherBirth],
  SWEpisodes: [gone, swapped, coded('SWEpisodes', 'SW_REASON', 'OTHER'), coded('SWEpisodes', 'SW_ID', '1234'), twice],
  DoLo: [otherBirth],
}

/** The return with a share of its rows at fault: about half in form only (case, spaces), the rest in fact. */
export function spoiled(made: YearReturn, share: number, random: Random): YearReturn {
  if (share <= 0) return made
  const tables = new Map<TableName, string[][]>()
  for (const [name, rows] of made.tables) {
    tables.set(
      name,
      rows.flatMap(row => {
        if (!random.chance(share)) return [row]
        if (random.chance(0.5)) return (random.from(COSMETIC) === 'lowered' ? lowered : padded)(row, random)
        return random.pick(REAL[name])(row, random)
      }),
    )
  }
  return { ...made, tables }
}

/** A table as it is written to a file. */
export type Sheet = {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly mark: boolean
  readonly trailing: number
  readonly latin: boolean
}

const ALIASES: Readonly<Record<string, string>> = {
  CHILD: 'Child',
  PLACE_PROVIDER: 'PLACE_PROVIDER ',
  HOME_POST: ' HOME_POST',
  SW_REASON: 'sw_reason',
  DOB: 'DOB ',
}
// Team names of the council's own system: one has a letter that is another byte in Windows-1252.
const TEAMS = ['North', 'South', 'Zo\u00eb House', 'Through Care']

/** What a council's own systems do to a file: a byte-order mark, blank rows, its own columns, another order or name. */
export function sheetOf(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  share: number,
  random: Random,
): Sheet {
  const often = (p: number): boolean => share > 0 && random.chance(Math.min(0.9, p * (share / 0.02)))
  let sheet: Sheet = { header, rows, mark: often(0.16), trailing: often(0.2) ? random.int(1, 4) : 0, latin: false }
  if (often(0.12)) sheet = { ...sheet, header: sheet.header.map(h => ALIASES[h] ?? h) }
  if (often(0.1)) {
    const latin = !sheet.mark && random.chance(0.6)
    const teams = latin ? TEAMS : TEAMS.filter(t => !t.includes('\u00eb'))
    sheet = {
      ...sheet,
      header: [...sheet.header, 'TEAM'],
      rows: sheet.rows.map(row => [...row, random.pick(teams)]),
      latin,
    }
  }
  if (often(0.1)) {
    const last = sheet.header.length - 1
    const turn = <T>(list: readonly T[]): T[] => [list[0] as T, list[last] as T, ...list.slice(1, last)]
    sheet = { ...sheet, header: turn(sheet.header), rows: sheet.rows.map(turn) }
  }
  return sheet
}
