import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readMeasures } from '../definitions/measure.ts'
import { day } from '../kit/day.ts'
import { councils } from '../measures/council.fixture.ts'
import type { Session } from '../measures/measures.ts'
import { someTarget } from '../records/builders.ts'
import { cameTo, outlookItems } from './outlook-items.ts'

const ids = new Set([
  'children-in-care',
  'children-starting',
  'children-ceasing',
  'ratio-of-entering-to-leaving',
  'with-connected-carers',
  'left-care-by-adoption',
])
let session: Session
beforeAll(async () => {
  const all = readMeasures(fileURLToPath(new URL('../../measures/', import.meta.url)))
  session = await councils(
    [...all.values()].filter(({ id }) => ids.has(id)),
    {
      Alder: {
        episodes: `child | decom | rne | place | dec | rec
A | 2024-01-01 | S | U1 | - | -
B | 2024-01-01 | S | U6 | - | -
C | 2025-05-01 | S | U6 | 2025-08-01 | E11
D | 2024-06-01 | S | U6 | 2025-09-01 | E4A
E | 2025-10-10 | S | U1 | - | -`,
      },
    },
    { from: day('2023-04-01'), to: day('2025-10-31') },
  )
}, 60_000)
afterAll(() => session.engine.close())

const targets = [
  someTarget({ measure: 'CP1', operator: '<=', value: 3, from: day('2025-04-01') }),
  someTarget({ measure: 'PLC-04', operator: 'between', value: 20, high: 30, from: day('2025-04-01') }),
]
const rows = [{ number: 'CP1', measure: 'children-in-care', catalogue: 'NUM-01', title: 'Children in care' }]
const items = (inCare: (groups: readonly string[]) => number) =>
  outlookItems({ session, authority: 'Alder', targets, rows }, day('2025-10-31'), day('2026-03-31'), inCare)

test('a figure comes with what the year has held since April, its target at the year’s end and the out-turn of last year', async () => {
  const found = await items(groups => (groups.length === 1 ? 2 : 3))
  const of = (measure: string) => found.find(item => item.measure === measure)
  expect(of('children-in-care')).toMatchObject({
    unit: 'children',
    target: { operator: '<=', value: 3, high: null },
    lastYear: 3,
  })
  expect(of('children-starting')).toMatchObject({ soFar: { numerator: 2, denominator: 0 }, target: null, lastYear: 1 })
  expect(of('children-ceasing')).toMatchObject({ soFar: { numerator: 2 }, lastYear: 0 })
  expect(of('left-care-by-adoption')).toBeUndefined()
  expect(of('ratio-of-entering-to-leaving')?.soFar ?? null).toBeNull()
  // People write a share as a percentage.
  expect(of('with-connected-carers')).toMatchObject({
    unit: 'share',
    target: { operator: 'between', value: 0.2, high: 0.3 },
    lastYear: expect.closeTo(1 / 3, 6),
  })
})

test('a share that the history counts otherwise than the measure is left out', async () => {
  const found = await items(groups => (groups.length === 1 ? 1 : 3))
  expect(found.map(({ measure }) => measure)).not.toContain('with-connected-carers')
})

test('on 31 March the year to come has held nothing yet', async () => {
  const found = await outlookItems(
    { session, authority: 'Alder', targets, rows },
    day('2025-03-31'),
    day('2026-03-31'),
    () => 1,
  )
  expect(found.find(({ measure }) => measure === 'children-starting')).toMatchObject({
    soFar: { numerator: 0 },
    lastYear: 1,
  })
})

test('what a year came to: what stood on 31 March, what came in the year, and nothing of a figure that no forecast tells', async () => {
  const came = (measure: string) => cameTo({ session, authority: 'Alder' }, measure, day('2025-03-31'))
  expect([await came('children-in-care'), await came('children-starting'), await came('children-placed')]).toEqual([
    3,
    1,
    null,
  ])
})
