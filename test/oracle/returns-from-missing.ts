/**
 * MIS-03: return interviews (local-extracts.md sections 2 and 3.1).
 *
 * Choices made where the specification is silent:
 * - Missing incidents (a child away is not missing) that ended in the window; of offers and answers, one whose interview was not applicable is in none of the three.
 * - A blank stays in, not counted, and is unknown. An interview that was not offered was not accepted.
 * - `held_72h`: an interview face to face or by video, nought to three days after the end, of the incident that began on the day it names.
 */
import { addDays, type Day, type Window } from './calendar.ts'
import { local, yesNo } from './extracts.ts'
import { within } from './flows.ts'
import { childrenWith, type History, rowsOfChild } from './history.ts'
import { type Item, type Measure, sourceAt } from './measure.ts'
import { code, dayOrNull } from './read.ts'

type Return = {
  readonly child: string
  readonly gone: Day
  readonly back: Day
  readonly offered: boolean | null
  readonly accepted: boolean | null
}

function returnsIn(history: History, window: Window): Return[] {
  const found: Return[] = []
  for (const row of history.extracts.get('ssd_missing')?.rows ?? []) {
    const gone = dayOrNull(row.cell('MISS_MISSING_EPISODE_START_DATE'))
    const back = dayOrNull(row.cell('MISS_MISSING_EPISODE_END_DATE'))
    if (gone === null || back === null || !within(back, window)) continue
    const offered = row.cell('MISS_MISSING_RHI_OFFERED')
    const missing = code(row.cell('MISS_MISSING_EPISODE_TYPE')).startsWith('M')
    if (code(offered) === 'NA' || !missing) continue
    const child = code(row.cell('MISS_PERSON_ID'))
    found.push({ child, gone, back, offered: yesNo(offered), accepted: yesNo(row.cell('MISS_MISSING_RHI_ACCEPTED')) })
  }
  return found
}

const items =
  (counted: (one: Return) => boolean | null) =>
  (history: History, window: Window): Item[] =>
    returnsIn(history, window).map(one => ({ child: one.child, counted: counted(one) }))

type Incident = Pick<Return, 'child' | 'gone' | 'back'>

/** Incidents of the return that ended in the window, the last row of each first day. */
function returnedIn(history: History, window: Window): Incident[] {
  const found: Incident[] = []
  for (const child of childrenWith(history, 'missing')) {
    const ends = new Map<Day, Day | null>()
    for (const row of rowsOfChild(history, 'missing', child)) {
      const gone = dayOrNull(row.cell('MIS_START'))
      if (gone !== null && code(row.cell('MISSING')) === 'M') ends.set(gone, dayOrNull(row.cell('MIS_END')))
    }
    for (const [gone, back] of ends) if (back !== null && within(back, window)) found.push({ child, gone, back })
  }
  return found
}

function isHeld({ child, gone, back }: Incident, history: History): boolean {
  return (history.extracts.get('visits')?.rows ?? []).some(row => {
    if (local(row.cell('VISIT_PURPOSE')) !== 'return_interview' || code(row.cell('CHILD_ID')) !== child) return false
    if (!['face_to_face', 'virtual'].includes(local(row.cell('VISIT_METHOD')))) return false
    const on = dayOrNull(row.cell('CLA_VISIT_DATE')) ?? ''
    return dayOrNull(row.cell('MISSING_EPISODE_START_DATE')) === gone && on >= back && on <= addDays(back, 3)
  })
}

const incidents = ['return', 'ssd_missing']

function heldInTime(history: History, window: Window): Item[] {
  const source = sourceAt(history, incidents, window.from, window.to)
  const all = source === 'return' ? returnedIn(history, window) : returnsIn(history, window)
  return all.map(one => ({ child: one.child, counted: isHeld(one, history) }))
}

const flow = { over: 'flow', kind: 'share of all' } as const
const sources = [['ssd_missing']]

export const returnsFromMissing: readonly Measure[] = [
  { catalogue: 'MIS-03:offered', ...flow, sources, items: items(({ offered }) => offered) },
  {
    catalogue: 'MIS-03:accepted',
    ...flow,
    sources,
    items: items(({ offered, accepted }) => (offered === false ? false : accepted)),
  },
  { catalogue: 'MIS-03:held_72h', ...flow, sources: [incidents, ['visits']], items: heldInTime },
]
