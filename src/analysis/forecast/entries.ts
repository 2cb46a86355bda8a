/** Who comes into care: how many entry groups, how unevenly, and who is in them. */
import { type CareHistory, streams } from './care-history.ts'
import { bornOf } from './cells.ts'
import type { Entries, EntryGroup } from './fitted.ts'
import { dispersionOf, levelAndDrift, plainLevel, weightsOf } from './level.ts'

/** Months whose newcomers may be drawn again. */
const DONOR_MONTHS = 36

type Came = EntryGroup & { readonly month: number }

/** Entry groups of a stream, by the month (position in `ends`, from 1) they came in. Brothers and sisters are one, or each for himself. */
function cameOf(history: CareHistory, stream: number, ends: readonly number[], siblings: boolean): readonly Came[] {
  const { care, stay } = history
  const firstGroup = new Map<number, number>()
  for (let i = 0; i < stay.start.length; i++) {
    const row = stay.care[i] ?? 0
    if (!firstGroup.has(row) && stay.start[i] === care.start[row]) firstGroup.set(row, stay.group[i] ?? 0)
  }
  const groups = new Map<string, { month: number; ages: number[]; groups: number[] }>()
  for (let row = 0; row < care.start.length; row++) {
    const start = care.start[row] ?? 0
    const month = ends.findIndex(end => end >= start)
    const group = firstGroup.get(row)
    if (month < 1 || group === undefined || care.stream[row] !== stream) continue
    if (start >= (care.eighteenth[row] ?? 0)) continue
    const key = siblings ? `${care.family[row]} ${start}` : `${row}`
    const came = groups.get(key) ?? { month, ages: [], groups: [] }
    groups.set(key, came)
    came.ages.push(start - bornOf(care.eighteenth[row] ?? 0))
    came.groups.push(group)
  }
  return [...groups.values()]
}

/** Entries of every stream. `ends` are the month ends of the window, with the day before it first. */
export function entriesOf(
  history: CareHistory,
  ends: readonly number[],
  { weighted, siblings, drift, draws }: Readonly<Record<'weighted' | 'siblings' | 'drift' | 'draws', boolean>>,
): { readonly entries: readonly Entries[]; readonly entryGroups: number; readonly starts: number } {
  const months = ends.length - 1
  const days = Array.from({ length: months }, (_, i) => (ends[i + 1] ?? 0) - (ends[i] ?? 0))
  let entryGroups = 0
  let starts = 0
  const entries = streams.map((_, stream): Entries => {
    const came = cameOf(history, stream, ends, siblings)
    entryGroups += came.length
    starts += came.reduce((sum, { ages }) => sum + ages.length, 0)
    const counts = new Array<number>(months).fill(0)
    for (const { month } of came) counts[month - 1] = (counts[month - 1] ?? 0) + 1
    const mean = came.length / days.reduce((sum, d) => sum + d, 0)
    const expected = days.map(d => d * mean)
    const dispersion = dispersionOf(counts, expected)
    const told = levelAndDrift(counts, expected, dispersion)
    const level = weighted ? told : plainLevel(counts, expected, dispersion)
    const weights = weightsOf(Math.min(months, DONOR_MONTHS), weighted)
    const donors = came.filter(({ month }) => month > months - weights.length)
    const weight = donors.map(({ month }) => weights[month - 1 - (months - weights.length)] ?? 0)
    const all = weight.reduce((sum, w) => sum + w, 0)
    let below = 0
    const perDay = donors.length === 0 ? 0 : mean * Math.exp(level.log)
    return {
      perDay,
      sd: draws ? level.sd : 0,
      dispersion,
      drift: drift ? told.drift : 0,
      donors: donors.map(({ ages, groups }) => ({ ages, groups })),
      donorsBelow: weight.map((w, i) => {
        below += w / all
        return i === weight.length - 1 ? 1 : below
      }),
      perMonth: (perDay * 365.25) / 12,
    }
  })
  return { entries, entryGroups, starts }
}
