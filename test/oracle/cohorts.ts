/**
 * PRM-17, FUT-06 and FUT-07: children whom the board follows one by one (local-extracts.md 3.3).
 *
 * Choices made where the specification is silent:
 * - A member on a day has a row by then, and the latest is neither `removed` nor `not_suitable`. Two rows on one day: the later in the file.
 * - FUT-06: worked with is every child with a row by the day that is not `removed`; its parts are shares of those. `moved_to_family`: the
 *   latest status is `moved_foster` or `moved_home`.
 * - PRM-17 `local`: a child in two groups of the council's own is followed twice.
 */
import type { Day, Window } from './calendar.ts'
import { local } from './extracts.ts'
import type { History } from './history.ts'
import type { Item, Measure } from './measure.ts'
import { code, dayOrNull } from './read.ts'

type Followed = { readonly child: string; readonly cohort: string; readonly statuses: readonly string[] }

/** The statuses of each child in each cohort by a day, the latest last. */
function followed(history: History, day: Day, test: (cohort: string) => boolean): Followed[] {
  const rows = [...(history.extracts.get('cohorts')?.rows ?? [])]
    .map((row, at) => ({ row, at, on: dayOrNull(row.cell('STATUS_DATE')) ?? '9999' }))
    .filter(({ row, on }) => on <= day && test(local(row.cell('COHORT'))))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.at - b.at))
  const found = new Map<string, { child: string; cohort: string; statuses: string[] }>()
  for (const { row } of rows) {
    const [child, cohort] = [code(row.cell('CHILD_ID')), local(row.cell('COHORT'))]
    const one = found.get(`${cohort} ${child}`) ?? { child, cohort, statuses: [] }
    one.statuses.push(local(row.cell('STATUS')))
    found.set(`${cohort} ${child}`, one)
  }
  return [...found.values()]
}

const reserved = ['planned_exit', 'residential_step_down', 'sgo_pathway']

const members =
  (test: (cohort: string) => boolean) =>
  (history: History, window: Window): Item[] =>
    followed(history, window.to, test)
      .filter(({ statuses }) => !['removed', 'not_suitable'].includes(statuses.at(-1) ?? ''))
      .map(({ child }) => ({ child, counted: true }))

const workedWith =
  (counted: (statuses: readonly string[]) => boolean) =>
  (history: History, window: Window): Item[] =>
    followed(history, window.to, cohort => cohort === 'residential_step_down')
      .filter(({ statuses }) => statuses.some(status => status !== 'removed'))
      .map(({ child, statuses }) => ({ child, counted: counted(statuses) }))

const ever = (status: string) => workedWith(statuses => statuses.includes(status))

const count = { over: 'day', kind: 'count', sources: [['cohorts']] } as const
const share = { over: 'day', kind: 'share', sources: [['cohorts']] } as const

export const cohorts: readonly Measure[] = [
  { catalogue: 'PRM-17', ...count, items: members(cohort => cohort === 'planned_exit') },
  { catalogue: 'PRM-17:local', ...count, items: members(cohort => !reserved.includes(cohort)) },
  { catalogue: 'FUT-06', ...count, items: workedWith(() => true) },
  { catalogue: 'FUT-06:assessed', ...share, items: ever('assessed') },
  { catalogue: 'FUT-06:suitable', ...share, items: ever('suitable') },
  { catalogue: 'FUT-06:moved_nearer', ...share, items: ever('moved_nearer') },
  {
    catalogue: 'FUT-06:moved_to_family',
    ...share,
    items: workedWith(statuses => ['moved_foster', 'moved_home'].includes(statuses.at(-1) ?? '')),
  },
  { catalogue: 'FUT-07', ...count, items: members(cohort => cohort === 'sgo_pathway') },
]
