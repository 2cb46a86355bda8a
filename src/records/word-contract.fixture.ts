import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import { someWord } from './builders.ts'
import type { Fresh } from './contract.ts'
import type { NewWord, Words } from './word.ts'

/** What every store must do with words, whichever database is behind it. */
export function wordsContract(name: string, make: () => Promise<Fresh>): void {
  describe(`words in ${name}`, () => {
    let words: Words
    const made: Fresh[] = []
    beforeEach(async () => {
      const fresh = await make()
      made.push(fresh)
      words = fresh.records.words
    })
    afterAll(async () => {
      for (const each of made) await each.remove()
    })

    const saved = async (...given: readonly NewWord[]): Promise<readonly number[]> => {
      const answer = await words.save(given)
      if (answer.kind === 'saved') return answer.ids
      throw new Error('it was stale')
    }
    const said = (word: { readonly body: unknown }): unknown => (word.body as { text: string }).text
    const text = (words: string) => ({ body: { text: words } })

    test('a word comes back as it was given, with its number and when it was saved', async () => {
      const whole = someWord({ body: { text: 'Zoë’s “words”', of: [1, null, { deep: true }] } })
      const bare = someWord({ kind: 'priority', key: 'home', period: null, tag: null, informedBy: null })
      expect(await saved(whole, bare)).toEqual([1, 2])
      const [first, second] = await words.all()
      expect(first).toEqual({ ...whole, id: 1, savedAt: first?.savedAt })
      expect(second).toMatchObject(bare)
      expect(Date.parse(first?.savedAt ?? '')).toBeGreaterThan(Date.now() - 60_000)
    })

    test('what replaces a word stands instead of it, and history keeps both in order', async () => {
      await saved(someWord(text('first')))
      await saved(someWord({ ...text('second'), replaces: 1 }), someWord({ key: 'other' }))
      expect((await words.current('commentary')).map(word => [word.key, said(word)])).toEqual([
        ['other', 'Two homes nearby have opened.'],
        ['placed-over-20-miles', 'second'],
      ])
      expect((await words.history('commentary', 'placed-over-20-miles')).map(said)).toEqual(['first', 'second'])
      expect(await words.current('priority')).toEqual([])
    })

    test('a word replaces only what is about the same period; one without a period is a thing of its own', async () => {
      await saved(
        someWord(text('October')),
        someWord({ ...text('November'), period: day('2026-11-30') }),
        someWord({ ...text('always'), period: null }),
      )
      expect((await words.current('commentary')).map(said)).toEqual(['always', 'October', 'November'])
      expect(await words.history('commentary', 'placed-over-20-miles')).toHaveLength(3)
    })

    test('a word that was withdrawn does not stand, nor comes back what it replaced; it can be said anew', async () => {
      await saved(someWord(text('first')), someWord({ ...text('second'), replaces: 1 }))
      await saved(someWord({ body: { why: 'wrong' }, replaces: 2, withdrawn: true }))
      expect(await words.current('commentary')).toEqual([])
      expect(await words.history('commentary', 'placed-over-20-miles')).toHaveLength(3)
      expect(await words.save([someWord(text('anew'))])).toMatchObject({ kind: 'stale' })
      await saved(someWord({ ...text('anew'), replaces: 3 }))
      expect((await words.current('commentary')).map(said)).toEqual(['anew'])
    })

    test('what stood on a day is what was last said by then, that day included', async () => {
      await saved(
        someWord({ ...text('first'), saidOn: day('2026-11-02') }),
        someWord({ ...text('second'), saidOn: day('2026-11-09'), replaces: 1 }),
        someWord({ saidOn: day('2026-11-12'), replaces: 2, withdrawn: true }),
      )
      const stood = async (on: string) => (await words.current('commentary', day(on))).map(said)
      expect(await stood('2026-11-01')).toEqual([])
      expect(await stood('2026-11-02')).toEqual(['first'])
      expect(await stood('2026-11-08')).toEqual(['first'])
      expect(await stood('2026-11-09')).toEqual(['second'])
      expect(await stood('2026-11-12')).toEqual([])
    })

    test('a word on a row that is no longer the last is refused, with nothing of what came with it', async () => {
      await saved(someWord(), someWord({ ...text('hers'), replaces: 1 }))
      const his = someWord({ ...text('his'), replaces: 1 })
      expect(await words.save([someWord({ key: 'other' }), his])).toEqual({ kind: 'stale', word: his })
      expect(await words.save([someWord()])).toMatchObject({ kind: 'stale' })
      expect(await words.all()).toHaveLength(2)
    })

    test('of two who replace one word at once the first is kept; two who say other things are both let in', async () => {
      await saved(someWord())
      const answers = await Promise.all(
        ['hers', 'his'].map(said => words.save([someWord({ ...text(said), replaces: 1 })])),
      )
      expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['saved', 'stale'])
      const both = await Promise.all(
        Array.from({ length: 20 }, (_, i) => words.save([someWord({ key: `thing ${i}` }), someWord({ key: `${i}` })])),
      )
      expect(both.filter(({ kind }) => kind === 'saved')).toHaveLength(20)
      expect(new Set((await words.all()).map(({ id }) => id)).size).toBe(42)
    })

    test('a word cannot replace one of another thing, nor one that is not there, nor withdraw nothing', async () => {
      await saved(someWord())
      await expect(words.save([someWord({ key: 'other', replaces: 1 })])).rejects.toThrow('another thing')
      await expect(words.save([someWord({ period: null, replaces: 1 })])).rejects.toThrow('another thing')
      await expect(words.save([someWord({ replaces: 7 })])).rejects.toThrow()
      await expect(words.save([someWord({ key: 'other', withdrawn: true })])).rejects.toThrow()
      expect(await words.all()).toHaveLength(1)
    })
  })
}
