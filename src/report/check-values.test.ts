import { describe, expect, it } from 'vitest'
import { draft, figure, target } from './row.fixture.ts'
import { sayChange, sayValue } from './say.ts'
import type { RowView } from './scorecard-view.ts'
import { showRows } from './show-rows.ts'

/** The arithmetic of real council papers that must come out: indicators.md sections 2 and 5.1. */
const one = (row: Parameters<typeof showRows>[0][number]): RowView => {
  const [view] = showRows([row], 'analyst')
  if (!view) throw new Error('nothing shown')
  return view
}
const percent = (numerator: number, denominator: number, places = 1): string =>
  sayValue({ unit: '%', places }, numerator / denominator)

describe('the scorecard of October 2020', () => {
  const none = null
  const rows = [
    ['1', 'count', 'low', '<=', 618, 689, 691, 'Off target', 'better'],
    ['2', 'rate', 'low', '<=', 84.2, 93.6, none, 'Off target', none],
    ['3', 'ratio', 'low', '<', 1, 1.8, 1.9, 'Off target', 'better'],
    ['4', 'ratio', 'low', '<=', 71.8, 79.4, 71.8, 'Off target', 'worse'],
    ['5', 'rate', 'high', '>=', 44.7, 17.3, 19.7, 'Off target', 'worse'],
    ['6', 'average', 'low', '<=', 132.4, 140.7, 139.4, 'Off target', 'worse'],
    ['7', 'rate', 'high', '>=', 95, 59.6, 52.7, 'Off target', 'better'],
    ['8', 'rate', 'high', '>=', 20, 23.0, 22.0, 'On target', 'better'],
    ['9', 'rate', 'low', '<=', 5, 12.3, 12.9, 'Off target', 'better'],
    ['10', 'rate', 'high', '>=', 10, 8.0, 7.0, 'Off target', 'better'],
    ['11', 'average', 'low', '<=', 541, 569, 531, 'Off target', 'worse'],
    ['12', 'rate', 'low', '<=', 15, 18.0, 17.0, 'Off target', 'worse'],
    ['13', 'rate', 'high', '>=', 21, 19.0, 18.4, 'Off target', 'better'],
    ['14', 'rate', 'low', '<=', 29, 31.2, 31.1, 'Off target', 'worse'],
    ['15', 'rate', 'low', '<=', 10, 11.2, 12.2, 'Off target', 'better'],
    ['16', 'rate', 'low', '<=', 3, 3.5, 3.8, 'Off target', 'better'],
    ['17', 'rate', 'high', '>=', 70, 69.0, 69.5, 'Off target', 'worse'],
    ['18', 'rate', 'high', '>=', 12, 9.5, 10.7, 'Off target', 'worse'],
    ['19', 'rate', 'low', '<=', 5, 2.8, 2.7, 'On target', 'worse'],
    ['20', 'rate', 'high', '>=', 80, 100, 100, 'On target', 'same'],
    ['22', 'rate', 'high', '>=', 65, 61, 60, 'Off target', 'better'],
    ['23', 'rate', 'high', '>=', 54, 48.0, 49.0, 'Off target', 'worse'],
    ['24', 'rate', 'high', '>=', 95, 90.8, 92.6, 'Off target', 'worse'],
    ['25', 'rate', 'high', '>=', 80, 100, 100, 'On target', 'same'],
    ['26', 'rate', 'high', '>=', 20, 0, none, 'Off target', none],
  ] as const

  it.each(rows)(
    'has CP%s as the council should have told it',
    (_, kind, good, operator, goal, latest, prior, rag, reads) => {
      // A figure as published, over a group large enough to be told as a figure.
      const told = (value: number): ReturnType<typeof figure> =>
        kind === 'count' ? figure(value, null) : figure(value * 1000, 1000)
      const before = prior === null ? [] : [{ ...told(prior), periodEnd: '2026-09-30' as never }]
      const view = one(
        draft(kind, [...before, told(latest)], {
          good,
          unit: { unit: 'as printed', places: 1 },
          target: target(operator, goal),
        }),
      )
      expect([view.rag.text, view.change?.reads ?? null]).toEqual([rag, reads])
    },
  )
})

describe('shares that papers print', () => {
  it.each([
    [73 + 16, 177, '50.3%'],
    [17 + 16 + 55, 177, '49.7%'],
    [210 - 112, 210, '46.7%'],
    // Printed 42.4% and 41%, which are slips of the paper.
    [212 - 122, 212, '42.5%'],
    [99 - 58, 99, '41.4%'],
    [99 - 59, 99, '40.4%'],
    [5, 6, '83.3%'],
    [581, 603, '96.4%'],
    [61, 603, '10.1%'],
    [409, 603, '67.8%'],
    [29, 296, '9.8%'],
    [53, 296, '17.9%'],
    [243, 296, '82.1%'],
    [15, 53, '28.3%'],
    [17, 53, '32.1%'],
    [10, 53, '18.9%'],
    [1, 53, '1.9%'],
    [215, 689, '31.2%'],
    [131, 689, '19.0%'],
    [85, 689, '12.3%'],
    // Printed 69.0.
    [476, 689, '69.1%'],
  ])('%i of %i is %s', (numerator, denominator, printed) => expect(percent(numerator, denominator)).toBe(printed))

  it('are whole numbers where the measure is printed so: 15 more on 16 is 56%', () => {
    expect(percent(25 - 16, 16, 0)).toBe('56%')
    expect(percent(29, 296, 0)).toBe('10%')
  })
  it('change by what is left of the prior figure: a caseload of 16.5 was 17.3, one of 17.2 was 17.6', () => {
    const caseload = { unit: 'cases', places: 1 }
    expect(sayChange(caseload, 16.5 - 17.3)).toBe('−0.8')
    expect(sayChange(caseload, 17.2 - 17.6)).toBe('−0.4')
  })
})
