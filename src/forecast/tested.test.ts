import { expect, test } from 'vitest'
import { backTest } from '../analysis/forecast/back-test.ts'
import { historyOf } from '../analysis/forecast/care-history.fixture.ts'
import { knownBy } from '../analysis/forecast/known-by.ts'
import { monthEndsBetween } from '../analysis/forecast/month-ends.ts'
import { councilOf, worlds } from '../analysis/forecast/worlds.ts'
import { learnedBefore, settledOf, testHistory } from './tested.ts'

const known = (from: string) => historyOf([], { from })

test('the last eight weeks are not tested by, for what happened then may not be written down yet', () => {
  // 31 March less 56 days is 3 February: the month end before it is January’s.
  expect(settledOf(known('2024-01-01'))?.until).toBe(monthEndsBetween(0, known('2024-01-01').until).at(-3))
  expect(settledOf(known('2026-03-01'))).toBeNull()
})

test('three years are learned from first where four are known, else two', () => {
  expect([learnedBefore(known('2022-04-01')), learnedBefore(known('2022-05-01'))]).toEqual([36, 24])
})

test('with nothing to test by no change leads, and the note says what the range is then', () => {
  const { total, blends, note } = testHistory(known('2025-01-01'), { runs: 8, seed: 4, knownThen: new Map() })
  expect([total, blends[0]?.map(({ leads }) => leads)]).toEqual([[], ['naive']])
  expect(note).toMatch(/^No record could be made: .* counts a third in that of the tables, no change two thirds\.$/)
})

test('the record is that of the settled history, and what a data version of the time knew goes before the dates of events', () => {
  const { truth, origin } = councilOf(worlds[1] as (typeof worlds)[number], 83, 31)
  // The first two groups are foster care: a wider group that is tested too.
  const groups = ['in_house_foster', 'connected', 'external_residential', 'other']
  const history = { ...knownBy(truth, origin), groups }
  const options = { runs: 8, seed: 4 }
  const plain = testHistory(history, { ...options, knownThen: new Map() })
  const settled = settledOf(history)
  if (!settled) throw new Error('nothing is settled')
  const found = backTest(settled, { ...options, after: 24, sets: [[0], [1], [2], [3], [0, 1]] })
  const [line, record] = [plain.total[0], found.total.horizons[0]]
  expect(line).toMatchObject({
    group: null,
    horizon: 1,
    mae: record?.issued.mae,
    mase: record?.issued.mase1,
    mase12: record?.issued.mase12,
    crps: record?.issued.crps,
    naiveCrps: record?.naive.crps,
    naiveMae: record?.naive.mae,
    coverage80: record?.issued.coverage80,
    coverage95: record?.issued.coverage95,
    pit: record?.pit,
    model: { mae: record?.model.mae },
  })
  expect(plain.blends.map(([first]) => first)).toEqual([
    record?.blend,
    ...found.groups.map(({ horizons }) => horizons[0]?.blend),
  ])
  expect(plain.groups.map(({ group, mae }) => [group, mae])).toEqual(
    found.groups.flatMap(({ horizons }, i) => horizons.map(({ issued }) => [[...groups, 'foster'][i], issued.mae])),
  )
  // At one month end a version knew of every other child only: the forecast made of it is far out.
  const day = monthEndsBetween(settled.from, settled.until).at(-3) ?? 0
  const { care, stay, ...then } = knownBy(history, day)
  const half = (row: number, end: number): number => (row % 2 ? Math.min(end, day) : end)
  const told = testHistory(history, {
    ...options,
    knownThen: new Map([
      [
        day,
        {
          ...then,
          care: { ...care, end: care.end.map((end, row) => half(row, end)) },
          stay: { ...stay, end: stay.end.map((end, i) => half(stay.care[i] ?? 0, end)) },
        },
      ],
    ]),
  })
  expect(told.note).toContain('1 of them as the data version of the time knew it')
  expect(told.total[0]?.origins).toBe(line?.origins)
  expect(told.total[0]?.model.mae).toBeGreaterThan(2 * (line?.model.mae ?? 0))
})
