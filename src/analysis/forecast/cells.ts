/** The cells of the table of events and exposure: stream, age, time in care, placement group. */
import { exits, streams } from './care-history.ts'

/** Days from birth at which the bands of age begin: under 1, 1 to 4, 5 to 9, 10 to 12, 13 to 15, 16 and over. Bands of the DfE's tables, teens apart. */
export const YEAR = 365.25
export const ageStarts = Int32Array.from([0, 1, 5, 10, 13, 16], years => Math.round(years * YEAR))
/** Days in care at which the bands of time in care begin: a week, a month, a quarter, half a year, one, two and four years. */
export const timeStarts = Int32Array.from([0, 7, 30, 91, 182, 365, 730, 1461])

export const ageBands = ageStarts.length
export const timeBands = timeStarts.length
/** Exits that have a hazard: all but the 18th birthday. */
export const hazards = exits.filter(exit => exit !== 'eighteen')

const NEVER = 0x7fffffff

/** The band that so many days fall in. */
export function bandOf(starts: Int32Array, days: number): number {
  let band = starts.length - 1
  while (band > 0 && days < (starts[band] as number)) band--
  return band
}

/** Days at which the next band begins; no day a forecast can reach for the last one. */
export const nextBand = (starts: Int32Array, band: number): number =>
  band + 1 < starts.length ? (starts[band + 1] as number) : NEVER

export const cellsOf = (groups: number): number => streams.length * ageBands * timeBands * groups

/** The cell's position. */
export const cellOf = (stream: number, age: number, time: number, group: number, groups: number): number =>
  ((stream * ageBands + age) * timeBands + time) * groups + group

export const ageOfCell = (cell: number, groups: number): number => Math.floor(cell / (groups * timeBands)) % ageBands

/** Which bands and group a cell is of. */
export const partsOfCell = (cell: number, groups: number) => ({
  group: cell % groups,
  time: Math.floor(cell / groups) % timeBands,
  age: ageOfCell(cell, groups),
  stream: Math.floor(cell / groups / timeBands / ageBands),
})

/** Where a child's age in days is 0: eighteen years before the 18th birthday. */
export const bornOf = (eighteenth: number): number => eighteenth - Math.round(18 * YEAR)
