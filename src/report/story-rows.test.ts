import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Audience } from '../disclosure/shown.ts'
import { addMonths, day, monthEnd } from '../kit/day.ts'
import type { DraftRow } from './draft-row.ts'
import { draft, figure, target } from './row.fixture.ts'
import type { RowView } from './scorecard-view.ts'
import { showRows } from './show-rows.ts'
import { drafts, england, signal } from './story.fixture.ts'
import { plainStory, type StoryParagraph } from './story.ts'
import { workingWell, worriesUs } from './story-highlights.ts'
import { storyOf } from './story-theme.ts'
import { youngStory } from './story-young.ts'

const titles = {
  count: ['Children in care', 'Care leavers we support', 'Permanent exclusions'],
  proportion: [
    'Children placed more than 20 miles from home',
    'Children leaving care who were adopted',
    'Children whose plan for a permanent home has been agreed',
    'Care leavers in suitable accommodation',
    'Social workers with caseloads of 15 to 20',
    'Case audits rated good or outstanding',
    'Placement breakdowns in the last 12 months',
  ],
  average: ['Average time in care', 'Days from entering care to moving in with an adoptive family'],
  ratio: ['Children entering care for each child who leaves'],
} as const

const evidence = ['More children came into the count than usual', 'The latest is above the limits of 24 months']
const months = (count: number): readonly DraftRow['figures'][number]['periodEnd'][] =>
  Array.from({ length: count }, (_, i) => monthEnd(addMonths(day('2026-10-01'), i - count + 1)))

/** Any row that could be drafted. */
const anyRow: fc.Arbitrary<DraftRow> = fc
  .record({
    kind: fc.constantFrom('count', 'proportion', 'average', 'ratio'),
    pick: fc.nat(6),
    pairs: fc.array(fc.tuple(fc.nat(40), fc.nat(60), fc.constantFrom(1, 10)), { minLength: 2, maxLength: 13 }),
    stays: fc.boolean(),
    unknown: fc.constantFrom(0, 0, 1, 9),
    good: fc.constantFrom('low', 'high', 'neither'),
    aim: fc.option(fc.tuple(fc.constantFrom('<=', '>='), fc.nat(90), fc.constantFrom(null, 5))),
    word: fc.constantFrom('improving', 'getting worse', 'rising', 'falling', 'no clear change', 'not enough data'),
    because: fc.constantFrom(...evidence),
    year: fc.option(fc.tuple(fc.integer({ min: -30, max: 30 }), fc.nat(40), fc.nat(40))),
    others: fc.option(fc.integer({ min: 0, max: 100 })),
    window: fc.constantFrom('month', 'rolling 12 months', 'year'),
  })
  .map(one => {
    const scale = one.kind === 'proportion' ? 100 : 1
    const ends = months(one.pairs.length)
    const list = one.stays ? one.pairs.map(() => one.pairs[0] ?? ([1, 1, 1] as const)) : one.pairs
    const figures = list.map(([x, rest, times], i) =>
      figure(x * times, one.kind === 'count' ? null : Math.max(1, x * times + rest), {
        ...(ends[i] ? { periodEnd: ends[i] } : {}),
        unknown: i === list.length - 1 ? one.unknown : 0,
      }),
    )
    const names = titles[one.kind]
    const words = signal(
      one.word,
      one.because,
      one.year && [one.year[0] / scale, (one.year[0] - one.year[1]) / scale, (one.year[0] + one.year[2]) / scale],
    )
    return {
      ...draft(one.kind, figures, {
        id: `m${one.pick}`,
        good: one.good,
        signal: words,
        window: one.window,
        ...(one.aim ? { target: target(one.aim[0], one.aim[1], one.aim[2]) } : {}),
        compared:
          one.others === null ? null : england(one.others / scale, `${one.others}.0${scale === 100 ? '%' : ''}`),
        ...(one.kind === 'average'
          ? { made: { kind: 'sum', who: 'children', mean: true, what: 'weeks' } as const }
          : {}),
        ...(one.kind === 'ratio'
          ? { made: { kind: 'two', upper: 'children starting', lower: 'children ceasing' } as const }
          : {}),
      }),
      title: names[one.pick % names.length] ?? 'Children in care',
    }
  })

const audiences = fc.constantFrom<Audience>('analyst', 'board')
const someRows = fc.tuple(fc.array(anyRow, { minLength: 1, maxLength: 6 }), audiences).map(([rows, audience]) =>
  showRows(
    rows.map((row, i) => ({ ...row, key: `${i}`, about: { ...row.about, id: `m${i}` } })),
    audience,
  ),
)

const everyParagraph = (rows: readonly RowView[]): readonly StoryParagraph[] => [
  ...storyOf([{ id: 't', title: 'T', rows }]).flatMap(({ paragraphs }) => paragraphs),
  ...workingWell({ rows }),
  ...worriesUs({ rows }),
  ...youngStory(rows),
]
const textsOf = (rows: readonly RowView[]): readonly string[] =>
  everyParagraph(rows).map(({ runs }) => plainStory(runs))
const digits = (text: string): readonly string[] => text.match(/\d[\d,.]*\d|\d/g) ?? []

test('whatever the rows, the English holds', () => {
  fc.assert(
    fc.property(someRows, rows => {
      for (const text of textsOf(rows)) {
        expect(text).not.toMatch(/ {2}|NaN|undefined|null|Infinity|\[object|\.\.| [,.;:?]|\( | \)|: ?\./)
        expect(text).not.toMatch(/(?<![\d,.])1 (more |fewer )?(children|care leavers|social workers|weeks|days)\b/)
        expect(text).not.toMatch(/\bLAC\b|\blooked after children\b/i)
        expect(text).toMatch(/[.?]$/)
        for (const one of text.split(/(?<=[.?!]) /)) expect(one).toMatch(/^[“A-Z]/)
        expect(text.match(/[([]/g)?.length ?? 0).toBe(text.match(/[)\]]/g)?.length ?? 0)
      }
    }),
  )
})

test('no figure is said that no row has', () => {
  fc.assert(
    fc.property(someRows, rows => {
      const known = new Set(digits(JSON.stringify(rows)).flatMap(one => [one, ...one.split(',')]))
      for (const { runs } of everyParagraph(rows))
        for (const run of runs) {
          if (run.kind === 'figure') {
            expect(run.shown.kind).toBe('number')
            for (const one of digits(run.shown.text)) expect(known).toContain(one)
          } else
            for (const one of digits(
              run.text.replaceAll(/95% interval|the last \d+ (?:months|quarters|terms|years)/g, ''),
            ))
              expect(known).toContain(one)
        }
    }),
  )
})

test('what is told of a hidden row is its title, and no other row gives it away', () => {
  fc.assert(
    fc.property(someRows, rows => {
      const hidden = new Set(rows.flatMap(({ state, measure }) => (state === 'hidden' ? [measure] : [])))
      for (const { runs } of everyParagraph(rows))
        for (const run of runs) if (run.kind === 'figure') expect(hidden).not.toContain(run.measure)
    }),
  )
})

test('a row alone is said to go only where its signal goes, up only where both go up, and static only where it is', () => {
  fc.assert(
    fc.property(anyRow, audiences, (drafted, audience) => {
      const [row] = showRows([drafted], audience)
      if (!row) throw new Error('no row')
      const text = storyOf([{ id: 't', title: 'T', rows: [row] }])
        .flatMap(({ paragraphs }) => paragraphs.map(({ runs }) => plainStory(runs)))
        .join(' ')
      const said = /getting worse|improving|rising|falling/i.exec(text)?.[0]?.toLowerCase() ?? null
      const word = row.direction?.word.toLowerCase() ?? null
      const real = word !== null && ['getting worse', 'improving', 'rising', 'falling'].includes(word)
      expect(said).toBe(row.latest.figure.kind === 'number' && real ? word : null)
      const [now, before] = [row.latest.figure, row.prior?.figure]
      const difference = now.kind === 'number' && before?.kind === 'number' ? now.value - before.value : 0
      if (/\bup from\b/i.test(text)) expect(difference).toBeGreaterThan(0)
      if (/\bdown from\b/i.test(text)) expect(difference).toBeLessThan(0)
      if (/\b(up|down) from\b/i.test(text)) expect(real).toBe(true)
      if (/static|has not moved/.test(text))
        expect(new Set(row.trend.slice(-3).map(({ figure: one }) => one.text)).size).toBe(1)
      if (/\b(higher|more|lower|fewer) than (a year|twelve)/.test(text))
        expect(/\b(higher|more) than (a year|twelve)/.test(text)).toBe(
          row.lastYear?.change.kind === 'number' && row.lastYear.change.value > 0,
        )
    }),
  )
})

/** How alike two paragraphs are: the pairs of words that they share, of all that either has. */
function likeness(a: string, b: string): number {
  const pairs = (text: string): Set<string> => {
    const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
    return new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`))
  }
  const [x, y] = [pairs(a), pairs(b)]
  const shared = [...x].filter(pair => y.has(pair)).length
  return shared / (x.size + y.size - shared)
}

test('no two paragraphs are cast in one mould, even of rows in the same state', () => {
  const alike = ['far', 'homes', 'plans', 'others', 'leavers', 'adopted'].flatMap(id => {
    const row = drafts[id as 'homes']
    return { ...row, within: null, signal: signal('no clear change', 'Nothing', [0.009, -0.03, 0.05]) }
  })
  const rows = showRows(
    [...alike, ...Object.values(drafts).filter(one => !alike.some(({ key }) => key === one.key))],
    'analyst',
  )
  const paragraphs = storyOf([{ id: 't', title: 'T', rows }])
    .flatMap(one => one.paragraphs)
    .filter(({ about }) => about === 'measure')
    .map(({ runs }) => runs.map(run => (run.kind === 'words' ? run.text : '')).join(''))
  const likenesses = paragraphs.flatMap((a, i) => paragraphs.slice(i + 1).map(b => likeness(a, b)))
  expect(paragraphs.length).toBeGreaterThan(7)
  expect(Math.max(...likenesses)).toBeLessThan(0.6)
  expect(likenesses.reduce((sum, one) => sum + one, 0) / likenesses.length).toBeLessThan(0.35)
})

test('young people are told in short sentences without the words of the service', () => {
  for (const text of youngStory(showRows(Object.values(drafts), 'analyst')).map(({ runs }) => plainStory(runs))) {
    expect(text).not.toMatch(/percentage|tolerance|cohort|placement|interval|chance|accommodation|target/i)
    for (const one of text.split(/(?<=[.?!]) /)) expect(one.split(' ').length).toBeLessThan(27)
  }
})

test('of children whose something is so young people are told how many of how many', () => {
  const whose = { ...draft('proportion', [figure(94, 113)]), title: 'Children whose last placement ended well' }
  const [told] = youngStory(showRows([whose], 'analyst'))
  expect(told && plainStory(told.runs)).toContain(
    'At 31 October 2026, the last home ended well for 94 of 113 children (83.2%).',
  )
})

test('young people are told what was promised for whom, a change only where one is real, and why a number is not there', () => {
  const of = (more: Partial<DraftRow>, audience: 'analyst' | 'board' = 'analyst', many = 94) =>
    youngStory(showRows([{ ...draft('proportion', [figure(90, 113), figure(many, 113)]), ...more }], audience))
      .map(({ runs }) => plainStory(runs))
      .join()
  expect(of({ title: 'Children with a plan', target: target('>=', 95, 0) })).toContain(
    'We promised that this would be so for at least 95% of children.',
  )
  expect(of({ title: 'Children with a plan', target: target('<=', 15, 0) })).toContain(
    'for no more than 15% of children.',
  )
  expect(of({ signal: signal('no clear change', 'Nothing', null) })).not.toMatch(/change/)
  expect(of({ signal: signal('improving', 'Nothing', null) })).toContain('Things are getting better.')
  expect(of({}, 'board', 2)).toMatch(/We do not show this number, so that nobody can be recognised\.$/)
})
