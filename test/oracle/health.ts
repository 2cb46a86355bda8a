/**
 * HLT and OFF: the yearly outcomes of children in care for 12 months at 31 March, from OC2.
 *
 * Choices made where the specification is silent:
 * - The OC2 row is the last one of the child in that year's return. Ages are at 31 March.
 * - No row, or a cell that is neither 0 nor 1, is unknown, and stays in the denominator as not counted (decision 32).
 * - HLT-05: a score of 0 to 40 is completed; no score but a listed reason (SDQ1 to SDQ5) is not; anything else unknown.
 * - HLT-06 and its bands are of children aged 5 to 16 with a score; those with a reason instead are out of scope, those
 *   with neither are unknown and not in the denominator.
 * - HLT-08:received and :refused are of the children with a problem; a child for whom the problem itself is unknown is
 *   not among them and not counted as unknown. Refused: not received, and offered. Unknown only where RECEIVED is
 *   neither 0 nor 1, or is 0 and OFFERED is neither.
 * - A child of unknown age is unknown in the measures that have an age, and kept in as not counted.
 */
import { type Window, year } from './calendar.ts'
import { childrenInCare, type History, inCareEveryDay, rowsOfChild } from './history.ts'
import type { Item, Measure } from './measure.ts'
import { code, type Row } from './read.ts'

type Member = { readonly child: string; readonly age: number | null; readonly row: Row | undefined }

/** 12M(31 March): in care on every day of the year. */
function cohort(history: History, window: Window): Member[] {
  const members: Member[] = []
  for (const { person, age } of childrenInCare(history, window.to)) {
    if (!inCareEveryDay(history, person.id, window.from, window.to)) continue
    const row = rowsOfChild(history, 'oc2', person.id).findLast(one => one.year === year(window.to))
    members.push({ child: person.id, age, row })
  }
  return members
}

function yesNo(row: Row | undefined, column: string): boolean | null {
  const value = row?.cell(column) ?? ''
  return value === '1' ? true : value === '0' ? false : null
}

/** A measure of a yes/no column, of children of some ages (both ends included). */
function yesNoMeasure(catalogue: string, column: string, from = 0, to = 17): Measure {
  const items = (history: History, window: Window): Item[] => {
    const found: Item[] = []
    for (const { child, age, row } of cohort(history, window)) {
      if (age !== null && (age < from || age > to)) continue
      const unknownAge = age === null && (from > 0 || to < 17)
      found.push({ child, counted: unknownAge ? null : yesNo(row, column) })
    }
    return found
  }
  return { catalogue, over: 'year', kind: 'share of all', needs: ['oc2'], items }
}

function score(row: Row | undefined): number | 'reason given' | null {
  const text = row?.cell('SDQ_SCORE') ?? ''
  if (/^\d{1,2}$/.test(text) && Number(text) <= 40) return Number(text)
  if (text !== '') return null
  return /^SDQ[1-5]$/.test(code(row?.cell('SDQ_REASON') ?? '')) ? 'reason given' : null
}

function completed(history: History, window: Window): Item[] {
  const items: Item[] = []
  for (const { child, age, row } of cohort(history, window)) {
    if (age !== null && (age < 4 || age > 16)) continue
    const found = score(row)
    items.push({ child, counted: age === null || found === null ? null : found !== 'reason given' })
  }
  return items
}

/** Scored children aged 5 to 16, and those of whom it is not known whether they have a score. */
function scores(history: History, window: Window, counted: (score: number) => boolean): Item[] {
  const items: Item[] = []
  for (const { child, age, row } of cohort(history, window)) {
    if (age !== null && (age < 5 || age > 16)) continue
    const found = score(row)
    if (found === 'reason given') continue
    if (found === null || age === null) items.push({ child, counted: null })
    else items.push({ child, counted: counted(found), amount: found })
  }
  return items
}

function band(part: string, from: number, to: number): Measure {
  return {
    catalogue: `HLT-06:${part}`,
    over: 'year',
    kind: 'share',
    needs: ['oc2'],
    items: (h, w) =>
      scores(h, w, found => found >= from && found <= to).map(({ child, counted }) => ({ child, counted })),
  }
}

function withProblem(history: History, window: Window, counted: (row: Row | undefined) => boolean | null): Item[] {
  const misusing = cohort(history, window).filter(({ row }) => yesNo(row, 'SUBSTANCE_MISUSE') === true)
  return misusing.map(({ child, row }) => ({ child, counted: counted(row) }))
}

function refused(row: Row | undefined): boolean | null {
  const received = yesNo(row, 'INTERVENTION_RECEIVED')
  if (received === null) return null
  return received ? false : yesNo(row, 'INTERVENTION_OFFERED')
}

export const health: readonly Measure[] = [
  yesNoMeasure('HLT-01', 'HEALTH_ASSESSMENT'),
  yesNoMeasure('HLT-03', 'TEETH_CHECK'),
  yesNoMeasure('HLT-04', 'IMMUNISATIONS'),
  { catalogue: 'HLT-05', over: 'year', kind: 'share of all', needs: ['oc2'], items: completed },
  { catalogue: 'HLT-06', over: 'year', kind: 'mean', needs: ['oc2'], items: (h, w) => scores(h, w, () => true) },
  band('normal', 0, 13),
  band('borderline', 14, 16),
  band('concern', 17, 40),
  yesNoMeasure('HLT-07', 'HEALTH_CHECK', 0, 4),
  yesNoMeasure('HLT-08', 'SUBSTANCE_MISUSE'),
  {
    catalogue: 'HLT-08:received',
    over: 'year',
    kind: 'share of all',
    needs: ['oc2'],
    items: (h, w) => withProblem(h, w, row => yesNo(row, 'INTERVENTION_RECEIVED')),
  },
  {
    catalogue: 'HLT-08:refused',
    over: 'year',
    kind: 'share of all',
    needs: ['oc2'],
    items: (h, w) => withProblem(h, w, refused),
  },
  yesNoMeasure('OFF-01', 'CONVICTED', 10, 17),
]
