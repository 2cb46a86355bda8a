import { expect, it } from 'vitest'
import { keeping } from './kept.ts'

it('an answer is worked out once, also for who asks while it is being worked out', async () => {
  const keep = keeping<number>(2)
  let worked = 0
  const work = async (): Promise<number> => ++worked
  expect(await Promise.all([keep('a', work), keep('a', work)])).toEqual([1, 1])
  expect(await keep('a', work)).toBe(1)
})

it('of more answers than are kept the one asked for longest ago goes first', async () => {
  const keep = keeping<string>(2)
  const said: string[] = []
  const ask = (key: string): Promise<string> =>
    keep(key, async () => {
      said.push(key)
      return key
    })
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(key)
  expect(said).toEqual(['a', 'b', 'c', 'b'])
})

it('an answer that failed is asked again', async () => {
  const keep = keeping<number>(2)
  await expect(keep('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await keep('a', async () => 7)).toBe(7)
})
