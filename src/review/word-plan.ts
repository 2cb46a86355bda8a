import { sayDay } from '../kit/day.ts'
import type { NewWord, Word } from '../records/records.ts'
import { kinds } from './word-kinds.ts'
import type { ReadWord, WordFault } from './word-read.ts'

/** What reading files of words would do. */
export type WordPlan = {
  readonly words: readonly NewWord[]
  /** The same with where each was read. */
  readonly fresh: readonly ReadWord[]
  /** Words that are there already, as they are. */
  readonly known: number
  /** Words that were said before, and have been replaced or withdrawn since: they stay so. */
  readonly past: readonly ReadWord[]
  readonly faults: readonly WordFault[]
}

type Sayable = Pick<NewWord, 'kind' | 'key' | 'period' | 'body' | 'tag' | 'author' | 'informedBy' | 'saidOn'>

/** What two words are told apart by: all but where they were read and kept. A field that is left out is as one that was not there. */
const contentOf = ({ body, tag, author, informedBy, saidOn }: Sayable): string =>
  JSON.stringify([sorted(body), tag, author, informedBy, saidOn])
const sorted = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, one]) => one !== null)
          .toSorted(([a], [b]) => (a < b ? -1 : 1)),
      )
    : value
const thingOf = ({ kind, key, period }: Pick<NewWord, 'kind' | 'key' | 'period'>): string =>
  JSON.stringify([kind, key, period])

/**
 * What to save so that the words of files stand. A word that was ever said, on the same day and in the same way, changes nothing:
 * a file read again brings back nothing that was replaced or withdrawn since. A word older than what stands is a fault: it would
 * stand in the place of a later one.
 */
export function planWords(read: readonly ReadWord[], all: readonly Word[]): WordPlan {
  const kept = Map.groupBy(all, thingOf)
  const words: NewWord[] = []
  const newly: ReadWord[] = []
  const past: ReadWord[] = []
  const faults: WordFault[] = []
  let known = 0
  for (const [thing, said] of Map.groupBy(read, thingOf)) {
    const history = kept.get(thing) ?? []
    const before = history.at(-1)
    const fresh: ReadWord[] = []
    for (const word of said) {
      const same = history.find(one => !one.withdrawn && contentOf(one) === contentOf(word))
      if (same !== undefined) {
        if (same === before) known++
        else past.push(word)
      } else if (before !== undefined && word.saidOn < before.saidOn) faults.push(tooOld(word, before))
      else if (!fresh.some(other => contentOf(other) === contentOf(word))) fresh.push(word)
    }
    const [first, ...others] = fresh
    if (first) for (const other of others) faults.push(saidTwice(other, first))
    newly.push(...fresh)
    for (const { file: _, line: __, ...word } of fresh)
      words.push({ ...word, replaces: before?.id ?? null, withdrawn: false })
  }
  return { words: faults.length ? [] : words, fresh: faults.length ? [] : newly, known, past, faults }
}

const about = ({ kind, key, period }: ReadWord): string =>
  `${kinds[kind].title} about ${key}${period === null ? '' : ` for ${sayDay(period)}`}`

const tooOld = (word: ReadWord, before: Word): WordFault => ({
  file: word.file,
  line: word.line,
  field: 'date',
  found: word.saidOn,
  says: `${about(word)}: what was last said is of ${sayDay(before.saidOn)}, later than this. Write a new date if this is to stand in its place.`,
})

const saidTwice = (word: ReadWord, first: ReadWord): WordFault => ({
  file: word.file,
  line: word.line,
  field: null,
  found: word.key,
  says: `${about(word)} is said twice, here and in ${first.file}, line ${first.line}. Keep one; of two of different days import the earlier by itself first.`,
})
