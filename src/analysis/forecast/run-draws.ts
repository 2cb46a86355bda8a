/** What one run draws before any child is followed: hazards of each cell, levels, drift and unevenness by month, newcomers' mix. */
import { ageBands, cellsOf, hazards } from './cells.ts'
import { destinationOf } from './moves.ts'
import type { Plan } from './plan.ts'
import { drawsOf, gammaAt, keyOf, poissonOf } from './random.ts'

/** Purposes a key is for. Children have keys of their own above these. */
const PURPOSE = { level: 1, exits: 2, entries: 3, cell: 10, move: 1_000_000, destination: 2_000_000 } as const

const exits = hazards.length

/**
 * The rates of one run at a time: cells are drawn when a child first comes to them, from keys of their own, so the order matters not.
 */
export type RunRates = {
  readonly begin: (a: number, b: number) => void
  /** Makes sure a cell is drawn in this run. */
  readonly draw: (cell: number) => void
  /** By cell: exits a day, moves a day, before levels. */
  readonly exit: Float64Array
  readonly move: Float64Array
  /** By cell and exit. */
  readonly byExit: Float64Array
  /** The run's shares of destinations by age band, group left, group entered. */
  readonly destinations: (age: number, group: number) => Float64Array
  /** By month: what exits are multiplied by, and moves. */
  readonly exitFactor: Float64Array
  moveFactor: number
}

export function runRatesOf({ fitted, ends }: Plan): RunRates {
  const groups = fitted.groups.length
  const cells = cellsOf(groups)
  const drawn = !fitted.without.includes('draws')
  const stamp = new Int32Array(cells)
  const went = new Int32Array(ageBands * groups)
  const shares = Array.from({ length: ageBands * groups }, () => new Float64Array(groups))
  const monthlyExits = fitted.basis.exits / Math.max(1, fitted.months)
  const frailty = fitted.exitDispersion > 1.001 ? monthlyExits / (fitted.exitDispersion - 1) : 0
  let [run, keyA, keyB] = [0, 0, 0]
  const rates: RunRates = {
    exit: new Float64Array(cells),
    move: new Float64Array(cells),
    byExit: new Float64Array(cells * exits),
    exitFactor: new Float64Array(ends.length),
    moveFactor: 1,
    begin(a, b) {
      run++
      keyA = a
      keyB = b
      const level = drawsOf(keyOf(a, PURPOSE.level), b)
      const { exitLevel, moveLevel, exitDrift } = fitted
      const exitBase = exitLevel.log + exitLevel.sd * level.normal() - exitLevel.sd ** 2 / 2
      rates.moveFactor = Math.exp(moveLevel.log + moveLevel.sd * level.normal() - moveLevel.sd ** 2 / 2)
      const monthly = drawsOf(keyOf(a, PURPOSE.exits), b)
      let walked = 0
      for (let month = 0; month < ends.length; month++) {
        walked += (exitDrift / Math.sqrt(12)) * monthly.normal() - exitDrift ** 2 / 24
        rates.exitFactor[month] = Math.exp(exitBase + walked) * (frailty > 0 ? monthly.gamma(frailty) / frailty : 1)
      }
    },
    draw(cell) {
      if (stamp[cell] === run) return
      stamp[cell] = run
      const key = keyOf(keyA, PURPOSE.cell + cell)
      let all = 0
      for (let at = cell * exits; at < (cell + 1) * exits; at++) {
        const events = fitted.exitEvents[at] as number
        const rate = (drawn ? gammaAt(key, keyB, at, events) : events) / (fitted.exitDays[at] as number)
        rates.byExit[at] = rate
        all += rate
      }
      rates.exit[cell] = all
      const moves = fitted.moveEvents[cell] as number
      rates.move[cell] = (drawn ? gammaAt(key, keyB, PURPOSE.move, moves) : moves) / (fitted.moveDays[cell] as number)
    },
    destinations(age, group) {
      const at = age * groups + group
      const out = shares[at] as Float64Array
      if (went[at] === run) return out
      went[at] = run
      const key = keyOf(keyA, PURPOSE.destination + at)
      let all = 0
      for (let into = 0; into < groups; into++) {
        const weight = fitted.destinations[destinationOf(age, group, into, groups)] ?? 0
        const value = drawn ? gammaAt(key, keyB, into, weight) : weight
        out[into] = value
        all += value
      }
      for (let into = 0; into < groups; into++) out[into] = all > 0 ? (out[into] ?? 0) / all : 0
      return out
    },
  }
  return rates
}

/** Entry groups by stream and month of a run: how many come. */
export function arrivalsOf({ fitted, ends, present }: Plan, a: number, b: number): readonly Int32Array[] {
  return fitted.entries.map((entries, stream) => {
    const draws = drawsOf(keyOf(a, PURPOSE.entries + stream), b)
    const out = new Int32Array(ends.length)
    const { perDay, sd, drift, dispersion, perMonth } = entries
    const uneven = dispersion > 1.001 ? perMonth / (dispersion - 1) : 0
    let walked = sd * draws.normal() - sd ** 2 / 2
    let before = present.day
    for (const [month, end] of ends.entries()) {
      walked += (drift / Math.sqrt(12)) * draws.normal() - drift ** 2 / 24
      const mean = perDay * (end - before) * Math.exp(walked) * (uneven > 0 ? draws.gamma(uneven) / uneven : 1)
      out[month] = poissonOf(mean, draws.next(), draws.normal)
      before = end
    }
    return out
  })
}
