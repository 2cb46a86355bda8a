/**
 * NUM-03 and NUM-06 against the peak: our number beside another (local-extracts.md 4.5).
 *
 * Choices made where the specification is silent:
 * - NUM-03: numerator our rate for 10,000, denominator the region's: of the newest period released by the day, its newest release.
 *   A symbol in place of a value is none.
 * - NUM-06 `peak`: the highest number at a month end from the first return to the day.
 */
import { addDays, type Day, isMonthEnd, type Window } from './calendar.ts'
import { population } from './flows.ts'
import { childrenInCare, type History } from './history.ts'
import type { Item, Measure } from './measure.ts'
import { dayOrNull } from './read.ts'

function regionalRate(history: History, day: Day): number | null {
  const { areas, benchmarks, authority } = history.files
  const region = areas?.find(row => row.cell('AREA_CODE').toUpperCase() === authority)?.cell('REGION_CODE')
  let newest: { readonly period: string; readonly release: Day; readonly value: string } | null = null
  for (const row of benchmarks ?? []) {
    const release = dayOrNull(row.cell('RELEASE'))
    if (row.cell('INDICATOR') !== 'NUM-02' || row.cell('COMPARATOR').toLowerCase() !== 'region') continue
    if (row.cell('AREA_CODE') !== region || row.cell('BREAKDOWN') !== '' || release === null || release > day) continue
    const period = row.cell('PERIOD')
    const isNewer = newest === null || period > newest.period || (period === newest.period && release >= newest.release)
    if (isNewer) newest = { period, release, value: row.cell('VALUE') }
  }
  return newest !== null && /^\d+(\.\d+)?$/.test(newest.value) ? Number(newest.value) : null
}

function ourRate(history: History, { to }: Window): Item[] {
  const residents = population(history, to) ?? 0
  return childrenInCare(history, to).map(({ person }) => ({
    child: person.id,
    counted: true,
    amount: 10_000 / residents,
  }))
}

/** The highest number in care at a month end held, up to the day. */
function peak(history: History, to: Day): number {
  let highest = 0
  for (let day = history.files.heldFrom; day <= to; day = addDays(day, 1)) {
    if (isMonthEnd(day)) highest = Math.max(highest, childrenInCare(history, day).length)
  }
  return highest
}

export const gaps: readonly Measure[] = [
  {
    catalogue: 'NUM-03',
    over: 'day',
    kind: 'count',
    needs: ['population'],
    items: ourRate,
    denominator: (h, { to }) => regionalRate(h, to),
  },
  {
    catalogue: 'NUM-06:peak',
    over: 'day',
    kind: 'count',
    items: (h, { to }) => [{ child: '', counted: true, amount: childrenInCare(h, to).length - peak(h, to) }],
    denominator: (h, { to }) => peak(h, to),
  },
]
