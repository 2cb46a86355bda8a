import type { Session } from './session.ts'

/** The names of wards by their code, as wards.csv of the newest edition has them. */
export async function readWards(session: Session): Promise<ReadonlyMap<string, string>> {
  const rows = await session.engine.rows(
    'select ward_code, arg_max(ward_name, coalesce(imd_edition, 0)) as name from reference.ward group by ward_code',
  )
  return new Map(rows.map(({ ward_code, name }) => [String(ward_code), String(name)]))
}
