import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readMeasures } from '../definitions/measure.ts'
import { at, councils, measureOf } from '../measures/council.fixture.ts'
import { baseOf } from './behind-figures.ts'

const shipped = [...readMeasures(join(import.meta.dirname, '../../measures')).values()]
const year = at('2026-03-31', 'rolling 12 months')
const COUNCIL = 'E06000999'

/** A and B came in the year and A left in it; C left too. One placement broke down. Of two care leavers one had a placement break down. */
const tables = {
  episodes: `
    child | decom      | rne | dec        | rec
    A     | 2025-05-01 |     | 2025-06-01 | E4A
    B     | 2025-05-01 |     |            |
    C     | 2024-05-01 |     | 2025-09-01 | E4A
  `,
  placements: `
    child_id | child_group | cla_placement_id | start_date | end_date   | cla_placement_change_reason
    D        | care_leaver | P1               | 2025-05-01 | 2025-07-01 | CREQB
    D        | care_leaver | P2               | 2025-07-01 |            |
    E        | care_leaver | P3               | 2025-05-01 |            |
  `,
}
const adopted = measureOf(
  'adopted',
  { kind: 'count', at: 'within period', windows: '[rolling 12 months]' },
  `select p.period_end, e.child_id || '.' || e.period_no as subject, e.end_reason = 'E4A' as counted
   from end_of_care e join period p on e.day between p.period_start and p.period_end`,
)
const share = measureOf(
  'share-adopted',
  {
    kind: 'ratio',
    at: 'within period',
    windows: '[rolling 12 months]',
    numerator: 'adopted',
    denominator: 'children-ceasing',
  },
  '',
)

test('only where all above the line of a ratio are below it is the ratio held between 0 and 1: those who come are not those who leave', async () => {
  const measures = [...shipped, adopted, share]
  const ids = [
    'ratio-of-entering-to-leaving',
    'ratio-of-different-children',
    'care-leaver-placement-breakdown-rate',
    'share-adopted',
  ]
  const asked = ids.flatMap(id =>
    measures.filter(measure => measure.id === id).map(measure => ({ measure, period: year })),
  )
  const { figures } = await baseOf(await councils(measures, { [COUNCIL]: tables }), asked, COUNCIL)
  expect(figures.map(({ measure, within }) => [measure.id, within])).toEqual(ids.map((id, i) => [id, i === 3]))
})
