/**
 * STB: stability.
 *
 * Choices made where the specification is silent:
 * - STB-01, 02, 06 are as at the day (window `month`) and look back 12 months, which must be held.
 * - STB-01, 02: counted placements of every period (short breaks have none) that overlap the 12 months, the day itself
 *   included. A child with none (temporary episodes only) is not counted in either.
 * - STB-03: "in care continuously" is the run of periods that touch. Where its start is not held and the earliest day held does not
 *   already give two and a half years, the child is unknown; likewise the start of the placement. An unknown age too.
 * - STB-03: the previous placement is added where the current one began as an adoptive one (A3-A6).
 * - STB-04: the reason is that of the placement's last episode, temporary ones left out; placements, not children, are
 *   counted; the child may have left since. Its unknown is 0.
 * - STB-06: workers of rows overlapping the 12 months, one row per CHILD + SW_DECOM (latest return wins), an open row
 *   closed where the next begins, rows of no length or unreadable dates set aside. Children without such a row: unknown.
 */
import { type Day, make, rollingStart, type Window } from './calendar.ts'
import { atLeast, careItems, settled, within } from './flows.ts'
import { childrenInCare, type History, rowsOfChild, type Spot } from './history.ts'
import type { Item, Measure } from './measure.ts'
import type { Period, Placement } from './periods.ts'
import { code, dayOf } from './read.ts'

const yearBack = (_: History, window: Window): Day => rollingStart(window.to, 12)

function placementsInYear(history: History, child: string, day: Day): number {
  const from = rollingStart(day, 12)
  let count = 0
  for (const period of history.periodsOfChild.get(child) ?? []) {
    for (const placement of period.placements) {
      if (placement.start <= day && (placement.end === null || placement.end > from)) count++
    }
  }
  return count
}

const placementsNumber = (passes: (count: number) => boolean) => (history: History, window: Window) =>
  careItems(history, window, ({ person }) => passes(placementsInYear(history, person.id, window.to)))

/** The placement that the two years are measured from. */
function longTermPlacement(spot: Spot): Placement | null {
  const { placement, period, home } = spot
  if (!placement || !home) return null
  const adoptive = /^A[3-6]$/.test(home.place) && /^A[3-6]$/.test(placement.episodes[0]?.place ?? '')
  return adoptive ? (period.placements[placement.index - 1] ?? placement) : placement
}

/** The first of the periods that touch one another up to this one: in care every day since (decision 40). */
function firstOfRun(history: History, period: Period): Period {
  const before = (history.periodsOfChild.get(period.child) ?? []).find(other => other.end === period.start)
  return before ? firstOfRun(history, before) : period
}

function longTerm(history: History, window: Window): Item[] {
  const items: Item[] = []
  for (const spot of childrenInCare(history, window.to)) {
    const since = firstOfRun(history, spot.period)
    const long = settled(atLeast(since.start, 30, window.to), since.startHeld)
    if (long === false || (spot.age !== null && spot.age >= 16)) continue
    const placement = longTermPlacement(spot)
    let counted: boolean | null = null
    if (long === true && spot.age !== null && placement) {
      counted = settled(atLeast(placement.start, 24, window.to), placement.startHeld)
    }
    items.push({ child: spot.person.id, counted })
  }
  return items
}

function brokenDown(history: History, window: Window): Item[] {
  const items: Item[] = []
  for (const period of history.periods) {
    for (const placement of period.placements) {
      const reason = placement.episodes.at(-1)?.reason ?? ''
      if (within(placement.end, window) && ['CREQB', 'CREQO', 'CHILD'].includes(reason)) {
        items.push({ child: period.child, counted: true })
      }
    }
  }
  return items
}

function endedAndFollowed(history: History, window: Window): Item[] {
  const items: Item[] = []
  for (const period of history.periods) {
    for (const placement of period.placements) {
      const followed = placement.index + 1 < period.placements.length
      if (followed && within(placement.end, window)) items.push({ child: period.child, counted: true })
    }
  }
  return items
}

type WorkerSpell = { readonly worker: string; readonly start: Day; readonly end: Day | null }

function workerSpells(history: History, child: string): WorkerSpell[] {
  const byStart = new Map<Day, WorkerSpell>()
  for (const row of rowsOfChild(history, 'sw_episodes', child)) {
    const start = dayOf(row.cell('SW_DECOM'))
    const end = dayOf(row.cell('SW_DEC'))
    const worker = code(row.cell('SW_ID'))
    if (start === 'blank' || start === 'unreadable' || end === 'unreadable' || worker === '') continue
    byStart.set(start, { worker, start, end: end === 'blank' ? null : end })
  }
  const spells = [...byStart.values()].sort((a, b) => (a.start < b.start ? -1 : 1))
  return spells
    .map((spell, at) => ({ ...spell, end: spell.end ?? spells[at + 1]?.start ?? null }))
    .filter(spell => spell.end === null || spell.end > spell.start)
}

function workersInYear(history: History, child: string, day: Day): number {
  const from = rollingStart(day, 12)
  const overlapping = workerSpells(history, child).filter(
    ({ start, end }) => start <= day && (end === null || end > from),
  )
  return new Set(overlapping.map(({ worker }) => worker)).size
}

function workers(history: History, window: Window, counted: (count: number) => boolean): Item[] {
  return childrenInCare(history, window.to).map(({ person }) => {
    const count = workersInYear(history, person.id, window.to)
    return { child: person.id, counted: count === 0 ? null : counted(count), amount: count }
  })
}

/** Not measured before 12 months of worker rows are held (decision 27). */
function tooEarlyForWorkers(history: History, window: Window): 'not measured' | null {
  const first = Math.min(...(history.files.loaded.get('sw_episodes') ?? []))
  return rollingStart(window.to, 12) < make(first - 1, 4, 1) ? 'not measured' : null
}

export const stability: readonly Measure[] = [
  {
    catalogue: 'STB-01',
    over: 'day',
    kind: 'share',
    standardSlices: true,
    heldFrom: yearBack,
    items: placementsNumber(count => count === 1),
  },
  {
    catalogue: 'STB-02',
    over: 'day',
    kind: 'share',
    standardSlices: true,
    heldFrom: yearBack,
    items: placementsNumber(count => count >= 3),
  },
  { catalogue: 'STB-03', over: 'day', kind: 'share', items: longTerm },
  {
    catalogue: 'STB-04',
    over: 'flow',
    kind: 'count',
    denominator: (h, w) => childrenInCare(h, w.to).length,
    items: brokenDown,
  },
  { catalogue: 'STB-04:number', over: 'flow', kind: 'count', items: brokenDown },
  { catalogue: 'STB-05', over: 'flow', kind: 'count', items: endedAndFollowed },
  {
    catalogue: 'STB-06',
    over: 'day',
    kind: 'mean',
    needs: ['sw_episodes'],
    heldFrom: yearBack,
    never: tooEarlyForWorkers,
    items: (h, w) => workers(h, w, () => true),
  },
  {
    catalogue: 'STB-06:three_plus',
    over: 'day',
    kind: 'share',
    needs: ['sw_episodes'],
    heldFrom: yearBack,
    never: tooEarlyForWorkers,
    items: (h, w) => workers(h, w, count => count >= 3).map(({ child, counted }) => ({ child, counted })),
  },
]
