import { describe, expect, it } from 'vitest'
import type { MeasureDefinition } from '../measures/measures.ts'
import { peopleCounted } from './made-of.ts'

const of = (population: string): MeasureDefinition => ({ kind: 'count', population }) as never
const ratio = { kind: 'ratio', numerator: 'workers' } as never

describe('the people a measure counts', () => {
  it('are the first words of its population, or of what a ratio has above', () => {
    const measures = new Map([['workers', of('Social workers, each once')]])
    expect(peopleCounted(of('Children in care on the last day'), measures)).toBe('children')
    expect(peopleCounted(ratio, measures)).toBe('social workers')
  })
  it('are none where reviews, places or children’s things are counted', () => {
    const populations = ['Reviews held in the period', 'Challenges by the chair', 'Childrenswear']
    expect(populations.map(words => peopleCounted(of(words), new Map()))).toEqual([null, null, null])
  })
})
