import { describe, expect, it } from 'vitest'
import { scorecardHtml } from './html.ts'
import { sources, view } from './scorecard.fixture.ts'

const html = scorecardHtml(view, sources)

describe('the scorecard as a page', () => {
  it('says beside a change whether it is one beyond chance, with a sign, and one comparison', () => {
    expect(html).toContain('<span aria-hidden="true">=</span> No clear change')
    expect(html).toContain('Statistical neighbours: 80.0% (position at 31 March 2026)')
  })
  it('calls nothing better or worse from two points alone', () => {
    expect(html).not.toMatch(/>\s*(better|worse)\s*</)
  })
})
