import { shapeOf } from '../model/file-shape.ts'
import type { RowFault, RowLayout } from './layout.ts'

const columns = ['area_code', 'area_type', 'year', 'population_type', 'ethnic_group', 'age_from', 'age_to', 'persons']
const shape = shapeOf('population')

const toldOff = (fault: string, column: string, found: string): readonly RowFault[] => [
  { fault, column, found, tolerated: true },
]

/** In the short form: the area did not exist (local-extracts.md 4.1). */
const NO_AREA = 'x'

const typeOf = (code: string): string => (code.startsWith('E92') ? 'country' : code.startsWith('E12') ? 'region' : 'la')

/** `year,area_code,pop_0_17`. */
export function shortPopulation(names: readonly string[]): RowLayout | null {
  const [year = -1, area = -1, persons = -1] = ['year', 'area_code', 'pop_0_17'].map(name => names.indexOf(name))
  if (!shape || Math.min(year, area, persons) < 0) return null
  return {
    kind: 'rows',
    shape,
    columns,
    asks: null,
    replaces: null,
    rows: cells => {
      const found = cells[persons]?.trim() ?? ''
      return found === NO_AREA
        ? toldOff('There was no such area that year.', 'pop_0_17', found)
        : [
            [
              cells[area] ?? '',
              typeOf(cells[area]?.trim() ?? ''),
              cells[year] ?? '',
              'resident',
              'all',
              '0',
              '17',
              found,
            ],
          ]
    },
  }
}

/** What a column that divides the population says where it does not. */
const everybody = /^(total|all|all persons|all people|persons|)$/i

/** The mid-year estimates as DfE and ONS publish them: those aged 0 to 17; `time_period` is the mid-year. */
export function midYearPopulation(names: readonly string[]): RowLayout | null {
  const at = (...wanted: readonly string[]): number => Math.max(-1, ...wanted.map(name => names.indexOf(name)))
  const [year, level, age, persons] = [
    at('time_period'),
    at('geographic_level'),
    at('age_group'),
    at('population_estimate'),
  ]
  if (!shape || Math.min(year, level, age, persons) < 0) return null
  const [country, region, la, old] = [at('country_code'), at('region_code'), at('new_la_code'), at('old_la_code')]
  const dividing = names.flatMap((name, i) => (/^(sex|gender|ethnicity|ethnic_group)$/.test(name) ? [i] : []))
  return {
    kind: 'rows',
    shape,
    columns,
    asks: null,
    replaces: ['population_type', 'ethnic_group', 'area_type', 'year'],
    rows: cells => {
      const cell = (i: number): string => cells[i]?.trim() ?? ''
      const kind = cell(level).toLowerCase()
      const given = [
        kind === 'national' ? 'country' : kind === 'regional' ? 'region' : kind === 'local authority' ? 'la' : null,
      ]
      const [type] = given
      if (!type) return toldOff('Estimates of such areas are not used.', 'geographic_level', cell(level))
      if (!/\b0 to 17\b/.test(cell(age))) return toldOff('Only those aged 0 to 17 are used.', 'age_group', cell(age))
      const divided = dividing.find(i => !everybody.test(cell(i)))
      if (divided !== undefined)
        return toldOff('Only the estimate of all is used.', names[divided] ?? '', cell(divided))
      const code = type === 'country' ? cell(country) : type === 'region' ? cell(region) : cell(la) || cell(old)
      if (/^E13/.test(code)) return toldOff('Inner and Outer London are not regions.', 'region_code', code)
      const found = cell(persons)
      if (/^[cxzku:~.-]+$/i.test(found)) return toldOff('There is no estimate.', 'population_estimate', found)
      return [[code, type, cell(year), 'resident', 'all', '0', '17', found]]
    },
  }
}
