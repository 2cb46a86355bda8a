import type { Audience } from '../disclosure/shown.ts'
import type { DraftComparator } from './comparison.ts'
import type { DraftRow } from './draft-row.ts'
import { draft, figure, target } from './row.fixture.ts'
import type { RowView } from './scorecard-view.ts'
import { showRows } from './show-rows.ts'
import { NOTHING, type SignalFound } from './signal-found.ts'
import { plainStory } from './story.ts'
import { storyOf } from './story-theme.ts'

/** What signals found: a direction, why, and since last year `change` with its interval. */
export const signal = (
  direction: SignalFound['direction']['direction'],
  because = 'More children came into the count than usual',
  year: readonly [change: number, low: number, high: number] | null = null,
): SignalFound => ({
  ...NOTHING,
  direction: { direction, from: direction === 'not enough data' ? 'nothing' : 'latest point' },
  because,
  lastYear: year && {
    change: { difference: year[0], interval: [year[1], year[2]] },
    couldBeChance: year[1] <= 0 && year[2] >= 0,
    signal: null,
  },
})

/** England's figure of a year before. */
export const england = (value: number, text: string): DraftRow['compared'] => ({
  comparators: [],
  headline: {
    comparator: 'england',
    label: 'England',
    value,
    text,
    periodText: 'position at 31 March 2026',
    release: '2026-11-01' as DraftComparator['release'],
    releaseText: '1 November 2026',
    cohort: null,
    provisional: false,
  },
  neighbours: [],
  standing: [],
  differs: null,
  notCompared: null,
})

const share = (
  id: string,
  title: string,
  pairs: readonly (readonly [number, number])[],
  more: Parameters<typeof draft>[2] = {},
): DraftRow => ({
  ...draft(
    'proportion',
    pairs.map(([x, n]) => figure(x, n)),
    { id, ...more },
  ),
  title,
})

/** A row of each state that a narrative meets, of two themes. */
export const drafts = {
  children: {
    ...draft(
      'count',
      [480, 488, 499, 496, 491, 487, 484, 480, 480, 482, 481, 480, 495].map(n => figure(n, null)),
      { id: 'children', signal: signal('getting worse', undefined, [-2, -43, 39]), target: target('<=', 480, 5) },
    ),
    title: 'Children in care',
  },
  far: share(
    'far',
    'Children placed more than 20 miles from home',
    [
      [115, 450],
      [120, 455],
    ],
    {
      signal: signal('getting worse', undefined, [0.019, -0.029, 0.066]),
      target: target('<=', 15),
      compared: england(0.21, '21.0%'),
    },
  ),
  homes: share(
    'homes',
    'Children living in residential placements',
    [
      [64, 494],
      [65, 494],
    ],
    {
      signal: signal('no clear change', 'Nothing', [0.009, -0.032, 0.049]),
      target: target('<=', 10),
    },
  ),
  others: share(
    'others',
    'Children living in residential placements run by others',
    [
      [57, 494],
      [58, 494],
    ],
    {
      signal: signal('no clear change'),
      target: target('<=', 3),
      within: 'homes',
    },
  ),
  plans: share(
    'plans',
    'Children whose plan for a permanent home has been agreed',
    [
      [360, 434],
      [363, 434],
    ],
    {
      good: 'high',
      signal: signal('no clear change', 'Nothing', [0.003, -0.035, 0.04]),
      target: target('>=', 95),
    },
  ),
  settled: share(
    'settled',
    'Children with only one placement in the last 12 months',
    [
      [344, 495],
      [376, 495],
    ],
    {
      good: 'high',
      signal: signal('improving', undefined, [0.077, 0.011, 0.143]),
      target: target('>=', 70),
    },
  ),
  foster: share(
    'foster',
    'Children living with our own foster carers',
    [
      [112, 493],
      [130, 493],
    ],
    {
      good: 'high',
      signal: signal('no clear change'),
      target: target('>=', 21),
    },
  ),
  audits: share(
    'audits',
    'Case audits rated good or outstanding',
    [
      [5, 9],
      [4, 7],
    ],
    {
      good: 'high',
      signal: signal('no clear change'),
      target: target('>=', 20),
    },
  ),
  leavers: share(
    'leavers',
    'Care leavers in suitable accommodation',
    [
      [198, 230],
      [200, 230],
    ],
    {
      good: 'high',
      signal: signal('not enough data'),
      target: target('>=', 92),
    },
  ),
  adopted: share(
    'adopted',
    'Children leaving care who were adopted',
    [
      [15, 180],
      [16, 180],
    ],
    {
      good: 'high',
      signal: signal('no clear change'),
      target: target('>=', 10),
      window: 'rolling 12 months',
    },
  ),
  awaited: {
    ...draft('count', [figure(null, null, { state: 'awaiting data', reason: 'Needs missing.csv' })], { id: 'awaited' }),
    title: 'Children missing from home',
  },
  hidden: share(
    'hidden',
    'Pupils suspended',
    [
      [4, 61],
      [3, 61],
    ],
    { signal: signal('getting worse') },
  ),
} as const satisfies Record<string, DraftRow>

export const viewed = (rows: readonly DraftRow[], audience: Audience = 'analyst'): readonly RowView[] =>
  showRows(rows, audience)
export const tell = (rows: readonly DraftRow[], audience: Audience = 'analyst'): string =>
  storyOf([{ id: 't', title: 'T', rows: viewed(rows, audience) }])
    .flatMap(({ paragraphs }) => paragraphs.map(({ runs }) => plainStory(runs)))
    .join('\n')
