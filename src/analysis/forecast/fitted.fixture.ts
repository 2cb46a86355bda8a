import { dayNumber } from './care-history.fixture.ts'
import { streams } from './care-history.ts'
import { ageBands, cellsOf, hazards } from './cells.ts'
import type { Entries, Fitted } from './fitted.ts'
import type { Present } from './present.ts'

/** Nobody comes. */
export const nobody: Entries = {
  perDay: 0,
  sd: 0,
  dispersion: 1,
  drift: 0,
  donors: [],
  donorsBelow: [],
  perMonth: 0,
}

/** So many a day come, each like one of these donors, each as likely. */
export const coming = (perDay: number, donors: Entries['donors'], more: Partial<Entries> = {}): Entries => ({
  ...nobody,
  perDay,
  perMonth: (perDay * 365.25) / 12,
  donors,
  donorsBelow: donors.map((_, i) => (i + 1) / donors.length),
  ...more,
})

/** A fit in which nothing happens and nothing is uncertain, to which a test adds what it is about. Two groups; known by 31 March 2026. */
export function stillFit(more: Partial<Fitted> = {}): Fitted {
  const groups = ['fostering', 'residential']
  const cells = cellsOf(groups.length)
  return {
    kind: 'fitted',
    origin: dayNumber('2026-03-31'),
    groups,
    months: 60,
    exitEvents: new Array<number>(cells * hazards.length).fill(0),
    exitDays: new Array<number>(cells * hazards.length).fill(1),
    moveEvents: new Array<number>(cells).fill(0),
    moveDays: new Array<number>(cells).fill(1),
    destinations: new Array<number>(ageBands * groups.length ** 2).fill(0),
    exitLevel: { log: 0, sd: 0 },
    moveLevel: { log: 0, sd: 0 },
    exitDrift: 0,
    exitDispersion: 1,
    entries: streams.map(() => nobody),
    without: ['draws'],
    basis: { exits: 600, moves: 600, entryGroups: 0, starts: 0 },
    ...more,
  }
}

/** So many ten-year-olds, five years in care on 31 March 2026, of the general stream and the first group unless told. */
export const children = (n: number, { group = 0, stream = 0, eighteenth = '2034-03-31' } = {}): Present => ({
  day: dayNumber('2026-03-31'),
  start: new Int32Array(n).fill(dayNumber('2021-03-31')),
  eighteenth: new Int32Array(n).fill(dayNumber(eighteenth)),
  stream: new Uint8Array(n).fill(stream),
  group: new Uint8Array(n).fill(group),
})
