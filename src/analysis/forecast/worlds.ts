/** Councils whose truth is known: made by plain rules that share nothing with the model, to learn whether its ranges hold. */
import { type Day, toNumber } from '../../kit/day.ts'
import { type CareHistory, columnsOf, exits, OPEN } from './care-history.ts'
import { YEAR } from './cells.ts'

export type World = {
  readonly name: string
  /** Standard deviation of a year's drift of entries and of exits, as logarithms. */
  readonly drift: number
  /** Monthly variance over mean of the number of families that come. */
  readonly dispersion: number
  /** A lasting step in entries, up or down by about this much, at some month from three years before the origin to a year after. */
  readonly shock: number
}

export const worlds: readonly World[] = [
  { name: 'stable', drift: 0, dispersion: 1, shock: 0 },
  { name: 'uneven, 8% drift', drift: 0.08, dispersion: 1.8, shock: 0 },
  { name: 'drifting', drift: 0.2, dispersion: 1.8, shock: 0 },
  { name: 'shocked', drift: 0.08, dispersion: 1.4, shock: 0.3 },
  // Last, since a world's place is in its councils' seeds: as far from stable as the specification's, where no change held 84%.
  { name: 'modest drift', drift: 0.05, dispersion: 1.4, shock: 0 },
]

const groups = ['fostering', 'connected carers', 'residential', 'other'] as const
const BURN_IN = 14
const STEP = 10
const HOME = exits.indexOf('home')
const GUARDIANSHIP = exits.indexOf('guardianship')
const ADOPTION = exits.indexOf('adoption')
const OTHER = exits.indexOf('other')

/** A plain sequential generator (Marsaglia's xorshift 2003), another than the model's. */
function random(seed: number) {
  let x = (Math.imul(seed + 1, 2654435761) ^ 0x5bd1e995) | 1
  const next = (): number => {
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    return ((x >>> 0) + 0.5) / 4294967296
  }
  for (let i = 0; i < 20; i++) next()
  const normal = (): number => Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next())
  const count = (mean: number): number => {
    let n = -1
    for (let left = mean; left > 0; n++) left += Math.log(next())
    return n
  }
  return { next, normal, count }
}

/** What a council of a world is like: yearly rates of leaving, by age and time in care. */
function exitRates(ageYears: number, timeYears: number): readonly number[] {
  const rates = [0, 0, 0, 0, 0]
  rates[HOME] = timeYears < 0.25 ? 1.1 : timeYears < 1 ? 0.32 : timeYears < 2 ? 0.14 : 0.05
  rates[GUARDIANSHIP] = timeYears < 0.5 ? 0.05 : timeYears < 2.5 ? 0.14 * (ageYears < 10 ? 1.3 : 0.4) : 0.03
  rates[ADOPTION] = timeYears > 0.8 && timeYears < 3 && ageYears < 6 ? 0.4 : 0
  rates[OTHER] = ageYears >= 15 ? 0.22 : 0.03
  return rates
}

/** Which of some weights a number in (0, 1) falls on. */
function oneOf(weights: readonly number[], u: number): number {
  let left = u * weights.reduce((a, b) => a + b, 0)
  for (const [i, weight] of weights.entries()) {
    left -= weight
    if (left < 0) return i
  }
  return OTHER
}

/** A council's whole truth: months of history and `ahead` months of outturn. Seeds tell councils apart. */
export function councilOf(
  world: World,
  seed: number,
  months = 84,
  ahead = 12,
): { readonly truth: CareHistory; readonly origin: number } {
  const { next, normal, count } = random(seed * 7919 + worlds.findIndex(w => w.name === world.name) * 104729)
  const from = toNumber('2018-04-01' as Day)
  const monthStart = (month: number): number => Math.round(from + (month * YEAR) / 12)
  const firstMonth = -BURN_IN * 12
  const families = 5 + 13 * next()
  const tempo = Math.exp(0.15 * normal())
  const stepAt = months - 36 + Math.floor(48 * next())
  const stepBy = world.shock * (next() < 0.5 ? -1 : 1) * (0.7 + 0.6 * next())
  const monthly = world.drift / Math.sqrt(12)
  const exitFactor = new Map<number, number>()
  const coming: { month: number; n: number }[] = []
  let [entriesWalk, exitsWalk] = [0, 0]
  for (let month = firstMonth; month < months + ahead; month++) {
    if (month > -36) {
      entriesWalk += monthly * normal()
      exitsWalk += monthly * normal()
    }
    const mean = families * Math.exp(entriesWalk + (month >= stepAt ? stepBy : 0))
    // Families come one or two in a cluster: that makes about this variance over mean.
    const cluster = world.dispersion
    let n = count(mean / cluster)
    if (world.dispersion > 1) {
      let all = 0
      for (let i = 0; i < n; i++) all += 1 + (next() < cluster - 1 ? 1 : 0)
      n = all
    }
    coming.push({ month, n })
    exitFactor.set(month, tempo * Math.exp(exitsWalk))
  }
  const last = monthStart(months + ahead)
  const rows: {
    start: number
    end: number
    eighteenth: number
    exit: number
    family: number
    stays: { start: number; end: number; group: number }[]
  }[] = []
  let family = 0
  for (const { month, n } of coming)
    for (let i = 0; i < n; i++) {
      family++
      const start = monthStart(month) + Math.floor(next() * 30)
      const size = next() < 0.72 ? 1 : next() < 0.7 ? 2 : 3
      const eldest = next() < 0.25 ? next() : next() < 0.45 ? 13 + 4.5 * next() : 1 + 12 * next()
      for (let child = 0; child < size; child++) {
        const age = Math.max(0.02, eldest - child * 2)
        const eighteenth = Math.round(start + (18 - age) * YEAR)
        const stays = [
          { start, end: OPEN, group: next() < 0.62 ? 0 : next() < 0.6 ? 1 : age > 11 && next() < 0.6 ? 2 : 3 },
        ]
        let [day, end, exit] = [start, OPEN, 255]
        while (day < last && end === OPEN) {
          const [ageNow, time] = [18 - (eighteenth - day) / YEAR, (day - start) / YEAR]
          const factor = exitFactor.get(Math.floor(((day - from) * 12) / YEAR)) ?? tempo
          const rates = exitRates(ageNow, time)
          const out = rates.reduce((a, b) => a + b, 0) * factor
          const move = time < 0.5 ? 1.1 : 0.3
          const wait = (-Math.log(next()) / (out + move)) * YEAR
          if (day + STEP >= eighteenth && day + wait >= eighteenth)
            [end, exit] = [eighteenth, exits.indexOf('eighteen')]
          else if (wait >= STEP) day += STEP
          else {
            day = Math.min(eighteenth - 1, Math.max(day + 1, Math.round(day + wait)))
            if (next() * (out + move) < out) {
              exit = oneOf(rates, next())
              end = day
            } else {
              const here = stays.at(-1)
              const to =
                ageNow > 11 ? (next() < 0.35 ? 2 : next() < 0.6 ? 0 : 3) : next() < 0.6 ? 0 : next() < 0.8 ? 1 : 3
              if (here && to !== here.group && day > here.start) {
                here.end = day
                stays.push({ start: day, end: OPEN, group: to })
              }
            }
          }
        }
        const final = stays.at(-1)
        if (final) final.end = end
        if (end > from && start < last) rows.push({ start, end, eighteenth, exit, family, stays })
      }
    }
  rows.sort((a, b) => a.start - b.start)
  const stays = rows.flatMap((row, care) => row.stays.map(stay => ({ ...stay, care })))
  return {
    origin: monthStart(months) - 1,
    truth: {
      from,
      until: last - 1,
      groups,
      ...columnsOf(
        rows.map(row => ({ ...row, stream: 0 })),
        stays,
      ),
    },
  }
}
