import { describe, expect, it } from 'vitest'
import { isWhatIsCounted } from './slices-view.ts'

const line = (numerator: number, denominator: number) => ({ numerator, denominator })
const far = 'select period_end, child_id as subject, miles_from_home > 20 as counted from in_care_at'

describe('a breakdown by what is counted', () => {
  it('is one that the query asks for, and whose every line is all or none', () => {
    expect(isWhatIsCounted('distance_band', far, line(5, 12), [line(0, 7), line(5, 5)])).toBe(true)
  })
  it('is not one with a line that is neither', () => {
    expect(isWhatIsCounted('distance_band', far, line(5, 12), [line(1, 7), line(4, 5)])).toBe(false)
  })
  it('is not one that happens to fall so, of which the query asks nothing: no girl and every boy is news', () => {
    expect(isWhatIsCounted('sex', far, line(5, 12), [line(0, 7), line(5, 5)])).toBe(false)
  })
  it('is not one of a measure that counts all or nobody', () => {
    expect(isWhatIsCounted('distance_band', far, line(12, 12), [line(7, 7), line(5, 5)])).toBe(false)
    expect(isWhatIsCounted('distance_band', far, line(0, 12), [line(0, 7), line(0, 5)])).toBe(false)
  })
})
