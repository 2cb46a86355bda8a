import type { RuleDefinition } from '../definitions/rule.ts'
import type { Engine } from '../engine/engine.ts'
import { literal } from '../engine/sql.ts'
import type { Day } from '../kit/day.ts'
import { returnNames } from '../model/model.ts'
import { fillFromVersion, presentInVersion } from './as-returned.ts'
import { type CheckReport, checkReturn } from './check.ts'
import { collectionOf } from './collection.ts'
import { columnsHeld } from './held-columns.ts'

/** A council's return of a collection year that a data version holds, and the day up to which it is whole. */
export type HeldReturn = { readonly authority: string; readonly year: number; readonly asAt: Day }

/** The first collection of which the rules are written: 2022-23. */
const FIRST_YEAR = 2023
const sources = Object.values(returnNames).map(literal).join(', ')

/** The returns held that have rules, by council and year. A return reaches as far as its episodes do, which all else hangs on. */
export async function heldReturns(engine: Engine): Promise<readonly HeldReturn[]> {
  const rows = await engine.rows<{ authority: string; y: number; as_at: Day }>(
    `select authority, collection_year as y, coalesce(max(last_day) filter (source = 'Episodes'), max(last_day)) as as_at
     from reference.return_held where source in (${sources}) and collection_year >= ${FIRST_YEAR} group by all order by all`,
  )
  return rows.map(({ authority, y, as_at }) => ({ authority, year: y, asAt: as_at }))
}

/** A council's own code, where something said it: earlier files may have come before anything did. */
export const gssCode = (authority: string | null): string | null =>
  authority !== null && /^[ENSW]\d{8}$/.test(authority) ? authority : null

/** Checks a return that a data version holds, as at the day it reaches unless another is given. */
export async function checkHeld(
  engine: Engine,
  rules: ReadonlyMap<string, RuleDefinition>,
  { authority, year, asAt }: HeldReturn,
  onDone?: (done: number, of: number) => void,
): Promise<CheckReport> {
  const xml = await engine.row<{ xml: boolean }>(
    `select lower(f.path) like '%.xml' as xml from returned.episodes join reference.file f using (file_id)
     where authority = ${literal(authority)} and collection_year = ${year} and use = 'used' group by all order by count(*) desc limit 1`,
  )
  const whose = { authority, year }
  return checkReturn(
    engine,
    rules,
    collectionOf(year, { asAt, authority: gssCode(authority), format: xml?.xml ? 'xml' : 'csv' }),
    own => fillFromVersion(own, whose),
    await presentInVersion(engine, whose),
    await columnsHeld(engine, whose),
    onDone,
  )
}
