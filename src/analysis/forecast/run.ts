/** One run after another: every child in care and every newcomer, month by month (statistics.md 3.3, 6). */
import { exits as exitNames, streams } from './care-history.ts'
import { ageBands, ageOfCell, ageStarts, bandOf, bornOf, cellOf, hazards, nextBand, timeStarts, YEAR } from './cells.ts'
import { childrenOf, goneFrom, oneMore } from './children.ts'
import type { EntryGroup } from './fitted.ts'
import { type Futures, leaverParts, startParts } from './futures.ts'
import type { Plan } from './plan.ts'
import { keyOf, uniform } from './random.ts'
import { arrivalsOf, runRatesOf } from './run-draws.ts'
import { chance, runWhatIfsOf } from './run-what-ifs.ts'

const EIGHTEEN = exitNames.indexOf('eighteen')
/** Numbers a child may use in a month; a month with more events than half of it does not happen. */
const PER_MONTH = 256
const purposes = { choice: 1, comes: 2, day: 3, place: 1000, price: 2000, priceList: 3000 } as const

/** Simulates the runs from `first` on into tables whose row 0 is run `first`. */
export function simulateRuns(plan: Plan, first: number, count: number, into: Futures): void {
  const { fitted, present, ends, seed, prices } = plan
  const groups = fitted.groups.length
  const exitCount = hazards.length
  const rates = runRatesOf(plan)
  const whatIfs = runWhatIfsOf(plan)
  const whatIfNow = plan.whatIfs.length > 0
  const children = childrenOf(present.start.length * 2 + 64)
  const [inCare, fast] = [new Int32Array(groups), new Int32Array(groups)]
  const [days, cost] = [new Float64Array(groups), new Float64Array(groups)]
  let [runA, runB, month] = [0, 0, 0]
  let at = 0

  const add = (table: Int32Array | Float64Array, i: number, by = 1): void => {
    table[i] = (table[i] as number) + by
  }

  const settle = (row: number, time: number): void => {
    const born = children.born[row] as number
    const start = children.start[row] as number
    // A second of grace: a newcomer's days have fractions, and the end of a band must not fall short of itself by a rounding.
    const age = bandOf(ageStarts, time - born + 1e-5)
    const long = bandOf(timeStarts, time - start + 1e-5)
    children.cell[row] = cellOf(children.stream[row] as number, age, long, children.group[row] as number, groups)
    children.until[row] = Math.min(
      children.eighteenth[row] as number,
      born + nextBand(ageStarts, age),
      start + nextBand(timeStarts, long),
    )
    rates.draw(children.cell[row] as number)
  }

  /** A placement begins: where a what-if may send it elsewhere, and what it costs. */
  const place = (row: number, group: number, time: number): void => {
    const stay = children.stays[row] as number
    const a = children.keyA[row] as number
    const b = children.keyB[row] as number
    children.group[row] = group
    children.by[row] = 0
    if (whatIfNow && stay > 0) {
      const by = whatIfs.sent(children.stream[row] as number, time - (children.born[row] as number), group)
      children.by[row] = by
      if (by > 0) children.group[row] = whatIfs.placed(by, chance(a, b, purposes.place + stay))
    }
    children.stays[row] = stay + 1
    const g = children.group[row] as number
    const list = prices?.weekly[g]
    // The list itself is drawn anew in every run, so what few prices cannot tell is in the range too.
    if (list && list.length > 0) {
      const one = Math.floor(chance(a, b, purposes.price + stay) * list.length)
      children.price[row] = list[Math.floor(uniform(runA, runB + g, purposes.priceList + one) * list.length)] as number
    } else children.price[row] = 0
    add(inCare, g)
    settle(row, time)
  }

  const spend = (row: number, long: number): void => {
    const g = children.group[row] as number
    add(days, g, long)
    add(cost, g, long * (children.price[row] as number))
  }

  const leave = (row: number, exit: number): void => {
    add(inCare, children.group[row] as number, -1)
    add(into.leavers, at * leaverParts + exit * streams.length + (children.stream[row] as number))
    whatIfs.left(children.by[row] as number)
    goneFrom(children, row)
  }

  const touched = (row: number, time: number): boolean =>
    whatIfNow &&
    whatIfs.touches(
      children.stream[row] as number,
      time - (children.born[row] as number),
      children.group[row] as number,
    )

  /** Exits a day of a child now, by exit into `byExit`; what-ifs counted in where the child is `touched`. */
  const byExit = new Float64Array(exitCount)
  const exitRate = (row: number, time: number, changed: boolean): number => {
    const cell = children.cell[row] as number
    const factor = rates.exitFactor[month] as number
    if (!changed) {
      for (let e = 0; e < exitCount; e++) byExit[e] = rates.byExit[cell * exitCount + e] as number
      return (rates.exit[cell] as number) * factor
    }
    const [stream, age] = [children.stream[row] as number, time - (children.born[row] as number)]
    const group = children.group[row] as number
    let all = 0
    for (let e = 0; e < exitCount; e++)
      all += byExit[e] = (rates.byExit[cell * exitCount + e] as number) * whatIfs.exit(e, stream, age, group)
    return all * factor
  }
  /** Moves a day, and the weights of where to. */
  const byGroup = new Float64Array(groups)
  const moveRate = (row: number, time: number, changed: boolean): number => {
    const cell = children.cell[row] as number
    const rate = (rates.move[cell] as number) * rates.moveFactor
    if (!changed) return rate
    const group = children.group[row] as number
    const shares = rates.destinations(ageOfCell(cell, groups), group)
    const [stream, age] = [children.stream[row] as number, time - (children.born[row] as number)]
    // What is added to 1, so that a factor of 1 makes no difference to the last digit.
    let more = 0
    for (let to = 0; to < groups; to++) {
      const factor = whatIfs.move(to, stream, age, group)
      byGroup[to] = (shares[to] as number) * factor
      more += (shares[to] as number) * (factor - 1)
    }
    return rate * Math.max(0, 1 + more)
  }
  const chosen = (weights: Float64Array, u: number): number => {
    let left = 0
    for (let i = 0; i < weights.length; i++) left += weights[i] as number
    left *= u
    let last = 0
    for (let i = 0; i < weights.length; i++) {
      const weight = weights[i] as number
      if (weight > 0) last = i
      left -= weight
      if (left < 0) return i
    }
    return last
  }

  /** Follows a child from a time to the month's end; true where the child is still in care then. */
  const follow = (row: number, from: number, to: number): boolean => {
    const a = children.keyA[row] as number
    const b = children.keyB[row] as number
    let time = from
    for (let counter = month * PER_MONTH; ; counter += 4) {
      while (time >= (children.until[row] as number)) {
        if (time >= (children.eighteenth[row] as number)) {
          leave(row, EIGHTEEN)
          return false
        }
        settle(row, time)
      }
      const end = Math.min(children.until[row] as number, to)
      const changed = touched(row, time)
      const out = exitRate(row, time, changed)
      const move = moveRate(row, time, changed)
      const wait = -Math.log(1 - uniform(a, b, counter)) / (out + move)
      if (!(wait < end - time)) {
        spend(row, end - time)
        time = end
        if (time >= to) return true
        continue
      }
      spend(row, wait)
      time += wait
      const which = uniform(a, b, counter + 1) * (out + move)
      if (which < out) {
        leave(row, chosen(byExit, uniform(a, b, counter + 2)))
        return false
      }
      const left = children.group[row] as number
      const weights = changed ? byGroup : rates.destinations(ageOfCell(children.cell[row] as number, groups), left)
      const group = chosen(weights, uniform(a, b, counter + 2))
      add(inCare, left, -1)
      whatIfs.left(children.by[row] as number)
      place(row, group, time)
    }
  }

  const come = (
    stream: number,
    time: number,
    age: number,
    group: number,
    keyA: number,
    keyB: number,
    to: number,
  ): void => {
    const row = oneMore(children)
    children.keyA[row] = keyA
    children.keyB[row] = keyB
    children.stream[row] = stream
    children.start[row] = time
    children.born[row] = time - age
    children.eighteenth[row] = time - age + Math.round(18 * YEAR)
    children.stays[row] = 1
    add(into.starts, at * startParts + stream)
    place(row, group, time)
    follow(row, time, to)
  }

  /** One entry group: drawn from those who came of late, all on one day of the month. */
  const arrive = (stream: number, donor: EntryGroup, keyA: number, keyB: number, from: number, to: number): void => {
    const time = from + uniform(keyA, keyB, purposes.day) * (to - from)
    for (const [i, age] of donor.ages.entries()) {
      const group = donor.groups[i] as number
      const own = keyOf(keyA, i + 1)
      const copies = whatIfNow ? whatIfs.newcomers(stream, age, group, chance(own, keyB, purposes.comes)) : 1
      for (let copy = 0; copy < copies; copy++)
        come(stream, time, age, group, copy === 0 ? own : keyOf(own, 77 + copy), keyB, to)
    }
  }

  for (let run = 0; run < count; run++) {
    runA = keyOf(keyOf(seed | 0, 1), first + run)
    runB = keyOf(keyOf(seed | 0, 2), first + run)
    rates.begin(runA, runB)
    whatIfs.begin(runA, runB)
    const arrivals = arrivalsOf(plan, runA, runB)
    children.count = 0
    inCare.fill(0)
    for (let i = 0; i < present.start.length; i++) {
      const row = oneMore(children)
      children.keyA[row] = keyOf(runA, 5_000_000 + i)
      children.keyB[row] = keyOf(runB, i)
      children.stream[row] = present.stream[i] as number
      children.start[row] = present.start[i] as number
      children.eighteenth[row] = present.eighteenth[i] as number
      children.born[row] = bornOf(present.eighteenth[i] as number)
      children.stays[row] = 0
      place(row, present.group[i] as number, present.day + 1)
      // A placement that goes on costs what it does.
      const own = present.weekly?.[i] ?? Number.NaN
      if (prices && own >= 0) children.price[row] = own
    }
    let before = present.day
    for (month = 0; month < ends.length; month++) {
      at = run * ends.length + month
      const from = before + 1
      const to = (ends[month] as number) + 1
      before = ends[month] as number
      whatIfs.month(month)
      days.fill(0)
      cost.fill(0)
      fast.fill(0)
      const long = to - from
      const factor = rates.exitFactor[month] as number
      for (let row = children.count - 1; row >= 0; row--) {
        // The common case: no event and no new band this month. The bound on the chance of an event is a little high; `follow` finds out.
        if ((children.until[row] as number) >= to) {
          const cell = children.cell[row] as number
          const rate = touched(row, from)
            ? exitRate(row, from, true) + moveRate(row, from, true)
            : (rates.exit[cell] as number) * factor + (rates.move[cell] as number) * rates.moveFactor
          const u = uniform(children.keyA[row] as number, children.keyB[row] as number, month * PER_MONTH)
          if (u >= rate * long) {
            const g = children.group[row] as number
            add(fast, g)
            if (prices) add(cost, g, long * (children.price[row] as number))
            continue
          }
        }
        follow(row, from, to)
      }
      for (let stream = 0; stream < arrivals.length; stream++) {
        const { donors, donorsBelow } = fitted.entries[stream] as Plan['fitted']['entries'][number]
        const n = (arrivals[stream] as Int32Array)[month] as number
        for (let i = 0; i < n && donors.length > 0; i++) {
          const keyA = keyOf(keyOf(runA, 6_000_000 + stream * 1000 + month), i)
          const u = uniform(keyA, runB, purposes.choice)
          let low = 0
          let high = donors.length - 1
          while (low < high) {
            const middle = (low + high) >> 1
            if ((donorsBelow[middle] as number) <= u) low = middle + 1
            else high = middle
          }
          arrive(stream, donors[low] as EntryGroup, keyA, keyOf(runB, 7_000_000 + i), from, to)
        }
      }
      // No band of age ends within a month unseen: a child's cell is the one of the month's last day.
      if (into.byAge)
        for (let row = 0; row < children.count; row++)
          add(into.byAge, at * ageBands + ageOfCell(children.cell[row] as number, groups))
      const inflated = prices ? (1 + prices.inflation) ** ((month + 1) / 12) / 7 : 0
      for (let g = 0; g < groups; g++) {
        into.inCare[at * groups + g] = inCare[g] as number
        into.careDays[at * groups + g] = (days[g] as number) + (fast[g] as number) * long
        if (into.cost) into.cost[at * groups + g] = (cost[g] as number) * inflated
      }
    }
  }
}
