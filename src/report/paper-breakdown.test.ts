import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readMeasure } from '../definitions/measure.ts'
import type { Audience } from '../disclosure/shown.ts'
import { day } from '../kit/day.ts'
import { councils } from '../measures/council.fixture.ts'
import type { Session } from '../measures/measures.ts'
import { breakdownView } from './paper-breakdown.ts'

const AUTHORITY = 'E06000999'
const numbers = join(import.meta.dirname, '..', '..', 'measures', 'numbers')
const [count, rate] = ['children-in-care-by-home-ward', 'rate-of-children-in-care-by-home-ward'].map(id =>
  readMeasure(join(numbers, `${id}.sql`)),
)
/** Children in care whose homes are in two wards, outside, and not known. */
const episodes = (homes: Readonly<Record<string, number>>): string =>
  [
    'child | decom | home_post',
    ...Object.entries(homes).flatMap(([home, n]) =>
      Array.from({ length: n }, (_, i) => `${home.replaceAll(' ', '') || 'N'}${i} | 2025-05-01 | ${home}`),
    ),
  ].join('\n')
const given = {
  postcodes: `postcode | easting | northing | la_code | ward_code | imd_rank
AA1 1AA | 449500 | 520300 | E06000999 | E05000991 | 412
AA1 1AB | 449600 | 520300 | E06000999 | E05000992 | 32844
AA2 2AA | 449700 | 520300 | E08000998 | E05000777 | 1643`,
  population: `year | population_type | ethnic_group | age_from | age_to | persons
2025 | resident | all | 0 | 17 | 1000`,
}

let session: Session
beforeAll(async () => {
  if (!count || !rate) throw new Error('no measures')
  session = await councils([count, rate], {
    [AUTHORITY]: { ...given, episodes: episodes({ 'AA1 1AA': 12, 'AA1 1AB': 9, 'AA2 2AA': 10, '': 3 }) },
  })
})
afterAll(() => session.engine.close())

const table = async (audience: Audience): Promise<readonly string[]> => {
  const measures = [count, rate].map(one => ({ measure: one?.id ?? '' }))
  const view = await breakdownView(session, AUTHORITY, day('2026-03-31'), { by: 'ward', measures }, audience)
  return view.lines.map(({ label, cells }) => [label, ...cells.map(({ figure }) => figure.text)].join(' '))
}

test('children whose home ward is not known stand in a line of their own, and the whole is all of them', async () =>
  expect(await table('analyst')).toEqual([
    expect.stringMatching(/^E05000991 12\b/),
    expect.stringMatching(/^E05000992 9\b/),
    'Outside our area 10',
    'Not known 3',
    'All 34 210.0',
  ]))

test('the rate of the whole, 21 in our area, gives away neither who is not known nor a ward hidden with them', async () =>
  expect(await table('board')).toEqual([
    expect.stringMatching(/^E05000991 \[c\]/),
    expect.stringMatching(/^E05000992 \[c\]/),
    'Outside our area [c]',
    'Not known [c]',
    'All 34 210.0',
  ]))
