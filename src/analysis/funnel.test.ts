import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proportionFunnel, rateFunnel, standingOf } from './funnel.ts'
import { rateInterval, wilson, zOf } from './interval.ts'
import { overdispersionOf } from './overdispersion.ts'

const six = [
  { x: 30, n: 100 },
  { x: 45, n: 120 },
  { x: 20, n: 90 },
  { x: 60, n: 150 },
  { x: 10, n: 80 },
  { x: 90, n: 160 },
]
const five = [
  { x: 120, exposure: 40_000 },
  { x: 95, exposure: 20_000 },
  { x: 60, exposure: 30_000 },
  { x: 200, exposure: 50_000 },
  { x: 15, exposure: 9_000 },
]

describe('proportionFunnel', () => {
  // φ, τ² and limits by the formulas of statistics.md 1.5 in NumPy (quantile type 7).
  it('widens for authorities that differ more than chance', () => {
    const funnel = proportionFunnel(six)
    expect(funnel?.target).toBeCloseTo(0.36428571, 8)
    expect(funnel?.spread.phi).toBeCloseTo(6.15644174, 7)
    expect(funnel?.spread.tau2).toBeCloseTo(0.01386914, 8)
    const limits = funnel?.limitsAt(100)
    expect(limits?.inner[0]).toBeCloseTo(0.14964213, 7)
    expect(limits?.inner[1]).toBeCloseTo(0.61235538, 7)
    expect(limits?.outer[0]).toBeCloseTo(0.06245599, 7)
    expect(limits?.outer[1]).toBeCloseTo(0.74664314, 7)
    expect(funnel?.standings).toEqual(Array(6).fill('as expected').with(4, 'low (0.025)'))
  })
  it('holds the angle, so that the curve never folds back', () => {
    const funnel = proportionFunnel(
      six.map(unit => ({ x: Math.round(unit.x / 10), n: unit.n })),
      0.02,
    )
    if (!funnel || funnel.spread.tau2 === 0) throw new Error('no spread')
    expect(funnel.limitsAt(3).outer[0]).toBe(0)
    const high = proportionFunnel(
      six.map(unit => ({ x: unit.n - Math.round(unit.x / 10), n: unit.n })),
      0.98,
    )
    expect(high?.limitsAt(3).outer[1]).toBe(1)
  })
  it('inverts Wilson’s interval where chance explains the differences: the interval at a limit touches the target', () => {
    const funnel = proportionFunnel([
      { x: 40, n: 100 },
      { x: 42, n: 100 },
      { x: 38, n: 100 },
    ])
    expect(funnel?.spread.tau2).toBe(0)
    const limits = funnel?.limitsAt(100)
    expect(wilson((limits?.inner[1] ?? 0) * 100, 100)[0]).toBeCloseTo(0.4, 9)
    expect(wilson((limits?.outer[0] ?? 0) * 100, 100, zOf(0.998))[1]).toBeCloseTo(0.4, 9)
  })
  it('draws no limit below none or above all', () => {
    const limits = proportionFunnel([{ x: 4, n: 10 }])?.limitsAt(2)
    expect(limits?.outer).toEqual([0, 1])
  })
  it('takes a given target, one authority, none, and one without anyone', () => {
    expect(proportionFunnel([{ x: 90, n: 100 }], 0.5)).toMatchObject({ target: 0.5, standings: ['high (0.001)'] })
    expect(proportionFunnel([{ x: 3, n: 10 }])?.standings).toEqual(['as expected'])
    expect(proportionFunnel([])).toBeNull()
    expect(proportionFunnel([{ x: 0, n: 0 }])).toBeNull()
    expect(proportionFunnel([...six, { x: 0, n: 0 }])?.standings[6]).toBeNull()
  })
  it('takes none and all everywhere', () => {
    expect(
      proportionFunnel([
        { x: 0, n: 10 },
        { x: 0, n: 20 },
      ])?.standings,
    ).toEqual(['as expected', 'as expected'])
    expect(
      proportionFunnel([
        { x: 10, n: 10 },
        { x: 20, n: 20 },
      ])?.standings,
    ).toEqual(['as expected', 'as expected'])
  })
})

describe('rateFunnel', () => {
  it('widens on the square-root scale, per 10,000', () => {
    const funnel = rateFunnel(five, 10_000)
    expect(funnel?.target).toBeCloseTo(32.88590604, 7)
    expect(funnel?.spread.tau2).toBeCloseTo(8.46643951e-5, 12)
    expect(funnel?.limitsAt(20_000).inner[0]).toBeCloseTo(14.46012963, 6)
    expect(funnel?.limitsAt(20_000).inner[1]).toBeCloseTo(58.7767429, 6)
  })
  it('has limits where the interval of a rate just reaches the target, when chance explains the rest', () => {
    const funnel = rateFunnel(
      [
        { x: 30, exposure: 1000 },
        { x: 31, exposure: 1000 },
        { x: 29, exposure: 1000 },
      ],
      1000,
    )
    expect(funnel?.spread.tau2).toBe(0)
    const limits = funnel?.limitsAt(1000)
    expect(rateInterval(limits?.inner[1] ?? 0, 1000, 1000)[0]).toBeCloseTo(30, 6)
    expect(rateInterval(limits?.inner[0] ?? 0, 1000, 1000)[1]).toBeCloseTo(30, 6)
    expect(rateInterval(limits?.outer[1] ?? 0, 1000, 1000, 0.998)[0]).toBeCloseTo(30, 6)
  })
  it('can call no authority low where fewer than 3.7 are expected', () =>
    expect(rateFunnel([{ x: 2, exposure: 100 }], 100)?.limitsAt(100).inner[0]).toBe(0))
  it('labels as an authority’s own interval would', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), x => {
        fc.pre(x < 9 || x > 11) // the step from exact to Byar's
        const standing = rateFunnel([{ x, exposure: 1000 }], 1000, 20)?.standings[0]
        const [low, high] = rateInterval(x, 1000, 1000)
        const [lower, higher] = rateInterval(x, 1000, 1000, 0.998)
        const wanted =
          higher < 20
            ? 'low (0.001)'
            : lower > 20
              ? 'high (0.001)'
              : high < 20
                ? 'low (0.025)'
                : low > 20
                  ? 'high (0.025)'
                  : 'as expected'
        expect(standing).toBe(wanted)
      }),
    ))
  it('takes none, and an authority without exposure', () => {
    expect(rateFunnel([])).toBeNull()
    expect(
      rateFunnel([
        { x: 0, exposure: 0 },
        { x: 3, exposure: 10 },
      ])?.standings[0],
    ).toBeNull()
  })
})

describe('standingOf', () => {
  const limits = { inner: [2, 8], outer: [1, 9] } as const
  it('takes a value on a limit as expected, or as the milder', () =>
    expect([0.9, 1, 1.9, 2, 8, 8.1, 9, 9.1].map(v => standingOf(v, limits))).toEqual([
      'low (0.001)',
      'low (0.025)',
      'low (0.025)',
      'as expected',
      'as expected',
      'high (0.025)',
      'high (0.025)',
      'high (0.001)',
    ]))
})

describe('overdispersionOf', () => {
  it('needs two authorities', () => {
    expect(overdispersionOf([])).toEqual({ units: 0, phi: null, tau2: 0 })
    expect(overdispersionOf([{ gap: 3, error: 1 }])).toEqual({ units: 1, phi: null, tau2: 0 })
  })
  it('takes two: z of 3 and −3 leave φ = 2.4² and τ² = (2φ − 1)/1', () => {
    const found = overdispersionOf([
      { gap: 3, error: 1 },
      { gap: -3, error: 1 },
    ])
    expect(found.phi).toBeCloseTo(5.76, 9)
    expect(found.tau2).toBeCloseTo(10.52, 9)
  })
  it('draws extreme z scores in to the tenth and ninetieth centile', () => {
    // z = 0 … 9 and 100: winsorised to 1 and 9 → (1 + 1 + 4 + 9 + 16 + 25 + 36 + 49 + 64 + 81 + 81)/11.
    const z = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 100]
    expect(overdispersionOf(z.map(gap => ({ gap, error: 1 }))).phi).toBeCloseTo(367 / 11, 9)
  })
  it('is none where kφ is below k − 1', () =>
    expect(
      overdispersionOf([
        { gap: 0.5, error: 1 },
        { gap: -0.5, error: 1 },
        { gap: 0.1, error: 1 },
      ]).tau2,
    ).toBe(0))
})
