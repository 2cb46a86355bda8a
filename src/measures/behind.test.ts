import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readMeasures } from '../definitions/measure.ts'
import { sumOfNobody } from './behind.ts'
import { at, councils, measureOf } from './council.fixture.ts'
import { emptySession } from './empty-session.ts'
import { isQueried } from './query.ts'
import { series } from './series.ts'
import type { Session } from './session.ts'

const inCare = 'select period_end, child_id as subject, true as counted from in_care_at'
const share = measureOf(
  'share',
  {},
  "select period_end, child_id as subject, placement_group = 'residential' as counted from in_care_at",
)
const other = measureOf('other', {}, "select period_end, child_id as subject, sex = 'male' as counted from in_care_at")
const days = measureOf(
  'days',
  { kind: 'total', unit: 'days' },
  'select period_end, child_id as subject, true as counted, 250 as amount from in_care_at',
)
const number = measureOf('number', { kind: 'count' }, inCare)
const change = measureOf('change', { kind: 'gap', of: 'number', against: 'prior month' }, '')
const gap = measureOf('gap', { kind: 'gap', of: 'share', against: 'another measure', than: 'other' }, '')
const ratio = measureOf('ratio', { kind: 'ratio', numerator: 'days', denominator: 'number' }, '')

let session: Session
beforeAll(async () => {
  session = await councils([share, other, days, number, change, gap, ratio], {
    Alder: {
      episodes:
        'child | decom | place\nA | 2025-05-01 | K2\nB | 2025-05-01 | U6\nC | 2025-05-01 | U6\nD | 2026-03-20 | U6',
    },
  })
})
afterAll(() => session.engine.close())
const behind = async (measure: Parameters<typeof series>[1]['measure']): Promise<readonly number[] | undefined> =>
  (await series(session, { measure, periods: [at('2026-03-31')], authority: 'Alder' }))[0]?.behind

describe('the people that a figure made from others tells of', () => {
  it('of a change are the numbers before and after, not how many more', async () => {
    expect(await behind(change)).toEqual([4, 3])
  })
  it('of the difference of two shares are the counted, the group and the rest of both, not the two shares', async () => {
    expect(await behind(gap)).toEqual([1, 4, 3, ...[0, 4, 4]])
  })
  it('of a ratio over a sum are those the sum is over, not what it comes to', async () => {
    expect(await behind(ratio)).toEqual([4, 4])
  })
  it('are a figure’s own numbers where it is made from no other', async () => {
    expect(await behind(number)).toBeUndefined()
    expect(await behind(days)).toBeUndefined()
  })
})

describe('a sum of nobody', () => {
  it('is one over budget lines and a census’s pupils only: every other sum is over people', async () => {
    const measures = readMeasures(fileURLToPath(new URL('../../measures/', import.meta.url)))
    const all = await emptySession(measures)
    try {
      const found = []
      for (const measure of measures.values())
        if (isQueried(measure) && measure.kind === 'total' && sumOfNobody(await all.query(measure)))
          found.push(measure.id)
      expect(found.sort()).toEqual([
        'change-in-children-in-care-budget',
        'change-in-childrens-services-budget',
        'change-in-other-services-budget',
        'children-in-care-budget',
        'children-in-care-budget-last-year',
        'children-in-care-projected-spend',
        'childrens-services-budget',
        'childrens-services-budget-last-year',
        'childrens-services-projected-spend',
        'one-off-funding',
        'other-services-budget-last-year',
        'projected-placement-spend',
        'pupils-by-ethnic-group',
      ])
    } finally {
      all.engine.close()
    }
  }, 60_000)
})
