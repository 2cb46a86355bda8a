import { shapeOf } from '../model/file-shape.ts'
import type { PublishedHead, PublishedLayout, RowFault } from './layout.ts'
import { comparable, laitAreas } from './layout-map.ts'

const shape = shapeOf('benchmarks')

/** Columns of Explore Education Statistics that say whose or when; all others divide or hold figures. */
const eesHead: ReadonlySet<string> = new Set([
  'time_period',
  'time_identifier',
  'geographic_level',
  'country_code',
  'country_name',
  'region_code',
  'region_name',
  'old_la_code',
  'new_la_code',
  'la_code',
  'la_name',
  'version',
])

const levels: Readonly<Record<string, PublishedHead['comparator']>> = {
  national: 'england',
  regional: 'region',
  'local authority': 'la',
}

/** A code, or null where the cell says there is none. */
const codeIn = (text: string): string | null => (/^[xz:~.-]*$/.test(text) ? null : text)

const statuses = ['provisional', 'revised', 'final'] as const

/** A file of Explore Education Statistics as downloaded (local-extracts.md 4.13); columns in any order. */
export function eesFile(names: readonly string[]): PublishedLayout | null {
  const at = (name: string): number => names.indexOf(name)
  const needed = ['time_period', 'time_identifier', 'geographic_level', 'country_code']
  if (!shape || needed.some(name => at(name) < 0)) return null
  const places = new Map(names.map((name, i) => [name, i]))
  const head = (cells: readonly string[]): PublishedHead | RowFault => {
    const cell = (name: string): string => cells[places.get(name) ?? -1]?.trim() ?? ''
    const level = levels[comparable(cell('geographic_level'))]
    if (!level)
      return {
        fault: 'Figures of such areas are not used.',
        column: 'geographic_level',
        found: cell('geographic_level'),
        tolerated: true,
      }
    const code = codeIn(
      level === 'england' ? cell('country_code') : level === 'region' ? cell('region_code') : cell('new_la_code'),
    )
    const old = level === 'la' && code === null ? codeIn(cell('old_la_code')) : null
    if (code === null && old === null)
      return { fault: 'The row does not say whose it is.', column: 'geographic_level', found: cell('geographic_level') }
    const version = comparable(cell('version'))
    return {
      status: statuses.find(status => status === version) ?? null,
      // Inner and Outer London stand among the regions and are none.
      comparator: level === 'region' && code?.startsWith('E13') ? 'subregion' : level,
      area_code: code,
      old_la_code: old,
      ...eesPeriod(cell('time_period'), cell('time_identifier')),
    }
  }
  return published(names, head, name => !eesHead.has(name))
}

/** `2025`, Reporting year: year ending, or position at, 31 March; `202425`, Academic or Financial year: `2024/25`. */
function eesPeriod(text: string, identifier: string): Pick<PublishedHead, 'period' | 'compared'> {
  const kind = comparable(identifier)
  if (/^\d{4}$/.test(text) && kind === 'reporting year') return { period: text, compared: true }
  if (/^\d{6}$/.test(text) && (kind === 'academic year' || kind === 'financial year'))
    return { period: `${text.slice(0, 4)}/${text.slice(4)}`, compared: true }
  return { period: `${text} ${identifier}`.trim(), compared: false }
}

const first = (names: readonly string[], ...wanted: readonly string[]): number =>
  wanted.map(name => names.indexOf(name)).find(at => at >= 0) ?? -1

/**
 * A long file of the Local Authority Interactive Tool: a measure, an area (its GSS code, or its number), a year and a value a
 * row. `2025` is the year ending, or the position at, 31 March, unless the map says otherwise.
 */
export function laitFile(names: readonly string[]): PublishedLayout | null {
  const measure = first(names, 'measure_short', 'measure', 'measure_code', 'indicator')
  const [area, number] = [first(names, 'area_code', 'new_la_code'), first(names, 'la_number', 'lait_number')]
  const [year, value] = [first(names, 'years', 'year'), first(names, 'values', 'value', 'values_num')]
  if (!shape || Math.min(measure, year, value, Math.max(area, number)) < 0) return null
  const head = (cells: readonly string[]): PublishedHead | RowFault => {
    const cell = (at: number): string => cells[at]?.trim() ?? ''
    const told = codeIn(cell(area)) ?? laitAreas()[cell(number)] ?? null
    const old = told === null ? codeIn(cell(number)) : null
    if (told === null && old === null)
      return { fault: 'The row does not say whose it is.', column: names[Math.max(area, number)] ?? '', found: '' }
    return {
      status: null,
      comparator: told?.startsWith('E92')
        ? 'england'
        : told?.startsWith('E12')
          ? 'region'
          : told?.startsWith('E13')
            ? 'subregion'
            : 'la',
      area_code: told,
      old_la_code: old,
      ...laitYear(cell(year)),
    }
  }
  const found = published(names, head, name =>
    ['topic', 'measure', 'measure_short', 'measure_code', 'indicator'].includes(name),
  )
  return found && { ...found, rest: [...found.rest, { name: 'value', at: value }] }
}

/** `2025`, or a financial year such as `2024-25`; outturn, `2024-25 (OT)`, is told apart and not compared. */
function laitYear(text: string): Pick<PublishedHead, 'period' | 'compared'> {
  if (/^\d{4}$/.test(text)) return { period: text, compared: true }
  const [, from, to] = /^(20\d\d)[-/](?:20)?(\d\d)$/.exec(text) ?? []
  return from && to ? { period: `${from}/${to}`, compared: true } : { period: text, compared: false }
}

const published = (
  names: readonly string[],
  head: PublishedLayout['head'],
  isRest: (name: string) => boolean,
): PublishedLayout | null =>
  shape
    ? {
        kind: 'published',
        shape,
        columns: [],
        asks: 'release',
        head,
        rest: names.flatMap((name, at) =>
          name !== '' && names.indexOf(name) === at && isRest(name) ? [{ name, at }] : [],
        ),
      }
    : null
