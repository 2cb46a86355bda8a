import { UserError } from '../kit/error.ts'
import type { Records } from '../records/records.ts'
import type { Loaded } from './load.ts'

/** A sample and a real council never meet in one home. Gives which kind the home is from now on. */
export async function agree(records: Records, loaded: Loaded): Promise<boolean> {
  const known = (await records.dataVersions.current())
    ? (await records.settings.get('synthetic'))?.value === true
    : undefined
  if (loaded.kind === 'neither') return known ?? false
  const given = loaded.kind === 'synthetic'
  if (loaded.kind !== 'both' && (known === undefined || known === given)) return given
  const says =
    known === undefined
      ? 'Files of a synthetic council and of a real one were given together.'
      : known
        ? 'This home holds a synthetic council; a real council’s files never join it.'
        : 'This home holds a real council; a synthetic council’s files never join it.'
  throw new UserError(
    'HEARTH-1304',
    says,
    known === undefined ? 'Import each into a home of its own.' : 'Use another home: --home FOLDER (or HEARTH_HOME).',
  )
}

/** Whose home this becomes with its first import that says so: the one council its files name, else the one given. */
export async function councilFound(
  records: Records,
  { councils }: Loaded,
  given: string | null,
): Promise<{ readonly council?: { readonly code: string; readonly name: string } }> {
  const [only] = councils
  const found = only && councils.length === 1 ? { ...only } : given === null ? null : { code: given, name: given }
  return found && (await records.settings.get('council')) === null ? { council: found } : {}
}

/** The code of the council whose home this is; null before an import has said so. */
export async function ownCouncil(records: Records): Promise<string | null> {
  const known = (await records.settings.get('council'))?.value as { readonly code?: string } | undefined
  return known?.code ?? null
}
