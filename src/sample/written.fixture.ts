import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type Day, day } from '../kit/day.ts'
import { writeSample } from './sample.ts'

/**
 * For tests: a small council without faults, written and read back as an import would read it, sharing nothing with the
 * code that wrote it but the kit's calendar.
 */
export type Row = Readonly<Record<string, string>>
export type Return = {
  readonly year: number
  readonly from: Day
  readonly to: Day
  readonly table: (stem: string) => readonly Row[]
}

const readTable = (file: string): Row[] => {
  const [header = '', ...lines] = readFileSync(file, 'utf8').split('\r\n').slice(0, -1)
  const names = header.split(',')
  return lines.map(line => Object.fromEntries(line.split(',').map((value, i) => [names[i] ?? '', value])))
}

/** Ten years of a council of 260, the last to 31 October 2026. */
export async function writtenReturns(): Promise<Return[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sample-'))
  const to = day('2026-10-31')
  await writeSample({
    to: folder,
    children: 260,
    years: 10,
    authorities: 1,
    toDate: to,
    seed: 5,
    faults: 0,
    xml: false,
  })
  const years = readdirSync(folder).filter(name => /^\d{4}-\d\d$/.test(name))
  const returns = years.sort().map((name): Return => {
    const year = Number(name.slice(0, 4)) + 1
    const files = readdirSync(join(folder, name))
    const read = new Map(files.map(f => [f.replace(/(_\d{4}-\d\d-\d\d)?\.csv$/, ''), readTable(join(folder, name, f))]))
    return {
      year,
      from: day(`${year - 1}-04-01`),
      to: year === 2027 ? to : day(`${year}-03-31`),
      table: stem => read.get(stem) ?? [],
    }
  })
  rmSync(folder, { recursive: true, force: true })
  expect(returns).toHaveLength(10)
  return returns
}

export const on = (text: string | undefined): Day => day(text ?? '')
export const short = (e: Row): boolean => e.LS === 'V3' || e.LS === 'V4'
export const temporary = (e: Row): boolean => e.PLACE?.startsWith('T') ?? false

/** Each child's episodes in order. */
export const byChild = (rows: readonly Row[]): Row[][] =>
  [...Map.groupBy(rows, r => r.CHILD ?? '').values()].map(list =>
    list.toSorted((a, b) => on(a.DECOM).localeCompare(on(b.DECOM))),
  )

/** The first rows that break a rule, so that a failure shows them. */
export const broken = (rows: readonly Row[], rule: (row: Row) => boolean): Row[] =>
  rows.filter(r => !rule(r)).slice(0, 3)
