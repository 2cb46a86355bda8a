import { expect, test } from 'vitest'
import { type PageKey, pageCache } from './page-cache.ts'

const key: PageKey = { dataVersion: '1', audience: 'analyst', asked: ['2026-10-31'] }
const page = (text: string) => async (): Promise<string> => text

test('a page is made once for one version, audience and address', async () => {
  const cached = pageCache()
  expect([await cached(key, page('first')), await cached({ ...key }, page('second'))]).toEqual(['first', 'first'])
})

test('a page for an analyst is never given to a board, nor one of another version or address', async () => {
  const cached = pageCache()
  await cached(key, page('for an analyst'))
  expect(await cached({ ...key, audience: 'board' }, page('for a board'))).toBe('for a board')
  expect(await cached({ ...key, dataVersion: '2' }, page('newer'))).toBe('newer')
  expect(await cached({ ...key, asked: ['2026-09-30'] }, page('earlier'))).toBe('earlier')
})

test('two answers are not one that has both in it', async () => {
  const cached = pageCache()
  await cached({ ...key, asked: ['a b'] }, page('one'))
  expect(await cached({ ...key, asked: ['a', 'b'] }, page('two'))).toBe('two')
})

test('a page that could not be made is made again', async () => {
  const cached = pageCache()
  await expect(cached(key, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await cached(key, page('again'))).toBe('again')
})

test('the oldest of more than 200 is let go', async () => {
  const cached = pageCache()
  for (let i = 0; i <= 200; i++) await cached({ ...key, asked: [String(i)] }, page('old'))
  expect(await cached({ ...key, asked: ['0'] }, page('new'))).toBe('new')
  expect(await cached({ ...key, asked: ['200'] }, page('new'))).toBe('old')
})
