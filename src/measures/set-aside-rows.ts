import { literal } from '../engine/sql.ts'
import { returnNames } from '../model/returned.ts'
import type { Session } from './session.ts'

/** A returned row that could not be used: whose, and where it stands. */
export type SetAsideRow = { readonly child: string | null; readonly file: string; readonly line: number }

/** The rows of a table of the return that could not be used, newest returns first, at most `limit`; none for other sources. */
export async function setAsideRows(
  session: Session,
  source: string,
  authority: string,
  limit: number,
): Promise<readonly SetAsideRow[]> {
  const table = Object.entries(returnNames).find(([, name]) => name === source)?.[0]
  if (!table) return []
  const rows = await session.engine.rows(
    `select r.child_text as child, f.path, r.line from returned.${table} r join reference.file f using (file_id)
     where r.use = 'set aside' and r.authority = ${literal(authority)} order by r.collection_year desc, f.path, r.line limit ${limit}`,
  )
  return rows.map(({ child, path, line }) => ({
    child: child === null ? null : String(child),
    file: String(path),
    line: Number(line),
  }))
}
