import { expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import { countedOnce } from './pictures.ts'
import { draft, figure } from './row.fixture.ts'
import { showRows } from './show-rows.ts'

const told = (periodEnd: string, asAt: string | null, alone = true) =>
  figure(40, 100, {
    periodEnd: day(periodEnd),
    ...(asAt === null ? {} : { picture: { asAt: day(asAt), alone } }),
  })
const values = (figures: ReturnType<typeof countedOnce>) => figures.map(({ value }) => value)

test('of the periods that one picture tells the first counts, and the last where it is the headline', () => {
  const figures = [
    told('2026-06-30', null),
    told('2026-07-31', '2026-06-30'),
    told('2026-08-31', '2026-06-30'),
    told('2026-09-30', null),
    told('2026-10-31', '2026-09-30'),
  ]
  expect(values(countedOnce(figures))).toEqual([0.4, null, null, null, 0.4])
  expect(countedOnce(figures)[1]).toMatchObject({ state: 'not measured', numerator: null })
  expect(values(countedOnce(figures.slice(0, 4)))).toEqual([0.4, null, null, 0.4])
})

test('a figure that more than a picture tells is its own', () => {
  const figures = [told('2026-09-30', null), told('2026-10-31', '2026-09-30', false)]
  expect(values(countedOnce(figures))).toEqual([0.4, 0.4])
})

test('a row says the day of its picture, and has no change from the same one', () => {
  const figures = countedOnce([told('2026-09-30', null), told('2026-10-31', '2026-09-30')])
  const [row] = showRows([draft('proportion', figures)], 'analyst')
  expect(row).toMatchObject({
    latest: { period: '31 October 2026, as at 30 September 2026', asAt: '2026-09-30', figure: { kind: 'number' } },
    change: null,
  })
})
