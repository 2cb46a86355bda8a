import { type Day, day } from '../kit/day.ts'

/** The collection that a return is checked as. */
export type Collection = {
  /** The year it ends in: 2026 for 2025-26. */
  readonly year: number
  /** 1 April and 31 March. */
  readonly start: Day
  readonly end: Day
  /** The day up to which the return is complete: its end, or a day before for a part year. */
  readonly asAt: Day
  /** The GSS code of the council; null where nothing says it. */
  readonly authority: string | null
  readonly format: 'csv' | 'xml'
}

/** The collection that ends in `year`, whole unless `asAt` is before its end. */
export function collectionOf(
  year: number,
  more: Partial<Pick<Collection, 'asAt' | 'authority' | 'format'>> = {},
): Collection {
  const end = day(`${year}-03-31`)
  const asAt = more.asAt !== undefined && more.asAt < end ? more.asAt : end
  return {
    year,
    start: day(`${year - 1}-04-01`),
    end,
    asAt,
    authority: more.authority ?? null,
    format: more.format ?? 'csv',
  }
}

/** `2025-26`. */
export const sayCollection = ({ year }: Pick<Collection, 'year'>): string =>
  `${year - 1}-${String(year % 100).padStart(2, '0')}`
