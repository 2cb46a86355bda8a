import { expect, test } from 'vitest'
import { historyOf } from '../analysis/forecast/care-history.fixture.ts'
import { children, coming, nobody, stillFit } from '../analysis/forecast/fitted.fixture.ts'
import { monthlyOf } from '../analysis/forecast/monthly.ts'
import { simulateNow } from '../analysis/forecast/simulate.ts'
import { day } from '../kit/day.ts'
import type { Change } from './change.ts'
import { drawnSeries } from './drawn-series.ts'
import { runWhatIfs } from './what-if-runs.ts'

const groups = ['in_house_foster', 'external_residential']
const fitted = stillFit({
  groups,
  entries: [coming(1, [{ ages: [3000], groups: [0] }]), nobody],
})
const asked = { months: 3, runs: 20, seed: 1, prices: { weekly: [[700], [7000]], inflation: 0 } }
const base = simulateNow(fitted, children(5), asked)
const drawn = drawnSeries(base, monthlyOf(historyOf([], { groups })))
const noPlaces = {
  asAt: null,
  filled: null,
  vacant: null,
  respite: null,
  unavailable: null,
  approved: null,
  households: null,
}
const given = {
  at: day('2026-03-31'),
  fitted,
  present: children(5),
  asked,
  base,
  drawn,
  places: noPlaces,
  widened: async () => null,
}

test('the difference is what-if less forecast in each future: half as many who enter are never more, in weeks and pounds too', async () => {
  const scenario = {
    label: 'Half',
    source: null,
    changes: [{ kind: 'entries', from: null, until: null, who: {}, factor: 0.5 }] as const,
  }
  const [half] = await runWhatIfs([scenario], given)
  const last = (name: string, group: string | null = null) =>
    half?.series.find(one => one.name === name && one.group === group)?.points[2]?.difference
  // One a day for three months: about 45 fewer, and in no future one more than without.
  expect(last('in care')?.mean).toBeLessThan(-40)
  expect(last('in care')?.mean).toBeGreaterThan(-52)
  for (const name of ['in care', 'starts', 'care weeks', 'cost']) expect(last(name)?.p95[1]).toBeLessThan(0)
  expect(last('cost')?.mean).toBeCloseTo(700 * (last('care weeks')?.mean ?? 0), 6)
  // The whole is told always; of the groups those that it changes.
  expect(last('ends')?.p95).toEqual([0, 0])
  expect([last('in care', 'in_house_foster'), last('in care', 'external_residential')]).toEqual([
    last('in care'),
    undefined,
  ])
})

test('a what-if about children of whom there are none makes no difference in any future: the same draws stand behind both', async () => {
  const scenario = {
    label: 'Teenagers',
    source: null,
    changes: [{ kind: 'entries', from: null, until: null, who: { ages: [13, 17] }, factor: 0.5 }] as const,
  }
  const [none] = await runWhatIfs([scenario], given)
  expect(none?.note).toBeNull()
  expect(none?.series.map(({ name, group }) => [name, group])).toEqual(
    ['in care', 'starts', 'ends', 'care weeks', 'cost'].map(name => [name, null]),
  )
  for (const { points } of none?.series ?? [])
    expect(points.map(({ difference }) => difference.p95)).toEqual(points.map(() => [0, 0]))
})

const places = (add: number) => ({
  label: 'A first home',
  source: null,
  changes: [
    {
      kind: 'capacity',
      from: null,
      until: null,
      who: { groups: ['in_house_foster'], to: ['internal_residential'] },
      add,
      unit: 'places',
    },
  ] as const,
})

test('a first home, where nobody has lived, fills on a fit made for it; where there is none nothing can be said', async () => {
  const wider = stillFit({ ...fitted, groups: [...groups, 'internal_residential'] })
  const wide = {
    fitted: wider,
    present: children(5),
    asked: { ...asked, prices: { weekly: [[700], [7000], [5000]], inflation: 0 } },
  }
  const [first, none, fewer] = await (async () => {
    const without = simulateNow(wide.fitted, wide.present, wide.asked)
    const series = drawnSeries(without, monthlyOf(historyOf([], { groups: wider.groups })))
    const asks: string[][] = []
    const on = {
      ...given,
      widened: async (added: readonly string[]) => {
        asks.push([...added])
        return { ...wide, base: without, drawn: series }
      },
    }
    const [found] = await runWhatIfs([places(4)], on)
    expect(asks).toEqual([['internal_residential']])
    return [found, (await runWhatIfs([places(4)], given))[0], (await runWhatIfs([places(-4)], on))[0]]
  })()
  const now = first?.series.find(({ name, group }) => name === 'in care' && group === 'internal_residential')?.points[2]
  expect([first?.note, now?.difference.median]).toEqual([null, 4])
  expect([none?.note, fewer?.note]).toEqual(
    Array(2).fill(
      'No child has lived in our own children’s homes in the months it learned from, so nothing can be said.',
    ),
  )
})

test('the difference is told by age, of the ages it touches: ten-year-olds who are eleven when fewer come', async () => {
  // Five of ten years now, and one of 8 (3,000 days) a day to come.
  const ages = { ...asked, ages: true }
  const base = simulateNow(fitted, children(5), ages)
  const half = { kind: 'entries', from: null, until: null, who: {}, factor: 0.5 } as const
  const [found] = await runWhatIfs([{ label: 'Half', source: null, changes: [half] }], { ...given, asked: ages, base })
  const own = found?.series.filter(one => one.ages !== null)
  expect(own?.map(one => one.ages)).toEqual([[5, 9]])
  const whole = found?.series.find(({ name, group }) => name === 'in care' && group === null)
  expect(own?.[0]?.points[2]?.difference).toEqual(whole?.points[2]?.difference)
  // Those who were there are of ages 10 to 12, and in the count beside.
  expect(base.byAge?.slice(0, 6)).toEqual(
    Int32Array.of(0, 0, base.inCare[0] === undefined ? 0 : base.inCare[0] - 5, 5, 0, 0),
  )
})

test('places that are added are held when they are there, and the chance of too few is told with them and without', async () => {
  const still = stillFit({ groups })
  const base = simulateNow(still, children(5), asked)
  const held = { ...given, fitted: still, base, places: { ...noPlaces, approved: 3, households: 3 } }
  const more = (change: object) => ({
    label: 'More',
    source: null,
    changes: [
      {
        kind: 'capacity',
        from: null,
        until: null,
        who: { groups: ['external_residential'], to: ['in_house_foster'] },
        add: 1,
        unit: 'places',
        ...change,
      } as Change,
    ],
  })
  const monthly = await runWhatIfs([more({ every: 1 })], held)
  // Five children: four places at the end of the first month are too few, five are not.
  expect(monthly[0]?.short).toEqual([
    {
      group: 'in_house_foster',
      months: [
        { periodEnd: '2026-04-30', places: 4, chance: 1, without: 1 },
        { periodEnd: '2026-05-31', places: 5, chance: 0, without: 1 },
        { periodEnd: '2026-06-30', places: 6, chance: 0, without: 1 },
      ],
    },
  ])
  const placesOf = async (change: object) =>
    (await runWhatIfs([more(change)], held))[0]?.short[0]?.months.map(({ places }) => places)
  expect(await placesOf({ from: day('2026-05-01'), until: day('2026-05-01'), add: 2 })).toEqual([3, 5, 3])
  expect(await placesOf({ who: { groups: ['in_house_foster'], to: ['external_residential'] } })).toEqual([3, 3, 3])
  expect((await runWhatIfs([more({})], { ...held, places: noPlaces }))[0]?.short).toEqual([])
})
