import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  byars,
  countInterval,
  exactCount,
  exactProportion,
  meanInterval,
  medianInterval,
  medianOf,
  rateInterval,
  spreadOf,
  wilson,
  zOf,
} from './interval.ts'

const close = (found: readonly number[] | null, wanted: readonly number[], digits = 4): void => {
  expect(found).not.toBeNull()
  wanted.forEach((value, i) => {
    expect(found?.[i]).toBeCloseTo(value, digits)
  })
}

describe('wilson', () => {
  // Worked by hand from the formula; agrees with R's PHEindicatormethods::phe_proportion(65, 100).
  it('gives 55.3% to 73.6% for 65 of 100', () => close(wilson(65, 100), [0.5525, 0.7364]))
  it('starts at exactly 0 for none of 10, and is not empty', () => {
    expect(wilson(0, 10)[0]).toBe(0)
    close(wilson(0, 10), [0, 0.2775])
  })
  it('ends at exactly 1 for all of 10', () => expect(wilson(10, 10)[1]).toBe(1))
  it('takes its z from the normal table', () => {
    expect(zOf(0.95)).toBeCloseTo(1.959964, 6)
    expect(zOf(0.998)).toBeCloseTo(3.090232, 6)
  })
  it('is wider at 99.8%', () => {
    const [low, high] = wilson(65, 100, zOf(0.998))
    expect(low).toBeLessThan(wilson(65, 100)[0])
    expect(high).toBeGreaterThan(wilson(65, 100)[1])
  })
})

describe('exactProportion', () => {
  it('is that of Clopper and Pearson: 15.4% to 59.2% for 7 of 20', () =>
    close(exactProportion(7, 20), [0.1539, 0.5922]))
  it('gives none of n the rule of three, one-sided', () => {
    const [low, high] = exactProportion(0, 20)
    expect(low).toBe(0)
    expect(high).toBeCloseTo(1 - 0.025 ** (1 / 20), 10)
  })
  it('mirrors: x of n is one less n − x of n', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), (x, rest) => {
        fc.pre(x + rest > 0)
        const [low, high] = exactProportion(x, x + rest)
        const [otherLow, otherHigh] = exactProportion(rest, x + rest)
        close([1 - high, 1 - low], [otherLow, otherHigh], 9)
      }),
      { numRuns: 40 },
    ))
})

describe('intervals of a count', () => {
  // Garwood's table (Biometrika 1936), as in Breslow and Day 1987.
  it('are exact for few: 0 to 3.69, 0.0253 to 5.57, 1.62 to 11.7', () => {
    close(exactCount(0), [0, 3.6889])
    close(exactCount(1), [0.0253, 5.5716])
    close(exactCount(5), [1.6235, 11.6683])
  })
  it("are Byar's from 10 on, exact below", () => {
    close(byars(10), [4.78745, 18.39146], 5)
    expect(countInterval(10)).toEqual(byars(10))
    expect(countInterval(9)).toEqual(exactCount(9))
  })
  it('guard Byar at 0 and where the raw lower end is negative', () => {
    expect(byars(0)[0]).toBe(0)
    expect(byars(0)[1]).toBeGreaterThan(3)
    expect(byars(1, 0.998)[0]).toBe(0)
  })
  it('are given per 10,000 of exposure: 65 of 100 per 100 is 50.16 to 82.85', () => {
    close(rateInterval(65, 100, 100), [50.16319, 82.84914], 5)
    close(rateInterval(65, 400_000, 10_000), [1.25408, 2.07123], 5)
  })
  it('are per one where nothing else is said', () => expect(rateInterval(5, 10)[0]).toBeCloseTo(0.16235, 4))
  it('hold the count, whatever it is', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), fc.constantFrom(0.8, 0.95, 0.998), (x, confidence) => {
        const [low, high] = countInterval(x, confidence)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(low).toBeLessThanOrEqual(x)
        expect(high).toBeGreaterThan(x)
      }),
      { numRuns: 60 },
    ))
})

describe('means and medians', () => {
  it('have no mean of nothing, and no spread of one value', () => {
    expect(spreadOf([])).toEqual({ n: 0, mean: null, sd: null })
    expect(spreadOf([4])).toEqual({ n: 1, mean: 4, sd: null })
    expect(meanInterval(spreadOf([]))).toBeNull()
    expect(meanInterval(spreadOf([4]))).toBeNull()
  })
  it('keep their digits for large values close together', () => {
    expect(spreadOf([1e9 + 1, 1e9 + 2, 1e9 + 3]).sd).toBeCloseTo(1, 9)
  })
  // SciPy: stats.t.interval(.95, 4, loc, sem)
  it('have the interval of Student: 0.93 to 5.27', () =>
    close(meanInterval(spreadOf([1, 2, 3, 4, 5.5])), [0.93153, 5.26847], 5))
  it('have an interval of no width for values all alike', () => close(meanInterval(spreadOf([7, 7, 7])), [7, 7]))
  it('find the middle of an odd and an even number, in any order', () => {
    expect(medianOf([9, 1, 5])).toBe(5)
    expect(medianOf([9, 1, 5, 7])).toBe(6)
    expect(medianOf([])).toBeNull()
    expect(medianOf([3])).toBe(3)
  })
  // Binomial(10, ½): P(X ≤ 1) = 0.0107, P(X ≤ 2) = 0.0547: the second value from each end.
  it('bracket the median of 10 by the second value from each end, and of 6 by the ends', () => {
    expect(medianInterval([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])).toEqual([2, 9])
    expect(medianInterval([1, 2, 3, 4, 5, 6])).toEqual([1, 6])
  })
  it('can bracket no median of five or fewer at 95%', () => expect(medianInterval([1, 2, 3, 4, 5])).toBeNull())
})
