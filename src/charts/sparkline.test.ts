import { describe, expect, it } from 'vitest'
import { disclose, type PackCell } from '../disclosure/pack.ts'
import type { Shown } from '../disclosure/shown.ts'
import { sparkline } from './sparkline.ts'

const figures = (values: readonly (number | null)[]): readonly Shown[] => {
  const cells: PackCell[] = values.map((value, i) =>
    value === null
      ? { id: String(i), value, state: 'awaiting data', text: 'Awaiting data', why: 'no file', people: [] }
      : { id: String(i), value, text: String(value), people: [value] },
  )
  return [...disclose({ audience: 'analyst', cells }).values()]
}

describe('sparkline', () => {
  it('is hidden from assistive technology', () => expect(sparkline(figures([1, 2, 3]))).toContain('aria-hidden="true"'))
  it('has its target in its range: figures near each other and far from it are a level line', () => {
    const [near, far] = [figures([10, 11]), figures([100])]
    const height = (svg: string): number => {
      const [, first = 0, last = 0] = /d="M[\d.]+,([\d.]+)L[\d.]+,([\d.]+)"/.exec(svg)?.map(Number) ?? []
      return Math.abs(first - last)
    }
    expect(height(sparkline(near))).toBe(20)
    expect(height(sparkline(near, far))).toBeLessThan(1)
    expect(sparkline(near, far)).toContain('class="target"')
  })
  it('is nothing for fewer than two figures', () => expect(sparkline(figures([1, null]))).toBe(''))
})
