type Column = { readonly type: 'text' | 'integer' | 'number' | 'date' | 'postcode'; readonly required: boolean }
const text = { type: 'text', required: true } as const
const optional = { type: 'text', required: false } as const
const integer = { type: 'integer', required: true } as const
const maybe = { type: 'integer', required: false } as const
const date = { type: 'date', required: true } as const

/** Reference files by stem (local-extracts.md section 4): the table each feeds, and its columns. `targets` goes to the decisions. */
export const referenceShapes = {
  postcodes: {
    table: 'postcode',
    columns: {
      postcode: { type: 'postcode', required: true },
      easting: maybe,
      northing: maybe,
      la_code: text,
      ward_code: optional,
      imd_rank: maybe,
      imd_edition: maybe,
    },
  },
  population: {
    table: 'population',
    columns: {
      area_code: text,
      area_type: text,
      year: integer,
      population_type: text,
      ethnic_group: text,
      age_from: integer,
      age_to: integer,
      persons: integer,
    },
  },
  areas: {
    table: 'area',
    columns: {
      area_code: text,
      old_la_code: optional,
      name: text,
      level: text,
      region_code: optional,
      same_la_as: optional,
    },
  },
  wards: {
    table: 'ward',
    columns: { ward_code: text, ward_name: text, area_code: text, imd_edition: maybe, imd_band: maybe },
  },
  benchmarks: {
    table: 'benchmark',
    columns: {
      indicator: text,
      comparator: text,
      area_code: text,
      period: text,
      value: { type: 'number', required: false },
      release: date,
      breakdown: optional,
      status: optional,
      model: optional,
      method: optional,
      cohort: optional,
    },
  },
  stat_neighbours: {
    table: 'stat_neighbour',
    columns: { model: text, area_code: text, rank: integer, sn_area_code: text, closeness: optional },
  },
  bank_holidays: { table: 'bank_holiday', columns: { date, title: optional } },
  targets: {
    table: null,
    columns: {
      measure: text,
      from: date,
      to: { type: 'date', required: false },
      operator: text,
      value: text,
      amber_within: optional,
      amber_percent: optional,
      profile: optional,
      rationale: optional,
      set_by: text,
      agreed_on: date,
    },
  },
} as const satisfies Record<
  string,
  { readonly table: string | null; readonly columns: Readonly<Record<string, Column>> }
>

/** A reference file known by its name and header, or what its header lacks. */
type KnownReference =
  | { readonly kind: 'reference'; readonly stem: ReferenceStem; readonly columns: readonly (string | null)[] }
  | { readonly kind: 'unknown'; readonly says: string }

export type ReferenceStem = keyof typeof referenceShapes
export const columnsOf = (stem: ReferenceStem): Readonly<Record<string, Column>> => referenceShapes[stem].columns

const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')

/** Knows a reference file by the longest stem its name begins with, and its header; null where the name is none of ours. */
export function referenceOf(fileName: string, header: readonly string[]): KnownReference | null {
  const name = plain(fileName.split(/[\\/]/).at(-1) ?? '')
  const stems = (Object.keys(referenceShapes) as readonly ReferenceStem[]).filter(stem =>
    new RegExp(`^${stem}([_.]|$)`).test(name),
  )
  const stem = stems.sort((a, b) => b.length - a.length)[0]
  if (!stem) return null
  const columns = header.map(plain)
  if (stem === 'population' && columns.includes('pop_0_17')) return { kind: 'reference', stem, columns }
  const lacks = Object.entries(columnsOf(stem))
    .filter(([column, { required }]) => required && !columns.includes(column))
    .map(([column]) => column)
  if (lacks.length) return { kind: 'unknown', says: `Its name says ${stem}, but it has no column ${lacks.join(', ')}.` }
  return { kind: 'reference', stem, columns: columns.map(column => (column in columnsOf(stem) ? column : null)) }
}
