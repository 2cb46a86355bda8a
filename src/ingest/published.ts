import { basename } from 'node:path'
import type { Engine } from '../engine/engine.ts'
import { literal } from '../engine/sql.ts'
import type { Finding } from '../records/records.ts'
import { finding } from './finding.ts'
import type { PublishedLayout } from './layout.ts'
import type { LoadedNamed, RowCount } from './named-rows.ts'

/**
 * Rows of published files as they stand, for browsing and for matching anew when the map or the areas change. `filters` and
 * `figures` are what each column that divides, or holds a figure, said.
 */
export const publishedTable = `create table if not exists reference.published_row (file varchar, sha256 varchar, release date,
  status varchar, comparator varchar, area_code varchar, old_la_code varchar, period varchar, compared boolean,
  filters map(varchar, varchar), figures map(varchar, varchar))`

/** A number, or a symbol for none. */
const figure = /^(?:[-+]?[\d, ]*\.?\d+%?|[czxku]|low|:|~|-|\.\.)$/i
const blank = /^(?:null|n\/a|na)?$/i
/** Of one file and kind of fault so many are kept by line. */
const KEPT = 20

/** A published file with its layout, known. */
export type PublishedFile = LoadedNamed & { readonly layout: PublishedLayout }

export const isPublished = (file: LoadedNamed): file is PublishedFile => file.layout?.kind === 'published'

/** Puts a published file into `reference.published_row`: in place of what the same file gave before, and of rows of the same release that an earlier copy of it has. */
export async function loadPublished(
  engine: Engine,
  file: PublishedFile,
): Promise<{ readonly count: RowCount; readonly findings: readonly Finding[] }> {
  const { layout } = file
  const own = layout.rest.map((_, i) => `c${i}`)
  await engine.run(
    `create or replace temp table published_text (line integer, ${[...heads, ...own].map(name => `${name} varchar`).join(', ')})`,
  )
  const { isFigure, findings, setAside } = await stage(engine, file)
  const pairs = (figures: boolean): string => {
    const entries = layout.rest.flatMap(({ name }, i) =>
      isFigure[i] === figures ? [`{'k': ${literal(name)}, 'v': c${i}}`] : [],
    )
    return entries.length
      ? `map_from_entries(list_filter([${entries.join(', ')}], lambda x: x.v is not null))`
      : 'map()::map(varchar, varchar)'
  }
  await engine.run(`create or replace temp table published_new as
    select ${literal(basename(file.path))} as file, ${literal(file.sha256)} as sha256, ${literal(file.extractDate)}::date as release,
      status, comparator, area_code, old_la_code, period, compared = 'yes' as compared, ${pairs(false)} as filters, ${pairs(true)} as figures, line
    from published_text; drop table published_text`)
  const duplicate = await keepLastSaid(engine)
  const held = await engine.row('select count(*) as n from published_new')
  await engine.run(`delete from reference.published_row where sha256 = ${literal(file.sha256)}`)
  await engine.run(`delete from reference.published_row where release = ${literal(file.extractDate)}::date
    and ${kind} = (select any_value(${kind}) from published_new) and ${said} in (select ${said} from published_new)`)
  await engine.run('insert into reference.published_row by name select * exclude (line) from published_new')
  await engine.run('drop table published_new')
  return { count: { used: Number(held?.n ?? 0), duplicate, setAside }, findings }
}

const heads = ['status', 'comparator', 'area_code', 'old_la_code', 'period', 'compared'] as const

/** What a row speaks of: of two rows of one file that speak of the same the later stands. */
const said = 'hash(status, area_code, old_la_code, period, filters, map_keys(figures))'

/** The name of a file without its day and without a copy's number. Two files may say the same words of different children. */
const kind = String.raw`regexp_replace(lower(file), '\s*\(\d+\)|[ _-]?\d{4}-\d{2}-\d{2}', '', 'g')`

async function keepLastSaid(engine: Engine): Promise<number> {
  const more = await engine.row(`select count(*) - count(distinct ${said}) as n from published_new`)
  const n = Number(more?.n ?? 0)
  if (n > 0)
    await engine.run(
      `create or replace temp table published_new as select * from published_new qualify row_number() over (partition by ${said} order by line desc) = 1`,
    )
  return n
}

/** Reads the file into `published_text`, and says which of its columns hold figures: those that never say anything else. */
async function stage(
  engine: Engine,
  { layout, path, batches }: PublishedFile,
): Promise<{
  readonly isFigure: readonly boolean[]
  readonly findings: readonly Finding[]
  readonly setAside: number
}> {
  const appender = await engine.appender('published_text')
  const isFigure = layout.rest.map(() => true)
  const said = layout.rest.map(() => false)
  const faults = new Map<string, Finding>()
  let setAside = 0
  for await (const batch of batches())
    for (const { line, cells } of batch) {
      const head = layout.head(cells)
      if ('fault' in head) {
        setAside++
        const key = `${head.fault}${head.found}`
        const before = faults.get(key)
        if (before) faults.set(key, { ...before, count: before.count + 1 })
        else if (faults.size < KEPT)
          faults.set(
            key,
            finding({
              severity: head.tolerated ? 'tolerated' : 'error',
              code: 'row-set-aside',
              file: path,
              line,
              column: head.column,
              found: head.found,
              table: layout.shape.stem,
              why: `${head.fault} The row was set aside.`,
              fix: head.tolerated ? 'Nothing.' : 'Mend the cell and import the file again.',
            }),
          )
        continue
      }
      const own = layout.rest.map(({ at }, i) => {
        const text = cells[at]?.trim() ?? ''
        if (blank.test(text)) return null
        said[i] = true
        if (isFigure[i] && !figure.test(text)) isFigure[i] = false
        return text
      })
      const { status, comparator, area_code, old_la_code, period, compared } = head
      appender.append([line, status, comparator, area_code, old_la_code, period, compared ? 'yes' : 'no', ...own])
    }
  appender.close()
  return { isFigure: isFigure.map((is, i) => is && said[i] === true), findings: [...faults.values()], setAside }
}
