import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../kit/day.ts'
import { councils, measureOf } from '../measures/council.fixture.ts'
import { isQueried, type Session } from '../measures/measures.ts'
import { compareYears, type YearCompared } from './compare-view.ts'

const MARCH = day('2026-03-31')
const homes = measureOf(
  'homes',
  { kind: 'proportion', catalogue: 'PLC-01' },
  `select period_end, child_id as subject, case when placement_type is not null then placement_group = 'residential' end as counted, uasc, time_in_care
   from in_care_at`,
)
const all = measureOf(
  'all',
  { kind: 'count', catalogue: 'NUM-01' },
  'select period_end, child_id as subject, true as counted, uasc, time_in_care from in_care_at',
)

/** Ten children: A in a home, B a UASC in a home since three months, C of no known placement since before the first return, D told late, the rest fostered. */
const episodes = (late: boolean): string =>
  [
    'child | decom | place',
    'A | 2022-05-01 | K2',
    'B | 2025-12-20 | K2',
    'C | 2012-05-01 | -',
    ...(late ? ['D | 2025-05-01 | U6'] : []),
    ...[...'EFGHIJ'].map(child => `${child} | 2022-05-01 | U6`),
  ].join('\n')
const uasc = 'child | duc\nB |'

let now: Session
let then: Session
beforeAll(async () => {
  now = await councils([homes, all], { Now: { episodes: episodes(true), uasc } })
  then = await councils([homes, all], { Now: { episodes: episodes(false), uasc } })
  await now.engine.run(
    `insert into reference.benchmark (indicator, comparator, area_code, period, value, release)
     values ('NUM-01', 'la', 'Now', '2026', 8, date '2026-11-20'), ('PLC-01', 'la', 'Now', '2026', 20, date '2026-11-20')`,
  )
})
afterAll(() => {
  now.engine.close()
  then.engine.close()
})

async function year(measure: typeof all, at = '2026-11-27', submitted = true): Promise<YearCompared> {
  if (!isQueried(measure)) throw new Error('it has a query')
  const sent = submitted ? { session: then, version: 1 } : null
  const [found] = await compareYears(now, measure, 'Now', day(at), [MARCH], async () => sent, [])
  if (!found) throw new Error('no year')
  return found
}
const said = ({ steps }: YearCompared): readonly string[] =>
  steps.map(({ what, text, children }) => `${text} ${what} (${children})`)

describe('a count at 31 March', () => {
  it('is as it is now, as submitted and as published, with what each row and cohort would do', async () => {
    const found = await year(all)
    expect([found.now.value, found.submitted?.value, found.published?.value]).toEqual([10, 9, 8])
    expect(said(found)).toEqual([
      '−1 Rows recorded late, corrected or withdrawn since it was submitted (1)',
      '−1 Were unaccompanied asylum-seeking children left out (1)',
      '−2 Were only children in care for 12 months or more counted (2)',
    ])
  })
  it('leaves what is from the submitted to the published figure unexplained', async () =>
    expect((await year(all)).remainder).toEqual({ change: -1, text: '−1', withinRounding: false }))
  it('is held against the published figure as it is now where nothing was submitted', async () => {
    const found = await year(all, '2026-11-27', false)
    expect([found.submitted, found.remainder?.change]).toEqual([null, -2])
    expect(said(found)).toHaveLength(2)
  })
  it('has no published figure before the day of release', async () => {
    const found = await year(all, '2026-11-19')
    expect([found.published, found.remainder]).toEqual([null, null])
  })
})

describe('a share at 31 March', () => {
  it('is counted again without those left out, and with the unknown counted as no', async () => {
    const found = await year(homes)
    expect(found.now).toMatchObject({ numerator: 2, denominator: 9 })
    expect(said(found)).toEqual([
      '+2.8 points Rows recorded late, corrected or withdrawn since it was submitted (1)',
      '−9.7 points Were unaccompanied asylum-seeking children left out (1)',
      '−7.9 points Were only children in care for 12 months or more counted (2)',
      '−2.2 points Were those not known counted as no (1)',
    ])
  })
  it('is explained up to the rounding of DfE: 25.0% against a published 20%, 5 points are not', async () =>
    expect((await year(homes)).remainder).toMatchObject({ text: '−5.0 points', withinRounding: false }))
})
