import { readdirSync, readFileSync } from 'node:fs'
import { UserError } from '../kit/error.ts'

export type Migration = { readonly name: string; readonly sql: string }

const folder = new URL('./migrations/', import.meta.url)

/** The steps that build the schema, in the order of their numbers. A step that has been released is never edited. */
function readMigrations(): readonly Migration[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.sql'))
    .sort()
    .map(name => ({ name: name.slice(0, -'.sql'.length), sql: readFileSync(new URL(name, folder), 'utf8') }))
}

/** The steps still to take; a store that a newer Hearth has moved on is refused, since this one cannot know what it holds. */
export function pending(
  applied: readonly string[],
  all: readonly Migration[] = readMigrations(),
): readonly Migration[] {
  const unknown = applied.filter(name => !all.some(migration => migration.name === name))
  if (unknown.length > 0)
    throw new UserError(
      'HEARTH-1404',
      `The records were last used by a newer version of Hearth (${unknown.join(', ')}).`,
      'Use that version again, or restore a backup made before it.',
    )
  return all.filter(migration => !applied.includes(migration.name))
}

export const migrationTable = 'create table if not exists migration (name text primary key, applied_at text not null)'
