import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHomeDesk } from '../../src/cli/home.ts'
import { importInto } from '../../src/cli/import.ts'
import { day } from '../../src/kit/day.ts'
import type { Desk } from '../../src/report/desk.ts'
import { writeSample } from '../../src/sample/sample.ts'
import { createApp } from '../../src/web/app.ts'
import { axeFaults } from './axe.ts'
import { openBrowser } from './browser.ts'

const folder = mkdtempSync(join(tmpdir(), 'hearth-charts-'))
const home = join(folder, 'home')
const files = join(folder, 'files')
let app: FastifyInstance
let desk: Desk
let browser: BrowserContext
let page: Page
let address = ''

/** A council whose first import lacked some of this year's episodes, and whose second has them and something to mark on charts. */
beforeAll(async () => {
  const { years } = await writeSample({
    to: files,
    children: 40,
    years: 2,
    authorities: 1,
    toDate: day('2026-10-31'),
    seed: 5,
    faults: 0,
    xml: false,
  })
  const latest = join(files, years.at(-1) ?? '')
  const episodes = join(latest, readdirSync(latest).find(name => name.startsWith('episodes')) ?? '')
  const whole = readFileSync(episodes, 'utf8')
  const lines = whole.split('\n')
  writeFileSync(episodes, lines.filter((_, i) => i === 0 || i % 6 !== 0).join('\n'))
  await importInto(
    home,
    years.map(year => join(files, year)),
    {},
  )
  writeFileSync(episodes, whole)
  writeFileSync(
    join(files, 'annotations.csv'),
    'measure,from,to,text,kind,author,date,recurs\nchildren-in-care,2026-06-10,2026-08-31,Courts sit less in summer,event,R. Marsh,2026-06-01,\n',
  )
  await importInto(home, [latest, join(files, 'annotations.csv')], {})
  desk = await openHomeDesk(home)
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

describe('a chart with something marked and a figure that has changed since it was told', () => {
  it('has no fault that axe finds, on a desk and on a phone', async () => {
    expect(await axeFaults(page, `${address}/measures/children-in-care`)).toEqual([])
    await page.setViewportSize({ width: 375, height: 800 })
    expect(await axeFaults(page, `${address}/measures/children-in-care`)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375)
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  it('shows the band with its number and lists what it is under the chart', async () => {
    await page.goto(`${address}/measures/children-in-care`)
    const trend = page.locator('figure').first()
    expect(await trend.locator('svg:visible .band').count()).toBe(1)
    expect(await trend.textContent()).toContain('1. Courts sit less in summer (10 June 2026 to 31 August 2026)')
    expect(await trend.locator('svg desc').first().textContent()).toContain('Courts sit less in summer')
  })

  it('shows the figure as it was last told as a ring, with its table', async () => {
    await page.goto(`${address}/measures/children-in-care`)
    expect(await page.locator('figure').first().locator('svg:visible .told').count()).toBeGreaterThan(0)
    const table = page.getByRole('region', { name: 'Figures that have changed since they were last told' })
    expect(await table.getByRole('row').count()).toBeGreaterThan(1)
    expect(await table.getByRole('row').nth(1).textContent()).toContain('Data version 1')
  })
})
