/**
 * Where a postcode is, and how far apart two are (local-extracts.md 4.2; decisions 10, 11, 42).
 *
 * Choices made where the specification is silent:
 * - A postcode sector row stands in for a postcode that is not in the table.
 * - Distance is unknown where the home is outside England, the placement is in Northern Ireland (another grid), or
 *   either has no coordinates. A placement in Wales or Scotland has a distance.
 * - A pseudo code (E99999999 and the like) is no area.
 */
import type { History } from './history.ts'
import { postcode } from './read.ts'
import type { Episode } from './stitch.ts'

export type Place = { readonly area: string; readonly easting: number | null; readonly northing: number | null }

const tables = new WeakMap<History, ReadonlyMap<string, Place>>()

const numberOrNull = (text: string): number | null => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : null)

function tableOf(history: History): ReadonlyMap<string, Place> {
  const known = tables.get(history)
  if (known) return known
  const table = new Map<string, Place>()
  for (const row of history.files.postcodes ?? []) {
    table.set(postcode(row.cell('POSTCODE')), {
      area: row.cell('LA_CODE').toUpperCase(),
      easting: numberOrNull(row.cell('EASTING')),
      northing: numberOrNull(row.cell('NORTHING')),
    })
  }
  tables.set(history, table)
  return table
}

export function placeOf(history: History, code: string): Place | null {
  if (code === '') return null
  const table = tableOf(history)
  return table.get(code) ?? table.get(code.slice(0, -2)) ?? null
}

/** The authority in which the placement lies; null when not known. */
export function areaOf(history: History, episode: Episode | null): string | null {
  const area = placeOf(history, episode?.plPost ?? '')?.area ?? ''
  return area === '' || area.slice(1) === '99999999' ? null : area
}

export function outOfArea(history: History, episode: Episode | null): boolean | null {
  const area = areaOf(history, episode)
  return area === null || history.files.authority === null ? null : area !== history.files.authority
}

/** Miles from home to placement, to one decimal; null when not known. */
export function miles(history: History, episode: Episode | null): number | null {
  const home = placeOf(history, episode?.homePost ?? '')
  const placed = placeOf(history, episode?.plPost ?? '')
  if (!home || !placed || !home.area.startsWith('E') || home.area === 'E99999999' || placed.area.startsWith('N')) {
    return null
  }
  if (home.easting === null || home.northing === null || placed.easting === null || placed.northing === null)
    return null
  const east = home.easting - placed.easting
  const north = home.northing - placed.northing
  return Math.round((Math.sqrt(east * east + north * north) / 1000 / 1.6093) * 10) / 10
}

export function farFromHome(history: History, episode: Episode | null): boolean | null {
  const distance = miles(history, episode)
  return distance === null ? null : distance > 20
}
