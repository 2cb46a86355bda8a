import { expect, test } from 'vitest'
import { drawsOf, gammaAt, keyOf, poissonOf, uniform } from './random.ts'

const many = <T>(n: number, draw: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => draw(i))
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length
const variance = (values: readonly number[]): number => {
  const m = mean(values)
  return mean(values.map(v => (v - m) ** 2))
}
const correlation = (a: readonly number[], b: readonly number[]): number => {
  const [x, y] = [mean(a), mean(b)]
  return mean(a.map((v, i) => (v - x) * ((b[i] ?? 0) - y))) / Math.sqrt(variance(a) * variance(b))
}

test('uniform numbers fill every hundredth alike, along counters and along keys', () => {
  for (const draw of [(i: number) => uniform(7, 9, i), (i: number) => uniform(keyOf(1, i), keyOf(2, i), 5)]) {
    const bins = new Array<number>(100).fill(0)
    for (const u of many(100_000, draw)) bins[Math.floor(u * 100)] = (bins[Math.floor(u * 100)] ?? 0) + 1
    const chiSquare = bins.reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0)
    expect(chiSquare).toBeGreaterThan(55)
    expect(chiSquare).toBeLessThan(160)
  }
})

test('neighbours in counter, child, run and seed have nothing to do with each other', () => {
  const n = 40_000
  const at = (run: number, child: number, counter: number): number =>
    uniform(keyOf(keyOf(3, run), child), keyOf(keyOf(4, run), child), counter)
  const base = many(n, i => at(i % 200, Math.floor(i / 200), 0))
  for (const other of [
    many(n, i => at(i % 200, Math.floor(i / 200), 1)),
    many(n, i => at(i % 200, Math.floor(i / 200), 256)),
    many(n, i => at(i % 200, Math.floor(i / 200) + 1, 0)),
    many(n, i => at((i % 200) + 1, Math.floor(i / 200), 0)),
  ])
    expect(Math.abs(correlation(base, other))).toBeLessThan(0.02)
})

test('the same keys give the same draws', () => {
  const [a, b] = [drawsOf(1, 2), drawsOf(1, 2)]
  expect(many(5, a.normal)).toEqual(many(5, b.normal))
  expect(drawsOf(1, 3).next()).not.toBe(drawsOf(1, 2).next())
})

test('a normal draw has mean 0 and variance 1', () => {
  const { normal } = drawsOf(5, 6)
  const values = many(40_000, normal)
  expect(mean(values)).toBeCloseTo(0, 1)
  expect(Math.abs(variance(values) - 1)).toBeLessThan(0.03)
})

test('a gamma draw has its shape as mean and as variance, whichever way it is drawn', () => {
  const { gamma } = drawsOf(8, 9)
  for (const shape of [0.4, 2, 8, 60])
    for (const draw of [() => gamma(shape), (i: number) => gammaAt(keyOf(1, i), 2, 3, shape)]) {
      const values = many(20_000, draw)
      expect(Math.abs(mean(values) / shape - 1)).toBeLessThan(0.04)
      expect(Math.abs(variance(values) / shape - 1)).toBeLessThan(0.07)
    }
})

test('a count has its mean as variance, and a higher mean never gives a lower count of the same number', () => {
  const { next, normal } = drawsOf(10, 11)
  for (const rate of [0.3, 4, 40, 800]) {
    const counts = many(20_000, () => poissonOf(rate, next(), normal))
    expect(Math.abs(mean(counts) / rate - 1)).toBeLessThan(0.03)
    expect(Math.abs(variance(counts) / rate - 1)).toBeLessThan(0.05)
  }
  for (const u of many(500, next)) expect(poissonOf(6, u, normal)).toBeGreaterThanOrEqual(poissonOf(5, u, normal))
  expect(poissonOf(0, 0.9999, normal)).toBe(0)
})
