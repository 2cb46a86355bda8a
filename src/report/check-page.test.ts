import { expect, test } from 'vitest'
import type { HeldReturn } from '../checks/held-returns.ts'
import type { KeptCheck, RowKept } from '../checks/kept.ts'
import { day } from '../kit/day.ts'
import { UserError } from '../kit/error.ts'
import { checkOf, report } from './check.fixture.ts'
import type { CheckAsked, FiguresOn } from './check-asked.ts'
import { checkChildPage } from './check-child.ts'
import { orderByEffect } from './check-order.ts'
import { type CheckPage, checkPage } from './check-page.ts'
import { findingKey, soon } from './office-checks.ts'
import type { OfficeOptions } from './office-options.ts'

const keptRow = (row: (typeof report.found)[number], i: number): RowKept => ({ ...row, key: `k${i}`, mark: `m${i}` })
const kept: KeptCheck = { ...report, found: report.found.map(keptRow), mark: 'today' }
/** The version before had not yet found the row of child 10. */
const before: KeptCheck = { ...kept, found: kept.found.slice(1) }
const [firstFound] = kept.found
const held: HeldReturn = { authority: 'E06990001', year: 2026, asAt: day('2025-10-31') }
const figuresOn: FiguresOn = new Map([['PLC-10', { number: 'CP12', title: 'Placed far from home', measure: 'far' }]])
const measures = new Map([
  ['far', { id: 'far', catalogue: 'PLC-10' }],
  ['near', { id: 'near', catalogue: 'PLC-2' }],
  ['other', { id: 'other', catalogue: 'OTH-1' }],
])
const checks: OfficeOptions['checks'] = {
  held: async () => [{ ...held, year: 2025 }, held],
  kept: async one => (one.year === 2026 ? kept : null),
  leftOut: async () => 'an import checks the latest',
  before: async () => ({ version: 6, kept: before }),
  mark: () => 'today',
  fileOf: async () => () => '2025-26/episodes.csv',
  touches: checkOf.touches,
  childRows: async (_, child) =>
    child === '9'
      ? [
          {
            table: 'episodes',
            year: 2025,
            fileId: 9,
            line: 3,
            row: 1,
            cells: { CHILD: '9', PLACE: 'U4', PL_LA: null },
          },
          {
            table: 'episodes',
            year: 2026,
            fileId: 1,
            line: 3,
            row: 1,
            cells: { CHILD: '9', PLACE: 'K9', PL_LA: null },
          },
        ]
      : [],
  effects: async () => ({
    at: day('2025-10-31'),
    atText: '31 October 2025',
    scorecard: 'Scorecard',
    byRule: new Map([['142', { reach: 1, moved: [] }]]),
  }),
  fixes: async () =>
    new Map(kept.found.slice(2, 3).map(row => [findingKey(row), { field: 'PLACE', from: 'K9', to: 'K2', why: 'so' }])),
}
const options = { checks, dataVersion: 7, session: { measures } } as unknown as OfficeOptions
const nothing: CheckAsked = { scorecard: false, fresh: false, byEffect: false, page: 1 }
const ask = async (asked: Partial<CheckAsked> = {}, over = options): Promise<CheckPage> => {
  const page = await checkPage(over, figuresOn, { ...nothing, ...asked })
  if (page.kind !== 'checked') throw new Error(page.why)
  return page
}
const found = ({ findings }: CheckPage): readonly string[] => findings.map(({ child, rule }) => `${child} ${rule}`)

test('the latest return is meant where no year is asked, and its counts stand whatever is filtered', async () => {
  const page = await ask({ rule: '142' })
  expect([page.year, page.reach]).toEqual(['2025-26', 'complete to 31 October 2025'])
  expect(page.counts).toEqual({
    inForce: '6',
    run: '4',
    notRun: '2',
    couldNotJudge: '2',
    unjudged: '2 rows',
    found: '4',
  })
  expect(page.shownText).toBe('1 finding about 1 child, by 1 rule')
  expect(page.notRun).toEqual([
    { why: 'No provider list given', cure: 'import Ofsted’s list of providers', rules: ['219', '1008'] },
  ])
})

test('findings are filtered by rule in any case, table, child, measure by any of its names, and what touches the scorecard', async () => {
  const all = [' 146', '9 142', '9 146', '10 146']
  expect(found(await ask())).toEqual(all)
  expect(found(await ask({ rule: ' 142 ' }))).toEqual(['9 142'])
  expect(found(await ask({ table: 'Header' }))).toEqual([])
  expect(found(await ask({ table: 'Episodes' }))).toEqual(all)
  expect(found(await ask({ child: '9' }))).toEqual(['9 142', '9 146'])
  for (const measure of ['cp12', 'PLC-10', 'far', 'PLC-2'])
    expect(found(await ask({ measure })), measure).toEqual([' 146', '9 146', '10 146'])
  expect(found(await ask({ measure: 'OTH-1' }))).toEqual([])
  expect(found(await ask({ scorecard: true }))).toEqual([' 146', '9 146', '10 146'])
  expect(found(await ask({ child: '9', scorecard: true }))).toEqual(['9 146'])
})

test('what is new since the version before can be asked for alone, and is counted by rule', async () => {
  const page = await ask({ fresh: true })
  expect([page.before, found(page)]).toEqual(['6', ['10 146']])
  expect((await ask()).rules.map(({ rule, fresh }) => [rule, fresh])).toEqual([
    ['146', '1'],
    ['142', '0'],
  ])
  expect((await ask()).findings.map(({ fresh }) => fresh)).toEqual([false, false, false, true])
  const first = await ask({}, { ...options, checks: { ...checks, before: async () => null } })
  expect([first.before, first.rules[0]?.fresh]).toEqual(['', ''])
})

test('a rule or measure that is none is said, and finds nothing', async () => {
  const page = await ask({ rule: '143x', measure: 'PLC-99' })
  expect(page.problems.rule).toContain('a rule in force in 2025-26')
  expect(page.problems.measure).toContain('such as PLC-01')
  expect(page.findings).toEqual([])
})

test('the figures that a rule touches are those of the scorecard, named where one rule is asked for', async () => {
  expect((await ask()).figures).toEqual([])
  const page = await ask({ rule: '146' })
  expect(page.figures.map(({ measure }) => measure)).toEqual(['far'])
  expect(page.rules[0]?.touches).toBe('CP12; 2 in all')
})

test('rules stand by how far they could move the scorecard where that is asked and known', async () => {
  expect((await ask()).rules.map(({ rule }) => rule)).toEqual(['146', '142'])
  const page = await ask({ byEffect: true })
  expect([page.effectsOn, page.later]).toEqual(['Scorecard, 31 October 2025', false])
  expect(page.rules.map(({ rule, moved }) => [rule, moved])).toEqual([
    ['142', ['No figure']],
    ['146', []],
  ])
})

/** Of two rules with a row each only 146 touches the scorecard; by their codes it is the later. */
const touching = {
  ...checks,
  kept: async () => ({
    ...kept,
    found: kept.found.slice(1, 3).map(row => ({ ...row, id: row.rule === '142' ? 2 : 3 })),
  }),
  touches: (_table: unknown, fields: readonly string[]) => (fields.includes('PLACE') ? ['PLC-10'] : []),
}
const never = new Promise<never>(() => {})

test('while effects are being worked out rules stand by the figures of the scorecard that their cells feed', async () => {
  const late = { ...touching, effects: () => never }
  const order = await orderByEffect(late, held, figuresOn, 5)
  expect(order).toEqual({
    by: 'figures',
    board: { title: 'the scorecard', figures: new Map([['PLC-10', 'CP12']]) },
    why: 'later',
  })
  const fault = new UserError('HEARTH-1401', 'There is no month end.', 'Import more.')
  const page = await ask(
    { byEffect: true },
    { ...options, checks: { ...touching, effects: () => Promise.reject(fault) } },
  )
  expect([page.order, page.later, page.notMeasured]).toEqual(['figures', false, 'There is no month end.'])
  expect(page.rules.map(({ rule, moved }) => [rule, moved])).toEqual([
    ['146', []],
    ['142', []],
  ])
})

test('a rule that found the very rows of another says so, and what both could move is said once', async () => {
  const two = kept.found.slice(1, 3)
  const moved = { reach: 0.1, moved: [{ says: 'CP12: 1, could lie from 0 to 1' }] as never[] }
  const page = (second: typeof moved): Promise<CheckPage> =>
    ask(
      { byEffect: true },
      {
        ...options,
        checks: {
          ...checks,
          kept: async () => ({ ...kept, found: two }),
          effects: async () => ({
            at: day('2025-10-31'),
            atText: '31 October 2025',
            scorecard: 'Scorecard',
            byRule: new Map([
              ['142', moved],
              ['146', second],
            ]),
          }),
        },
      },
    )
  expect((await page(moved)).rules.map(({ rule, sameAs, moved }) => [rule, sameAs, moved])).toEqual([
    ['142', '', ['CP12: 1, could lie from 0 to 1']],
    ['146', 'The same row as rule 142.', ['The same as rule 142']],
  ])
  const other = { reach: 0.1, moved: [{ says: 'CP13' }] as never[] }
  expect((await page(other)).rules.at(1)?.moved).toEqual(['CP13'])
})

test('a fault of ours in working out effects is not passed off as something that cannot be measured', async () => {
  const broken = { ...touching, effects: () => Promise.reject(new Error('no such column')) }
  await expect(ask({ byEffect: true }, { ...options, checks: broken })).rejects.toThrow('no such column')
})

test('where nothing is found no effect is worked out', async () => {
  const none = {
    ...checks,
    kept: async () => ({ ...kept, found: [] }),
    effects: () => Promise.reject(new Error('asked')),
  }
  expect((await ask({ byEffect: true }, { ...options, checks: none })).order).toBe('rows')
})

test('a hundred findings stand on a page, and a page beyond the last is the last', async () => {
  const many = Array.from({ length: 201 }, (_, i) => ({ ...firstFound, child: String(i + 1) }) as RowKept)
  const over = { ...options, checks: { ...checks, kept: async () => ({ ...kept, found: many }) } }
  const second = await ask({ page: 2 }, over)
  expect([second.findings.length, second.findings[0]?.child, second.pages]).toEqual([
    100,
    '101',
    { page: '2', of: '3', next: '3', previous: '1' },
  ])
  const last = await ask({ page: 9 }, over)
  expect([last.findings.map(({ child }) => child), last.pages]).toEqual([
    ['201'],
    { page: '3', of: '3', next: '', previous: '2' },
  ])
})

test('findings by other rules than today’s are said to be', async () => {
  expect((await ask()).stale).toBe(false)
  expect((await ask({}, { ...options, checks: { ...checks, mark: () => 'tomorrow' } })).stale).toBe(true)
})

test('a year that is not held is refused; one whose check is not kept says what to do', async () => {
  await expect(checkPage(options, figuresOn, { ...nothing, year: '2030-31' })).rejects.toThrow('does not hold')
  expect(await checkPage(options, figuresOn, { ...nothing, year: '2024-25' })).toMatchObject({
    kind: 'not checked',
    why: 'Data version 7 keeps no check of the return of 2024-25: an import checks the latest.',
    fix: 'The command “hearth check --year 2024-25” checks it now.',
    years: ['2025-26'],
  })
  const none = { ...options, checks: { ...checks, held: async () => [] } }
  expect((await checkPage(none, figuresOn, nothing)).kind).toBe('not checked')
})

test('a child’s rows carry the rules that mark each cell, last year’s none; a column that only old returns had is left out where blank', async () => {
  const page = await checkChildPage(options, figuresOn, { child: '9', fixes: false })
  const [table] = page?.tables ?? []
  expect(table?.columns).toEqual(['CHILD', 'PLACE'])
  expect(table?.files.map(({ heading, rows }) => [heading, rows[0]?.cells.map(({ marks }) => marks.length)])).toEqual([
    ['2024-25 (last year), episodes.csv', [0, 0]],
    ['2025-26, episodes.csv', [0, 1]],
  ])
  const mark = table?.files[1]?.rows[0]?.cells[1]?.marks[0]
  expect(mark?.rule).toBe('146')
  expect(page?.findings.find(({ finding }) => finding === mark?.finding)?.rule).toBe('146')
  expect([page?.fixes, page?.findings.map(({ fix }) => fix)]).toEqual(['not asked', ['', '']])
  expect(await checkChildPage(options, figuresOn, { child: 'nobody', fixes: false })).toBeNull()
})

test('an id is read in capitals, as the check reads ids', async () => {
  const many = kept.found.map(row => ({ ...row, child: 'C7' }))
  const over = { ...options, checks: { ...checks, kept: async () => ({ ...kept, found: many }) } }
  expect((await ask({ child: ' c7 ' }, over)).findings).toHaveLength(4)
})

test('a fix that is certain is said where fixes are asked for', async () => {
  const page = await checkChildPage(options, figuresOn, { child: '9', fixes: true })
  expect([page?.fixes, page?.findings.map(({ fix }) => fix)]).toEqual([
    'looked for',
    ['', 'PLACE: K2 in place of K9 (so)'],
  ])
})

test('what is not there within a page’s patience is later, and what fails fails', async () => {
  expect(await soon(Promise.resolve(1), 50)).toBe(1)
  expect(await soon(new Promise(() => {}), 5)).toBe('later')
  await expect(soon(Promise.reject(new Error('no')), 50)).rejects.toThrow('no')
})
