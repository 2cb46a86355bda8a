import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { once } from '../kit/once.ts'

/** What a year of a published file means: the year ending, or the position at, 31 March; at 30 September; the academic year ended in it. */
type YearMeans = 'march' | 'september' | 'academic'

/** One line of the map from published cells to indicators (local-extracts.md 4.13). */
export type MapLine = {
  readonly indicator: string
  readonly breakdown: string | null
  /** Words in the file's name, where two files say the same of different children. */
  readonly file: string | null
  /** What filters must say; none: only rows that no filter divides. */
  readonly texts: readonly string[]
  /** Columns the figure may stand in: the first that the row has. */
  readonly columns: readonly string[]
  readonly cohort: string | null
  readonly year: YearMeans
}

const line = z
  .object({
    indicator: z.string(),
    breakdown: z.string().optional(),
    filter_1: z.string().optional(),
    filter_2: z.string().optional(),
    file: z.string().optional(),
    value: z.string(),
    cohort: z.string().optional(),
    year: z.enum(['september', 'academic']).optional(),
  })
  .strict()
const shape = z
  .object({
    columns: z.record(z.string(), z.array(z.string())),
    ees: z.array(line),
    lait: z.array(line),
    lait_areas: z.record(z.string(), z.string()),
  })
  .strict()
const content = once(() =>
  shape.parse(parse(readFileSync(new URL('../../returns/published.yaml', import.meta.url), 'utf8'))),
)

/** Texts are compared without regard to case and spaces. */
export const comparable = (text: string): string => text.trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** A council's own line, as `ees_map.csv` has it. */
type OwnLine = Readonly<
  Record<'indicator' | 'breakdown' | 'filter_1' | 'filter_2' | 'file' | 'value_column', string | null>
>

/** A line as the map has it. */
export const mapLine = (own: OwnLine, more: Pick<MapLine, 'cohort' | 'year'> | null = null): MapLine => {
  const column = comparable(own.value_column ?? '')
  return {
    indicator: own.indicator ?? '',
    breakdown: own.breakdown,
    file: own.file === null ? null : comparable(own.file),
    texts: [own.filter_1, own.filter_2].flatMap(text => (text?.trim() ? [comparable(text)] : [])),
    columns: content().columns[column] ?? [column],
    cohort: more?.cohort ?? null,
    year: more?.year ?? 'march',
  }
}

/** The built-in map, in order: of two lines that give one figure the first stands. */
export const builtInMap = (): readonly MapLine[] =>
  [...content().ees, ...content().lait].map(({ breakdown, filter_1, filter_2, file, value, cohort, year, indicator }) =>
    mapLine(
      {
        indicator,
        breakdown: breakdown ?? null,
        filter_1: filter_1 ?? null,
        filter_2: filter_2 ?? null,
        file: file ?? null,
        value_column: value,
      },
      { cohort: cohort ?? null, year: year ?? 'march' },
    ),
  )

/** The numbers of the Local Authority Interactive Tool that are not an authority's, and their GSS codes. */
export const laitAreas = (): Readonly<Record<string, string>> => content().lait_areas
