/**
 * EDU-09: results at the end of a stage, and EDU-12: what 16 and 17 year olds in care do.
 *
 * Choices made where the specification is silent:
 * - EDU-09: a final row speaks for child, year and measure; the part `predicted` has predictions without a final row, of the
 *   academic year in which the day lies. Before 31 March of the year the 12 months in care are those to the day.
 * - Key stage 1 without any row of a year from 2023/24 on is not measured.
 * - EDU-12: the first source that speaks for the day, for all; who is not in it, or without an activity, is not known
 *   and stays in.
 */
import { type Day, make, month, rollingStart, type Window, year } from './calendar.ts'
import { firstYear } from './education.ts'
import { local, pictureAt, yesNo } from './extracts.ts'
import { childrenInCare, type History, inCareEveryDay } from './history.ts'
import type { Figure, Item, Measure } from './measure.ts'
import { code, type Row } from './read.ts'

const stages = ['eyfs_gld', 'ks1_rwm', 'ks1_reading', 'ks1_writing', 'ks1_maths', 'ks2_rwm', 'ks2_reading']
const measured = [...stages, 'ks2_writing', 'ks2_maths', 'ks4_basics_5', 'ks4_basics_4']

/** The rows of a measure for the academic year in which a day lies. */
function results(history: History, day: Day, stage: string): Row[] {
  const first = month(day) >= 9 ? year(day) : year(day) - 1
  return (history.extracts.get('attainment')?.rows ?? []).filter(
    row =>
      firstYear(row.cell('academic_year')) === first &&
      local(row.cell('measure')) === stage &&
      yesNo(row.cell('met')) !== null &&
      yesNo(row.cell('predicted')) !== null,
  )
}

const springDay = (day: Day): Day => make(month(day) >= 9 ? year(day) + 1 : year(day), 3, 31)

/** Results, or predictions not yet replaced, of children in care for 12 months at 31 March of the year. */
function attained(history: History, day: Day, stage: string, predicted: boolean): Item[] {
  const rows = results(history, day, stage)
  const final = new Set(
    rows.filter(row => yesNo(row.cell('predicted')) === false).map(row => code(row.cell('child_id'))),
  )
  const items: Item[] = []
  for (const row of rows) {
    const child = code(row.cell('child_id'))
    if (yesNo(row.cell('predicted')) !== predicted || (predicted && final.has(child))) continue
    const spring = springDay(day) < day ? springDay(day) : day
    if (!inCareEveryDay(history, child, rollingStart(spring, 12), spring)) continue
    items.push({ child, counted: yesNo(row.cell('met')) })
  }
  return items
}

function attainmentState(history: History, day: Day, stage: string): Figure['state'] | null {
  if (rollingStart(springDay(day), 12) < history.files.heldFrom) return 'not measured'
  const optional = stage.startsWith('ks1') && year(springDay(day)) >= 2024
  return optional && results(history, day, stage).length === 0 ? 'not measured' : null
}

const resultsOf = (stage: string, predicted: boolean): Measure => ({
  catalogue: `EDU-09:${stage}${predicted ? ':predicted' : ''}`,
  over: 'school',
  kind: 'share',
  sources: [['return'], ['attainment']],
  heldFrom: (_, w) => w.to,
  never: (h, w) => attainmentState(h, w.to, stage),
  items: (h, w) => attained(h, w.to, stage, predicted),
})

const inEet = ['F1', 'F2', 'F4', 'F5', 'P1', 'P2', 'P4', 'P5']

/** The activity of each young person, from the first source that speaks for the day; null where none does. */
function activities(history: History, day: Day): Map<string, string> | null {
  const list = pictureAt(history.extracts.get('list_9'), day)?.rows
  if (list) {
    const eligible = list.filter(row => /eligible/i.test(row.cell('ELIGIBILITY CATEGORY')))
    return new Map(
      eligible.map(row => [code(row.cell('CHILD UNIQUE ID')), code(row.cell('ACTIVITY STATUS')).slice(0, 2)]),
    )
  }
  const standard = pictureAt(history.extracts.get('ssd_care_leavers'), day)
  const [rows, child, activity] = standard
    ? [standard.rows, 'CLEA_PERSON_ID', 'CLEA_CARE_LEAVER_ACTIVITY']
    : [pictureAt(history.extracts.get('education'), day)?.rows, 'child_id', 'activity']
  return rows ? new Map(rows.map(row => [code(row.cell(child)), code(row.cell(activity)).slice(0, 2)])) : null
}

function at16(history: History, window: Window): Item[] {
  const found = activities(history, window.to)
  return childrenInCare(history, window.to)
    .filter(({ age }) => age === null || age >= 16)
    .map(({ person, age }) => {
      const activity = found?.get(person.id) ?? ''
      const known = inEet.includes(activity) || /^G[456]$/.test(activity)
      return { child: person.id, counted: known && age !== null ? inEet.includes(activity) : null }
    })
}

export const attainment: readonly Measure[] = [
  ...measured.flatMap(stage => [resultsOf(stage, false), resultsOf(stage, true)]),
  {
    catalogue: 'EDU-12',
    over: 'day',
    kind: 'share of all',
    sources: [['return'], ['list_9', 'ssd_care_leavers', 'education']],
    items: at16,
  },
]
