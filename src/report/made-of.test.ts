import { describe, expect, it } from 'vitest'
import type { MeasureDefinition } from '../measures/measures.ts'
import { peopleCounted } from './made-of.ts'
import { draft, figure as measured } from './row.fixture.ts'
import { showRows } from './show-rows.ts'

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

/** What a mean over so many children says it is made of. */
const madeOfMean = (children: number): string | null | undefined =>
  showRows(
    [
      draft('average', [measured(children * 40, children)], {
        made: { kind: 'sum', who: 'children', mean: true, what: 'days to the match' },
      }),
    ],
    'analyst',
  )[0]?.madeOf

it('a mean says over how many children it is, and one child is said as one', () => {
  expect(madeOfMean(21)).toBe('Mean of 21 children: days to the match')
  expect(madeOfMean(1)).toBe('Mean of 1 child: days to the match')
})
