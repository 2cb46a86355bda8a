import { expect, test } from 'vitest'
import { readWhyNotRun, sayWhyNotRun, type WhyNotRun } from '../checks/not-run.ts'
import { day } from '../kit/day.ts'
import { checkOf, report } from './check.fixture.ts'
import { cureOf } from './check-cure.ts'
import { boardOf, checkView } from './check-view.ts'

const view = checkView(checkOf)

test('counts rules that ran, did not run and could not judge, findings, children and rows once each', () => {
  expect(view.counts).toEqual({
    inForce: 6,
    run: 4,
    notRun: 2,
    couldNotJudge: 2,
    found: 4,
    children: 2,
    unjudged: 2,
    fixes: 1,
  })
})

test('what was not looked for is null, and not none', () => {
  const plain = checkView({ ...checkOf, fixes: null, cells: null })
  expect(plain.counts.fixes).toBeNull()
  expect(plain.findings.every(({ cells, fix }) => cells === null && fix === null)).toBe(true)
})

test('the rules that find most come first; one that found nothing is there too', () => {
  expect(
    view.rules.map(({ rule, rows, children, unjudged, fixes }) => [rule, rows, children, unjudged, fixes]),
  ).toEqual([
    ['146', 3, 2, 0, 1],
    ['142', 1, 1, 1, 0],
    ['353', 0, 0, 2, 0],
    ['185', 0, 0, 0, 0],
  ])
  expect(view.rules[0]?.first).toEqual({ child: '10', table: 'Episodes', file: 'episodes.csv', line: 2 })
  expect(view.rules[0]?.touches).toEqual(['PLC-2', 'PLC-10'])
})

test('where effects were asked for, the rules that could move the scorecard furthest come first, then those that find most', () => {
  const moved = { reach: 0.02, moved: [] }
  const effects = {
    at: day('2026-03-31'),
    atText: '31 March 2026',
    scorecard: 'Ours',
    byRule: new Map([['142', moved]]),
  }
  const ranked = checkView({ ...checkOf, effects })
  expect(ranked.rules.map(({ rule, effect }) => [rule, effect?.reach ?? null])).toEqual([
    ['142', 0.02],
    ['146', null],
    ['353', null],
    ['185', null],
  ])
  expect(ranked.effectsOn).toEqual({ scorecard: 'Ours', atText: '31 March 2026' })
  expect(view.effectsOn).toBeNull()
})

const figure = (number: string | undefined, title: string | undefined, catalogue: string) => ({
  catalogue,
  ...(number === undefined ? {} : { number }),
  ...(title === undefined ? {} : { title }),
})

test('a board has the figures of a scorecard in its order, by their numbers, else their titles, else their references', () => {
  const rows = [
    figure('CP12', 'Placed far', 'PLC-10'),
    figure(undefined, 'Reviews', 'PLN-1'),
    figure(undefined, undefined, 'NUM-1'),
  ]
  const file = {
    title: 'Ours',
    themes: [
      { title: 'A', rows: rows.slice(0, 1) },
      { title: 'B', rows: rows.slice(1) },
    ],
  }
  const board = boardOf(file as unknown as Parameters<typeof boardOf>[0])
  expect([board.title, ...board.figures]).toEqual([
    'Ours',
    ['PLC-10', 'CP12'],
    ['PLN-1', 'Reviews'],
    ['NUM-1', 'NUM-1'],
  ])
})

test('where effects are not known rules stand by how many figures of the scorecard they touch, however many rows they find', () => {
  const board = {
    title: 'Ours',
    figures: new Map([
      ['END-1', 'CP3'],
      ['END-2', 'CP4'],
      ['PLC-10', 'CP12'],
    ]),
  }
  const touches = (_: unknown, fields: readonly string[]) =>
    fields.includes('DEC') ? ['END-2', 'END-1', 'OTH-1', 'OTH-2'] : ['PLC-10', 'OTH-1', 'OTH-2', 'OTH-3', 'OTH-4']
  const ranked = checkView({ ...checkOf, touches, board })
  expect(ranked.rules.map(({ rule, rows, figures }) => [rule, rows, figures])).toEqual([
    ['142', 1, ['CP3', 'CP4']],
    ['146', 3, ['CP12']],
    ['353', 0, []],
    ['185', 0, []],
  ])
  expect(ranked.findings.map(({ rule, figures }) => [rule, figures])).toContainEqual(['142', ['CP3', 'CP4']])
  expect(ranked.figuresOf).toBe('Ours')
  expect([view.figuresOf, view.rules[0]?.figures]).toEqual([null, []])
  const measured = checkView({
    ...checkOf,
    touches,
    board,
    effects: {
      at: day('2026-03-31'),
      atText: '',
      scorecard: 'Ours',
      byRule: new Map([['146', { reach: 0.1, moved: [] }]]),
    },
  })
  expect([measured.rules[0]?.rule, measured.figuresOf]).toEqual(['146', null])
})

test('of rules that could move one figure as far the one that could move more figures comes first, then the one that finds most', () => {
  const ranked = (first: number, second: number): readonly (string | undefined)[] => {
    const effect = (moved: number) => ({ reach: 0.1, moved: Array.from({ length: moved }, () => ({}) as never) })
    const byRule = new Map([
      ['142', effect(first)],
      ['146', effect(second)],
    ])
    const effects = { at: day('2026-03-31'), atText: '', scorecard: 'Ours', byRule }
    return checkView({ ...checkOf, effects }).rules.map(({ rule }) => rule)
  }
  expect(ranked(2, 1).slice(0, 2)).toEqual(['142', '146'])
  expect(ranked(1, 1).slice(0, 2)).toEqual(['146', '142'])
})

test('a rule that found the very rows of a rule above it names that one; a row more or less, or none, is not the same', () => {
  const rows = (rule: string, ids: readonly number[]) =>
    ids.flatMap(id =>
      report.found
        .filter(one => one.id === id)
        .slice(0, 1)
        .map(one => ({ ...one, rule })),
    )
  const found = [...rows('146', [3, 1]), ...rows('142', [1, 3]), ...rows('185', [1, 2]), ...rows('353', [1])]
  const twins = checkView({ ...checkOf, report: { ...report, found } })
  expect(twins.rules.map(({ rule, sameAs }) => [rule, sameAs])).toEqual([
    ['142', null],
    ['146', '142'],
    ['185', null],
    ['353', null],
  ])
  expect(view.rules.map(({ sameAs }) => sameAs)).toEqual([null, null, null, null])
})

test('reasons for which rows were not judged stand by rows, those that no cell here could mend last', () => {
  const [first] = report.unjudged
  const open = (id: number, why: string) => ({ ...(first as NonNullable<typeof first>), id, why })
  const earlier = 'returns of earlier years would be needed'
  const unjudged = [
    ...[1, 2, 3].map(id => open(id, earlier)),
    open(1, 'DEC is not a day: soon'),
    ...[1, 2].map(id => open(id, 'DECOM is not a day: 31/02/2025')),
  ]
  const groups = checkView({ ...checkOf, report: { ...report, unjudged } }).unjudgedGroups
  expect(groups.map(({ why, rows }) => [why, rows])).toEqual([
    ['Episodes: DECOM is not a day', 2],
    ['Episodes: DEC is not a day', 1],
    [`Episodes: ${earlier}`, 3],
  ])
})

test('findings stand by child, 9 before 10, and a row without a child first', () => {
  expect(view.findings.map(({ child, rule }) => [child, rule])).toEqual([
    [null, '146'],
    ['9', '142'],
    ['9', '146'],
    ['10', '146'],
  ])
  expect(view.findings[3]?.fix?.to).toBe('K2')
})

test('rows that could not be judged are grouped by reason without what the cell says, each row once', () => {
  expect(view.unjudgedGroups).toEqual([
    {
      why: 'Episodes: DECOM is not a day',
      rows: 2,
      rules: ['353', '142'],
      first: { child: '10', table: 'Episodes', file: 'episodes.csv', line: 2 },
    },
  ])
})

test('rules that did not run are grouped by reason, with what would let them', () => {
  expect(view.notRun.map(({ why, cure, rules }) => [why, cure, rules.map(({ rule }) => rule)])).toEqual([
    ['no provider list given', 'give Ofsted’s list of providers beside the files of the return', ['219', '1008']],
  ])
})

const soon = 'check again when the year is over'
const ours = 'tell us: this is a fault of ours'
test.each<[WhyNotRun, string, string | null, string | null]>([
  [
    { kind: 'no table', tables: ['Header'], last: true },
    'no Header table of last year given',
    'give last year’s return with --last',
    'import last year’s return',
  ],
  [
    { kind: 'no table', tables: ['OC2', 'Header'], last: false },
    'no OC2 and no Header table given',
    'give the table; a file with only its heading says that there are no rows',
    'import the table; a file with only its heading says that there are no rows',
  ],
  [
    { kind: 'no column', table: 'Episodes', columns: ['URN'], last: false },
    'Episodes has no column URN',
    'give the table with that column',
    'import the table with that column',
  ],
  [
    { kind: 'no postcodes' },
    'no postcodes given',
    'give postcodes.csv beside the files of the return',
    'import postcodes.csv',
  ],
  [
    { kind: 'no council' },
    'nothing says which council it is',
    'name the council with --authority',
    'import the return with --authority',
  ],
  [{ kind: 'not due', until: day('2026-03-31') }, 'it cannot be due before 31 March 2026', soon, soon],
  [{ kind: 'query failed', said: 'no such column' }, 'its query failed: no such column', ours, ours],
  [{ kind: 'not in force', collection: '2025-26' }, 'it is not in force in 2025-26', null, null],
])(
  '%o is said as "%s"; what would let the rule run on files is: %s; on a data version: %s',
  (why, says, files, version) => {
    expect([sayWhyNotRun(why), cureOf(why, 'files'), cureOf(why, 'data version')]).toEqual([says, files, version])
    expect(readWhyNotRun(JSON.stringify(why))).toEqual(why)
  },
)

test('a reason that an earlier Hearth kept in words is not read', () => {
  expect(readWhyNotRun('no provider list given')).toBeNull()
  expect(readWhyNotRun('{"kind":"some other"}')).toBeNull()
})
