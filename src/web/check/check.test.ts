import Fastify from 'fastify'
import { expect, test } from 'vitest'
import type { CheckAsked } from '../../report/check-asked.ts'
import type { CheckPage } from '../../report/check-page.ts'
import type { Desk } from '../../report/desk.ts'
import { createApp } from '../app.ts'
import { problemPages } from '../problem.ts'
import { createRenderer } from '../render.ts'
import { child, page } from './check.fixture.ts'
import { checkPages } from './routes.ts'

let asked: CheckAsked | undefined
let given: Awaited<ReturnType<Desk['check']>> = page
let childGiven = child
const desk = {
  authority: { code: 'E06', name: 'Northtown' },
  synthetic: false,
  dataVersion: '7',
  list: () => [],
  check: (what: CheckAsked) => {
    asked = what
    return Promise.resolve(given)
  },
  checkChild: (what: { readonly child: string; readonly fixes: boolean }) =>
    Promise.resolve(
      what.child === 'C 7' ? { ...childGiven, fixes: what.fixes ? ('looked for' as const) : childGiven.fixes } : null,
    ),
} as unknown as Desk

async function get(url: string): Promise<{ readonly statusCode: number; readonly body: string }> {
  const app = Fastify()
  const render = createRenderer(desk)
  problemPages(app, render)
  await app.register(checkPages, { desk, render })
  return app.inject(url)
}

test('the page says what was checked: rules that ran, those that did not and why, rows that could not be judged and why', async () => {
  const { statusCode, body } = await get('/check')
  expect(statusCode).toBe(200)
  expect(body).toContain('Northtown, return of 2026-27, complete to 31 October 2026')
  expect(body).toContain('<strong>4</strong> ran')
  expect(body).toContain('no provider list given: rules 219, 1008. To run them: import Ofsted’s list of providers.')
  expect(body).toMatch(/Episodes: DECOM is not a day: 1 row, by rule 353\. First: <a[^>]*>child C 7<\/a>, e\.csv:4\./)
  expect(body.match(/<h1/g)).toHaveLength(1)
})

test('every answer of the address is handed on, and the form shows what was asked', async () => {
  const { body } = await get(
    '/check?year=2026-27&rule=146&table=Episodes&child=C+7&measure=cp12&effect=scorecard&new=yes&order=rows&page=2',
  )
  expect(asked).toEqual({
    year: '2026-27',
    rule: '146',
    table: 'Episodes',
    child: 'C 7',
    measure: 'cp12',
    scorecard: true,
    fresh: true,
    byEffect: false,
    page: 2,
  })
  for (const value of ['146', 'C 7', 'cp12']) expect(body).toMatch(new RegExp(`<input[^>]*value="${value}"`))
  expect(body).toContain('<option value="Episodes" selected>')
  expect(body.match(/type="checkbox"[^>]* checked/g)).toHaveLength(2)
  expect(body).toContain('<input type="hidden" name="order" value="rows">')
})

test('nothing asked is everything, by effect, the first page, the latest year', async () => {
  await get('/check')
  expect(asked).toEqual({
    rule: '',
    table: '',
    child: '',
    measure: '',
    scorecard: false,
    fresh: false,
    byEffect: true,
    page: 1,
  })
})

test('the link of a rule and those of the pages keep what else is asked; a rule begins at its first page', async () => {
  const { body } = await get('/check?table=Episodes&page=2')
  expect(body).toContain('href="/check?table=Episodes&amp;rule=146#findings"')
  expect(body).toContain('href="/check?table=Episodes&amp;page=3#findings" rel="next"')
  expect(body).toContain('href="/check?table=Episodes&amp;page=1#findings" rel="prev"')
  expect(body).toContain('href="/check">Show everything</a>')
})

test('a row at fault leads to its child; one without a child leads nowhere; one that is new says so in words', async () => {
  const { body } = await get('/check')
  expect(body).toMatch(
    /href="\/check\/child\/C%207\?year=2026-27"><span class="govuk-visually-hidden">Child <\/span>C 7<\/a> <strong class="govuk-tag">New<\/strong>/,
  )
  expect(body).toContain('<th scope="row">No child</th>')
})

test.each([
  '/check?rule=146&rule=147',
  '/check?page=0',
  '/check?page=x',
  '/check?table=Nonsense',
  '/check?effect=all',
  '/check?new=no',
  '/check?order=up',
  '/check/child/C%207?fixes=no',
  '/check/child/C%207?year=a&year=b',
])('an address that is not understood is 400: %s', async url => {
  const app = await createApp(desk)
  const answer = await app.inject({ url, headers: { host: 'localhost' } })
  await app.close()
  expect([answer.statusCode, answer.body.includes('HEARTH-1503')]).toEqual([400, true])
})

test('an answer that names nothing is 400, said above and at its field, and no table stands under it', async () => {
  given = { ...page, problems: { rule: 'Enter the code of a rule' }, rules: [], findings: [] }
  const { statusCode, body } = await get('/check?rule=zzz')
  given = page
  expect(statusCode).toBe(400)
  expect(body).toContain('<title>Error: Check of the return')
  expect(body).toContain('<a href="#rule">Enter the code of a rule</a>')
  expect(body).toMatch(/id="rule-error".*Enter the code of a rule/)
  expect(body).toMatch(/<input[^>]*id="rule"[^>]*value="zzz"[^>]*aria-describedby="rule-hint rule-error"/)
  expect(body).not.toContain('<table')
})

test('where the version keeps no check the page says so and what to do; nothing found says so', async () => {
  given = { kind: 'not checked', why: 'Data version 7 keeps no check.', fix: 'Import again.', years: ['2025-26'] }
  const none = await get('/check')
  given = { ...page, shownText: 'Nothing found', rules: [], findings: [] }
  const clean = await get('/check')
  given = page
  expect([none.statusCode, none.body.includes('keeps no check'), none.body.includes('Import again.')]).toEqual([
    200,
    true,
    true,
  ])
  expect(none.body).toContain('href="/check?year=2025-26"')
  expect(clean.body).toContain('No rule that ran finds a row.')
})

const seen = async (over: Partial<CheckPage>, url = '/check'): Promise<string> => {
  given = { ...page, ...over }
  const { body } = await get(url)
  given = page
  return body
}

test('findings by other rules than today’s are said to be', async () => {
  expect(await seen({ stale: true })).toContain('by the rules of an earlier Hearth')
  expect(await seen({})).not.toContain('by the rules of an earlier Hearth')
})

test('rules stand by effect with what each could move, and those that find most are a link away that keeps what is asked', async () => {
  const body = await seen({}, '/check?table=Episodes&page=2')
  expect(body).toContain('could move the scorecard furthest come first (Scorecard, 31 October 2026)')
  expect(body).toContain('href="/check?table=Episodes&amp;order=rows">Most rows first</a>')
  expect(body).toMatch(/<td data-label="What it could move">.*CP12 from 1 to 2.*3 more figures/)
  expect(body).not.toContain('worked out')
})

test('while effects are being worked out the page says by what rules stand, and leads to itself', async () => {
  const body = await seen({ order: 'figures', effectsOn: '', later: true }, '/check?table=Episodes&page=2')
  expect(body).toContain('is being worked out')
  expect(body).toContain('href="/check?table=Episodes&amp;page=2">Show it</a>')
  expect(body).toContain('Rules whose cells feed most figures of the scorecard come first until then.')
  expect(body).not.toContain('What it could move')
})

test('effects that cannot be worked out are said to be, with the reason', async () => {
  const body = await seen({ order: 'figures', effectsOn: '', notMeasured: 'There is no <month> end.' })
  expect(body).toContain('cannot be worked out: There is no &lt;month&gt; end.')
  expect(body).toContain('feed most figures of the scorecard come first.')
})

test('where rules stand by the rows that they find, those that matter most are a link away', async () => {
  const body = await seen({ order: 'rows', effectsOn: '' }, '/check?table=Episodes&order=rows')
  expect(body).toContain('Rules that find most come first.')
  expect(body).toContain('href="/check?table=Episodes">Those that could move the scorecard furthest first</a>')
  expect(body).not.toContain('Most rows first')
})

test('a rule that found the very rows of another names it', async () => {
  const rules = page.rules.map(rule => ({ ...rule, sameAs: 'The same rows as rule 242.' }))
  expect(await seen({ rules })).toContain('The same rows as rule 242.')
  expect(await seen({})).not.toContain('The same rows')
})

test('a marked cell says so in words and by a sign, and its rules lead to what they say; a blank one says that it is blank', async () => {
  const { body } = await get('/check/child/C%207?year=2026-27')
  const cells = [...body.matchAll(/<td class="govuk-table__cell hearth-marked">(.*?)<\/td>/g)].map(([, cell]) => cell)
  expect(cells).toHaveLength(2)
  expect(cells[0]).toContain('▲')
  expect(cells[0]).toContain('Marked: </span>&lt;b&gt;')
  expect(cells[0]).toContain('href="#finding-1">146</a>')
  expect(cells[1]).toContain('(blank)')
  expect(cells[1]).toMatch(/#finding-2">142<\/a>, <a[^>]*#finding-3">148</)
  expect(body).toContain('id="finding-1"')
})

test('last year’s rows stand beside this year’s, each under the file it stands in', async () => {
  const { body } = await get('/check/child/C%207')
  expect(body.indexOf('2025-26 (last year), e.csv')).toBeLessThan(body.indexOf('2026-27, e.csv'))
  expect(body.match(/scope="rowgroup"[^>]*colspan="4"/g)).toHaveLength(2)
})

test('fixes are looked for only where asked, and said where one is certain', async () => {
  const plain = (await get('/check/child/C%207')).body
  expect(plain).toContain('href="/check/child/C%207?year=2026-27&amp;fixes=yes#findings"')
  expect(plain).not.toContain('K2 in place of k2')
  expect((await get('/check/child/C%207?fixes=yes')).body).toContain('PLACE: K2 in place of k2 (the same code)')
  childGiven = { ...child, fixes: 'later' }
  expect((await get('/check/child/C%207')).body).toContain('Fixes are being looked for')
  childGiven = child
})

test('a child of whom no row is held leads nowhere', async () =>
  expect((await get('/check/child/nobody')).statusCode).toBe(404))

test('the page is the current one of the menu', async () => {
  expect((await get('/check')).body).toContain('href="/check" aria-current="page"')
})
