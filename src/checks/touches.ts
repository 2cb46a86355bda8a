import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { standardSlices } from '../definitions/names.ts'
import { once } from '../kit/once.ts'
import { type ReturnedTable, returnNames } from '../model/model.ts'

/** What a field of the return does to a relation of the model: decides its rows, may change any column, or changes these. */
export type Feed = { readonly relation: string; readonly columns: 'rows' | 'any' | readonly string[] }

const shape = z
  .object({
    sets: z.record(z.string(), z.array(z.string())),
    tables: z.record(z.string(), z.record(z.string(), z.array(z.string()))),
  })
  .strict()

type Content = ReadonlyMap<string, ReadonlyMap<string, readonly Feed[]>>

/** `in_care_at`, `in_care_at.*` or `in_care_at.sex ethnic_group`. */
function feedOf(text: string): Feed {
  const [relation = '', columns] = text.split('.', 2)
  return { relation, columns: columns === undefined ? 'rows' : columns === '*' ? 'any' : columns.split(/\s+/) }
}

/** `returns/ssda903/touches.yaml`, read when it is first asked for: a check of a return without a fault never does. */
const fieldFeeds = once((): Content => {
  const { sets, tables } = shape.parse(
    parse(readFileSync(new URL('../../returns/ssda903/touches.yaml', import.meta.url), 'utf8')),
  )
  const feeds = (entries: readonly string[]): readonly Feed[] =>
    entries.flatMap(entry => (entry.startsWith('set ') ? (sets[entry.slice(4)] ?? []).map(feedOf) : [feedOf(entry)]))
  return new Map(
    Object.entries(tables).map(([table, fields]) => {
      const own = new Map(Object.entries(fields).map(([field, entries]) => [field, feeds(entries)]))
      own.set('CHILD', [...own.values()].flat())
      return [table, own]
    }),
  )
})

/** What fields of a table feed. A field that feeds nothing, or that nothing is said of, feeds nothing. */
export const feedsOf = (table: ReturnedTable, fields: readonly string[]): readonly Feed[] =>
  fields.flatMap(field => fieldFeeds().get(returnNames[table])?.get(field) ?? [])

/** As much of a rule as says which columns it is about. */
export type About = { readonly fields: readonly string[]; readonly tables: readonly string[] }

/**
 * What the cells of a finding feed. A CHILD marked beside other columns says whose row it is and is not what is at fault; so too where
 * the columns that the rule is about stand in another of its tables, as a mother's day of birth asked of an episode: then it is these
 * that count. Where the rule marks CHILD and nothing else it is about the row as a whole.
 */
function feedsOfMarks(table: ReturnedTable, fields: readonly string[], rule: About | undefined): readonly Feed[] {
  const own = fields.filter(field => field !== 'CHILD')
  if (own.length) return feedsOf(table, own)
  const elsewhere = rule?.fields.filter(field => field !== 'CHILD') ?? []
  if (elsewhere.length === 0) return feedsOf(table, fields)
  return elsewhere.flatMap(field => (rule?.tables ?? []).flatMap(name => fieldFeeds().get(name)?.get(field) ?? []))
}

/** As much of a measure's file as says what it reads: its words, and the measures it is made from. */
type Reading = {
  readonly catalogue: string
  readonly words: ReadonlySet<string>
  readonly relations: ReadonlySet<string>
  readonly parts: readonly string[]
}

const key = (header: string, name: string): string | undefined =>
  new RegExp(`^${name}:[ \\t]*["']?([^\\s"'#]+)`, 'm').exec(header)?.[1]
const listed = (header: string, name: string): readonly string[] =>
  new RegExp(`^${name}:[ \\t]*\\[([^\\]]*)\\]`, 'm').exec(header)?.[1]?.match(/\w+/g) ?? []

/** A column in a list of columns, by itself or worked out for a slice: it is carried along to cut the figure by, and does not make it. */
const carried = (slices: readonly string[]): RegExp => {
  const name = `(?:${[...standardSlices, ...slices].join('|')})`
  const item = String.raw`(?:\w+\.)?${name}|[^,()]*(?:\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)[^,()]*)*\bas\s+${name}`
  return new RegExp(String.raw`,\s*(?:${item})(?=\s*(?:,|\bfrom\b))`, 'g')
}
const plainly = carried([])

/**
 * Reads what is needed of a measure's file and no more: a reading of the whole header, checked as `readMeasure` does, takes some
 * milliseconds, and there are hundreds of measures. The suite compares the two.
 */
function readingOf(text: string): Reading {
  const close = text.indexOf('*/')
  const header = text.slice(0, close)
  const sql = text
    .slice(close + 2)
    .replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' ')
    .replace(/'[^']*'/g, "''")
    .toLowerCase()
  const slices = listed(header, 'slices').filter(name => name !== 'standard')
  const made = sql.replace(slices.length ? carried(slices) : plainly, '')
  return {
    catalogue: key(header, 'catalogue') ?? '',
    // A breakdown that is the figure itself (`mix`) is made of columns that the query need not name.
    words: new Set([...(made.match(/[a-z_][a-z0-9_]*/g) ?? []), ...listed(header, 'mix')]),
    relations: new Set([...sql.matchAll(/(?:\bfrom|\bjoin|,)\s+([a-z_][a-z0-9_]*)/g)].map(([, name]) => name ?? '')),
    parts: ['numerator', 'denominator', 'of', 'than'].flatMap(name => key(header, name) ?? []),
  }
}

/** Which measures read what. */
export type Measures = {
  /** The catalogue references of the measures that read any of these, sorted. */
  readonly touched: (feeds: readonly Feed[]) => readonly string[]
  /** What of these one measure reads, by its id. */
  readonly read: (id: string, feeds: readonly Feed[]) => readonly Feed[]
}

/** Looks into every measure below these folders (`<theme>/<id>.sql`); of two with one id the later folder's stands. */
export function readingsIn(folders: readonly string[]): Measures {
  const own = new Map<string, Reading>()
  for (const folder of folders.filter(existsSync))
    for (const theme of readdirSync(folder, { withFileTypes: true }))
      if (theme.isDirectory())
        for (const name of readdirSync(join(folder, theme.name)))
          if (name.endsWith('.sql'))
            own.set(name.slice(0, -'.sql'.length), readingOf(readFileSync(join(folder, theme.name, name), 'utf8')))
  const byCatalogue = new Map([...own].map(([id, { catalogue }]) => [catalogue, id]))
  /** A measure with those it is made from, and those that they are made from. */
  const whole = (id: string, seen = new Set<string>()): ReadonlySet<string> => {
    const at = own.has(id) ? id : (byCatalogue.get(id) ?? id)
    if (seen.has(at)) return seen
    seen.add(at)
    for (const part of own.get(at)?.parts ?? []) whole(part, seen)
    return seen
  }
  const readings = new Map([...own.keys()].map(id => [id, [...whole(id)].flatMap(part => own.get(part) ?? [])]))
  const reads = (id: string, { relation, columns }: Feed): boolean =>
    readings
      .get(id)
      ?.some(
        ({ relations, words }) =>
          relations.has(relation) && (typeof columns === 'string' || columns.some(name => words.has(name))),
      ) ?? false
  return {
    touched: feeds =>
      [
        ...new Set([...own].flatMap(([id, { catalogue }]) => (feeds.some(feed => reads(id, feed)) ? [catalogue] : []))),
      ].sort(),
    read: (id, feeds) => feeds.filter(feed => reads(id, feed)),
  }
}

/** The measures that the cells which a rule marks in a row of a table feed, by catalogue reference, sorted. */
export type Touching = (table: ReturnedTable, fields: readonly string[], rule?: About) => readonly string[]

/** Says which measures cells feed; reads the measures' files, below these folders, when it is first asked. */
export function touching(folders: readonly string[]): Touching {
  let measures: Measures | undefined
  const known = new Map<string, readonly string[]>()
  return (table, fields, rule) => {
    const asked = `${table} ${fields.join(' ')} ${rule?.fields.join(' ') ?? ''} ${rule?.tables.join(' ') ?? ''}`
    const found = known.get(asked)
    if (found) return found
    measures ??= readingsIn(folders)
    const touched = measures.touched(feedsOfMarks(table, fields, rule))
    known.set(asked, touched)
    return touched
  }
}
