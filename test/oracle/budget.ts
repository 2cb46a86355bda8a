/**
 * FIN-01, 02, 03 and 09, and what FIN-04 takes from the budget (extract budget). Budget, projection and spend are never mixed.
 *
 * Choices made where the specification is silent:
 * - The lines of a day are those of the latest `as_at` by then, of the financial year in which the day lies.
 * - The opening of a year is its earliest `as_at` by the day; that of last year its earliest of all.
 * - A line that is not there, or has no amount in the column, makes the figure "awaiting data".
 * - One-off funding is what was received: `actual`.
 * - A growth is the change over the base year; both are of the financial years of the day and the day a year before.
 * - Projected spend on placements is the line `placements` where there is one, else its parts `placements_...` together.
 */
import { addMonths, type Day, monthsBefore, year, yearStart } from './calendar.ts'
import { amount, local } from './extracts.ts'
import { childrenInCare, type History } from './history.ts'
import type { DisputedState, Item, Measure } from './measure.ts'
import { dayOrNull, type Row } from './read.ts'

type Column = 'net_budget' | 'projected' | 'actual'

/** The financial year as 2026/27, however it was written. */
const financialYear = (text: string): string => text.replace(/^(\d{4})\D?(\d{2})$/, '$1/$2')

function yearOf(day: Day): string {
  const start = year(yearStart(day))
  return `${start}/${String((start + 1) % 100).padStart(2, '0')}`
}

/** The picture of a financial year: the latest by a day, or its opening. */
function pictureOf(history: History, which: string, by: Day, opening: boolean): readonly Row[] {
  const rows = (history.extracts.get('budget')?.rows ?? []).filter(
    row => financialYear(row.cell('financial_year')) === which && (dayOrNull(row.cell('as_at')) ?? '') <= by,
  )
  const days = rows.map(row => dayOrNull(row.cell('as_at')) ?? '').sort()
  const asAt = opening ? days[0] : days.at(-1)
  return rows.filter(row => dayOrNull(row.cell('as_at')) === asAt)
}

function lineOf(rows: readonly Row[], line: string, column: Column): number | null {
  const row = rows.find(one => local(one.cell('line')) === line)
  return row ? amount(row.cell(column)) : null
}

const now = (history: History, day: Day): readonly Row[] => pictureOf(history, yearOf(day), day, false)

const latest = (line: string, column: Column) => (history: History, day: Day) => lineOf(now(history, day), line, column)

type Amount = (history: History, day: Day) => number | null

const opening =
  (line: string): Amount =>
  (history, day) =>
    lineOf(pictureOf(history, yearOf(day), day, true), line, 'net_budget')

const openingBefore =
  (line: string): Amount =>
  (history, day) =>
    lineOf(pictureOf(history, yearOf(addMonths(day, -12)), day, true), line, 'net_budget')

const less =
  (one: Amount, other: Amount): Amount =>
  (history, day) => {
    const [a, b] = [one(history, day), other(history, day)]
    return a === null || b === null ? null : a - b
  }

const items = (n: number | null, weight = 1): Item[] =>
  n === null ? [] : [{ child: 'line', counted: true, amount: n, weight }]

/** An amount of money as the year to date has it on the day. */
const sumOf = (catalogue: string, of: Amount): Measure => ({
  catalogue,
  over: 'flow',
  kind: 'total',
  sources: [],
  never: (h, w) => (of(h, w.to) === null ? 'awaiting data' : null),
  items: (h, w) => items(of(h, w.to)),
})

/** One amount over another. */
const shareOf = (catalogue: string, of: Amount, base: Amount): Measure => ({
  catalogue,
  over: 'flow',
  kind: 'mean',
  sources: [],
  never: (h, w) => (of(h, w.to) === null || base(h, w.to) === null ? 'awaiting data' : null),
  denominator: (h, w) => base(h, w.to),
  items: (h, w) => items(of(h, w.to)),
})

/** Change since last year's opening; growth, the same over it; and the base itself. */
function changes(catalogue: string, current: Amount, base: Amount): Measure[] {
  return [
    sumOf(catalogue, less(current, base)),
    shareOf(`${catalogue}:percent`, less(current, base), base),
    sumOf(`${catalogue}:base_year`, base),
  ]
}

const [services, care] = ['childrens_services', 'children_in_care']

function placementsLine(column: Column): Amount {
  return (history, day) => {
    const rows = now(history, day)
    const whole = lineOf(rows, 'placements', column)
    if (whole !== null) return whole
    const parts = rows
      .filter(row => local(row.cell('line')).startsWith('placements_'))
      .map(row => amount(row.cell(column)))
      .filter(n => n !== null)
    return parts.length === 0 ? null : parts.reduce((sum, n) => sum + n, 0)
  }
}

/** The projections of placements by cost group. */
function projections(history: History, day: Day): Item[] {
  return now(history, day).flatMap(row => {
    const n = amount(row.cell('projected'))
    const group = /^placements_(\w+)$/.exec(local(row.cell('line')))?.[1]
    return n === null || group === undefined
      ? []
      : [{ child: group, counted: true, amount: n, group, slices: { cost_group: group } }]
  })
}

const projected = placementsLine('projected')

function oneOffs(history: History, day: Day): Item[] {
  return now(history, day)
    .filter(row => local(row.cell('line_type')) === 'one_off')
    .flatMap(row => {
      const n = amount(row.cell('actual'))
      return n === null
        ? []
        : [{ child: row.cell('line'), counted: true, amount: n, slices: { source: row.cell('source') || null } }]
    })
}

const childrenOn: Amount = (history, day) =>
  day > history.files.heldTo || day < history.files.heldFrom ? null : childrenInCare(history, day).length
const childrenBefore: Amount = (history, day) => childrenOn(history, monthsBefore(day, 12))

export const budget: readonly Measure[] = [
  shareOf('FIN-01', latest(care, 'projected'), latest(services, 'projected')),
  sumOf('FIN-01:number', latest(care, 'projected')),
  sumOf('FIN-01:childrens_services', latest(services, 'projected')),
  shareOf('FIN-01:budget', latest(care, 'net_budget'), latest(services, 'net_budget')),
  sumOf('FIN-01:budget:number', latest(care, 'net_budget')),
  sumOf('FIN-01:budget:childrens_services', latest(services, 'net_budget')),
  ...changes('FIN-02', opening(services), openingBefore(services)),
  ...changes('FIN-02:children_in_care', opening(care), openingBefore(care)),
  ...changes(
    'FIN-02:other',
    less(opening(services), opening(care)),
    less(openingBefore(services), openingBefore(care)),
  ),
  shareOf('FIN-03', less(childrenOn, childrenBefore), childrenBefore),
  sumOf('FIN-03:base_year', childrenBefore),
  shareOf('FIN-03:budget', less(opening(care), openingBefore(care)), openingBefore(care)),
  {
    ...sumOf('FIN-04:projected', projected),
    slicedBy: ['cost_group'],
    items: (h, w) => {
      const parts = projections(h, w.to)
      return lineOf(now(h, w.to), 'placements', 'projected') === null ? parts : items(projected(h, w.to))
    },
  },
  {
    catalogue: 'FIN-04:projected:percent',
    over: 'flow',
    kind: 'share',
    sources: [],
    never: (h, w) => (projected(h, w.to) === null ? 'awaiting data' : null),
    by: { dimension: 'cost_group', codes: 'found' },
    denominator: (h, w) => projected(h, w.to),
    items: (h, w) => projections(h, w.to),
  },
  shareOf('FIN-04:of_children_in_care', projected, latest(care, 'projected')),
  {
    catalogue: 'FIN-09',
    over: 'flow',
    kind: 'total',
    sources: [],
    never: (h, w) => (now(h, w.to).length === 0 ? 'awaiting data' : null),
    slicedBy: ['source'],
    items: (h, w) => oneOffs(h, w.to),
  },
]

/** The opening budget of 1 April has no projection: blank is not known (1.1), and a fact that no source tells is awaited (1.5). */
export const budgetStates: Readonly<Record<string, DisputedState>> = Object.fromEntries(
  [
    'FIN-01',
    'FIN-01:number',
    'FIN-01:childrens_services',
    'FIN-04:projected',
    'FIN-04:projected:percent',
    'FIN-04:of_children_in_care',
  ].map(catalogue => [
    catalogue,
    {
      oracle: 'awaiting data',
      hearth: 'no one in scope',
      why: 'No projection is given before the first forecast of the year.',
    },
  ]),
)
