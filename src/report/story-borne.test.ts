import { expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import type { DraftRow } from './draft-row.ts'
import { draft, figure } from './row.fixture.ts'
import type { RowView } from './scorecard-view.ts'
import type { SignalFound } from './signal-found.ts'
import { drafts, england, signal, tell, viewed } from './story.fixture.ts'
import { plainStory } from './story.ts'
import { storyOf } from './story-theme.ts'
import { onDataOf } from './story-when.ts'

test('whatever order a paragraph takes, what others have comes last: no target is said to be missed by England', () => {
  const off = ['a', 'b', 'c', 'd'].map((id, i) => ({
    ...drafts.homes,
    key: id,
    about: { ...drafts.homes.about, id },
    compared: drafts.far.compared,
    figures: [figure(120 + i, 455), figure(130 + i, 455)],
    signal: signal('no clear change', 'Nothing', [0.009, -0.032, 0.049]),
  }))
  const paragraphs = tell([...off, { ...drafts.others, within: 'a' }])
    .split('\n')
    .slice(0, 4)
  for (const one of paragraphs) expect(one).toMatch(/target.*England’s figure/)
  expect(paragraphs.join('\n')).not.toMatch(/England’s figure.*target/)
  expect(paragraphs.join('\n')).toMatch(/target.*Of the 130, 58 were.*England’s figure/)
})

test('what an unchanged process would do is said where the months printed bear it: none met is not hit and miss', () => {
  const row = (
    values: readonly number[],
    assurance: 'will hit and miss by chance' | 'will not meet without change',
  ) => ({
    ...drafts.homes,
    figures: values.map(n => figure(n, 400)),
    signal: { ...signal('no clear change'), assurance: { assurance } as NonNullable<SignalFound['assurance']> },
  })
  const hitAndMiss = 'As it runs now it will hit and miss the target by chance'
  expect(tell([row([60, 30, 50, 70], 'will hit and miss by chance')])).toContain(hitAndMiss)
  expect(tell([row([60, 60, 50, 70], 'will hit and miss by chance')])).not.toContain('hit and miss')
  expect(tell([row([60, 60, 50, 70], 'will not meet without change')])).toContain('It will not meet the target without')
  expect(viewed([row([30, 30, 30, 30], 'will not meet without change')])[0]?.assurance).toBeNull()
})

test('rows that say nothing new are told in turned forms, for information only where neither way is good, and hidden ones without a paragraph', () => {
  const quiet = { ...drafts.foster, target: { kind: 'none' } as const }
  const neither = { ...quiet, key: 'neither', about: { ...quiet.about, id: 'neither', good: 'neither' as const } }
  const themes = Array.from({ length: 4 }, (_, i) => ({
    id: `${i}`,
    title: 'T',
    rows: viewed([quiet, drafts.hidden, ...(i === 3 ? [neither] : [])], 'board'),
  }))
  const told = storyOf(themes).map(({ paragraphs }) => paragraphs.map(({ runs }) => plainStory(runs)))
  expect(told).toEqual([
    [
      'No target is set for “children living with our own foster carers” (26.4%), and no change is clear. So that nobody can be identified, the figure is not shown for “pupils suspended”.',
    ],
    [
      'With no target and no clear change: “children living with our own foster carers” (26.4%). Kept back, so that nobody is identified: “pupils suspended”.',
    ],
    [
      'There is no clear change in “children living with our own foster carers” (26.4%), for which no target is set. Kept back, so that nobody is identified: “pupils suspended”.',
    ],
    [
      'No target is set for “children living with our own foster carers” (26.4%), and no change is clear. For information, with no clear change: “children living with our own foster carers” (26.4%). Kept back, so that nobody is identified: “pupils suspended”.',
    ],
  ])
})

test('a target that is being set is not none, and a year beyond chance is not said twice in the same words', () => {
  expect(tell([{ ...drafts.foster, target: { kind: 'being set' } as DraftRow['target'] }])).toBe(
    'A target is being set for “children living with our own foster carers” (26.4%), with no clear change.',
  )
  const beyond = ['a', 'b', 'c'].map(id => ({
    ...drafts.homes,
    key: id,
    about: { ...drafts.homes.about, id },
    signal: signal('no clear change', 'Nothing', [0.06, 0.01, 0.11]),
  }))
  const said = tell(beyond).match(/\([^)]*interval[^)]*\)[^.]*\./g)
  expect(said?.length).toBeGreaterThan(1)
  expect(new Set(said?.map(one => one.replace(/^[^)]*\)/, ''))).size).toBe(said?.length)
})

test('where there is no earlier figure that is what is said, not that chance cannot be told', () => {
  const first = { ...drafts.plans, figures: [figure(null, null, { state: 'not measured' }), figure(363, 434)] }
  const said = tell([{ ...first, signal: signal('not enough data') }])
  expect(said).toContain('There is no earlier figure to compare it with')
  expect(said).not.toContain('too little')
  const quiet = { ...first, target: { kind: 'none' } as const, signal: signal('not enough data') }
  expect(tell([quiet])).toBe(
    'No target is set for “children whose plan for a permanent home has been agreed” (83.6%), and there is no earlier figure.',
  )
})

test('a figure that older data tell says of which day these are, in the paragraph and under the chart', () => {
  const asAt = day('2026-07-20')
  const ends = ['2026-08-31', '2026-09-30', '2026-10-31'].map(day)
  const figures = [350, 360, 363].map((n, i) =>
    figure(n, 434, { periodEnd: ends[i] ?? asAt, ...(i === 1 ? { picture: { asAt, alone: true } } : {}) }),
  )
  const row = { ...drafts.plans, figures }
  expect(tell([row])).toContain('it was 82.9% at 30 September 2026 (on data of 20 July 2026)')
  expect(onDataOf(viewed([row])[0] as RowView)).toEqual(['Sep 26 is on data of 20 July 2026.'])
})

test('a board too is told of whom, what stood still, the peak, and what neighbours have, where it may see them', () => {
  const neighbours = england(0.21, '21.0%')
  const headline = neighbours?.headline && {
    ...neighbours.headline,
    comparator: 'statistical neighbours' as const,
    label: 'Middle one of 8 statistical neighbours',
  }
  const homes = { ...drafts.homes, compared: neighbours && { ...neighbours, headline: headline ?? null } }
  const said = tell([homes, drafts.others], 'board')
  expect(said).toContain('Of the 65, 58 were living in residential placements run by others.')
  expect(said).toMatch(/middle one of 8 statistical neighbours.* 21\.0% \(position at 31 March 2026\)/)
  const still = [...Array(9).fill(480), ...Array(4).fill(495)].map(n => figure(n, null))
  expect(tell([{ ...drafts.children, figures: still, signal: signal('no clear change') }], 'board')).toContain(
    'static for the last four months',
  )
  expect(tell([drafts.children], 'board')).toContain('The peak of the last 12 months was 499')
})

test('children in care are told with their rate, which is what neighbours publish of them', () => {
  const count = { ...drafts.children, about: { ...drafts.children.about, id: 'children-in-care' } }
  const rate: DraftRow = {
    ...draft('rate', [figure(495, 52_000, { value: 95.2 })], { id: 'rate-of-children-in-care' }),
    unit: { unit: 'per 10,000', places: 1 },
    title: 'Children in care for every 10,000 children',
    compared: england(68, '68.0'),
  }
  for (const told of [count, { ...count, signal: signal('no clear change'), target: { kind: 'none' } as const }])
    expect(tell([told, rate], 'board')).toContain(
      'For every 10,000 children there were 95.2 in care; England’s figure was 68.0 (position at 31 March 2026).',
    )
  expect(tell([drafts.children, rate], 'board')).not.toContain('For every 10,000')
})
