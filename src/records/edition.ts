import type { Kysely, Selectable } from 'kysely'
import type { Day } from '../kit/day.ts'
import type { Schema } from './schema.ts'

export const editionSteps = ['made', 'approved', 'published'] as const
export type EditionStep = (typeof editionSteps)[number]

/** Something done to an edition: by whom, as what, at which instant. Each step is taken once. */
export type StepTaken = {
  readonly step: EditionStep
  readonly by: string
  readonly role: string
  /** An instant, as `2026-11-09T09:30:00.000Z`. */
  readonly at: string
  readonly note: string | null
}

/** An edition without what it froze. */
export type EditionHead = {
  readonly number: number
  readonly name: string
  /** The day its figures speak for. */
  readonly at: Day
  readonly scorecard: string
  readonly dataVersion: number
  /** The edition that it stands in the place of. */
  readonly replaces: number | null
  /** SHA-256 of the content, in lower-case hexadecimal. */
  readonly seal: string
  /** In the order in which they were taken. */
  readonly steps: readonly StepTaken[]
}

/** An edition to be kept: `content` is text that this room does not read. */
export type NewEdition = Omit<EditionHead, 'number' | 'steps'> & { readonly content: string; readonly made: StepTaken }

export type Editions = {
  /** Keeps an edition with its first step, in one transaction; gives its number. */
  readonly make: (edition: NewEdition) => Promise<number>
  /** Takes the next step. False where the edition is not there, or its last step is not `after`. */
  readonly take: (number: number, after: EditionStep, step: StepTaken) => Promise<boolean>
  /** Newest first. */
  readonly list: () => Promise<readonly EditionHead[]>
  readonly get: (number: number) => Promise<EditionHead | null>
  readonly content: (number: number) => Promise<string | null>
}

const heads = ['number', 'name', 'at', 'scorecard', 'data_version', 'replaces', 'seal'] as const

const stepOf = (row: Selectable<Schema['edition_step']>): StepTaken => ({
  step: row.step,
  by: row.by_whom,
  role: row.as_role,
  at: row.taken_at,
  note: row.note,
})
const stepRow = (edition: number, { step, by, role, at, note }: StepTaken): Schema['edition_step'] => ({
  edition,
  step,
  by_whom: by,
  as_role: role,
  taken_at: at,
  note,
})

export function editions(db: Kysely<Schema>): Editions {
  const read = async (number?: number): Promise<readonly EditionHead[]> => {
    let query = db.selectFrom('edition').select(heads).orderBy('number', 'desc')
    if (number !== undefined) query = query.where('number', '=', number)
    const rows = await query.execute()
    if (rows.length === 0) return []
    const numbers = rows.map(row => row.number)
    const steps = await db.selectFrom('edition_step').selectAll().where('edition', 'in', numbers).execute()
    return rows.map(row => ({
      number: row.number,
      name: row.name,
      at: row.at as Day,
      scorecard: row.scorecard,
      dataVersion: row.data_version,
      replaces: row.replaces,
      seal: row.seal,
      steps: steps
        .filter(({ edition }) => edition === row.number)
        .map(stepOf)
        .toSorted((a, b) => editionSteps.indexOf(a.step) - editionSteps.indexOf(b.step)),
    }))
  }
  return {
    make: ({ made, dataVersion, ...edition }) =>
      db.transaction().execute(async transaction => {
        // One statement, so that two makers at once never take one number.
        const { number } = await transaction
          .insertInto('edition')
          .values(e => ({
            ...edition,
            data_version: dataVersion,
            number: e
              .selectFrom('edition')
              .select(s => e(e.fn.coalesce(s.fn.max('number'), e.lit(0)), '+', 1).as('next')),
          }))
          .returning('number')
          .executeTakeFirstOrThrow()
        await transaction.insertInto('edition_step').values(stepRow(number, made)).execute()
        return number
      }),
    take: async (number, after, step) => {
      // A step once taken stays, so that what comes before may be asked first; of two at once the key lets one through.
      const before = await db
        .selectFrom('edition_step')
        .select('step')
        .where('edition', '=', number)
        .where('step', '=', after)
        .executeTakeFirst()
      if (!before) return false
      const taken = await db
        .insertInto('edition_step')
        .values(stepRow(number, step))
        .onConflict(conflict => conflict.doNothing())
        .executeTakeFirst()
      return (taken.numInsertedOrUpdatedRows ?? 0n) > 0n
    },
    list: () => read(),
    get: async number => (await read(number))[0] ?? null,
    content: async number =>
      (await db.selectFrom('edition').select('content').where('number', '=', number).executeTakeFirst())?.content ??
      null,
  }
}
