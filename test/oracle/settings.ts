/**
 * PLC-11, PLC-13 and STB-04 of care leavers: special needs in residential care, unregistered settings and placements of care leavers.
 *
 * Choices made where the specification is silent:
 * - PLC-11: a child without a row of disability is not known to have none; nor is one who is not in the
 *   latest picture of education known to have no plan (EHC). Either settles it. Not known stays in the share (local-extracts.md 1.5).
 * - PLC-13: by the row of `placements` in force on the day; a child in care without one, or with a blank, is unknown.
 * - STB-04: a placement of a care leaver broke down where the reason on a row that ended in the window says so; a placement is one however
 *   many prices it had. In placements: with a row in force on the day.
 */
import type { Day, Window } from './calendar.ts'
import { local, pictureAt, yesNo } from './extracts.ts'
import { careItems, within } from './flows.ts'
import { childrenInCare, type History, type Spot } from './history.ts'
import { type Item, type Measure, sourceAt } from './measure.ts'
import { code, dayOrNull, type Row } from './read.ts'

const residential = ['K1', 'K2', 'R1', 'S1']

function isDisabled(history: History, child: string): boolean | null {
  const rows = (history.extracts.get('ssd_disability')?.rows ?? []).filter(
    row => code(row.cell('DISA_PERSON_ID')) === child,
  )
  const codes = rows.map(row => code(row.cell('DISA_DISABILITY_CODE'))).filter(one => one !== '')
  return codes.length === 0 ? null : codes.some(one => one !== 'NONE')
}

const plans = ['education', 'ssd_person']

function hasPlan(history: History, child: string, day: Day): boolean | null {
  if (sourceAt(history, plans, day, day) === 'education') {
    const rows = pictureAt(history.extracts.get('education'), day)?.rows ?? []
    const row = rows.find(one => code(one.cell('CHILD_ID')) === child)
    const said = code(row?.cell('SEN_PROVISION') ?? '')
    return said === '' ? null : said === 'E'
  }
  const row = history.extracts.get('ssd_person')?.rows.find(one => code(one.cell('PERS_PERSON_ID')) === child)
  return yesNo(row?.cell('PERS_SEND_FLAG') ?? '')
}

function needsOf(history: History, { person }: Spot, day: Day): boolean | null {
  const [disabled, plan] = [isDisabled(history, person.id), hasPlan(history, person.id, day)]
  if (disabled === true || plan === true) return true
  return disabled === null || plan === null ? null : false
}

const inResidential = (history: History, { to }: Window): Item[] =>
  childrenInCare(history, to)
    .filter(({ home }) => home !== null && residential.includes(home.place))
    .map(spot => ({ child: spot.person.id, counted: needsOf(history, spot, to) }))

const rowsOf = (history: History, group: string): Row[] =>
  (history.extracts.get('placements')?.rows ?? []).filter(row => local(row.cell('CHILD_GROUP')) === group)

function inForce(row: Row, day: Day): boolean {
  const end = dayOrNull(row.cell('END_DATE'))
  return (dayOrNull(row.cell('START_DATE')) ?? '9999') <= day && (end === null || end > day)
}

function unregistered(history: History, window: Window): Item[] {
  const said = new Map<string, string[]>()
  for (const row of rowsOf(history, 'in_care')) {
    const child = code(row.cell('CHILD_ID'))
    if (inForce(row, window.to)) said.set(child, [...(said.get(child) ?? []), local(row.cell('SETTING_REGISTRATION'))])
  }
  return careItems(history, window, ({ person }) => {
    const all = said.get(person.id) ?? ['']
    if (all.some(one => one === 'unregistered' || one === 'pending')) return true
    return all.includes('') ? null : false
  })
}

function brokenDown(history: History, window: Window): Item[] {
  const placements = new Set<string>()
  for (const row of rowsOf(history, 'care_leaver')) {
    const reason = code(row.cell('CLA_PLACEMENT_CHANGE_REASON'))
    if (!within(dayOrNull(row.cell('END_DATE')), window) || !['CREQB', 'CREQO', 'CHILD'].includes(reason)) continue
    placements.add(`${code(row.cell('CHILD_ID'))} ${code(row.cell('CLA_PLACEMENT_ID'))}`)
  }
  return [...placements].map(child => ({ child, counted: true }))
}

function leaversPlaced(history: History, day: Day): Item[] {
  const rows = rowsOf(history, 'care_leaver').filter(row => inForce(row, day))
  return [...new Set(rows.map(row => code(row.cell('CHILD_ID'))))].map(child => ({ child, counted: true }))
}

const needs = [['return'], ['ssd_disability'], plans]
const sources = [['placements']]

export const settings: readonly Measure[] = [
  { catalogue: 'PLC-11', over: 'day', kind: 'count', sources: needs, items: inResidential },
  { catalogue: 'PLC-11:percent', over: 'day', kind: 'share of all', sources: needs, items: inResidential },
  { catalogue: 'PLC-13', over: 'day', kind: 'count', sources: [['return'], ['placements']], items: unregistered },
  { catalogue: 'STB-04:care_leavers:number', over: 'flow', kind: 'count', sources, items: brokenDown },
  {
    catalogue: 'STB-04:care_leavers',
    over: 'flow',
    kind: 'count',
    sources,
    items: brokenDown,
    denominator: (h, w) => leaversPlaced(h, w.to).length,
  },
  {
    catalogue: 'STB-04:care_leavers:in_placements',
    over: 'day',
    kind: 'count',
    sources,
    items: (h, w) => leaversPlaced(h, w.to),
  },
]
