import { describe, expect, it } from 'vitest'
import { runChart } from './run-chart.ts'

/** One letter a point: s shift, t trend, capital when high; '.' none. */
function read(values: readonly (number | null)[], runLength?: number): string {
  const chart = runChart(values, runLength)
  if (chart.state !== 'drawn') return chart.state
  return chart.signals
    .map(signal => {
      const letter = signal?.rule === 'trend' ? 't' : 's'
      return !signal ? '.' : signal.way === 'high' ? letter.toUpperCase() : letter
    })
    .join('')
}
const quiet = [1, 9, 2, 8, 1, 9, 2, 8]

describe('runChart', () => {
  it('needs eight points off the median', () => {
    expect(runChart([])).toEqual({ state: 'too few points', useful: 0 })
    expect(runChart([3])).toEqual({ state: 'too few points', useful: 0 })
    expect(runChart([1, 9, 1, 9, 1, 9, 1])).toMatchObject({ state: 'too few points' })
    expect(runChart([5, 5, 5, 5, 5, 5, 5, 5, 5])).toEqual({ state: 'too few points', useful: 0 })
  })
  it('finds nothing in a quiet series, and gives its median', () => {
    expect(read(quiet)).toBe('........')
    expect(runChart(quiet)).toMatchObject({ state: 'drawn', median: 5, useful: 8, longestByChance: 6 })
  })
  it('takes a run for a shift only when longer than log2(n) + 3: of 16, eight are a shift, seven are not', () => {
    expect(read([1, 9, 2, 8, 1, 1, 2, 2, 1, 9, 8, 9, 8, 1, 9, 8])).toBe('................')
    expect(read([9, 8, 9, 8, 9, 8, 9, 8, 1, 2, 1, 2, 1, 2, 1, 2])).toBe('SSSSSSSSssssssss')
    expect(read([9, 8, 9, 8, 9, 8, 9, 1, 9, 2, 1, 2, 1, 2, 1, 2])).not.toContain('S')
  })
  it('skips a point on the median: it neither counts nor breaks the run', () => {
    expect(read([9, 8, 9, 8, 5, 9, 8, 9, 8, 1, 2, 1, 2, 1, 2, 1, 2])).toBe('SSSS.SSSSssssssss')
  })
  it('lets a gap break a run', () => {
    expect(read([9, 8, 9, 8, null, 9, 8, 9, 8, 1, 2, 1, 2, 1, 2, 1, 2]).slice(0, 9)).toBe('.........')
  })
  it('takes six rising points for a trend, not five; a tie neither makes nor breaks it; a gap breaks it', () => {
    expect(read([9, 1, 2, 3, 6, 7, 8, 1, 9])).toBe('.TTTTTT..')
    expect(read([9, 1, 2, 3, 6, 7, 1, 8, 4])).toBe('.........')
    expect(read([9, 1, 2, 3, 3, 6, 7, 8, 1, 9])).toContain('T')
    expect(read([9, 1, 2, 3, null, 6, 7, 8, 1, 9])).not.toContain('T')
    expect(read([1, 8, 7, 6, 3, 2, 1, 9, 8])).toBe('.tttttt..')
  })
  it('takes a longer run when asked', () => {
    expect(read([9, 8, 9, 8, 9, 8, 9, 8, 1, 2, 1, 2, 1, 2, 1, 2], 9)).toBe('................')
  })
})
