import { expect, it } from 'vitest'
import type { Word } from '../records/records.ts'
import { read } from './word.fixture.ts'
import { planWords } from './word-plan.ts'
import type { ReadWord } from './word-read.ts'

const kept = (id: number, word: ReadWord, changes: Partial<Word> = {}): Word => {
  const { file: _, line: __, ...said } = word
  return { ...said, id, savedAt: '2026-11-09T09:30:00.000Z', replaces: null, withdrawn: false, ...changes }
}
const first = read('commentary', { text: 'First.' })
const second = read('commentary', { text: 'Second.', date: '2026-11-10' })

it('saves what was never said, and replaces what stands about the same', () => {
  expect(planWords([first], [])).toMatchObject({ words: [{ key: 'placed-over-20-miles', replaces: null }], known: 0 })
  expect(planWords([second], [kept(4, first)]).words).toMatchObject([{ body: { text: 'Second.' }, replaces: 4 }])
  const september = read('commentary', { period: '2026-09' })
  expect(planWords([september], [kept(4, first)]).words).toMatchObject([{ replaces: null }])
})
it('changes nothing where the same was said, whatever the order of what is kept in it', () => {
  const body = Object.fromEntries(Object.entries(first.body as object).toReversed())
  expect(planWords([first], [kept(4, first, { body })])).toEqual({
    words: [],
    fresh: [],
    known: 1,
    past: [],
    faults: [],
  })
})
it('changes nothing where a field is left out that was not there when it was saved', () => {
  const { queried: _, ...body } = first.body as Record<string, Word['body']>
  expect(planWords([first], [kept(4, first, { body })])).toMatchObject({ words: [], known: 1 })
})
it.each([
  ['author', { author: 'B. Moss' }],
  ['who was asked', { informed_by: 'A head of service' }],
  ['tag', { tag: 'small numbers' }],
  ['day', { date: '2026-11-10' }],
  ['words', { text: 'Other.' }],
  ['status', { status: 'submitted' }],
])('takes the same with another %s for something new', (_, change) =>
  expect(planWords([read('commentary', { text: 'First.', ...change })], [kept(4, first)]).words).toHaveLength(1),
)
it('brings back nothing that was replaced or withdrawn since, and says so', () => {
  const replaced = [kept(4, first), kept(5, second, { replaces: 4 })]
  expect(planWords([first, second], replaced)).toMatchObject({
    words: [],
    known: 1,
    past: [{ body: { text: 'First.' } }],
  })
  const withdrawn = [kept(4, first), kept(5, first, { body: { why: 'x' }, replaces: 4, withdrawn: true })]
  expect(planWords([first], withdrawn)).toMatchObject({ words: [], known: 0, past: [{}] })
  expect(planWords([second], withdrawn).words).toMatchObject([{ replaces: 5 }])
})
it('refuses words older than what stands', () => {
  const { words, faults } = planWords([first, read('action')], [kept(4, second)])
  expect(words).toEqual([])
  expect(faults).toMatchObject([{ field: 'date', says: expect.stringContaining('10 November 2026') }])
})
it('refuses the same thing said twice in the files, unless it is the same word for word', () => {
  expect(planWords([first, second], []).faults).toMatchObject([{ says: expect.stringContaining('said twice') }])
  expect(planWords([first, { ...first, file: 'copy.md' }], [])).toMatchObject({ words: [{}], faults: [] })
})
