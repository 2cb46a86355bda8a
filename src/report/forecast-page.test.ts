import { expect, test } from 'vitest'
import type { Audience } from '../disclosure/shown.ts'
import type { Forecast } from '../forecast/result.ts'
import { day } from '../kit/day.ts'
import { someForecast } from './forecast.fixture.ts'
import { forecastView } from './forecast-page.ts'
import type { ForecastTable, ForecastView } from './forecast-view.ts'

const seen = (forecast: Forecast, audience: Audience = 'analyst'): ForecastView =>
  forecastView(forecast, { code: 'E06990001', name: 'Alderham' }, audience, [])
const cells = (table: ForecastTable | null): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    (table?.rows ?? []).map(row => [row.label, row.cells.map(cell => (typeof cell === 'string' ? cell : cell.text))]),
  )
const words = (view: ForecastView): string =>
  view.answer.map(said => said.map(part => (typeof part === 'string' ? part : part.text)).join('')).join(' ')

test('the answer is first, a range of whichever leads', () => {
  expect(words(seen(someForecast(40, 30, 20)))).toBe(
    '90 children were in care on 31 October 2026. On this model there is an 8 in 10 chance that between 84 and 96 are in care on 31 October 2027.',
  )
  const naive = words(seen(someForecast(40, 30, 20, { leads: 'naive' })))
  expect(naive).toContain('With no change')
  expect(naive).toContain('between 88 and 92 are')
})

const tests = (...horizons: readonly number[]): Forecast['backTest'] =>
  horizons.map(horizon => {
    const share = { value: 0.8, low: 0.7, high: 0.9 }
    return {
      group: null,
      horizon,
      origins: 5,
      effective: 2,
      mase: 1,
      mase12: 1,
      crps: 1,
      naiveCrps: 1,
      mae: 1,
      naiveMae: 1,
      pinball: 1,
      interval80: 1,
      coverage80: share,
      coverage95: share,
      pit: [],
      model: { mae: 1, crps: 1, coverage80: share },
      stockAndFlow: null,
      leads: 'naive',
    }
  })
/** A forecast in which no change comes first in every month, for all and each placement. */
const noChange = (more: Partial<Forecast> = {}): Forecast => {
  const base = someForecast(40, 30, 20, { leads: 'naive', ...more })
  return { ...base, series: base.series.map(one => ({ ...one, leads: one.points.map(() => 'naive' as const) })) }
}

test('what tests no further ahead than 3 months say is never claimed of a year', () => {
  const told = (...horizons: readonly number[]) => {
    const found = tests(...horizons)
    const view = seen(noChange({ backTest: found, backTestGroups: found }))
    return [words(view), ...[view.months, view.groups, view.outlook].map(table => table?.note ?? '')]
  }
  const furthest = 'in the tests furthest ahead that could be made (3 months)'
  for (const said of told(1, 3)) expect(said.toLowerCase()).toContain(furthest)
  for (const said of told(1, 3, 6, 12)) expect(said.toLowerCase()).toContain('in tests so far ahead')
  for (const said of told(1, 3, 6, 12)) expect(said).not.toContain('furthest')
  // 31 March is five months ahead.
  expect(told(1, 3, 6)[3]).toContain('in tests so far ahead')
  for (const said of told().slice(1)) expect(said).toContain('since nothing could be tested')
  const model = (...horizons: readonly number[]) =>
    words(seen(someForecast(40, 30, 20, { backTest: tests(...horizons) })))
  expect(model(1, 3)).toMatch(
    /The model comes first by the tests furthest ahead that could be made \(3 months\): .* not known\.$/,
  )
  expect(model(1, 12)).toMatch(/in care on 31 October 2027\.$/)
})

test('a saving is hidden in one word, in plain words, and left out where it is £0; what is assumed of prices is not said twice', () => {
  const saving = (kind: 'avoided' | 'move', what: string, children: number, weekly: number) =>
    ({ kind, what, children, notPriced: 0, weekly, fullYear: weekly * 52, rateSource: null }) as const
  const base = someForecast(40, 30, 20)
  const savings = [
    saving('avoided', 'residential_to_foster', 2, 1000),
    saving('move', 'moved_foster', 8, 500),
    saving('move', 'moved_home', 7, 0),
  ]
  const said = (audience: Audience) =>
    seen({ ...base, money: { ...base.money, savings } }, audience).money.said.map(one =>
      one.map(part => (typeof part === 'string' ? part : part.text)).join(''),
    )
  expect(said('board')).toEqual([
    'Cost avoided this year, residential to foster: hidden, so that nobody can be identified.',
    'Saving this year from moves to foster care: 8 children, £500 a week, £26,000 in a full year (rate: the prices before and after).',
  ])
  expect(said('analyst')[0]).toMatch(
    /^Cost avoided this year, residential to foster: 2 children, £1,000 a week, £52,000 to/,
  )
})

test('where nothing could be tested the answer says so with no change first', () => {
  const note = 'No record could be made.'
  const answer = (backTest: Forecast['backTest']): string =>
    words(seen(someForecast(40, 30, 20, { leads: 'naive', backTest, backTestNote: note })))
  expect(answer([])).toContain(`on 31 October 2027. ${note}`)
  expect(answer([])).not.toContain('When tested on the past')
})

test('where no change leads so far ahead or for that placement, it comes first in the tables, and what goes by the model says so', () => {
  const base = someForecast(40, 30, 20)
  const [whole, own] = base.series
  if (!whole || !own) throw new Error('no series')
  const leads = Array.from({ length: 12 }, (_, month) => (month < 8 ? ('model' as const) : ('naive' as const)))
  const cost = { ...whole, name: 'cost', unit: '£', past: [], leads: whole.leads } as const
  const starts = { ...whole, name: 'starts', past: [] } as const
  const year = {
    yearEnding: 2027,
    soFar: 100,
    range: whole.points[4],
    budget: null,
    projected: null,
    chanceOverBudget: null,
  }
  const forecast = {
    ...base,
    backTest: tests(1, 3, 6, 12),
    series: [
      { ...whole, leads },
      { ...own, group: 'other', leads: leads.map(() => 'naive' as const) },
      ...base.series.slice(2),
      starts,
      cost,
    ],
    money: { ...base.money, year },
  } as Forecast
  const view = seen(forecast)
  expect(view.months?.columns).toEqual([
    'Month',
    'Comes first',
    'Middle',
    '5 in 10',
    '8 in 10',
    '95 in 100',
    'The other (8 in 10)',
    'Starts in the month',
    'Cost of the month',
    'Cost, no change',
  ])
  const [april, october] = ['April 2027', 'October 2027'].map(month => cells(view.months)[month])
  expect([april?.[0], april?.[1], april?.[3], april?.[5]]).toEqual(['The model', '90', '86 to 94', '90 (88 to 92)'])
  expect(october?.slice(0, 6)).toEqual(['No change', '90', '89 to 91', '88 to 92', '87 to 93', '90 (84 to 96)'])
  expect(october?.at(-1)).toBe('£88 to £92')
  expect(view.months?.note).toMatch(
    /the model, which is not tested on them\. With no change, in a month: 88 to 92 starts\.$/,
  )
  expect(cells(view.groups)['Other placements']?.[1]).toBe('40 (38 to 42)')
  expect(view.groups?.note).toMatch(/By no change, since nothing could be tested: Other placements\.$/)
  // 31 March is five months ahead, where the model leads.
  const money = (of: ForecastView): string => JSON.stringify(of.money.said)
  expect(money(view)).not.toContain('with as many children as now')
  expect(view.outlook?.note).not.toContain('No change has done better')
  const naive = seen({ ...forecast, series: forecast.series.map(one => ({ ...one, leads: leads.map(() => 'naive') })) })
  expect(money(naive)).toContain('"£550"')
  expect(naive.money.said).toHaveLength(1)
  expect(naive.outlook?.note).toContain('No change has done better in tests so far ahead')
  expect(seen(base).months?.columns).toContain('No change (8 in 10)')
})

test('a board is told nothing by placement where one group may not be seen: the others would give it away', () => {
  const share = (title: string, lastYear: number): Forecast['outlook'][number] => ({
    ...(someForecast(40, 3, 20).outlook[0] as Forecast['outlook'][number]),
    measure: title,
    title,
    unit: 'share',
    what: { of: 'share in groups', groups: ['ifa'] },
    lastYear,
  })
  const forecast = someForecast(40, 3, 20, {
    outlook: [...someForecast(40, 3, 20).outlook, share('With an agency', 0.033)],
    assumptions: ['It learns from 31 months: 119 children who started, 2 ends of care and 157 moves.'],
  })
  expect(cells(seen(forecast).groups)['Agency foster carers']).toEqual(['3', '0 to 9'])
  expect(cells(seen(forecast).outlook)['With an agency']?.[2]).toBe('3.3%')
  const board = seen(forecast, 'board')
  expect(board).toMatchObject({ groups: null, places: null, money: { prices: null } })
  expect(words(board)).toContain('By placement it is not shown')
  expect(Object.keys(cells(board.outlook))).toEqual(['Children adopted'])
  expect(board.assumptions).toEqual(['It learns from 31 months.'])
  expect(board.fan?.points.every(({ figure }) => figure === null || figure.kind === 'number')).toBe(true)
  const all = someForecast(40, 30, 20, { outlook: [share('With an agency', 0.033)] })
  expect(cells(seen(all, 'board').outlook)['With an agency']?.[2]).toBe('–')
  expect(cells(seen(all, 'board').groups)['Agency foster carers']).toEqual(['30', '30 (24 to 36)'])
})

test('few children are told by the range alone, and a year so far that counts few is hidden from a board', () => {
  expect(cells(seen(someForecast(40, 8, 20)).groups)['Agency foster carers']?.[1]).toBe('2 to 14')
  const outlook = (audience: Audience) => cells(seen(someForecast(40, 30, 20), audience).outlook)['Children adopted']
  expect(outlook('analyst')).toEqual(['7', '5 to 9', '12', '–', '–'])
  // Last year's goes with it: less what a paper of then told, it leaves what the last 12 months must have had.
  expect(outlook('board')?.slice(0, 3)).toEqual(['[c]', '[c]', '[c]'])
})

test('a year that has had none so far is as hidden as one that has had few: a range from 0 would say so', () => {
  const forecast = someForecast(40, 30, 20)
  const told = (numerator: number, at = forecast.at) => {
    const outlook = forecast.outlook.map(item => ({ ...item, soFar: { numerator, denominator: 0 } }))
    return cells(seen({ ...forecast, at, outlook }, 'board').outlook)['Children adopted']?.slice(0, 3)
  }
  expect([told(0), told(6)]).toEqual([Array(3).fill('[c]'), ['7', '5 to 9', '12']])
  expect(told(0, day('2027-03-31'))).toEqual(['7', '5 to 9', '12'])
})

test('the dearest and cheapest placement are one child’s each: never for a board', () => {
  expect(cells(seen(someForecast(40, 30, 20), 'board').money.prices)['Agency foster carers']).toEqual([
    '£1,000',
    '[c]',
    '[c]',
    '30',
    'Placements',
  ])
})

test('a council with too few children to be seen is told nothing that would count them', () => {
  const view = seen(someForecast(2, 1, 1), 'board')
  expect(words(view)).not.toMatch(/\b[1-9]\b(?! in 10)(?! October)/)
  expect(view.fan?.points.every(({ figure }) => figure === null || figure.kind === 'hidden')).toBe(true)
  expect(view.fan?.points.every(({ ahead }) => ahead === null || ahead.median.kind === 'hidden')).toBe(true)
})

test('where there is nothing to forecast it says why, and no more', () => {
  const view = seen(someForecast(0, 0, 0, { standing: { kind: 'nothing', why: 'No child was in care.' }, series: [] }))
  expect(view).toMatchObject({ why: 'No child was in care.', fan: null, months: null, groups: null, method: '' })
  expect(view.answer).toEqual([])
})
