import { type FileShape, shapeOf } from '../model/file-shape.ts'
import { plainName } from './named-file.ts'

/** Why a row of another layout gives none of ours. */
export type RowFault = {
  readonly fault: string
  readonly column: string
  readonly found: string
  readonly tolerated?: true
}

/** A file as others publish it, known by its header: how one of its rows becomes rows of our shape, cells by `columns`. */
export type Layout = {
  readonly shape: FileShape
  readonly columns: readonly string[]
  readonly rows: (cells: readonly string[]) => readonly (readonly string[] | RowFault)[]
}

/** In the short form of population: the area did not exist (local-extracts.md 4.1). */
const NO_AREA = 'x'

function shortPopulation(header: readonly string[]): Layout | null {
  const [year, area, persons] = ['year', 'area_code', 'pop_0_17'].map(name => header.indexOf(name))
  const shape = shapeOf('population')
  if (!shape || year === undefined || area === undefined || persons === undefined || Math.min(year, area, persons) < 0)
    return null
  return {
    shape,
    columns: ['area_code', 'area_type', 'year', 'population_type', 'ethnic_group', 'age_from', 'age_to', 'persons'],
    rows: cells => {
      const found = cells[persons]?.trim() ?? ''
      return found === NO_AREA
        ? [{ fault: 'There was no such area that year.', column: 'pop_0_17', found, tolerated: true }]
        : [[cells[area] ?? '', 'la', cells[year] ?? '', 'resident', 'all', '0', '17', found]]
    },
  }
}

/** The layout that a header is of; null where none. */
export function layoutOf(header: readonly string[]): Layout | null {
  const plain = header.map(plainName)
  return shortPopulation(plain)
}
