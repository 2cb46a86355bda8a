import type { Day } from '../kit/day.ts'

/** What one authority holds of one source: the days that one collection year's table, an extract or one picture speaks for. */
export type Holding = {
  readonly authority: string
  readonly source: string
  /** The collection year of a table of the return. */
  readonly year: number | null
  readonly first: Day
  readonly last: Day
}

/** Rows of one source that could not be used; `year` is the collection year of a table of the return. */
export type SetAside = {
  readonly authority: string
  readonly source: string
  readonly year: number | null
  readonly rows: number
}
