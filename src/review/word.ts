import type { Day } from '../kit/day.ts'
import type { Word, Words } from '../records/records.ts'
import { type Body, type Kind, kindNames } from './word-kinds.ts'

/** A word that stands, read: what was said of its kind, by whom and when. */
export type Said<K extends Kind> = Omit<Word, 'kind' | 'body' | 'replaces' | 'withdrawn'> & {
  readonly kind: K
  readonly body: Body<K>
}

/** A row as a word of its kind. Bodies are checked as they are saved, and not again. */
const saidIn = <K extends Kind>(kind: K, { body, ...word }: Word): Said<K> => ({
  ...word,
  kind,
  body: body as unknown as Body<K>,
})

/** What stands of a kind, by key and period; `at`: by what had been said on that day. */
export const standing = async <K extends Kind>(words: Words, kind: K, at?: Day): Promise<readonly Said<K>[]> =>
  (await words.current(kind, at)).map(word => saidIn(kind, word))

/** All that stands, by kind. */
export type StandingWords = { readonly [K in Kind]: readonly Said<K>[] }

export const allStanding = async (words: Words): Promise<StandingWords> =>
  Object.fromEntries(
    await Promise.all(kindNames.map(async kind => [kind, await standing(words, kind)] as const)),
  ) as unknown as StandingWords

/** Whether something that holds from a day to another holds on `d`: the first day counts, the last does not. */
export const holdsOn = ({ from, to }: { readonly from: Day | null; readonly to: Day | null }, d: Day): boolean =>
  (from === null || from <= d) && (to === null || to > d)
