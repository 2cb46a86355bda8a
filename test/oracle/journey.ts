/**
 * JRN: the journey into care.
 *
 * Choices made where the specification is silent:
 * - JRN-01: "at any time" is any time held; a start whose earlier years lie before the data is not unknown for that.
 *   An earlier period is any period of the child that begins before the start (begun at 18 or over: none).
 * - JRN-05: a start has left when its period has a recorded end on or before the last day of the window; an unrecorded
 *   end, or one into short breaks, is unknown; otherwise it is still in care (also past an 18th birthday left open).
 * - JRN-06: shares of the leavers of JRN-05 by `rec_group`; a REC that is not listed is unknown.
 * - JRN-07: remainers who are in care on the day, by placement group on the day; a placement not listed is unknown.
 * - JRN-09: a first start of its collection year without a row, or with P4, a blank or an unlisted code, is unknown; a
 *   second start of the year is not counted. Starts are ordered within 1 April to 31 March.
 */
import { addMonths, type Day, type Window, year, yearStart } from './calendar.ts'
import { startItems, starts } from './flows.ts'
import { type History, rowsOfChild, spotOf } from './history.ts'
import { type Item, type Measure, placementGroup, placementGroupCodes } from './measure.ts'
import type { Period } from './periods.ts'
import { code } from './read.ts'

export const recGroups: Readonly<Record<string, string>> = {
  E11: 'adoption',
  E12: 'adoption',
  E2: 'died',
  E3: 'transfer',
  E4A: 'return_home_planned',
  E4B: 'return_home_unplanned',
  E13: 'relatives_no_pr',
  E41: 'child_arrangements_order',
  E43: 'special_guardianship',
  E44: 'special_guardianship',
  E45: 'special_guardianship',
  E46: 'special_guardianship',
  E47: 'special_guardianship',
  E48: 'special_guardianship',
  E5: 'independence',
  E6: 'independence',
  E7: 'adult_services',
  E8: 'other',
  E9: 'custody',
  E14: 'remand_ended',
  E15: 'age_assessed_18',
  E16: 'abroad',
  E17: 'staying_put',
}

/** An earlier period, at any time or ended no more than 12 months before (the anniversary included, decision 15). */
function hasBeenInCareBefore(history: History, start: Period, inTheYearBefore: boolean): boolean {
  for (const earlier of history.periodsOfChild.get(start.child) ?? []) {
    if (earlier.start >= start.start) continue
    if (!inTheYearBefore) return true
    if (earlier.end !== null && addMonths(earlier.end, 12) >= start.start) return true
  }
  return false
}

function again(history: History, window: Window, inTheYearBefore: boolean): Item[] {
  return startItems(history, window, period => hasBeenInCareBefore(history, period, inTheYearBefore))
}

/** Has the period ended by the day? Null when in a way that no return recorded, or into short breaks. */
function hasLeft(period: Period, day: Day): boolean | null {
  if (period.end === null || period.end > day) return false
  return period.ending === 'recorded' ? true : null
}

function stillInCare(period: Period, day: Day): boolean | null {
  const left = hasLeft(period, day)
  return left === null ? null : !left
}

function whereLeaversWent(history: History, window: Window): Item[] {
  return starts(history, window)
    .filter(period => hasLeft(period, window.to) === true)
    .map(period => ({ child: period.child, counted: true, group: recGroups[period.rec] ?? null }))
}

function whereRemainersAre(history: History, window: Window): Item[] {
  const items: Item[] = []
  for (const period of starts(history, window)) {
    const spot = spotOf(history, period.child, window.to)
    if (spot?.period === period) items.push({ child: period.child, counted: true, group: placementGroup(spot) })
  }
  return items
}

function afterPermanence(history: History, start: Period): boolean | null {
  const from = yearStart(start.start)
  const collection = year(from) + 1
  const first = (history.periodsOfChild.get(start.child) ?? []).find(
    period => period.isStart && period.start >= from && yearStart(period.start) === from,
  )
  if (first !== start) return false
  const row = rowsOfChild(history, 'previous_permanence', start.child).findLast(one => one.year === collection)
  const order = row ? code(row.cell('PREV_PERM')) : ''
  if (order === 'P1' || order === 'P2' || order === 'P3') return true
  return order === 'Z1' ? false : null
}

/** Each child's first start of the window only (decision 6). Starts are listed in order of their day for one child. */
const firsts = (items: readonly Item[]): Item[] =>
  items.filter((item, i) => items.findIndex(other => other.child === item.child) === i)

export const journey: readonly Measure[] = [
  { catalogue: 'JRN-01', over: 'flow', kind: 'share', items: (h, w) => again(h, w, false) },
  {
    catalogue: 'JRN-01:last_12_months',
    over: 'flow',
    kind: 'share',
    // A period that ended up to 12 months before a start must be held to be seen.
    heldFrom: (_, w) => addMonths(w.from, -12),
    items: (h, w) => again(h, w, true),
  },
  { catalogue: 'JRN-01:children', over: 'flow', kind: 'share', items: (h, w) => firsts(again(h, w, false)) },
  {
    catalogue: 'JRN-05',
    over: 'flow',
    kind: 'share',
    items: (h, w) => startItems(h, w, period => stillInCare(period, w.to)),
  },
  {
    catalogue: 'JRN-05:left',
    over: 'flow',
    kind: 'share',
    items: (h, w) => startItems(h, w, period => hasLeft(period, w.to)),
  },
  {
    catalogue: 'JRN-06',
    over: 'flow',
    kind: 'share',
    by: { dimension: 'rec_group', codes: [...new Set(Object.values(recGroups))] },
    items: whereLeaversWent,
  },
  {
    catalogue: 'JRN-07',
    over: 'flow',
    kind: 'share',
    by: { dimension: 'placement_group', codes: placementGroupCodes },
    items: whereRemainersAre,
  },
  {
    catalogue: 'JRN-09',
    over: 'flow',
    kind: 'count',
    needs: ['previous_permanence'],
    items: (h, w) => startItems(h, w, period => afterPermanence(h, period)),
  },
]
