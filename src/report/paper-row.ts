import type { MeasureAsked } from './paper-view.ts'
import type { RowView } from './scorecard-view.ts'

/** Whether a row is of a measure asked for: by its number, id or catalogue reference, and of the window where one is named. */
export const isRowOf = (row: RowView, { measure, window }: MeasureAsked): boolean =>
  [row.number, row.measure, row.catalogue].some(name => name?.toUpperCase() === measure.toUpperCase()) &&
  (window === undefined || window === row.window)
