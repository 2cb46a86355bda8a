import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Day } from '../kit/day.ts'
import type { Json, Schema } from './schema.ts'

/** Something said or decided about one thing: a kind, a key within it, a period where it is about one. */
export type NewWord = {
  readonly kind: string
  readonly key: string
  /** The month end that it is about; null: about no period. */
  readonly period: Day | null
  /** What `review` reads; this room does not. */
  readonly body: Json
  readonly tag: string | null
  readonly author: string
  /** The role of whoever was asked: `Head of Children in Care`. */
  readonly informedBy: string | null
  readonly saidOn: Day
  /** The row that it stands in the place of: the last of the same kind, key and period; null: it is the first. */
  readonly replaces: number | null
  /** It takes back what it replaces and says nothing instead. */
  readonly withdrawn: boolean
}

export type Word = NewWord & {
  /** In the order of saving. */
  readonly id: number
  /** An instant, as `2026-11-09T09:30:00.000Z`. */
  readonly savedAt: string
}

export type Saved =
  | { readonly kind: 'saved'; readonly ids: readonly number[] }
  /** Somebody else was first: `word` replaces a row that is no longer the last. Nothing was saved. */
  | { readonly kind: 'stale'; readonly word: NewWord }

export type Words = {
  /**
   * Saves all or none, in one transaction. A word that replaces a row which another has replaced, or is the first of something
   * that has words, is stale. Throws where the row it replaces is of another thing, or is not there.
   */
  readonly save: (words: readonly NewWord[]) => Promise<Saved>
  /**
   * What stands of a kind: of each key and period the last word, by key and period. `at`: the last said on that day or before.
   * One that was withdrawn does not stand, nor does what it replaced.
   */
  readonly current: (kind: string, at?: Day) => Promise<readonly Word[]>
  /** Every row of a key, of all its periods, in the order of saving. */
  readonly history: (kind: string, key: string) => Promise<readonly Word[]>
  /** Every row there is, in the order of saving. */
  readonly all: () => Promise<readonly Word[]>
}

const wordOf = (row: Selectable<Schema['word']>): Word => ({
  id: row.id,
  kind: row.kind,
  key: row.key,
  period: row.period as Day | null,
  body: JSON.parse(row.body) as Json,
  tag: row.tag,
  author: row.author,
  informedBy: row.informed_by,
  saidOn: row.said_on as Day,
  savedAt: row.saved_at,
  replaces: row.replaces,
  withdrawn: row.withdrawn === 1,
})

const rowOf = (word: NewWord, savedAt: string): Omit<Schema['word'], 'id'> => ({
  kind: word.kind,
  key: word.key,
  period: word.period,
  body: JSON.stringify(word.body),
  tag: word.tag,
  author: word.author,
  informed_by: word.informedBy,
  said_on: word.saidOn,
  saved_at: savedAt,
  replaces: word.replaces,
  withdrawn: word.withdrawn ? 1 : 0,
})

/** Of one thing: the same kind, key and period. */
const sameThing = (a: Omit<Schema['word'], 'id'>, b: Pick<Schema['word'], 'kind' | 'key' | 'period'>): boolean =>
  a.kind === b.kind && a.key === b.key && a.period === b.period

/** Adds a row; its number, or null where another stands in its place. */
async function add(transaction: Transaction<Schema>, row: Omit<Schema['word'], 'id'>): Promise<number | null> {
  for (;;) {
    // One statement, and a write before any reading: SQLite begins transactions deferred.
    const added = await transaction
      .insertInto('word')
      .values(e => ({
        ...row,
        id: e.selectFrom('word').select(s => e(e.fn.coalesce(s.fn.max('id'), e.lit(0)), '+', 1).as('next')),
      }))
      .onConflict(conflict => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added) return added.id
    const others = transaction.selectFrom('word').select('id').where('kind', '=', row.kind).where('key', '=', row.key)
    const inPlace =
      row.replaces === null
        ? others.where('replaces', 'is', null).where('period', row.period === null ? 'is' : '=', row.period)
        : transaction.selectFrom('word').select('id').where('replaces', '=', row.replaces)
    if (await inPlace.executeTakeFirst()) return null
    // Another saver took the number and not the place: the next number is asked for.
  }
}

/** Said in order that the transaction is undone. */
class Stale extends Error {
  readonly word: NewWord
  constructor(word: NewWord) {
    super('stale')
    this.word = word
  }
}

export function words(db: Kysely<Schema>): Words {
  return {
    save: async all => {
      const savedAt = new Date().toISOString()
      try {
        const ids = await db.transaction().execute(async transaction => {
          const found: number[] = []
          for (const word of all) {
            const row = rowOf(word, savedAt)
            const id = await add(transaction, row)
            if (id === null) throw new Stale(word)
            if (word.replaces !== null) {
              const before = await transaction
                .selectFrom('word')
                .select(['kind', 'key', 'period'])
                .where('id', '=', word.replaces)
                .executeTakeFirst()
              if (!before || !sameThing(row, before)) throw new Error(`word ${word.replaces} is of another thing`)
            }
            found.push(id)
          }
          return found
        })
        return { kind: 'saved', ids }
      } catch (error) {
        if (error instanceof Stale) return { kind: 'stale', word: error.word }
        throw error
      }
    },
    current: async (kind, at) => {
      let query = db.selectFrom('word').selectAll().where('kind', '=', kind)
      if (at !== undefined) query = query.where('said_on', '<=', at)
      const rows = await query.orderBy('id').execute()
      const last = new Map(rows.map(row => [`${row.key}\n${row.period ?? ''}`, row]))
      return [...last.entries()]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([, row]) => (row.withdrawn === 1 ? [] : [wordOf(row)]))
    },
    history: async (kind, key) =>
      (
        await db.selectFrom('word').selectAll().where('kind', '=', kind).where('key', '=', key).orderBy('id').execute()
      ).map(wordOf),
    all: async () => (await db.selectFrom('word').selectAll().orderBy('id').execute()).map(wordOf),
  }
}
