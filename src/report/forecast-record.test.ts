import { expect, test } from 'vitest'
import type { PartsTold } from '../forecast/parts.ts'
import type { BackTestLine } from '../forecast/result.ts'
import { day } from '../kit/day.ts'
import { someForecast } from './forecast.fixture.ts'
import { forecastView } from './forecast-page.ts'
import {
  backTestTable,
  groupTestsTable,
  partsTable,
  sayOutlookRecord,
  sayParts,
  sayRecord,
  scoresTable,
} from './forecast-record.ts'
import { span } from './forecast-words.ts'

const share = (value: number) => ({ value, low: value - 0.1, high: value + 0.1 })
const line = (group: string | null, horizon: number, held: number, more: Partial<BackTestLine> = {}): BackTestLine => ({
  group,
  horizon,
  origins: 12,
  effective: 6,
  mase: 1,
  mase12: 1,
  crps: 2,
  naiveCrps: 3,
  mae: 2.04,
  naiveMae: 3.06,
  pinball: 1,
  interval80: 9,
  coverage80: share(held),
  coverage95: share(0.8),
  pit: [0.05, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.15],
  model: { mae: 2, crps: 2, coverage80: share(0.7) },
  stockAndFlow: null,
  leads: 'model',
  ...more,
})
const parts: PartsTold = {
  on: day('2026-11-28'),
  at: day('2026-10-31'),
  history: 'x',
  method: 'population simulation 1',
  runs: 300,
  same: true,
  skills: [
    { part: 'shrinkage', horizon: 1, with: 1.69, without: 1.92, skill: 0.12 },
    { part: 'shrinkage', horizon: 12, with: 2.84, without: 2.7, skill: -0.05 },
    { part: 'siblings', horizon: 1, with: 0, without: 0, skill: Number.NaN },
  ],
}

test('what is printed, the model alone and no change stand side by side, and the lower of the last two comes first', () => {
  const table = backTestTable(
    [line(null, 6, 0.7, { crps: 2.5, model: { ...line(null, 6, 0.7).model, crps: 3.2 }, leads: 'naive' })],
    'So.',
  )
  expect(table?.rows).toEqual([
    { label: '6 months', cells: ['12', '2.0', '3.1', '2.5', '3.2', '3.0', '70% (60% to 80%)', 'No change'] },
  ])
  expect(table?.columns.slice(4, 7)).toEqual(['CRPS as printed', 'CRPS of the model', 'CRPS of no change'])
  expect(table?.note).toMatch(
    /^So\. “As printed” is the model averaged with no change: it is given first, or beside no change/,
  )
})

test('the measures that forecasters ask for are told of all children, one line a horizon', () => {
  const table = scoresTable([line(null, 6, 0.7, { mase12: 0.5, pinball: 1.25 }), line('ifa', 6, 0.7)])
  expect(table?.rows).toEqual([
    { label: '6 months', cells: ['1.00', '0.50', '1.25', '9.0', '80% (70% to 90%)', '5%', '15%'] },
  ])
  expect(scoresTable([line('ifa', 6, 0.7)])).toBeNull()
  expect(scoresTable([line(null, 6, 0.7, { mase: null })])?.rows[0]?.cells[0]).toBe('')
})

test('how often the range held is told of each placement and horizon, with errors furthest ahead', () => {
  const table = groupTestsTable([
    line('ifa', 12, 0.5, { leads: 'naive' }),
    line('ifa', 1, 0.7),
    line('in_house_foster', 1, 0.6),
  ])
  expect(table?.columns).toEqual([
    'Placement',
    '1 month ahead',
    '12 months ahead',
    'Error, 12 months ahead',
    'Error of no change',
    'Comes first',
  ])
  expect(table?.rows).toEqual([
    { label: 'Agency foster carers', cells: ['70% (60% to 80%)', '50% (40% to 60%)', '2.0', '3.1', 'No change'] },
    { label: 'Our own foster carers', cells: ['60% (50% to 70%)', '', '', '', ''] },
  ])
  expect(groupTestsTable([])).toBeNull()
})

test('each part is told by what it takes off the error, with its sign; where there is no error nothing is said', () => {
  expect(partsTable(parts)?.rows).toEqual([
    { label: 'Where few children were seen, what holds for all counts', cells: ['+12%', '−5%'] },
    { label: 'Brothers and sisters come together', cells: ['', ''] },
  ])
  expect(partsTable(null)).toBeNull()
})

test('when the parts were tested is said, whether the data are others since, and how to test them where they never were', () => {
  expect(sayParts(parts)).toBe(
    'The parts of the method were last tested on 28 November 2026, on what was known to 31 October 2026, each switched off in turn, with 300 futures from every earlier month end.',
  )
  expect(sayParts({ ...parts, same: false })).toMatch(
    /is another since: `hearth forecast study --councils 0` tests them/,
  )
  expect(sayParts({ ...parts, skills: [] })).toContain('too little is known for a test')
  expect(sayParts(null)).toMatch(/has not been tested yet: `hearth forecast study --councils 0`/)
})

const flow = (name: 'care weeks' | 'ends', exit: 'home' | null, middle: number) =>
  someForecast(40, 30, 20)
    .series.slice(0, 1)
    .map(whole => ({
      ...whole,
      name,
      exit,
      unit: name === 'ends' ? ('children' as const) : ('weeks' as const),
      past: [],
      points: whole.points.map(point => ({
        ...point,
        median: middle,
        p80: [middle - 1, middle + 1] as const,
        naive: null,
      })),
    }))
const seen = (own: number, audience: 'analyst' | 'board') => {
  const base = someForecast(own, 1, 1)
  const series = [
    ...base.series,
    ...flow('ends', null, 6),
    ...flow('ends', 'home', 3),
    ...flow('care weeks', null, 400),
  ]
  const backTest = { backTest: [line(null, 1, 0.6)], backTestGroups: [line('ifa', 1, 0.7)], parts }
  return forecastView({ ...base, series, ...backTest }, { code: 'E', name: 'Alderham' }, audience, [])
}
const row = (view: ReturnType<typeof seen>, table: 'flows' | 'months') =>
  view[table]?.rows[0]?.cells.map(cell => (typeof cell === 'string' ? cell : cell.text))

test('weeks of care and ends by way of leaving are told by month; all ends together are told beside the whole', () => {
  const view = seen(40, 'analyst')
  expect(view.flows?.columns).toEqual(['Month', 'Weeks of care', 'Return home'])
  expect(row(view, 'flows')).toEqual(['399 to 401', '2 to 4'])
  expect([span([2.1, 1.9], 'children'), span([2, 3], 'children')]).toEqual(['2', '2 to 3'])
  expect([view.backTestGroups?.rows.length, view.parts?.rows.length]).toEqual([1, 2])
  expect(view.partsNote).toContain('last tested on 28 November 2026')
})

test('a board is told no ends by way of leaving: an 18th birthday to come is a fact of one child', () => {
  expect(seen(40, 'board').flows).toBeNull()
})

test('months ahead that may not be seen print [c] in the table of ranges', () => {
  expect(new Set(row(seen(1, 'board'), 'months'))).toEqual(new Set(['[c]']))
  expect(row(seen(1, 'analyst'), 'months')?.[0]).toBe('3')
})

test('a board is told no record by placement where one placement may not be seen', () => {
  expect(seen(40, 'board').backTestGroups).toBeNull()
})

test('the record is said of all children in care, with no change beside it; placements have a table of their own', () => {
  const one = { name: 'in care', group: null, horizon: 6, forecasts: 2, inside80: 1, meanError: 3.21 } as const
  expect(
    sayRecord([
      { ...one, naiveError: 4 },
      { ...one, group: 'ifa', naiveError: 1 },
      { ...one, name: 'starts', naiveError: null },
    ]),
  ).toEqual([
    'In the last 2 forecasts made 6 months ahead, the outturn fell inside the 80% range 1 time; the middle was 3.2 children out on average, no change 4.0.',
  ])
  expect(sayRecord([{ ...one, naiveError: null }])[0]).toMatch(/3\.2 children out on average\.$/)
  expect(sayOutlookRecord([{ standing: 'on track', told: 5, reached: 4 }])).toEqual([
    'Of 5 figures said to be on track, 4 reached the target at the year’s end.',
  ])
})
