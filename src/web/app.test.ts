import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { UserError } from '../kit/error.ts'
import { type ErrorCode, errorTitles } from '../kit/error-titles.ts'
import type { Desk } from '../report/desk.ts'
import { createApp } from './app.ts'
import { statusOf } from './problem.ts'

const authority = { code: 'E06000999', name: 'Invented Council' }
let fault: unknown = null
const refuse = async (): Promise<never> => {
  throw fault
}
let faults: Awaited<ReturnType<Desk['quality']>>['faults'] = []
const desk = {
  authority,
  synthetic: false,
  dataVersion: '1',
  list: () => [],
  sources: async () => ({
    authority,
    at: '2026-10-31',
    atText: '31 October 2026',
    groups: [],
    inFull: true,
    standIns: [],
  }),
  scorecard: refuse,
  measure: refuse,
  journey: refuse,
  journeyPeople: refuse,
  quality: async () => ({ atText: '31 October 2026', faults }),
} as unknown as Desk

let app: FastifyInstance
beforeEach(async () => {
  fault = new UserError('HEARTH-1201', 'There is no measure "x".', '`hearth measure list` shows them all.')
  app = await createApp(desk)
})
afterEach(async () => {
  await app.close()
  vi.restoreAllMocks()
})
const get = (url: string) => app.inject({ url, headers: { host: 'localhost' } })

describe('an address', () => {
  test.each(['/?at=2026-03-31&at=2026-06-30', '/measures/x?at=a&at=b', '/sources?at=a&at=b', '/journey?from=a&from=b'])(
    'that asks one thing twice is 400 with what to do: %s',
    async url => {
      const answer = await get(url)
      expect(answer.statusCode).toBe(400)
      expect(answer.body).toContain('An address that is not understood')
      expect(answer.body).toContain('Ask once')
      expect(answer.body).toContain('HEARTH-1503')
    },
  )
  test.each([
    '/sources?at=31/02/2026',
    '/journey/children?from=a&to=b&start=31/02/2026',
    '/journey/children?end=soon',
    '/where/children?at=soon',
  ])('of a day that is none is 400 where the page has no form to say so: %s', async url => {
    const answer = await get(url)
    expect(answer.statusCode).toBe(400)
    expect(answer.body).toContain('which is not a day')
  })
  test('that cannot be read is 400, and one that leads nowhere 404', async () => {
    expect((await get('/measures/%E0%A4%A')).statusCode).toBe(400)
    expect((await get('/nowhere')).statusCode).toBe(404)
  })
})

describe('what somebody can mend', () => {
  test.each([
    ['HEARTH-1002', 400],
    ['HEARTH-1201', 404],
    ['HEARTH-1211', 404],
    ['HEARTH-1409', 409],
    ['HEARTH-1406', 409],
    ['HEARTH-1207', 409],
    ['HEARTH-1403', 503],
  ] as const)('%s is %i, with its title, its words and what to do', async (code, status) => {
    fault = new UserError(code, 'It is so.', 'Do this.')
    const answer = await get('/measures/x')
    expect(answer.statusCode).toBe(status)
    for (const words of [errorTitles[code].slice(1), 'It is so.', 'Do this.', code])
      expect(answer.body).toContain(words)
  })
  test('is never a fault of ours', () => {
    for (const code of Object.keys(errorTitles) as ErrorCode[]) expect(statusOf(code), code).toBeLessThan(504)
    expect((Object.keys(errorTitles) as ErrorCode[]).filter(code => Number(statusOf(code)) === 500)).toEqual([])
  })
  test('a fault of ours is 500, logged, and says nothing of what it was', async () => {
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    fault = new Error('secret words')
    const answer = await get('/measures/x')
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toContain('secret words')
    expect(String(log.mock.calls[0]?.[0])).toContain('secret words')
  })
})

describe('what goes with every page', () => {
  test.each(['/measures', '/sources', '/measures/x', '/nowhere', '/?at=a&at=b'])(
    '%s is kept by no browser or proxy, says that it is UTF-8 and runs no script',
    async url => {
      const { headers } = await get(url)
      expect(headers['cache-control']).toBe('no-store')
      expect(headers['content-type']).toBe('text/html; charset=utf-8')
      expect(String(headers['content-security-policy']).split(';')).toContain("script-src 'none'")
    },
  )
  test('a call by another name is refused in UTF-8, and kept by nobody', async () => {
    const { statusCode, headers } = await app.inject({ url: '/', headers: { host: 'elsewhere.example' } })
    expect([statusCode, headers['content-type'], headers['cache-control']]).toEqual([
      403,
      'text/plain; charset=utf-8',
      'no-store',
    ])
  })
  test('the stylesheet may be kept for an hour', async () => {
    const { headers } = await get('/assets/hearth.css')
    expect(headers['cache-control']).toBe('public, max-age=3600')
    expect(headers['content-type']).toBe('text/css; charset=utf-8')
  })
})

describe('the page of data quality', () => {
  test('has each fault with the figures it touches, linked, and the rows to mend with file and line', async () => {
    const touched = { number: 'CP6', measure: 'average-time-in-care', title: 'Average time in care', reach: 0.1 }
    faults = [
      {
        what: 'Rows of Episodes that could not be used',
        count: 1_204,
        reach: 0.1,
        touches: [{ ...touched, shown: '101.2', range: '99.0 to 104.1', says: '101.2, could lie from 99.0 to 104.1' }],
        rows: [
          { child: 'A1', file: '2024-25/episodes.csv', line: 42 },
          { child: null, file: null, line: null },
        ],
      },
    ]
    const { statusCode, body } = await get('/quality?at=2026-10-31')
    expect(statusCode).toBe(200)
    expect(body).toContain('Rows of Episodes that could not be used: 1,204')
    expect(body).toContain(
      'href="/measures/average-time-in-care?at=2026-10-31">CP6 Average time in care</a>: 101.2, could lie from 99.0 to 104.1',
    )
    expect(body).toMatch(/A1<\/th><td[^>]*>2024-25\/episodes\.csv:42</)
    expect(body).toMatch(/No child<\/th><td[^>]*>From no file</)
    expect(body).toContain('And 1,202 more.')
  })
  test('says that there is nothing to mend where there is not, and what is wrong with a day that is none', async () => {
    faults = []
    expect((await get('/quality')).body).toContain('Nothing in the data of 31 October 2026 is not known')
    const answer = await get('/quality?at=soon')
    expect([answer.statusCode, answer.body.includes('Enter a real day')]).toEqual([400, true])
  })
  test('is in the menu of every page', async () => {
    expect((await get('/measures')).body).toContain('href="/quality"')
  })
})
