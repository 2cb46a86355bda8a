import { addMonths, type Day, day } from '../kit/day.ts'
import type { ShareOfStock } from './paired-change.ts'
import type { Flow } from './signal-of-flows.ts'

/** A seeded source of chance (mulberry32), so that a simulation always comes out the same. */
export function chanceOf(seed: number) {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const poisson = (mean: number): number => {
    const [u, start] = [next(), Math.exp(-mean)]
    let [k, p, below] = [0, start, start]
    while (u > below && k < 1000) {
      k++
      p *= mean / k
      below += p
    }
    return k
  }
  const binomial = (n: number, p: number): number => {
    let k = 0
    for (let i = 0; i < n; i++) if (next() < p) k++
    return k
  }
  return {
    next,
    poisson,
    binomial,
    normal: (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    between: (from: number, to: number): number => from + Math.floor(next() * (to - from + 1)),
    /** Days to the next of events that come at `perDay`. */
    wait: (perDay: number): number => -Math.log(1 - next()) / perDay,
  }
}

export type Chance = ReturnType<typeof chanceOf>

export const month = (i: number): Day => addMonths(day('2020-01-31'), i)
export const months = (n: number): readonly Day[] => Array.from({ length: n }, (_, i) => month(i))

/** A council whose children come (in families), go, and change their answer at the same odds every month. */
export type Council = {
  readonly children: number
  /** Share who leave in a month. */
  readonly turnover: number
  readonly share: number
  /** Share of those not counted who become counted in a month, and of those counted who stop being. */
  readonly gain: number
  readonly lose: number
  /** The odds of being counted from this month on, and how many more come in, if they change: a planted shift. */
  readonly shift?: { readonly from: number; readonly share: number; readonly gain: number; readonly more?: number }
}

type Child = { counted: boolean; aYearAgo: boolean | null }

/** Children who come together: 70% alone, 18% with a brother or sister, 12% with two; 6 families in 10 share the answer. */
const familySize = (u: number): number => (u < 0.7 ? 1 : u < 0.88 ? 2 : 3)
const FAMILY = 1.42
const ALIKE = 0.6

/** Runs a council for so many months after it has settled; the flows of each and its change over the last 12. */
export function runCouncil(council: Council, length: number, chance: Chance): { flows: Flow[]; change: ShareOfStock } {
  const warm = Math.ceil(2 / council.turnover)
  let children: Child[] = Array.from({ length: council.children }, () => ({
    counted: chance.next() < council.share,
    aYearAgo: null,
  }))
  const flows: Flow[] = []
  let left = { x: 0, n: 0 }
  for (let m = -warm; m < length; m++) {
    const shifted = council.shift && m >= council.shift.from ? council.shift : council
    const flow = { at: month(Math.max(0, m)), entered: 0, left: 0, inCare: children.length }
    const staying: Child[] = []
    for (const child of children) {
      if (chance.next() < council.turnover) {
        if (child.counted) flow.left++
        if (child.aYearAgo !== null) left = { x: left.x + (child.aYearAgo ? 1 : 0), n: left.n + 1 }
        continue
      }
      const flips = chance.next() < (child.counted ? council.lose : shifted.gain)
      if (flips && child.counted) flow.left++
      if (flips && !child.counted) flow.entered++
      staying.push(flips ? { ...child, counted: !child.counted } : child)
    }
    const more = council.shift && m >= council.shift.from ? (council.shift.more ?? 1) : 1
    const families = chance.poisson((council.children * council.turnover * more) / FAMILY)
    for (let f = 0; f < families; f++) {
      const together = chance.next() < shifted.share
      const alike = chance.next() < ALIKE
      for (let size = familySize(chance.next()); size > 0; size--) {
        const counted = alike ? together : chance.next() < shifted.share
        staying.push({ counted, aYearAgo: null })
        if (counted) flow.entered++
      }
    }
    children = staying
    if (m === length - 13) {
      left = { x: 0, n: 0 }
      children = children.map(child => ({ counted: child.counted, aYearAgo: child.counted }))
    }
    if (m >= 0) flows.push(flow)
  }
  return { flows, change: changeOf(children, left) }
}

function changeOf(children: readonly Child[], left: { x: number; n: number }): ShareOfStock {
  const number = (then: boolean | null, now: boolean): number =>
    children.filter(child => child.aYearAgo === then && child.counted === now).length
  const [enteredIn, enteredOut] = [number(null, true), number(null, false)]
  return {
    both: {
      stillCounted: number(true, true),
      gained: number(false, true),
      lost: number(true, false),
      stillNot: number(false, false),
    },
    entered: { x: enteredIn, n: enteredIn + enteredOut },
    left,
  }
}
