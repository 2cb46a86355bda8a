import type { Day } from '../kit/day.ts'

/** What one authority holds of one source: the days that one collection year's table speaks for. */
export type Holding = {
  readonly authority: string
  readonly source: string
  readonly year: number
  readonly first: Day
  readonly last: Day
}
