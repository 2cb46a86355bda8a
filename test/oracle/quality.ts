/**
 * QA and PAR: challenges of reviewing officers, audits and feedback, and HLT-09: referrals for mental health support.
 *
 * Choices made where the specification is silent:
 * - A row without what its kind must have (child_group and grade of an audit, source and response of feedback, the stage
 *   of a closed challenge) is set aside, as any row without a mandatory column is.
 * - A grade or group of an audit that is filled but not listed is not known (1.1): it is mandatory only for its kind.
 * - PAR-01:responded: items with a response, of all items received in the window.
 * - HLT-09: a referral without a decision is not accepted yet. Weeks: of the referrals of the window that were started by
 *   the extract date; those not started and not refused still wait, and are unknown.
 */
import { daysBetween, type Window } from './calendar.ts'
import { local, yesNo } from './extracts.ts'
import { within } from './flows.ts'
import type { History } from './history.ts'
import type { Item, Measure } from './measure.ts'
import { dayOrNull, type Row } from './read.ts'

const itemsOf = (history: History, extract: string): readonly Row[] => history.extracts.get(extract)?.rows ?? []

const coded = (row: Row, column: string): string => local(row.cell(column))

const groups = ['in_care', 'care_leaver']
const grades = ['outstanding', 'good', 'requires_improvement', 'inadequate']
const stage = (row: Row): number | null =>
  /^[1-9]\d*$/.test(row.cell('stage_resolved')) ? Number(row.cell('stage_resolved')) : null

/** Whether a row has something in what its kind must have. */
function isWhole(row: Row): boolean {
  const kind = coded(row, 'item_type')
  const filled = (...columns: readonly string[]): boolean => columns.every(column => row.cell(column) !== '')
  if (kind === 'audit') return filled('child_group', 'grade')
  if (kind === 'feedback') return filled('source') && yesNo(row.cell('response_recorded')) !== null
  return row.cell('closed_date') === '' || stage(row) !== null
}

const itemsOfKind = (history: History, kind: string): Row[] =>
  itemsOf(history, 'quality').filter(row => coded(row, 'item_type') === kind && isWhole(row))

const opened = (row: Row, window: Window): boolean => within(dayOrNull(row.cell('opened_date')), window)

function challengesClosed(history: History, window: Window): Item[] {
  return itemsOfKind(history, 'iro_challenge')
    .filter(row => within(dayOrNull(row.cell('closed_date')), window))
    .map(row => ({ child: row.cell('item_id'), counted: (stage(row) ?? 0) <= 2 }))
}

function audits(history: History, window: Window): Item[] {
  return itemsOfKind(history, 'audit')
    .filter(row => opened(row, window) && coded(row, 'child_group') !== 'other')
    .map(row => {
      const known = grades.includes(coded(row, 'grade')) && groups.includes(coded(row, 'child_group'))
      return { child: row.cell('item_id'), counted: known ? grades.indexOf(coded(row, 'grade')) <= 1 : null }
    })
}

function feedback(history: History, window: Window): Item[] {
  return itemsOfKind(history, 'feedback')
    .filter(row => opened(row, window))
    .map(row => ({ child: row.cell('item_id'), counted: yesNo(row.cell('response_recorded')) }))
}

const referrals = (history: History, window: Window): Row[] =>
  itemsOf(history, 'support').filter(
    row => coded(row, 'support_type') === 'mental_health' && within(dayOrNull(row.cell('referral_date')), window),
  )

const accepted = (history: History, window: Window): Item[] =>
  referrals(history, window).map(row => ({
    child: row.cell('support_id'),
    counted: yesNo(row.cell('accepted')) === true,
  }))

function weeksWaited(history: History, window: Window): Item[] {
  const items: Item[] = []
  for (const row of referrals(history, window)) {
    const child = row.cell('support_id')
    const [asked, started] = [dayOrNull(row.cell('referral_date')), dayOrNull(row.cell('start_date'))]
    if (asked !== null && started !== null)
      items.push({ child, counted: true, amount: daysBetween(asked, started) / 7 })
    else if (yesNo(row.cell('accepted')) !== false) items.push({ child, counted: null })
  }
  return items
}

const from = (extract: string): Pick<Measure, 'over' | 'sources'> => ({ over: 'flow', sources: [[extract]] })

export const quality: readonly Measure[] = [
  { catalogue: 'QA-01', ...from('quality'), kind: 'share', items: challengesClosed },
  { catalogue: 'QA-02', ...from('quality'), kind: 'share', items: audits },
  {
    catalogue: 'PAR-01',
    ...from('quality'),
    kind: 'count',
    items: (h, w) => feedback(h, w).map(({ child }) => ({ child, counted: true })),
  },
  { catalogue: 'PAR-01:responded', ...from('quality'), kind: 'share', items: feedback },
  { catalogue: 'HLT-09', ...from('support'), kind: 'count', items: accepted },
  { catalogue: 'HLT-09:percent', ...from('support'), kind: 'share', items: accepted },
  { catalogue: 'HLT-09:weeks', ...from('support'), kind: 'mean', items: weeksWaited },
]
