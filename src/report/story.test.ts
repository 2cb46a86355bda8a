import { expect, test } from 'vitest'
import { decidedIn, disclose } from '../disclosure/pack.ts'
import type { Shown } from '../disclosure/shown.ts'
import type { DraftRow } from './draft-row.ts'
import { draft, figure, target } from './row.fixture.ts'
import type { RowView } from './scorecard-view.ts'
import { drafts, signal, tell, viewed } from './story.fixture.ts'
import { sentences as paragraphOf, plainStory, say } from './story.ts'
import { staticFor } from './story-change.ts'
import { storyOf } from './story-theme.ts'

test('a real change says so, with its evidence, and how far the figure came since the period before', () => {
  expect(tell([drafts.children])).toBe(
    'There were 495 children in care at 31 October 2026. It is up from 480 a month before, and getting worse, by more than chance would explain: more children than usual came to be counted. The latest figure is 2 fewer than a year before, which could be chance (95% interval −43 to +39). The peak of the last 12 months was 499, at 31 October 2026. The target is at most 480, so this is off target; 15 fewer children would bring it there.',
  )
})

test('a figure off target without a signal is no change, whichever way its last two points go', () => {
  const said = tell([drafts.plans])
  expect(said).toContain('There is no clear change: it was 82.9% a month before')
  expect(said).toContain('off target')
  expect(said).not.toMatch(/getting worse|improving|rising|falling|\bup from|\bdown from/)
})

test('a move the other way than the signal is not said as a direction', () => {
  const said = tell([{ ...drafts.children, signal: signal('improving') }])
  expect(said).toContain('It was 480 a month before, and is improving')
  expect(said).not.toContain('up from')
})

test('percentages differ by percentage points, with their interval', () => {
  expect(tell([drafts.far])).toContain(
    'The latest figure is 1.9 percentage points higher than a year before, which could be chance (95% interval −2.9 to +6.6 percentage points)',
  )
})

test('what others published is higher or lower only where our interval bears it, with both periods', () => {
  expect(tell([drafts.far])).toContain(
    'England’s figure was 21.0% (position at 31 March 2026), and ours at 31 October 2026 is higher by more than chance would give',
  )
  const near = tell([{ ...drafts.far, figures: [figure(95, 455), figure(98, 455)] }])
  expect(near).toContain('which ours at 31 October 2026 cannot be told apart from')
  expect(near).not.toMatch(/higher by|lower by/)
})

test('static is said of figures that print the same, three periods or more', () => {
  const same = (n: number): DraftRow => ({
    ...drafts.children,
    figures: [...Array(13 - n).fill(480), ...Array(n).fill(495)].map(v => figure(v, null)),
    signal: signal('no clear change'),
  })
  expect(tell([same(3)])).toContain('It has been static for the last three months')
  expect(tell([same(2)])).not.toContain('static')
  expect(tell([same(2)])).toContain('That is as it was a month before')
  expect(staticFor(viewed([same(4)])[0] as RowView)).toBe(4)
})

test('of the children counted, those whom a row within it counts are said', () => {
  expect(tell([drafts.homes, drafts.others])).toContain(
    'Of the 65, 58 were living in residential placements run by others.',
  )
  expect(tell([drafts.homes, { ...drafts.others, within: null }])).not.toContain('Of the 65')
})

test('one child is no children', () => {
  const one = tell([{ ...drafts.far, figures: [figure(100, 455), figure(1, 455)], target: target('<=', 0) }])
  expect(one).toContain('1 of 455 children (0.2%) was placed')
  expect(one).toContain('1 fewer child would bring it there')
  expect(tell([{ ...drafts.children, figures: [figure(2, null), figure(1, null)] }])).toContain(
    'The number of children in care was 1',
  )
})

test('a small cohort is told as people', () => {
  const few = { ...drafts.audits, figures: [figure(14, 15), figure(9, 14)], target: target('>=', 90) }
  expect(tell([few])).toContain('At 31 October 2026, 9 of 14 case audits were rated good or outstanding.')
})

test('measures that say nothing new are told in one sentence, those too few to rate in another of the same paragraph', () => {
  expect(tell([drafts.foster, drafts.audits])).toBe(
    'On target, with no clear change: “children living with our own foster carers” (26.4%). Too few to rate: “case audits rated good or outstanding” (4 of 7).',
  )
})

test('what is hidden has neither figure nor direction', () => {
  const said = tell([drafts.hidden], 'board')
  expect(said).toBe('So that nobody can be identified, the figure is not shown for “pupils suspended”.')
})

test('what is awaited says what it needs', () => {
  expect(tell([drafts.awaited])).toBe('Data are awaited for “children missing from home” (needs missing.csv).')
})

test('what is not known is said where it could bring the figure across its target', () => {
  const some = { ...drafts.adopted, figures: [figure(15, 180), figure(13, 180, { unknown: 9 })] }
  expect(tell([some])).toMatch(
    /It is not known for 9, so the true figure is between 6\.9% and 11\.6%, on either side of the target/,
  )
  expect(tell([drafts.adopted])).not.toContain('not known')
})

test('what stands out comes first', () => {
  const said = tell([drafts.foster, drafts.settled, drafts.homes, drafts.far])
  const at = ['miles from home', 'residential', 'only one placement', 'foster carers'].map(words => said.indexOf(words))
  expect(at).toEqual(at.toSorted((a, b) => a - b))
})

test('sentences begin with a capital, end with a full stop and leave out what has nothing to say', () => {
  expect(plainStory(paragraphOf([say`one thing`, [], say`another?`]))).toBe('One thing. Another?')
})

const line = (
  label: string,
  counted: number,
): { readonly label: string; readonly counted: Shown; readonly group: Shown; readonly effect: null } => {
  const shown = disclose({
    audience: 'analyst',
    cells: [{ id: 'a', value: counted, text: `${counted > 0 ? '+' : '−'}${Math.abs(counted)}`, people: [] }],
  })
  const figure = decidedIn(shown)('a')
  return { label, counted: figure, group: figure, effect: null }
}

test('who came, went and crossed the line is said in that order, and not at all where one of them is hidden', () => {
  const rows = viewed([drafts.far])
  const moves = (lines: readonly ReturnType<typeof line>[]): string => {
    const first = line('Left the group', -1).counted
    const moved = {
      from: '30 September 2026',
      to: '31 October 2026',
      lines,
      change: first,
      groupChange: first,
      effect: null,
      effectTitle: '',
      reads: '',
    }
    return storyOf([{ id: 't', title: 'T', rows }], { moves: new Map([['far', moved]]) })
      .flatMap(({ paragraphs }) => paragraphs.map(({ runs }) => plainStory(runs)))
      .join('\n')
  }
  const all = [line('Stayed, and no longer counted', -1), line('Left the group', -6), line('Came into the group', 9)]
  expect(moves(all)).toContain(
    'Since 30 September 2026, of those counted, 9 came in, 6 left and 1 stayed but ceased to be counted.',
  )
  const hidden = decidedIn(disclose({ audience: 'board', cells: [{ id: 'a', value: 2, text: '+2', people: [2] }] }))(
    'a',
  )
  expect(moves([...all, { ...line('Grew out of the group', -2), counted: hidden }])).not.toContain('Since 30 September')
})

test('a little that is not known, and that changes nothing, is left to the table', () => {
  const little = { ...drafts.homes, figures: [figure(64, 494), figure(65, 494, { unknown: 1 })] }
  expect(tell([little])).not.toContain('not known')
})

test('highest and lowest are said only where every month may be seen', () => {
  const some = {
    ...drafts.children,
    figures: drafts.children.figures.map((one, i) => (i === 4 ? figure(3, null) : one)),
  }
  expect(tell([some], 'analyst')).toContain('The peak of the last 12 months')
  expect(tell([some], 'board')).not.toMatch(/peak|highest|lowest/)
})

test('the number that a section begins with is told whole though nothing about it is new, with who came and who left', () => {
  const quiet = { ...drafts.children, signal: signal('no clear change'), target: { kind: 'none' } as const }
  const flow = (id: string, value: number): DraftRow => ({
    ...draft('count', [figure(value, null)], { id }),
    title: `Children ${id}`,
  })
  const count = { ...quiet, about: { ...quiet.about, id: 'children-in-care' } }
  const said = tell([count, flow('children-starting', 12), flow('children-ceasing', 9)])
  expect(said).toContain('There were 495 children in care at 31 October 2026.')
  expect(said).toContain('In the month 12 came into care and 9 left.')
  expect(tell([flow('children-starting', 12), count])).not.toContain('came into care')
  expect(tell([count, flow('children-starting', 3), flow('children-ceasing', 9)], 'board')).not.toContain('came into')
})

test('off target, who came, left and crossed the line is said as it is of a change', () => {
  const lines = [line('Came into the group', 9), line('Left the group', -8)]
  const change = line('Came into the group', 1).counted
  const moved = { from: '30 September 2026', to: '31 October 2026', lines, change, groupChange: change, effect: null }
  const moves = new Map([['homes', { ...moved, effectTitle: '', reads: '' }]])
  const [story] = storyOf([{ id: 't', title: 'T', rows: viewed([drafts.homes]) }], { moves })
  expect(story?.paragraphs.map(({ runs }) => plainStory(runs)).join()).toContain(
    'of those counted, 9 came in and 8 left',
  )
})
