/** Codes with their chances, summed once so that a draw is one number and a short walk. */
export type Weights<T extends string = string> = { readonly codes: readonly T[]; readonly upTo: readonly number[] }

/** Chances need not add up to 1: they are shares of their sum. */
export function weights<T extends string>(chances: Readonly<Partial<Record<T, number>>>): Weights<T> {
  const codes = Object.keys(chances) as T[]
  let sum = 0
  const upTo = codes.map(code => (sum += chances[code] ?? 0))
  return { codes, upTo: upTo.map(value => value / sum) }
}

export type Random = {
  /** From 0 up to but not 1. */
  readonly next: () => number
  /** A whole number, both ends included. */
  readonly int: (from: number, to: number) => number
  readonly chance: (p: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  readonly from: <T extends string>(table: Weights<T>) => T
  readonly exponential: (mean: number) => number
  readonly normal: (mean: number, sd: number) => number
  readonly poisson: (mean: number) => number
}

/** Mixes numbers into one 32-bit seed, so that each child, year and stream has its own sequence. */
export function seedOf(...parts: readonly number[]): number {
  let h = 0x9e3779b9
  for (const part of parts) {
    h = Math.imul(h ^ (part | 0), 0x85ebca6b)
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
    h ^= h >>> 16
  }
  return h >>> 0
}

/** The code that a number from 0 to 1 falls on. */
export function codeAt<T extends string>(table: Weights<T>, u: number): T {
  let i = 0
  while (i < table.upTo.length - 1 && u >= (table.upTo[i] ?? 1)) i++
  const code = table.codes[i]
  if (code === undefined) throw new Error('an empty table of chances')
  return code
}

/** A seeded generator (mulberry32): the same seed gives the same council on every machine. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const exponential = (mean: number): number => -mean * Math.log(1 - next())
  const normal = (mean: number, sd: number): number =>
    mean + sd * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  return {
    next,
    int: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: p => next() < p,
    pick: list => {
      const item = list[Math.floor(next() * list.length)]
      if (item === undefined) throw new Error('a pick from nothing')
      return item
    },
    from: table => codeAt(table, next()),
    exponential,
    normal,
    poisson: mean => {
      let n = 0
      for (let sum = exponential(1); sum < mean; sum += exponential(1)) n++
      return n
    },
  }
}
