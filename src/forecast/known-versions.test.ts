import { expect, test } from 'vitest'
import { historyOf } from '../analysis/forecast/care-history.fixture.ts'
import { OPEN } from '../analysis/forecast/care-history.ts'
import { day, toNumber } from '../kit/day.ts'
import { councils } from '../measures/council.fixture.ts'
import { careHistory } from './exposure.ts'
import { type EarlierVersion, knownThen, versionsByOrigin } from './known-versions.ts'

const version = (number: number, madeOn: string, reaches: string | null): EarlierVersion => ({
  number,
  madeOn: day(madeOn),
  reaches: reaches === null ? null : day(reaches),
  open: () => Promise.reject(new Error('not to be opened')),
})

test('a month end was known by the first version that reached it in time', () => {
  const versions = [
    version(5, '2026-05-09', '2026-04-30'),
    version(4, '2026-04-20', '2026-03-31'),
    version(3, '2026-04-09', '2026-03-31'),
    // Years of returns imported at once tell nothing of what was known then.
    version(2, '2026-04-01', '2025-03-31'),
    version(1, '2026-03-01', null),
    version(6, '2026-06-20', '2026-06-12'),
  ]
  expect([...versionsByOrigin(versions)].map(([origin, { number }]) => [origin, number])).toEqual([
    ['2026-03-31', 3],
    ['2026-04-30', 5],
    ['2026-05-31', 6],
  ])
})

test('what a version knew is its own: an end written down later is not in it, whatever its date', async () => {
  const held = { from: day('2025-04-01'), to: day('2026-03-31') }
  const header = 'child | dob\nA | 2015-01-01\nB | 2016-01-01'
  const [early, late] = await Promise.all(
    ['-', '2025-06-15'].map(end =>
      councils(
        [],
        {
          Alder: {
            header,
            episodes: `child | decom | place | dec | rec\nA | 2025-05-01 | U6 | ${end} | ${end === '-' ? '-' : 'E4A'}\nB | 2025-05-01 | P1 | - | -`,
          },
        },
        held,
      ),
    ),
  )
  if (!early || !late) throw new Error('no council')
  const { history } = await careHistory(late.engine, { authority: 'Alder', from: held.from, until: held.to })
  const then = await knownThen(
    [{ ...version(1, '2025-07-09', '2025-06-30'), open: async () => early.engine }],
    history,
    'Alder',
  )
  expect([...then.keys()]).toEqual([toNumber(day('2025-06-30'))])
  const known = [...then.values()][0]
  expect([...(known?.care.end ?? [])]).toEqual([OPEN, OPEN])
  expect(history.care.end[0]).toBe(toNumber(day('2025-06-15')))
  // Groups are those of the history, whoever lived in them by then.
  expect(known?.groups).toBe(history.groups)
  early.engine.close()
  late.engine.close()
}, 60_000)

test('a version that knows as much as the history, or of another time, is not opened', async () => {
  const history = historyOf([{ start: '2025-05-01' }])
  const versions = [version(1, '2026-04-09', '2026-03-31'), version(2, '2020-04-09', '2020-03-31')]
  expect((await knownThen(versions, history, 'Alder')).size).toBe(0)
})

test('of many versions the latest 24 are opened', () => {
  const versions = Array.from({ length: 30 }, (_, i) => {
    const month = `${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`
    return version(i + 1, `${month}-28`, `${month}-15`)
  })
  const opened = [...versionsByOrigin(versions).values()].map(({ number }) => number)
  expect(opened).toEqual(Array.from({ length: 24 }, (_, i) => i + 7))
})
