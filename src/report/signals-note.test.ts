import { expect, test } from 'vitest'
import type { Audience } from '../disclosure/shown.ts'
import type { DraftRow } from './draft-row.ts'
import { showRows } from './show-rows.ts'
import { signalsNote } from './signals-note.ts'
import { drafts, signal } from './story.fixture.ts'

const looked = (row: DraftRow, found: ReturnType<typeof signal>): DraftRow => ({
  ...row,
  signal: { ...found, look: { chart: 'p', points: 24 } },
})
const note = (rows: readonly DraftRow[], audience: Audience): string =>
  signalsNote(rows, showRows(rows, audience)).join(' ')

const rows = [
  looked(drafts.foster, signal('no clear change')),
  looked(drafts.far, signal('getting worse')),
  looked(drafts.hidden, signal('getting worse')),
]

test('how many changed beyond chance counts the figures that the reader sees, and names those that did', () => {
  expect(note(rows, 'board')).toMatch(
    /^1 of the 2 figures of the scorecard that are shown here and can be judged has changed beyond chance: “children placed more than 20 miles from home”\. If nothing/,
  )
  expect(note(rows, 'analyst')).toMatch(
    /^2 of the 3 .* have changed beyond chance: “children placed more than 20 miles from home” and “pupils suspended”\./,
  )
})

test('a figure that a reader may not see is no hint: where it alone changed, none has', () => {
  expect(note(rows.toSpliced(1, 1), 'board')).toMatch(
    /^The 1 figure of the scorecard .* has not changed beyond chance\./,
  )
})

test('a change that only a trend bears is named apart, since chance is reckoned for latest points', () => {
  const trend = { ...signal('getting worse'), direction: { direction: 'getting worse', from: 'trend' } as const }
  expect(note([looked(drafts.foster, signal('no clear change')), looked(drafts.far, trend)], 'board')).toMatch(
    /^None of the 2 .* has changed beyond chance in its latest period\. .* Over 12 months there is a trend in “children placed more than 20 miles from home”\.$/,
  )
})
