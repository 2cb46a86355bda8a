import type { Engine } from '../engine/engine.ts'
import { literal } from '../engine/sql.ts'
import type { Day } from '../kit/day.ts'
import { extractTables } from '../model/returned.ts'
import type { Finding } from '../records/records.ts'
import { finding } from './finding.ts'
import type { Loaded } from './load.ts'
import { fromOlderExtract, noteOlderExtracts } from './older-extract.ts'
import { returnedTwice } from './returned-twice.ts'
import { tables } from './shape.ts'
import { typeRows } from './type-rows.ts'

/** What a council is called where nothing says which it is. */
const NO_CODE = 'council'

/**
 * Types the new rows and takes out the earlier ones of the same table, year and authority: a later extract replaces the
 * earlier whole, and an older one replaces nothing. `council` is whose files they are that do not say themselves, where that is known; it gives back whose they were
 * taken to be.
 */
export async function replaceEarlier(
  engine: Engine,
  loaded: Loaded,
  council: string | null,
  extractDate: Day | null,
  today: Day,
): Promise<{ readonly findings: readonly Finding[]; readonly council: string }> {
  const extracts = loaded.named.filter(({ shape }) => shape.schema === 'extract')
  if (loaded.files.length + extracts.length === 0) return { findings: [], council: council ?? NO_CODE }
  const only = loaded.councils.length === 1 ? loaded.councils[0]?.code : undefined
  const held = await heldCouncils(engine)
  const known = council ?? only ?? (held.length === 1 && held[0] !== NO_CODE ? held[0] : undefined)
  const adopted = known && held.includes(NO_CODE) ? await adopt(engine, known) : []
  if (loaded.files.length === 0) return { findings: adopted, council: known ?? NO_CODE }
  const findings = await typeRows(engine, loaded.files, known ?? NO_CODE)
  const ids = loaded.files.map(({ id }) => id).join(', ')
  const given = tables.filter(table => loaded.files.some(file => file.tables.includes(table)))
  const older: Finding[] = []
  for (const table of given) {
    // A file with a header and no row replaces too: it says that nothing happened.
    const own = loaded.files.filter(file => file.tables.includes(table)).map(({ id }) => id)
    await engine.run(`insert into reference.empty_file
      select e.file_id, '${table}', coalesce(e.authority, ${literal(known ?? NO_CODE)}), e.collection_year
      from (select * from file_year join file_authority using (file_id)) e
      where e.file_id in (${own.join(', ')}) and not exists (select 1 from returned.${table} r where r.file_id = e.file_id)`)
    older.push(...(await noteOlderExtracts(engine, table, loaded.files, extractDate, today)))
    const late = `not (${fromOlderExtract(table)})`
    await engine.run(`delete from reference.empty_file where table_name = '${table}' and file_id in (${ids}) and ${fromOlderExtract(table)};
      create or replace temp table batch as
      select authority, collection_year from returned.${table} where file_id in (${ids}) and ${late}
      union select authority, collection_year from reference.empty_file where table_name = '${table}' and file_id in (${ids})`)
    for (const [rows, also] of [
      [`returned.${table}`, ''],
      ['reference.empty_file', `table_name = '${table}' and `],
      ['reference.older_extract', `table_name = '${table}' and `],
    ] as const)
      await engine.run(
        `delete from ${rows} where ${also}file_id not in (${ids}) and (authority, collection_year) in (from batch)`,
      )
  }
  await engine.run('drop table batch')
  return {
    findings: [
      ...adopted,
      ...findings,
      ...older,
      ...(known ? [] : await unnamedCouncil(engine, ids)),
      ...(await returnedTwice(engine, given)),
    ],
    council: known ?? NO_CODE,
  }
}

/** Whose rows the version before holds. */
async function heldCouncils(engine: Engine): Promise<readonly string[]> {
  const rows = await engine.rows('select distinct authority as a from reference.return_held')
  return rows.map(({ a }) => String(a))
}

/** Rows that came before anything said whose they are become the council's: beside its own they would count twice. */
async function adopt(engine: Engine, council: string): Promise<readonly Finding[]> {
  const owned = [
    ...tables.map(table => `returned.${table}`),
    ...extractTables().map(({ name }) => name),
    'reference.return_held',
    'reference.empty_file',
    'reference.older_extract',
  ]
  for (const table of owned)
    await engine.run(`update ${table} set authority = ${literal(council)} where authority = '${NO_CODE}'`)
  return [
    finding({
      severity: 'tolerated',
      code: 'authority-adopted',
      found: council,
      why: 'Earlier files did not say which council they are of; they were taken as this one’s.',
      fix: 'Nothing, if they are; otherwise import all files again with --fresh.',
    }),
  ]
}

async function unnamedCouncil(engine: Engine, ids: string): Promise<readonly Finding[]> {
  const own = `authority = '${NO_CODE}' and file_id in (${ids})`
  const unnamed = await engine.row(
    tables.map(table => `(select 1 from returned.${table} where ${own} limit 1)`).join(' union all '),
  )
  if (!unnamed) return []
  return [
    finding({
      severity: 'warning',
      code: 'authority-not-given',
      found: NO_CODE,
      why: 'Nothing says which council the files are of, so that its postcodes, population and published figures cannot be told from others’.',
      fix: 'Import again with --authority and the council’s GSS code, such as E06000001.',
    }),
  ]
}
