import { dayNumber } from './calendar.ts'
import { type ExtractTable, iso, tableOf } from './extract-table.ts'
import { monthEnds } from './fostering.ts'
import { randomFrom, seedOf, weights } from './random.ts'
import type { Known } from './year-return.ts'

const GRADE = weights({ outstanding: 12, good: 55, requires_improvement: 27, inadequate: 6 })
const HOME_GRADE = weights({ outstanding: 18, good: 62, requires_improvement: 16, inadequate: 4 })
const THEME = [
  'drift in plan',
  'contact with family',
  'education plan',
  'health assessment',
  'placement',
  'pathway plan',
] as const
const FROM_WHOM = weights({ child: 34, care_leaver: 20, carer: 18, parent: 12, partner: 9, staff: 5, other: 2 })
export const TEAMS = ['Looked After 1', 'Looked After 2', 'Looked After 3', 'Court', 'Leaving Care'] as const
const HOMES = ['Beech House', 'Hawthorn Lodge', 'The Willows', 'Rowan Court', 'Larch End'] as const

const inCare = (known: readonly Known[], day: number): string[] =>
  known.flatMap(({ child }) =>
    child.periods.some(p => p.kind === 'care' && p.start <= day && p.end > day) ? [child.id] : [],
  )

/** Reviewing officers' challenges, audits and feedback (`quality.csv`). */
export function qualityOf(known: readonly Known[], seed: number, from: number, until: number): ExtractTable {
  const table = tableOf(
    'item_id,item_type,child_id,child_group,opened_date,closed_date,theme,source,team,grade,stage_resolved,response_recorded',
  )
  const random = randomFrom(seedOf(seed, 141))
  let number = 0
  for (const end of monthEnds(from, until)) {
    const children = inCare(known, end)
    if (children.length === 0) continue
    const day = (): number => end - random.int(0, 27)
    const id = (): string => `Q-${String(++number).padStart(5, '0')}`
    for (let i = random.poisson(children.length * 0.018); i > 0; i--) {
      const opened = day()
      const closed = opened + random.int(3, 60)
      const done = closed <= until
      table.put({
        item_id: id(),
        item_type: 'iro_challenge',
        child_id: random.pick(children),
        opened_date: iso(opened),
        closed_date: done ? iso(closed) : '',
        theme: random.pick(THEME),
        team: random.pick(TEAMS),
        stage_resolved: done ? (random.chance(0.74) ? 1 : random.chance(0.8) ? 2 : 3) : null,
      })
    }
    for (let i = random.poisson(Math.max(3, children.length / 60)); i > 0; i--)
      table.put({
        item_id: id(),
        item_type: 'audit',
        child_id: random.pick(children),
        child_group: random.chance(0.75) ? 'in_care' : random.chance(0.6) ? 'care_leaver' : 'other',
        opened_date: iso(day()),
        team: random.pick(TEAMS),
        grade: random.from(GRADE),
      })
    for (let i = random.poisson(Math.max(2, children.length / 90)); i > 0; i--) {
      const opened = day()
      const closed = opened + random.int(2, 40)
      table.put({
        item_id: id(),
        item_type: 'feedback',
        opened_date: iso(opened),
        closed_date: iso(closed, until),
        theme: random.pick(THEME),
        source: random.from(FROM_WHOM),
        response_recorded: closed <= until && random.chance(0.9),
      })
    }
  }
  return table
}

/** The council's own children's homes (`homes.csv`): two inspections a year, a visit by an independent person every month (regulation 44). */
export function homesOf(seed: number, children: number, from: number, until: number): ExtractTable {
  const table = tableOf('urn,home_name,event_type,event_date,grade,report_sent_date')
  const random = randomFrom(seedOf(seed, 142))
  for (const [i, name] of HOMES.slice(0, Math.max(1, Math.min(5, Math.round(children / 150)))).entries()) {
    const urn = `SC9${String(seed % 1000).padStart(3, '0')}${i}`
    const opened = i === 0 ? from - 2000 : from - random.int(-700, 1500)
    if (opened > until) continue
    const put = (type: string, day: number, more: Readonly<Record<string, string>> = {}): void => {
      if (day <= until) table.put({ urn, home_name: name, event_type: type, event_date: iso(day), ...more })
    }
    put('registered', opened)
    for (let day = Math.max(from, opened) + random.int(40, 200); day <= until; day += random.int(140, 230))
      put('inspected', day, { grade: random.chance(0.12) ? 'none' : random.from(HOME_GRADE) })
    for (const end of monthEnds(Math.max(from, opened), until)) {
      if (!random.chance(0.97)) continue
      const day = end - random.int(1, 25)
      put('reg44_visit', day, { report_sent_date: iso(day + random.int(4, random.chance(0.93) ? 24 : 70), until) })
    }
  }
  return table
}

/** Caseloads at each month end (`workers.csv`): teams sized to the children in care. */
export function caseloadsOf(known: readonly Known[], seed: number, from: number, until: number): ExtractTable {
  const table = tableOf('as_at,worker_id,team,role,fte,cases')
  for (const end of monthEnds(Math.max(from, dayNumber(2018, 4, 1)), until)) {
    const children = inCare(known, end).length
    const staff = Math.max(3, Math.round(children / 14.5))
    for (let i = 0; i < staff; i++) {
      const random = randomFrom(seedOf(seed, 143, i, Math.floor(end / 45)))
      const steady = randomFrom(seedOf(seed, 144, i))
      const fte = steady.chance(0.78) ? 1 : steady.pick([0.6, 0.8, 0.5])
      const role = steady.chance(0.17) ? 'newly_qualified' : steady.chance(0.2) ? 'advanced' : 'social_worker'
      const load = role === 'newly_qualified' ? 11.5 : 16
      table.put({
        as_at: iso(end),
        worker_id: `SW${1000 + i * 13}`,
        team: TEAMS[i % 4] ?? TEAMS[0],
        role,
        fte,
        cases: Math.max(0, Math.round(random.normal(load, 2.8) * fte)),
      })
    }
    table.put({ as_at: iso(end), worker_id: 'PA1', team: TEAMS[4], role: 'personal_adviser', fte: 1, cases: 22 })
    table.put({ as_at: iso(end), worker_id: 'TM1', team: TEAMS[0], role: 'manager', fte: 1, cases: 0 })
  }
  return table
}
