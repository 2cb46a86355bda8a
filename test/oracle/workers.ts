/**
 * WRK: caseloads of social workers (extract workers).
 *
 * Choices made where the specification is silent:
 * - A worker's rows as a social worker are added before the caseload is taken; one whose cases come to 0 is not counted.
 * - By team, a worker's fte and cases are those in the team; whether the caseload is 15 to 20 is said of the whole worker.
 * - The highest caseload is the most cases that one holds ("max cases"), however part-time; given as the mean of those who share it.
 * - The change is the mean on the day less the mean at the end of the month before.
 * - The dataset's caseloads of 30 September are not read here: no month of the council has them alone.
 */
import { type Day, monthsBefore } from './calendar.ts'
import { amount, local, pictureAt } from './extracts.ts'
import type { History } from './history.ts'
import type { Item, Measure } from './measure.ts'
import { code } from './read.ts'

type Worker = { readonly id: string; readonly team: string; fte: number; cases: number }

const socialWorkers = new Set(['social_worker', 'newly_qualified', 'advanced'])

/** Social workers, added up; by team, one for each team they are in. */
function added(history: History, day: Day, byTeam: boolean): Worker[] {
  const workers = new Map<string, Worker>()
  for (const row of pictureAt(history.extracts.get('workers'), day)?.rows ?? []) {
    if (!socialWorkers.has(local(row.cell('role')))) continue
    const id = code(row.cell('worker_id'))
    const team = byTeam ? row.cell('team') : ''
    const worker = workers.get(`${id} ${team}`) ?? { id, team, fte: 0, cases: 0 }
    worker.fte += amount(row.cell('fte')) ?? 0
    worker.cases += amount(row.cell('cases')) ?? 0
    workers.set(`${id} ${team}`, worker)
  }
  return [...workers.values()]
}

const partsOn = (history: History, day: Day): Worker[] => added(history, day, true)

/** Those that hold cases. */
const workersOn = (history: History, day: Day, byTeam: boolean): Worker[] =>
  added(history, day, byTeam).filter(({ cases }) => cases > 0)

/** Cases over fte, a millionth more or less not minded. */
const caseload = ({ cases, fte }: Worker): number => Math.round((cases / fte) * 1e9) / 1e9

const inBand = (worker: Worker): boolean => caseload(worker) >= 15 && caseload(worker) <= 20

/** A worker's part in each team, with the whole worker. */
function parts(history: History, day: Day): { readonly part: Worker; readonly whole: Worker }[] {
  const wholes = new Map(workersOn(history, day, false).map(worker => [worker.id, worker]))
  return partsOn(history, day).flatMap(part => {
    const whole = wholes.get(part.id)
    return whole ? [{ part, whole }] : []
  })
}

const bandItems = (history: History, day: Day): Item[] =>
  parts(history, day).map(({ part, whole }) => ({
    child: part.id,
    counted: inBand(whole),
    amount: part.fte,
    weight: part.fte,
    slices: { team: part.team },
  }))

const caseItems = (history: History, day: Day): Item[] =>
  parts(history, day).map(({ part: { id, fte, cases, team } }) => ({
    child: id,
    counted: true,
    amount: cases,
    weight: fte,
    slices: { team },
  }))

/** Each worker once, with what all the parts come to. */
function byWorker(items: readonly Item[]): Item[] {
  const sums = new Map<string, number>()
  for (const { child, amount: n } of items) sums.set(child, (sums.get(child) ?? 0) + (n ?? 0))
  return [...sums].map(([child, n]) => ({ child, counted: true, amount: n }))
}

function mostCases(holders: readonly Worker[]): Item[] {
  const most = Math.max(...holders.map(({ cases }) => cases))
  return holders
    .filter(({ cases }) => cases === most)
    .map(({ id, cases, team }) => ({ child: id, counted: true, amount: cases, group: team }))
}

const mostInTeams = (history: History, day: Day): Item[] =>
  [...Map.groupBy(workersOn(history, day, true), ({ team }) => team).values()].flatMap(team =>
    mostCases(team).slice(0, 1),
  )

function meanOn(history: History, day: Day): number | null {
  let cases = 0
  let fte = 0
  for (const worker of workersOn(history, day, false)) {
    cases += worker.cases
    fte += worker.fte
  }
  return fte === 0 ? null : cases / fte
}

function changeItems(history: History, day: Day): Item[] {
  const now = meanOn(history, day)
  const before = meanOn(history, monthsBefore(day, 1))
  return now === null || before === null ? [] : [{ child: 'mean', counted: true, amount: now - before }]
}

const asAt = { over: 'day', sources: [['workers']] } as const

export const workers: readonly Measure[] = [
  { catalogue: 'WRK-01', ...asAt, kind: 'share', slicedBy: ['team'], items: (h, w) => bandItems(h, w.to) },
  {
    catalogue: 'WRK-01:holding_cases',
    ...asAt,
    kind: 'total',
    items: (h, w) => byWorker(bandItems(h, w.to)),
  },
  {
    catalogue: 'WRK-01:in_band',
    ...asAt,
    kind: 'total',
    items: (h, w) => byWorker(bandItems(h, w.to).filter(({ counted }) => counted)),
  },
  { catalogue: 'WRK-02', ...asAt, kind: 'mean', slicedBy: ['team'], items: (h, w) => caseItems(h, w.to) },
  {
    catalogue: 'WRK-02:cases',
    ...asAt,
    kind: 'total',
    items: (h, w) => byWorker(caseItems(h, w.to)),
  },
  {
    catalogue: 'WRK-02:change',
    ...asAt,
    kind: 'mean',
    denominator: (h, w) => meanOn(h, monthsBefore(w.to, 1)),
    items: (h, w) => changeItems(h, w.to),
  },
  { catalogue: 'WRK-02:highest', ...asAt, kind: 'mean', items: (h, w) => mostCases(workersOn(h, w.to, false)) },
  {
    catalogue: 'WRK-02:highest_in_team',
    ...asAt,
    kind: 'mean',
    by: { dimension: 'team', codes: 'found' },
    items: (h, w) => mostInTeams(h, w.to),
  },
]
