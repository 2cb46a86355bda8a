import type { Kysely } from 'kysely'
import type { Json, Schema } from './schema.ts'

/** A decision about the whole installation, with who made it and when. */
export type Setting = { readonly value: Json; readonly setBy: string; readonly setAt: string }

export type Settings = {
  readonly get: (name: string) => Promise<Setting | null>
  readonly set: (name: string, value: Json, setBy: string) => Promise<void>
  readonly all: () => Promise<ReadonlyMap<string, Setting>>
}

export function settings(db: Kysely<Schema>): Settings {
  const all = async (): Promise<ReadonlyMap<string, Setting>> => {
    const rows = await db.selectFrom('setting').selectAll().orderBy('name').execute()
    return new Map(
      rows.map(row => [row.name, { value: JSON.parse(row.value) as Json, setBy: row.set_by, setAt: row.set_at }]),
    )
  }
  return {
    all,
    get: async name => (await all()).get(name) ?? null,
    set: async (name, value, setBy) => {
      const row = { value: JSON.stringify(value), set_by: setBy, set_at: new Date().toISOString() }
      await db
        .insertInto('setting')
        .values({ name, ...row })
        .onConflict(conflict => conflict.column('name').doUpdateSet(row))
        .execute()
    },
  }
}
