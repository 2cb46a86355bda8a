import { describe, expect, it } from 'vitest'
import { type DraftComparator, headlineOf } from './comparison.ts'

const one = (comparator: DraftComparator['comparator'], value: number | null): DraftComparator => ({
  comparator,
  label: comparator,
  value,
  text: `${value}`,
  periodText: 'position at 31 March 2026',
  release: '2026-11-01' as DraftComparator['release'],
  releaseText: '1 November 2026',
  cohort: null,
  provisional: false,
})
const neighbours = [1, 2, 3, 9, 10].map(value => one('authority', value))
const wide = [one('region', 5), one('england', 6)]
const unit = { unit: 'number', places: 0 }

describe('the one figure beside ours', () => {
  it('is the middle one of the statistical neighbours, not their mean', () => {
    expect(headlineOf(neighbours, wide, unit)).toMatchObject({
      label: 'Middle one of 5 statistical neighbours',
      value: 3,
      text: '3',
    })
  })
  it('is England where fewer than five neighbours have a figure', () => {
    expect(headlineOf([...neighbours.slice(0, 4), one('authority', null)], wide, unit)?.label).toBe('england')
  })
  it('is none where there is neither', () => expect(headlineOf([], [one('region', 5)], unit)).toBeNull())
})
