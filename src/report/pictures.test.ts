import { expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import { at, councils, measureOf } from '../measures/council.fixture.ts'
import { isQueried } from '../measures/measures.ts'
import { identity, type Point } from '../measures/point.ts'
import { rawFigure } from './figure.ts'
import { countedOnce } from './pictures.ts'
import { draft } from './row.fixture.ts'
import { showRows } from './show-rows.ts'
import { wholes } from './signal-points.ts'

const workers = measureOf(
  'workers',
  { sources: '[workers]' },
  `select period_end, 'W' as subject, true as counted, 'Alder' as authority from period`,
)
const told = (periodEnd: string, asAt: string | null, alone = true): Point => ({
  ...identity(workers, 'Alder', { window: 'month', end: day(periodEnd) }, null),
  numerator: 40,
  denominator: 100,
  value: 0.4,
  unknown: 0,
  state: 'measured',
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
  const figures = countedOnce([told('2026-09-30', null), told('2026-10-31', '2026-09-30')]).map(rawFigure)
  const [row] = showRows([draft('proportion', figures)], 'analyst')
  expect(row).toMatchObject({
    latest: { period: '31 October 2026, as at 30 September 2026', asAt: '2026-09-30', figure: { kind: 'number' } },
    change: null,
  })
})

test('a signal is looked for in figures of which those of one picture count once', async () => {
  const session = await councils(
    [workers],
    {
      Alder: {
        episodes: 'child | decom\nA | 2025-05-01',
        workers: 'as_at | worker_id\n2026-02-28 | W\n2026-03-31 | W',
      },
    },
    { from: day('2020-04-01'), to: day('2026-04-30') },
  )
  if (!isQueried(workers)) throw new Error('the fixture has changed')
  const months = ['2026-02-28', '2026-03-31', '2026-04-30'].map(end => at(end))
  const points = await wholes(session, workers, months, 'Alder')
  expect(points.map(({ value }) => value)).toEqual([1, null, 1])
  session.engine.close()
})
