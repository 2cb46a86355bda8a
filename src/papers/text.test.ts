import { describe, expect, it } from 'vitest'
import { view } from './scorecard.fixture.ts'
import { scorecardText } from './text.ts'

const text = (width: number): string => scorecardText(view, { width, colour: false })
const flat = (words: string): string => words.replace(/\s+/g, ' ')

describe('the scorecard in a terminal', () => {
  it.each([50, 80, 100, 120, 150])('is no wider than the terminal: %i', width => {
    expect(
      Math.max(
        ...text(width)
          .split('\n')
          .map(line => line.length),
      ),
    ).toBeLessThanOrEqual(width)
  })
  it('has the group beside the count', () => {
    for (const width of [60, 130]) expect(text(width)).toContain('60 of 70')
  })
  it('says which way is good, how many children would reach the target, whether it is changing, one comparison, and what is not known', () => {
    for (const width of [60, 130]) {
      const said = flat(text(width))
      for (const words of [
        'Higher is better',
        '3 more children would reach',
        'No clear change.',
        'Statistical neighbours: 80.0% (position at 31 March 2026).',
        '9 of 79 not known',
      ])
        expect(said).toContain(words)
    }
  })
  it('calls nothing better or worse from two points alone', () => {
    for (const width of [60, 130]) expect(flat(text(width))).not.toMatch(/(better|worse) than the period/i)
  })
  it('says at the head of a paper for a board that it is a draft, and not for an analyst', () => {
    for (const width of [60, 130]) expect(text(width)).toMatch(/^Draft\. Not for publication: /)
    expect(scorecardText({ ...view, audience: 'analyst' }, { width: 130, colour: false })).not.toContain('publication')
  })
  it('cuts no status off', () => {
    expect(text(130)).not.toContain('…')
    expect(flat(text(60))).toContain('Within tolerance, but too close to be sure')
  })
  it('draws the trend beside the target: near it and flat is not a cliff', () => {
    expect(text(130)).toContain('▁▆')
    expect(text(130)).not.toContain('█')
  })
  it('says once why a figure is hidden', () => {
    expect(flat(text(130)).match(/Fewer than 6 children/g)).toHaveLength(1)
  })
})
