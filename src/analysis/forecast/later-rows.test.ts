import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CareHistory, columnsOf, OPEN } from './care-history.ts'
import { fitHistory } from './fit.ts'
import { knownBy } from './known-by.ts'
import { monthEndsBetween } from './month-ends.ts'
import { naive } from './naive.ts'
import { presentOf } from './present.ts'
import { type Draws, drawsOf } from './random.ts'
import { simulateNow } from './simulate.ts'
import { stockAndFlow } from './stock-and-flow.ts'
import { councilOf, worlds } from './worlds.ts'

/** A history with all that begins or ends after a day replaced by noise: other ends and moves, and other children who come. */
function noisy({ care, stay, ...history }: CareHistory, origin: number, { next }: Draws): CareHistory {
  const later = (after = origin): number => after + 1 + Math.floor(900 * next())
  const one = (of: number): number => Math.floor(of * next())
  const groups = history.groups.length
  const kept = [...care.start.keys()].filter(row => (care.start[row] ?? OPEN) <= origin)
  const rows = [
    ...kept.map(row => {
      const known = (care.end[row] ?? OPEN) <= origin
      return {
        start: care.start[row] ?? 0,
        end: known ? (care.end[row] ?? OPEN) : next() < 0.2 ? OPEN : later(),
        eighteenth: care.eighteenth[row] ?? 0,
        exit: known ? (care.exit[row] ?? 255) : one(5),
        stream: care.stream[row] ?? 0,
        family: care.family[row] ?? 0,
      }
    }),
    ...Array.from({ length: one(80) }, () => later())
      .toSorted((a, b) => a - b)
      .map(start => ({
        start,
        end: later(start),
        eighteenth: later(start + 3000),
        exit: one(5),
        stream: one(2),
        family: one(40),
      })),
  ]
  const stays = rows.flatMap(({ start, end }, row) => {
    const before = [...stay.start.keys()].filter(i => stay.care[i] === kept[row] && (stay.start[i] ?? OPEN) <= origin)
    const own = before.length
      ? before.map(i => ({
          start: stay.start[i] ?? 0,
          end: (stay.end[i] ?? OPEN) > origin ? end : (stay.end[i] ?? OPEN),
          group: stay.group[i] ?? 0,
        }))
      : [{ start, end, group: one(groups) }]
    const last = own.at(-1)
    // Half of those who are there move on.
    if (!last || last.end !== end || end <= origin + 1 || next() < 0.5) return own.map(s => ({ ...s, care: row }))
    const moves = Math.max(last.start, origin) + 1
    return [...own.slice(0, -1), { ...last, end: moves }, { start: moves, end, group: one(groups) }].map(s => ({
      ...s,
      care: row,
    }))
  })
  return { ...history, ...columnsOf(rows, stays) }
}

const councils = [0, 1, 3].map((world, i) => councilOf(worlds[world] as (typeof worlds)[number], 91 + i, 40, 6).truth)

/** Every forecast there is of a day: the model's futures, no change, and stock and flow. */
function forecastsOf(history: CareHistory, origin: number) {
  const known = knownBy(history, origin)
  const fitted = fitHistory(known)
  const futures = fitted.kind === 'fitted' && simulateNow(fitted, presentOf(known), { months: 3, runs: 4, seed: 1 })
  return { fitted, futures, naive: naive(known, 3), plain: stockAndFlow(known, [origin + 30]) }
}

test('rows after the origin change no forecast, whatever they are, in any council and from any month', () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...councils),
      fc.integer({ min: 25, max: 45 }),
      fc.integer({ min: 1, max: 1_000_000 }),
      (council, month, seed) => {
        const origin = monthEndsBetween(council.from, council.until)[month] ?? 0
        const noise = noisy(council, origin, drawsOf(seed, month))
        expect(noise.stay.start).not.toEqual(council.stay.start)
        expect(knownBy(noise, origin)).toEqual(knownBy(council, origin))
        expect(forecastsOf(noise, origin)).toEqual(forecastsOf(council, origin))
      },
    ),
    { numRuns: 8 },
  ))
