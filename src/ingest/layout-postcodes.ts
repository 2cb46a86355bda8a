import { shapeOf } from '../model/file-shape.ts'
import type { RowLayout } from './layout.ts'

const shape = shapeOf('postcodes')
const columns = ['postcode', 'easting', 'northing', 'la_code', 'ward_code', 'imd_rank', 'imd_edition']

/** The place of the first name there is. */
const firstOf = (names: readonly string[], ...wanted: readonly string[]): number =>
  wanted.map(name => names.indexOf(name)).find(at => at >= 0) ?? -1

/** The place of a name with two digits for the year, the latest year where several: `lad25cd`. */
function latest(names: readonly string[], pattern: RegExp): number {
  const dated = names.flatMap((name, at) => {
    const [, year] = pattern.exec(name) ?? []
    return year ? [{ at, year: Number(year) }] : []
  })
  return dated.sort((a, b) => b.year - a.year)[0]?.at ?? -1
}

/** A code for "none": `E99999999`. */
const pseudo = /^[A-Z]99999999$/

/**
 * The ONS Postcode Directory or National Statistics Postcode Lookup, whole or cut, with the names of either generation
 * (local-extracts.md 4.2). Terminated postcodes stay: placements of past years need them.
 */
export function directory(names: readonly string[]): RowLayout | null {
  const postcode = firstOf(names, 'pcds', 'pcd', 'pcd7')
  const [east, north] = [firstOf(names, 'oseast1m', 'east1m'), firstOf(names, 'osnrth1m', 'north1m')]
  const either = (pattern: RegExp, ...old: readonly string[]): number => {
    const at = firstOf(names, ...old)
    return at >= 0 ? at : latest(names, pattern)
  }
  const district = either(/^lad(\d\d)cd$/, 'oslaua', 'laua')
  if (!shape || Math.min(postcode, east, north, district) < 0) return null
  const county = either(/^cty(\d\d)cd$/, 'oscty', 'cty')
  const ward = either(/^wd(\d\d)cd$/, 'osward', 'ward')
  const imd = either(/^imd(\d\d)ind$/, 'imd')
  const edition = names[imd] === 'imd25ind' ? '2025' : '2019'
  return {
    kind: 'rows',
    shape,
    columns,
    asks: null,
    replaces: null,
    rows: cells => {
      const code = (at: number): string => {
        const text = cells[at]?.trim() ?? ''
        return pseudo.test(text) ? '' : text
      }
      const upper = code(county)
      const la = upper.startsWith('E10') ? upper : code(district)
      const found = cells[postcode] ?? ''
      if (la === '') return [{ fault: 'It is in no authority.', column: names[district] ?? '', found, tolerated: true }]
      // The Irish grid is another one; a rank is among the small areas of its own country.
      const irish = la.startsWith('N')
      const rank = la.startsWith('E') ? code(imd) : ''
      const ranked = rank !== '' && rank !== '0'
      return [
        [
          found,
          irish ? '' : code(east),
          irish ? '' : code(north),
          la,
          code(ward),
          ranked ? rank : '',
          ranked ? edition : '',
        ],
      ]
    },
  }
}

/** `sector,east,north,main_la`: used where a full postcode is not known, and then approximate. Adds to the postcodes held. */
export function sectors(names: readonly string[]): RowLayout | null {
  const [sector = -1, east = -1, north = -1, la = -1] = ['sector', 'east', 'north', 'main_la'].map(name =>
    names.indexOf(name),
  )
  if (!shape || Math.min(sector, east, north, la) < 0) return null
  return {
    kind: 'rows',
    shape,
    columns,
    asks: null,
    replaces: ['postcode'],
    rows: cells => {
      const code = cells[la]?.trim() ?? ''
      const irish = code.startsWith('N')
      return [
        [cells[sector] ?? '', irish ? '' : (cells[east] ?? ''), irish ? '' : (cells[north] ?? ''), code, '', '', ''],
      ]
    },
  }
}
