/**
 * ADO-13: families approved to adopt, and how many of them wait (Annex A list 11).
 *
 * Choices made where the specification is silent:
 * - A family is approved, matched or gone from the first day on which one of its adopters is. An adopter without a family is one.
 * - A family that has adopted or left by d is no longer among the approved, as decided: list 11 keeps such a family for 12 months only, so
 *   with it the share would turn on when it went. A row's milestones after d have not happened.
 */
import type { Day } from './calendar.ts'
import type { History } from './history.ts'
import type { Item, Measure } from './measure.ts'
import { code, dayOrNull, type Row } from './read.ts'

const first = (rows: readonly Row[], column: string): Day | null =>
  rows
    .map(row => dayOrNull(row.cell(column)))
    .filter(day => day !== null)
    .sort()[0] ?? null

function familyItems(history: History, day: Day): Item[] {
  const families = Map.groupBy(
    history.extracts.get('list_11')?.rows ?? [],
    row => code(row.cell('FAMILY IDENTIFIER')) || `alone ${code(row.cell('INDIVIDUAL ADOPTER IDENTIFIER'))}`,
  )
  const items: Item[] = []
  for (const [child, rows] of families) {
    const approved = first(rows, 'DATE APPLICATION APPROVED')
    if (approved === null || approved > day) continue
    const matched = first(rows, 'DATE ADOPTER MATCHED WITH CHILD(REN)')
    const left = first(rows, 'DATE OF LEAVING ADOPTION PROCESS')
    const adopted = first(rows, 'DATE OF ADOPTION ORDER')
    if ([left, adopted].some(gone => gone !== null && gone <= day)) continue
    items.push({ child, counted: matched === null || matched > day })
  }
  return items
}

const asAt = { over: 'day', sources: [['list_11']] } as const

export const adopters: readonly Measure[] = [
  { catalogue: 'ADO-13', ...asAt, kind: 'count', items: (h, w) => familyItems(h, w.to) },
  { catalogue: 'ADO-13:percent', ...asAt, kind: 'share', items: (h, w) => familyItems(h, w.to) },
]
