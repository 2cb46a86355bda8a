/**
 * PLN: reviews.
 *
 * Choices made where the specification is silent:
 * - One review per CHILD + REVIEW, the latest return wins; a review counts only on a day the child is in care.
 * - PLN-02: a review belongs to the period that covers its day. Each due date follows from the last review held; the
 *   next review held meets it, on time or late; a due date that no review ever met is late once, and nothing is due
 *   after it. Due where the child is in care on the due date (so a period that ended that day is not).
 * - PLN-02: where a period's start is not held or lies before the first return, the first known review may not be the
 *   first, so the second one known is the first from which a due date (6 months after it) is reckoned.
 * - PLN-06: reviews of children aged 4 and over, PN0 left out whatever the age; a code that is blank or unlisted, or an
 *   unknown age, is unknown.
 */
import { addMonths, addWorkingDays, type Day, type Window } from './calendar.ts'
import { within } from './flows.ts'
import { age, type History, inCareOn, personOf, rowsOfChild } from './history.ts'
import type { Item, Measure } from './measure.ts'
import type { Period } from './periods.ts'
import { code, dayOrNull } from './read.ts'

type Review = { readonly child: string; readonly day: Day; readonly code: string }
type Due = { readonly child: string; readonly day: Day; readonly onTime: boolean }

function reviewsOf(history: History, child: string): Review[] {
  const byDay = new Map<Day, Review>()
  for (const row of rowsOfChild(history, 'reviews', child)) {
    const day = dayOrNull(row.cell('REVIEW'))
    if (day !== null) byDay.set(day, { child, day, code: code(row.cell('REVIEW_CODE')) })
  }
  return [...byDay.values()].filter(({ day }) => inCareOn(history, child, day)).sort((a, b) => (a.day < b.day ? -1 : 1))
}

function reviewsDue(history: History, period: Period, held: readonly Day[]): Due[] {
  const dues: Due[] = []
  const wholeHeld = period.startHeld && period.start >= history.files.heldFrom
  let met = wholeHeld ? 0 : 2
  if (held.length < met) return []
  for (;;) {
    const last = held[met - 1]
    const day =
      last === undefined
        ? addWorkingDays(period.start, 20)
        : wholeHeld && met === 1
          ? addMonths(last, 3)
          : addMonths(last, 6)
    const next = held[met]
    if (inCareOn(history, period.child, day) && (period.end === null || day < period.end)) {
      dues.push({ child: period.child, day, onTime: next !== undefined && next <= day })
    }
    if (next === undefined) return dues
    met++
  }
}

const known = new WeakMap<History, { readonly reviews: readonly Review[]; readonly dues: readonly Due[] }>()

function all(history: History): { readonly reviews: readonly Review[]; readonly dues: readonly Due[] } {
  const seen = known.get(history)
  if (seen) return seen
  const reviews: Review[] = []
  const dues: Due[] = []
  for (const [child, periods] of history.periodsOfChild) {
    const held = reviewsOf(history, child)
    reviews.push(...held)
    for (const period of periods) {
      const days = held.map(review => review.day)
      const own = days.filter(day => day >= period.start && (period.end === null || day < period.end))
      dues.push(...reviewsDue(history, period, own))
    }
  }
  known.set(history, { reviews, dues })
  return { reviews, dues }
}

const reviewsIn = (history: History, window: Window): Review[] =>
  all(history).reviews.filter(({ day }) => within(day, window))

function participation(history: History, window: Window): Item[] {
  const items: Item[] = []
  for (const review of reviewsIn(history, window)) {
    const years = age(personOf(history, review.child), review.day)
    if (review.code === 'PN0' || (years !== null && years < 4)) continue
    const listed = /^PN[1-7]$/.test(review.code)
    const took = /^PN[12356]$/.test(review.code)
    items.push({ child: review.child, counted: years === null || !listed ? null : took })
  }
  return items
}

export const reviews: readonly Measure[] = [
  {
    catalogue: 'PLN-01',
    over: 'flow',
    kind: 'count',
    needs: ['reviews'],
    items: (h, w) => reviewsIn(h, w).map(({ child }) => ({ child, counted: true })),
  },
  {
    catalogue: 'PLN-02',
    over: 'flow',
    kind: 'share',
    needs: ['reviews'],
    items: (h, w) =>
      all(h)
        .dues.filter(({ day }) => within(day, w))
        .map(({ child, onTime }) => ({ child, counted: onTime })),
  },
  { catalogue: 'PLN-06', over: 'flow', kind: 'share', needs: ['reviews'], items: participation },
]
