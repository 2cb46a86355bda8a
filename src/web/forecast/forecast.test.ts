import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { scenarioSaid } from '../../forecast/what-if-file.ts'
import type { Desk } from '../../report/desk.ts'
import { someForecast } from '../../report/forecast.fixture.ts'
import { forecastView } from '../../report/forecast-page.ts'
import { problemPages } from '../problem.ts'
import { createRenderer } from '../render.ts'
import { forecastPage } from './routes.ts'

const authority = { code: 'E06990001', name: 'Northtown' }
type Asked = Parameters<Desk['forecast']>[0]
const asked: Asked[] = []
/** A desk whose forecast of over 24 months is still being worked out. */
const desk = {
  authority,
  synthetic: false,
  forecast: async (given: Asked) => {
    asked.push(given)
    const scenarios = given.whatIfs.map(scenarioSaid)
    if (given.horizon > 24) return 'later'
    const whatIfs = scenarios.map(({ label }) => ({ label, source: null, series: [], short: [], note: null }))
    const base = someForecast(40, 30, 20)
    const [whole] = base.series
    const points = whole?.points.map(({ periodEnd }) => ({ periodEnd, value: 90 })) ?? []
    const trendLines = [{ group: null, span: 2, points }]
    const series = [
      ...base.series,
      ...(whole ? [{ ...whole, name: 'care weeks' as const, unit: 'weeks' as const }] : []),
    ]
    return forecastView({ ...base, whatIfs, trendLines, series }, authority, 'analyst', [])
  },
} as unknown as Desk
const app = Fastify()
const render = createRenderer(desk)
problemPages(app, render)
app.register(forecastPage, { desk, render })
const get = (url: string) => app.inject({ url })
const query = (fields: Readonly<Record<string, string>>): string => `/forecast?${new URLSearchParams(fields)}`

test('fields lead to the address of the sentence that they say, after those said before', async () => {
  const { statusCode, headers } = await get(
    query({
      what: 'entries',
      way: 'fewer',
      who: 'teenagers',
      by: '20',
      from: 'April 2027',
      months: '12',
      say: 'adoption doubles',
    }),
  )
  expect(statusCode).toBe(303)
  const to = new URL(String(headers.location), 'http://localhost')
  expect([to.pathname, to.hash]).toEqual(['/forecast', '#what-if'])
  expect(Object.fromEntries(to.searchParams)).toEqual({
    months: '12',
    say: 'adoption doubles\nfrom April 2027, 20% fewer teenagers enter',
  })
  const { body } = await get(`${to.pathname}${to.search}`)
  expect(asked.at(-1)?.whatIfs).toEqual(['adoption doubles', 'from April 2027, 20% fewer teenagers enter'])
  expect(body).toContain('<h3 class="govuk-heading-m">from April 2027, 20% fewer teenagers enter</h3>')
})

test('each form has its lists, with the months ahead, and needs no script', async () => {
  const { body } = await get('/forecast?months=12')
  for (const what of ['entries', 'exits', 'moves', 'capacity'])
    expect(body).toContain(`<input type="hidden" name="what" value="${what}">`)
  expect(body).toContain(
    '<option value="unaccompanied asylum-seeking children">Unaccompanied asylum-seeking children</option>',
  )
  expect(body).toContain('<option value="children">All children</option>')
  // A placement is called as it is in the tables, and sent as the sentence has it.
  expect(body).toContain('<option value="external residential">Other providers’ children’s homes</option>')
  expect(body).toContain(
    '<option value="places in external residential">Other providers’ children’s homes (places)</option>',
  )
  expect(body).toContain('<option value="in-house foster carers">Our own foster carers (households)</option>')
  expect(body).toContain('<option value="November 2026">November 2026</option>')
  expect(body).not.toContain('<option value="November 2027">')
  expect(body).not.toContain('<script')
  const ids = [...body.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const [, id] of body.matchAll(/ for="([^"]*)"/g)) expect(ids).toContain(id)
})

test('fields that say nothing are refused beside their form, with what was filled in and the forecast as it is', async () => {
  const { statusCode, body } = await get(query({ what: 'entries', way: 'more', who: 'teenagers', by: 'some' }))
  expect(statusCode).toBe(400)
  expect(body).toMatch(/<title>Error: What is coming/)
  expect(body).toMatch(/<details class="govuk-details" open>.*id="fields-error".*By how much is not said/s)
  expect(body).toContain('<option value="teenagers" selected>')
  expect(body).toContain('value="some"')
  expect(body).toContain('Where children may live')
})

test('a sentence that is not understood is said beside the sentences, and the forecast is shown without it', async () => {
  const { statusCode, body } = await get(query({ say: 'more of everything' }))
  expect(statusCode).toBe(400)
  expect(body).toMatch(/id="say-error".*more of everything.*is not a what-if that is understood/s)
  expect(body).toContain('Where children may live')
  expect(asked.at(-1)?.whatIfs).toEqual([])
})

test('a forecast that is still being worked out says so, and leads back to itself', async () => {
  const { statusCode, body } = await get('/forecast?months=36')
  expect(statusCode).toBe(200)
  expect(body).toContain('<a class="govuk-link" href="/forecast?months=36">Show it</a>')
  const wrong = await get('/forecast?months=36&say=magic')
  expect(wrong.statusCode).toBe(400)
  expect(wrong.body).toContain('is not a what-if that is understood')
})

test('weeks of care, and what each part of the method was worth, are opened by a click and need no script', async () => {
  const { body } = await get('/forecast')
  const opened = (title: string): string =>
    new RegExp(`<details[^>]*>\\s*<summary[^>]*><span[^>]*>${title}</span></summary>(.*?)</details>`, 's').exec(
      body,
    )?.[1] ?? ''
  expect(opened('Weeks of care, and ends by way of leaving')).toContain(
    '<td class="govuk-table__cell govuk-table__cell--numeric">84 to 96</td>',
  )
  expect(opened('What each part of the method was worth')).toContain('hearth forecast study --councils 0')
})

test.each(['13', '-12', 'many', '120'])('months ahead that no one can ask for are refused: %s', async months => {
  const { statusCode, body } = await get(query({ months }))
  expect(statusCode).toBe(400)
  expect(body).toContain('Ask for one of: 12, 24, 36.')
})

test('the page draws the fan and the lines that are no forecast, for a wide page and a phone, and names the range of no change', async () => {
  const { body } = await get('/forecast')
  expect(body).toContain('No change, 8 in 10:')
  expect(body).toContain('Dotted: 8 in 10 if nothing changes')
  expect(body).toContain('>Last 2 months (0.0 a month): 90<')
  expect(body).toContain('>2 months: 90<')
  expect(body).toMatch(/<figcaption[^>]*>Each dashed line .*None is a forecast/)
})
