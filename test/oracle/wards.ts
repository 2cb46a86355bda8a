/**
 * NUM-18: the wards that children in care come from (local-extracts.md 4.1 to 4.3; decision 17).
 *
 * Choices made where the specification is silent:
 * - The home is the HOME_POST of the episode whose placement counts (of a start, of its first episode). A postcode that is missing, not in
 *   the table or without a ward is not known. Wards of other authorities are one: `outside`.
 * - A rate is of children whose home ward is known, over the residents aged 0 to 17 of the authority, or of the ward.
 * - The deprivation band is the home postcode's; outside England and without a rank it is not known.
 */
import type { Day, Window } from './calendar.ts'
import { population, starts } from './flows.ts'
import { childrenInCare, type History } from './history.ts'
import type { Item, Measure } from './measure.ts'
import { postcode, type Row } from './read.ts'
import type { Episode } from './stitch.ts'

const tables = new WeakMap<History, ReadonlyMap<string, Row>>()

function postcodes(history: History): ReadonlyMap<string, Row> {
  const known = tables.get(history)
  if (known) return known
  const table = new Map((history.files.postcodes ?? []).map(row => [postcode(row.cell('POSTCODE')), row]))
  tables.set(history, table)
  return table
}

function wardOf(history: History, row: Row | undefined): string | null {
  const ward = row?.cell('WARD_CODE').toUpperCase() ?? ''
  if (row === undefined || ward === '' || ward.slice(1) === '99999999') return null
  return row.cell('LA_CODE').toUpperCase() === history.files.authority ? ward : 'outside'
}

/** The twentieth of small areas, 1 the most deprived. */
function bandOf(row: Row | undefined): string | null {
  const rank = Number(row?.cell('IMD_RANK') || 0)
  const all = row?.cell('IMD_EDITION') === '2025' ? 33755 : 32844
  return rank > 0 && row?.cell('LA_CODE').toUpperCase().startsWith('E') ? String(Math.ceil((20 * rank) / all)) : null
}

function item(history: History, child: string, episode: Episode | null): Item {
  const row = postcodes(history).get(episode?.homePost ?? '')
  const ward = wardOf(history, row)
  const slices = { ward: ward ?? 'not_known', imd_band: bandOf(row) ?? 'not_known' }
  return { child, counted: ward === null ? null : true, slices }
}

const inCare = (history: History, window: Window): Item[] =>
  childrenInCare(history, window.to).map(({ person, home, episode }) => item(history, person.id, home ?? episode))

const entrants = (history: History, window: Window): Item[] =>
  starts(history, window).map(({ child, episodes }) => item(history, child, episodes[0] ?? null))

/** Residents of a ward aged 0 to 17 at the latest mid-year loaded, on or before the day; null where there are none. */
function residents(history: History, ward: string, day: Day): number | null {
  let latest: { readonly year: number; readonly persons: number } | null = null
  for (const row of history.files.population ?? []) {
    if (row.cell('AREA_CODE').toUpperCase() !== ward || row.cell('AREA_TYPE') !== 'ward') continue
    if (row.cell('POPULATION_TYPE') !== 'resident' || row.cell('ETHNIC_GROUP') !== 'all') continue
    if (row.cell('AGE_FROM') !== '0' || row.cell('AGE_TO') !== '17') continue
    const year = Number(row.cell('YEAR'))
    if (`${year}-06-30` > day || (latest !== null && latest.year > year)) continue
    latest = { year, persons: Number(row.cell('PERSONS')) }
  }
  return latest?.persons ?? null
}

const needs = ['postcodes'] as const
const slicedBy = ['ward', 'imd_band']

export const wards: readonly Measure[] = [
  { catalogue: 'NUM-18', over: 'day', kind: 'count', needs, slicedBy, items: inCare },
  { catalogue: 'NUM-18:entrants', over: 'flow', kind: 'count', needs, slicedBy, items: entrants },
  {
    catalogue: 'NUM-18:rate',
    over: 'day',
    kind: 'count',
    needs: ['postcodes', 'population'],
    slicedBy: ['ward'],
    items: inCare,
    denominator: (h, { to }, ward) => (ward === undefined ? population(h, to) : residents(h, ward, to)),
  },
]
