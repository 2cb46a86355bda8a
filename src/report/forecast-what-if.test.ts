import { expect, test } from 'vitest'
import type { WhatIfResult } from '../forecast/result.ts'
import { day } from '../kit/day.ts'
import { someForecast } from './forecast.fixture.ts'
import { forecastView } from './forecast-page.ts'
import { sayDifference } from './forecast-what-if.ts'

test('a few children are told with a decimal, so that a small difference is not none; pounds and many children are whole', () => {
  expect(sayDifference(-0.44, [-1, 0], 'children')).toBe('−0.4 (−1 to 0)')
  expect(sayDifference(9.94, [8, 12], 'children')).toBe('+9.9 (+8 to +12)')
  expect(sayDifference(-12.4, [-15, -9], 'children')).toBe('−12 (−15 to −9)')
  expect(sayDifference(0.01, [0, 0], 'children')).toBe('0')
  expect(sayDifference(-0.1, [0, 0], 'children')).toBe('−0.1 (0)')
  expect(sayDifference(-4677.4, [-9000, 0], '£')).toBe('−£4,677 (−£9,000 to £0)')
})

test('the chance of too few places is told again under a what-if, as what it makes of the chance', () => {
  const range = { median: 0, mean: -0.4, p50: [0, 0], p80: [-1, 0], p95: [-1, 0] } as const
  const end = day('2027-10-31')
  const whatIf: WhatIfResult = {
    label: '6 in-house carers more a quarter',
    source: null,
    series: [
      {
        name: 'in care',
        group: null,
        ages: null,
        unit: 'children',
        points: Array.from({ length: 24 }, () => ({ periodEnd: end, whatIf: range, difference: range })),
      },
      {
        name: 'cost',
        group: null,
        ages: null,
        unit: '£',
        points: Array.from({ length: 24 }, () => ({ periodEnd: end, whatIf: range, difference: range })),
      },
      {
        name: 'in care',
        group: null,
        ages: [16, 17],
        unit: 'children',
        points: Array.from({ length: 24 }, () => ({ periodEnd: end, whatIf: range, difference: range })),
      },
    ],
    short: [
      {
        group: 'in_house_foster',
        months: Array.from({ length: 24 }, (_, i) => ({
          periodEnd: end,
          places: 60,
          chance: 0.1,
          without: 0.5 + i / 100,
        })),
      },
    ],
    note: null,
  }
  const forecast = { ...someForecast(40, 30, 20), horizon: 24, whatIfs: [whatIf] }
  const tableOf = (held: number) => {
    const sufficiency = [{ group: 'in_house_foster', held: { places: held, from: 'approvals' as const }, months: [] }]
    return forecastView({ ...forecast, sufficiency }, { code: 'E', name: 'Alder' }, 'analyst', []).whatIfs[0]?.table
  }
  const table = tableOf(54)
  expect(table?.note).toMatch(/Places that it adds are held from the month they are there\.$/)
  // One that adds none says nothing of places that it adds.
  expect(tableOf(60)?.note).toMatch(/with and without it\.$/)
  const said = (row: number) => table?.rows[row]?.cells.map(cell => (typeof cell === 'string' ? cell : cell.text))
  expect(said(0)).toEqual(['−0.4 (−1 to 0)', '−0.4 (−1 to 0)'])
  expect([table?.rows[1]?.label, said(1)]).toEqual(['Aged 16 and 17', ['−0.4 (−1 to 0)', '−0.4 (−1 to 0)']])
  expect(table?.rows[2]?.label).toBe('Cost of the month')
  expect([table?.rows[3]?.label, said(3)]).toEqual([
    'Chance of too few places: our own foster carers, in percentage points',
    ['−51', '−63'],
  ])
})
