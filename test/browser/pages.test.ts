import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCss } from '../../scripts/css.ts'
import { openHomeDesk } from '../../src/cli/home.ts'
import { importInto } from '../../src/cli/import.ts'
import { day } from '../../src/kit/day.ts'
import type { Desk } from '../../src/report/desk.ts'
import { writeSample } from '../../src/sample/sample.ts'
import { createApp } from '../../src/web/app.ts'
import { axeFaults } from './axe.ts'
import { openBrowser } from './browser.ts'

const folder = mkdtempSync(join(tmpdir(), 'hearth-pages-'))
let app: FastifyInstance
let desk: Desk
let browser: BrowserContext
let page: Page
let address = ''

beforeAll(async () => {
  const files = join(folder, 'files')
  const summary = await writeSample({
    to: files,
    children: 120,
    years: 4,
    authorities: 1,
    toDate: day('2026-10-31'),
    seed: 3,
    faults: 0.02,
    xml: false,
  })
  await importInto(
    join(folder, 'home'),
    [...summary.years.map(year => join(files, year)), join(files, 'reference')],
    {},
  )
  desk = await openHomeDesk(join(folder, 'home'))
  app = await createApp(desk)
  address = (await app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  browser = await openBrowser()
  page = await browser.newPage()
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await app?.close()
  desk?.close()
  rmSync(folder, { recursive: true, force: true })
})

const faults = (path: string): Promise<readonly string[]> => axeFaults(page, `${address}${path}`)

const measures = ['placed-over-20-miles', 'children-in-care', 'ratio-of-entering-to-leaving', 'placement-mix']

describe('the pages', () => {
  it.each([
    '/',
    '/measures',
    '/sources',
    '/quality',
    '/quality?at=nonsense',
    '/journey',
    '/where',
    '/forecast',
    '/forecast?say=nonsense',
    '/check',
    '/check?year=2025-26&page=2',
    '/check?rule=nonsense',
    ...measures.map(id => `/measures/${id}`),
    '/measures/no-such-measure',
    '/?at=nonsense',
    '/measures/average-time-in-care?at=nonsense',
  ])('%s has no fault that axe finds', async path => {
    expect(await faults(path)).toEqual([])
  })

  it('list the faults of the data with the figures they touch and the rows to mend, file and line', async () => {
    await page.goto(`${address}/quality`)
    expect(await page.locator('h2').count()).toBeGreaterThan(0)
    await page.locator('summary').first().click()
    expect(await page.locator('details[open] tbody td').first().textContent()).toMatch(/\.csv:\d+$/)
    await page.locator('section li a').first().click()
    expect(page.url()).toMatch(/\/measures\/[a-z0-9-]+$/)
    expect(await page.getByRole('link', { name: 'Data quality' }).count()).toBe(1)
  })

  it('lead from a rule of the return to the child whose row it finds, and from a marked cell to what the rule says', async () => {
    await page.goto(`${address}/check?year=2025-26`)
    await page.locator('table').first().locator('tbody a').first().click()
    expect(page.url()).toMatch(/rule=\w+#findings$/)
    await page.locator('#findings tbody a').first().click()
    const child = new URL(page.url()).pathname
    expect(child).toMatch(/^\/check\/child\/.+/)
    await page.locator('.hearth-marked a').first().click()
    expect(await page.locator('tr:target').count()).toBe(1)
    expect(await faults(`${child}?year=2025-26`)).toEqual([])
    await page.setViewportSize({ width: 320, height: 800 })
    await page.goto(`${address}${child}?year=2025-26`)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  it('are usable at 320 pixels: nothing but tables scrolls sideways', async () => {
    await page.setViewportSize({ width: 320, height: 800 })
    for (const path of ['/', '/sources', '/where', '/check', '/measures/placed-over-20-miles']) {
      await page.goto(`${address}${path}`)
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(320)
    }
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  it('set the rows of the scorecard one under another at 360 pixels, each cell with its heading', async () => {
    await page.setViewportSize({ width: 360, height: 800 })
    await page.goto(`${address}/`)
    expect(
      await page.evaluate(
        "[...document.querySelectorAll('.hearth-scorecard tbody tr')].filter(row => row.getBoundingClientRect().right > innerWidth).length",
      ),
    ).toBe(0)
    const heading =
      "getComputedStyle(document.querySelector('.hearth-scorecard tbody td:nth-child(4)'), '::before').content"
    expect(await page.evaluate(heading)).toContain('Latest')
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  it('keep the day that was asked for from page to page', async () => {
    await page.goto(`${address}/?at=2026-03-31`)
    await page.getByRole('link', { name: 'Average time in care' }).click()
    expect(page.url()).toMatch(/\/measures\/average-time-in-care\?at=2026-03-31$/)
    expect(await page.locator('.hearth-facts').textContent()).toContain('31 March 2026')
    await page.getByRole('link', { name: 'Scorecard' }).first().click()
    await page.goBack()
    await page.locator('.govuk-back-link').click()
    expect(page.url()).toMatch(/\/\?at=2026-03-31$/)
  })

  it('say of a measure what is wrong with a day that is none', async () => {
    const answer = await page.goto(`${address}/measures/average-time-in-care?at=31/02/2026`)
    expect(answer?.status()).toBe(400)
    expect(await page.getByText('Enter a real day').count()).toBe(1)
  })

  it('say what an average and a ratio are made of, and why an average moved in its own unit', async () => {
    await page.goto(`${address}/measures/sdq-average`)
    const facts = await page.locator('.hearth-facts').textContent()
    expect(facts).toMatch(/Mean of \d+ children: the mean of the scores/)
    expect(facts).not.toMatch(/\d of \d+ children/)
    expect(await page.getByRole('columnheader', { name: 'In the figure (score)' }).count()).toBe(1)
    // The starts of those longest in care lie before the first return, so their mean is below what it can be.
    await page.goto(`${address}/measures/average-time-in-care`)
    expect(await page.locator('.hearth-facts').textContent()).toMatch(/Not rated: unreliable/)
    expect(await page.locator('main').textContent()).toMatch(/not known.*: at least [\d.]+ with them/)
    await page.goto(`${address}/measures/ratio-of-entering-to-leaving`)
    expect(await page.locator('.hearth-facts').textContent()).toMatch(/\d+ children starting, \d+ children ceasing/)
  })

  it('do not break a measure down by what it counts', async () => {
    await page.goto(`${address}/measures/placed-over-20-miles`)
    expect(await page.getByRole('region', { name: 'Distance from home' }).count()).toBe(0)
    expect(await page.getByRole('region', { name: 'Age', exact: true }).count()).toBe(1)
  })

  it('can be walked by keyboard from the top of the scorecard to a measure', async () => {
    await page.goto(`${address}/`)
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to main content')
    await page.getByRole('link', { name: 'Children placed more than 20 miles from home' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/measures/placed-over-20-miles')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      'Are children growing up near the people they know?',
    )
  })

  it('show the scorecard of another day when asked, and say what is wrong with a day that is none', async () => {
    await page.goto(`${address}/`)
    await page.getByLabel('Position at another day').fill('31/03/2026')
    await page.getByRole('button', { name: 'Show' }).click()
    expect(await page.getByText('position at 31 March 2026').count()).toBe(1)
    await page.getByLabel('Position at another day').fill('31/02/2026')
    await page.getByRole('button', { name: 'Show' }).click()
    expect(await page.getByText('Enter a real day').count()).toBe(1)
  })

  it('say that a synthetic council is one', async () => {
    await page.goto(`${address}/measures/children-in-care`)
    expect(await page.getByText('This is a synthetic council.').count()).toBe(1)
  })

  it('set the figures of a chart in a table beside it', async () => {
    await page.goto(`${address}/measures/children-in-care`)
    const latest = await page.locator('.hearth-figure').textContent()
    expect(
      await page.getByRole('region', { name: 'Figures by period' }).getByRole('row').last().textContent(),
    ).toContain(latest ?? '?')
    expect(await page.locator('svg.hearth-chart desc').first().textContent()).toContain(`Latest ${latest}`)
  })

  it('run no script and ask nothing of any other machine', async () => {
    const asked: string[] = []
    const listen = (request: { url: () => string }): void => void asked.push(request.url())
    page.on('request', listen)
    await page.goto(`${address}/`)
    page.off('request', listen)
    expect(asked.filter(url => !url.startsWith(address))).toEqual([])
    expect(await page.locator('script').count()).toBe(0)
  })
})

describe('the stylesheet', () => {
  it('is what its source gives: run `npm run css` after changing it', () => {
    expect(readFileSync(new URL('../../src/web/assets/hearth.css', import.meta.url), 'utf8')).toBe(buildCss())
  })
})
