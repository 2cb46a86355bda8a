import type { Engine } from '../engine/engine.ts'
import { identifier, literal, values } from '../engine/sql.ts'
import { fileShapes } from '../model/file-shape.ts'
import {
  buildModel,
  emptyTables,
  extractTables,
  type ModelSettings,
  type ReturnedTable,
  returnedColumns,
} from '../model/model.ts'
import type { RowFound } from './check.ts'
import { hasColumn, returnedTables } from './rule-tables.ts'

/** What a trial needs from outside: the rows of a data version, and what an import does with rows. */
export type Rebuild = {
  /** Opens the rows of the version in memory: `returned.*`, `reference.*` and `extract.*`. It is closed by whoever asked. */
  readonly rows: () => Promise<Engine>
  /** Says of every row of `returned.*` whether it is used, as an import does. */
  readonly settle: (engine: Engine) => Promise<void>
  readonly settings: ModelSettings
}

/** What is changed in one trial: these rows are taken out, or the cells marked in them are blank (`startInstead`: but for the day that begins a row). */
export type Change = { readonly rows: readonly RowFound[]; readonly how: 'out' | 'blank' }

/** The local id of a child in a trial, `0|child` in the one that changes nothing, as SQL. */
const inTrial = (trial: string, child: string): string => `${trial} || '|' || ${child}`

/**
 * Builds the model of many trials at once: in each, the children whose rows it changes stand again under an id of their own, with
 * all that is held of them. No child's care hangs on another's, so that a trial of some children tells what a whole import without
 * those rows would make of them; what does hang together (brothers and sisters) is the same in trial 0 and falls away when the two
 * are compared. One build for all rules is what makes it cheap: most of what a small one costs is the number of its statements.
 * `sources`: the extracts that are wanted beside the return.
 */
export async function runTrials<T>(
  rebuild: Rebuild,
  authority: string,
  changes: readonly Change[],
  sources: ReadonlySet<string>,
  work: (engine: Engine) => Promise<T>,
  step: () => void = () => {},
): Promise<T> {
  const engine = await rebuild.rows()
  try {
    await engine.run(`attach ':memory:' as trial; use trial; ${emptyTables().join('; ')}`)
    await copyReferences(engine)
    await copyChildren(engine, changes)
    for (const table of returnedTables) await copyReturned(engine, table, authority)
    await copyExtracts(engine, authority, sources)
    step()
    await rebuild.settle(engine)
    step()
    await buildModel(engine, rebuild.settings)
    step()
    const done = await work(engine)
    step()
    return done
  } finally {
    engine.close()
  }
}

const tablesIn = async (engine: Engine, schema: string): Promise<ReadonlySet<string>> =>
  new Set(
    (
      await engine.rows(
        `select table_name from information_schema.tables where table_catalog = 'memory' and table_schema = ${literal(schema)}`,
      )
    ).map(({ table_name }) => String(table_name)),
  )

/** The reference tables as they are; what is set aside is counted anew. */
async function copyReferences(engine: Engine): Promise<void> {
  const held = await tablesIn(engine, 'reference')
  await engine.run(
    [
      ...[...held]
        .filter(name => name !== 'set_aside')
        .map(identifier)
        .map(
          name =>
            `drop table if exists reference.${name}; create view reference.${name} as from memory.reference.${name}`,
        ),
      'create table if not exists reference.older_extract (file_id integer, table_name varchar, authority varchar, collection_year integer)',
    ].join('; '),
  )
}

/** `copied(trial, child)`: who stands in which trial; `changed(trial, out, tbl, file_id, line, row, fields)`: what is other there. */
async function copyChildren(engine: Engine, changes: readonly Change[]): Promise<void> {
  await engine.run(
    `create temp table changed (trial integer, out boolean, tbl varchar, file_id integer, line integer, row integer, child varchar, fields varchar)`,
  )
  const rows = changes.flatMap(({ rows: own, how }, i) =>
    own.map(({ table, fileId, line, row, child, fields }) => [
      i + 1,
      how === 'out' ? 1 : 0,
      table,
      fileId,
      line,
      row,
      child,
      fields.filter(field => field !== 'CHILD' && hasColumn(table, field)).join(','),
    ]),
  )
  const CHUNK = 2000
  for (let i = 0; i < rows.length; i += CHUNK)
    await engine.run(`insert into changed values ${values(rows.slice(i, i + CHUNK))}`)
  await engine.run(
    `create temp table copied as select distinct trial, child from changed where child is not null
     union select distinct 0, child from changed where child is not null`,
  )
}

/**
 * The rows of a table in every trial. A return that came twice, as CSV and as XML, has each row twice: taken out, both are, since
 * the copy would take the place of the row.
 */
async function copyReturned(engine: Engine, table: ReturnedTable, authority: string): Promise<void> {
  const name = `memory.returned.${table}`
  const content = `hash(${Object.keys(returnedColumns[table])
    .map(column => `coalesce(r.${column}::varchar, '')`)
    .join(', ')})`
  const own = await engine.columns(`from ${name}`)
  const blanked = own
    .map(column => column.name)
    .filter(column => column !== 'child' && hasColumn(table, column))
    .flatMap(column => {
      const marked = `list_contains(string_split(b.fields, ','), '${column.toUpperCase()}')`
      const other = begins[table] === column ? startInstead(table, column) : ['null', 'null']
      return [column, `${column}_text`].map(
        (cell, i) => `case when coalesce(${marked}, false) then ${other[i]} else r.${cell} end as ${cell}`,
      )
    })
  await engine.run(
    `insert into returned.${table} by name
     with out as (
       select c.trial, r.child, r.collection_year, ${content} as content, r.file_id, r.line, r.row
       from changed c join ${name} r using (file_id, line, row) where c.out and c.tbl = ${literal(table)}
     ),
     blank as (select * from changed where not out and tbl = ${literal(table)})
     select r.* replace (${[`${inTrial('c.trial', 'r.child')} as child`, ...blanked].join(', ')})
     from ${name} r
     join copied c on c.child = r.child
     left join blank b on b.trial = c.trial and b.file_id = r.file_id and b.line = r.line and b.row = r.row
     where r.authority = ${literal(authority)}
       and not exists (from out o where o.trial = c.trial and o.file_id = r.file_id and o.line = r.line and o.row = r.row)
       and not (coalesce(r.use, '') = 'duplicate' and exists (
         from out o where o.trial = c.trial and o.child = r.child and o.collection_year = r.collection_year
           and o.file_id <> r.file_id and o.content = ${content}))`,
  )
}

/** The day without which a row cannot be used: blank would be as good as out, which another trial does. */
const begins: Partial<Record<ReturnedTable, string>> = {
  episodes: 'decom',
  reviews: 'review',
  missing: 'mis_start',
  placed_adoption: 'date_placed',
  sw_episodes: 'sw_decom',
}
const ends: Partial<Record<ReturnedTable, string>> = { episodes: 'dec', missing: 'mis_end', sw_episodes: 'sw_dec' }

/** As it is where it can be read; else the first day of the year, or the day before the row's end where that is earlier. */
function startInstead(table: ReturnedTable, column: string): readonly [day: string, text: string] {
  const end = ends[table]
  const first = 'make_date(r.collection_year - 1, 4, 1)'
  const day = end === undefined ? first : `least(${first}, coalesce(r.${end} - 1, ${first}))`
  return [`coalesce(r.${column}, ${day})`, `coalesce(r.${column}_text, '-')`]
}

/** Extracts: rows of the children under their ids in each trial; tables that name no child as they are. */
async function copyExtracts(engine: Engine, authority: string, sources: ReadonlySet<string>): Promise<void> {
  const held = await tablesIn(engine, 'extract')
  const shapes = new Map(fileShapes().map(shape => [shape.stem, shape]))
  const statements = extractTables().flatMap(({ stem, name }) => {
    const shape = shapes.get(stem)
    if (!shape || !sources.has(stem) || !held.has(name.slice('extract.'.length))) return []
    const children = Object.entries(shape.columns).flatMap(([column, { kind }]) =>
      kind === 'child' ? [identifier(column)] : [],
    )
    const [first] = children
    return first === undefined
      ? [`insert into ${name} by name select * from memory.${name} where authority = ${literal(authority)}`]
      : [
          `insert into ${name} by name
           select r.* replace (${children.map(column => `${inTrial('c.trial', `r.${column}`)} as ${column}`).join(', ')})
           from memory.${name} r join copied c on c.child = r.${first} where r.authority = ${literal(authority)}`,
        ]
  })
  if (statements.length) await engine.run(statements.join('; '))
}
