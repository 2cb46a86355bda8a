import { expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import { showRows } from './show-rows.ts'
import { drafts } from './story.fixture.ts'
import { plainStory } from './story.ts'
import { unanswered, workingWell, worriesUs } from './story-highlights.ts'

const rows = showRows(Object.values(drafts), 'analyst')
const texts = (of: ReturnType<typeof workingWell>): string => of.map(({ runs }) => plainStory(runs)).join('\n')

test('what works well is better beyond chance or on target for sure, and nothing that worries us', () => {
  const [good, bad] = [workingWell({ rows }), worriesUs({ rows })].map(of => of.flatMap(one => one.rows))
  expect(good).toEqual(['settled', 'foster'])
  expect(bad?.toSorted()).toEqual(['children', 'far', 'hidden', 'homes', 'leavers', 'others', 'plans'])
})

test('off target but too close to be sure neither worries nor pleases', () => {
  expect(texts(worriesUs({ rows }))).not.toContain('adopted')
})

test('each adverse signal waits for what will be done, an owner and a date', () => {
  const asked = unanswered(rows, [
    { measure: 'far', what: 'Recruit carers nearby', owner: 'Head of placements', by: day('2027-03-31') },
    { measure: 'homes', what: ' ', owner: 'Head of placements', by: null },
  ])
  expect(asked.map(({ measure }) => measure)).not.toContain('far')
  expect(asked.find(({ measure }) => measure === 'homes')?.missing).toEqual(['what we will do', 'date'])
  expect(asked.find(({ measure }) => measure === 'children')).toEqual({
    measure: 'children',
    title: 'Children in care',
    because: ['getting worse', 'off target'],
    missing: ['what we will do', 'owner', 'date'],
  })
})

test('nothing is asked of a figure that the reader may not see', () => {
  expect(unanswered(showRows([drafts.hidden], 'board'))).toEqual([])
})
