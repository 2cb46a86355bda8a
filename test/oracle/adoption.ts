/**
 * ADO: adoption.
 *
 * Choices made where the specification is silent:
 * - Moved in: the first of the unbroken A3-A6 episodes at the end of the last counted placement. (So a T or U change,
 *   a return from a temporary move, and A3/A5 after A3/A5 do not begin the run anew; a new placement does.)
 * - ADO-04, 07: adopted, with start of care not held or no A3-A6 before the adoption: unknown. ADO-07: also without an
 *   AD1 row or with FOSTER_CARE neither 0 nor 1.
 * - The AD1 row is the latest one of the child.
 * - Order date: DECOM of the period's first E1 or D1 episode. Older than the data held: that episode is the first of a
 *   period whose start is not held, and its RNE is not L, B or U.
 * - ADO-05: an order without a readable match date is unknown. ADO-05, 08: no order at all is out of scope.
 * - ADO-06: a child of ADO-09 in an A3-A6 placement has waited to the day of moving in, another to the day asked for;
 *   a wait from the earliest day held that is already too long settles it.
 * - ADO-09: order = E1 begun by the day in the current period, whether or not still in force; decisions of the child
 *   at any time, one row per CHILD + DATE_PLACED, the latest return wins; an unreadable DATE_PLACED_CEASED: unknown.
 * - ADO-12:orders: E1 after an episode of the same period that is not E1, or first of a period whose start is held, or
 *   first of one that is not with RNE L, B or U.
 */
import { type Day, daysBetween, type Window } from './calendar.ts'
import { careItems, leavers, leftBy, within } from './flows.ts'
import { childrenInCare, childrenWith, type History, rowsOfChild, type Spot } from './history.ts'
import { type Item, type Measure, placementGroups } from './measure.ts'
import type { Period } from './periods.ts'
import { code, dayOf, dayOrNull, type Row } from './read.ts'
import type { Episode } from './stitch.ts'

const adopted = (history: History, window: Window): Period[] =>
  leavers(history, window).filter(period => period.rec === 'E11' || period.rec === 'E12')

const isAdoptive = (place: string): boolean => /^A[3-6]$/.test(place)

/** First of the adoptive episodes at the end of these episodes of one placement; null if the last is not adoptive. */
function adoptiveRun(episodes: readonly Episode[]): number | null {
  let at = episodes.length
  while (at > 0 && isAdoptive(episodes[at - 1]?.place ?? '')) at--
  return at === episodes.length ? null : at
}

function movedIn(episodes: readonly Episode[]): Day | null {
  const at = adoptiveRun(episodes)
  return at === null ? null : (episodes[at]?.decom ?? null)
}

/** For a child adopted by the foster carer: the day the child first lived there as a foster child. */
function movedInAsFosterChild(episodes: readonly Episode[]): Day | null {
  let at = adoptiveRun(episodes)
  if (at === null) return null
  while (at > 0 && /^U[1-6]$/.test(episodes[at - 1]?.place ?? '')) at--
  return episodes[at]?.decom ?? null
}

const lastEpisodes = (period: Period): readonly Episode[] => period.placements.at(-1)?.episodes ?? []

function daysToMovingIn(history: History, window: Window): Item[] {
  return adopted(history, window).map(period => {
    const moved = movedIn(lastEpisodes(period))
    if (moved === null || !period.startHeld) return { child: period.child, counted: null }
    return { child: period.child, counted: true, amount: daysBetween(period.start, moved) }
  })
}

const adoptionRow = (history: History, child: string): Row | undefined => rowsOfChild(history, 'ad1', child).at(-1)

function daysToMovingInWithCarer(history: History, window: Window): Item[] {
  return adopted(history, window).map(period => {
    const byCarer = code(adoptionRow(history, period.child)?.cell('FOSTER_CARE') ?? '')
    const episodes = lastEpisodes(period)
    const moved = byCarer === '1' ? movedInAsFosterChild(episodes) : byCarer === '0' ? movedIn(episodes) : null
    if (moved === null || !period.startHeld) return { child: period.child, counted: null }
    return { child: period.child, counted: true, amount: daysBetween(period.start, moved) }
  })
}

const beginsItsOrder = (episode: Episode): boolean => /^[SLBU]$/.test(episode.rne)

/** The day of the placement (or freeing) order; 'none', or 'older' than the data held. */
function orderDay(period: Period): Day | 'none' | 'older' {
  const first = period.episodes.find(episode => episode.ls === 'E1' || episode.ls === 'D1')
  if (!first) return 'none'
  const older = first === period.episodes[0] && !period.startHeld && !beginsItsOrder(first)
  return older ? 'older' : first.decom
}

function daysFromOrder(until: (history: History, period: Period) => Day | null) {
  return (history: History, window: Window): Item[] => {
    const items: Item[] = []
    for (const period of adopted(history, window)) {
      const order = orderDay(period)
      const day = until(history, period)
      if (order === 'none') continue
      if (order === 'older' || day === null) items.push({ child: period.child, counted: null })
      else items.push({ child: period.child, counted: true, amount: Math.max(0, daysBetween(order, day)) })
    }
    return items
  }
}

const matchDay = (history: History, period: Period): Day | null =>
  dayOrNull(adoptionRow(history, period.child)?.cell('DATE_MATCH') ?? '')

type Decision = { readonly child: string; readonly taken: Day; readonly ceased: Day | 'blank' | 'unreadable' }

function decisionsOf(history: History, child: string): Decision[] {
  const byDay = new Map<Day, Decision>()
  for (const row of rowsOfChild(history, 'placed_for_adoption', child)) {
    const taken = dayOrNull(row.cell('DATE_PLACED'))
    if (taken !== null) byDay.set(taken, { child, taken, ceased: dayOf(row.cell('DATE_PLACED_CEASED')) })
  }
  return [...byDay.values()].sort((a, b) => (a.taken < b.taken ? -1 : 1))
}

function everyDecision(history: History): Decision[] {
  return childrenWith(history, 'placed_for_adoption').flatMap(child => decisionsOf(history, child))
}

/** ADO-09: a placement order in the period, and the latest decision taken by the day not ceased by then. */
function waitsWithOrder(history: History, spot: Spot, day: Day): boolean | null {
  const order = spot.period.episodes.some(episode => episode.ls === 'E1' && episode.decom <= day)
  if (!order) return false
  const latest = decisionsOf(history, spot.person.id).findLast(decision => decision.taken <= day)
  if (!latest || latest.ceased === 'blank') return true
  return latest.ceased === 'unreadable' ? null : latest.ceased > day
}

const fourteenMonths = 426

function waitedLess(period: Period, until: Day | null): boolean | null {
  if (until === null) return null
  const short = daysBetween(period.start, until) < fourteenMonths
  return short && !period.startHeld ? null : short
}

function shortWaits(history: History, window: Window): Item[] {
  const items: Item[] = adopted(history, window).map(period => ({
    child: period.child,
    counted: waitedLess(period, movedIn(lastEpisodes(period))),
  }))
  for (const spot of childrenInCare(history, window.to)) {
    if (waitsWithOrder(history, spot, window.to) !== true) continue
    const soFar = (spot.placement?.episodes ?? []).filter(episode => episode.decom <= window.to)
    const until = movedIn(soFar) ?? window.to
    items.push({ child: spot.person.id, counted: waitedLess(spot.period, until) })
  }
  return items
}

function newOrders(history: History, window: Window): Item[] {
  const items: Item[] = []
  for (const period of history.periods) {
    period.episodes.forEach((episode, at) => {
      if (episode.ls !== 'E1' || !within(episode.decom, window)) return
      const before = period.episodes[at - 1]
      const begins = before ? before.ls !== 'E1' : period.startHeld || beginsItsOrder(episode)
      if (begins) items.push({ child: period.child, counted: true })
    })
  }
  return items
}

const adoptions = leftBy(['E11', 'E12'])

export const adoption: readonly Measure[] = [
  { catalogue: 'ADO-01', over: 'flow', kind: 'count', items: adoptions },
  { catalogue: 'ADO-02', over: 'flow', kind: 'share', items: adoptions },
  {
    catalogue: 'ADO-03',
    over: 'day',
    kind: 'count',
    items: (h, w) =>
      careItems(h, w, ({ home }) =>
        home && placementGroups[home.place] !== undefined ? home.place === 'U2' || home.place === 'U5' : null,
      ),
  },
  { catalogue: 'ADO-04', over: 'flow', kind: 'mean', items: daysToMovingIn },
  { catalogue: 'ADO-05', over: 'flow', kind: 'mean', needs: ['ad1'], items: daysFromOrder(matchDay) },
  {
    catalogue: 'ADO-06',
    over: 'flow',
    kind: 'share of all',
    needs: ['placed_for_adoption'],
    items: shortWaits,
  },
  { catalogue: 'ADO-07', over: 'flow', kind: 'mean', needs: ['ad1'], items: daysToMovingInWithCarer },
  { catalogue: 'ADO-08', over: 'flow', kind: 'mean', items: daysFromOrder((_, period) => period.end) },
  {
    catalogue: 'ADO-09',
    over: 'day',
    kind: 'count',
    needs: ['placed_for_adoption'],
    items: (h, w) => careItems(h, w, spot => waitsWithOrder(h, spot, w.to)),
  },
  {
    catalogue: 'ADO-11',
    over: 'flow',
    kind: 'count',
    needs: ['placed_for_adoption'],
    items: (h, w) =>
      everyDecision(h)
        .filter(({ ceased }) => within(ceased, w))
        .map(({ child }) => ({ child, counted: true })),
  },
  {
    catalogue: 'ADO-12:decisions',
    over: 'flow',
    kind: 'count',
    needs: ['placed_for_adoption'],
    items: (h, w) =>
      everyDecision(h)
        .filter(({ taken }) => within(taken, w))
        .map(({ child }) => ({ child, counted: true })),
  },
  { catalogue: 'ADO-12:orders', over: 'flow', kind: 'count', items: newOrders },
]
