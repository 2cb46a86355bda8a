import type { Day } from '../kit/day.ts'
import { UserError } from '../kit/error.ts'
import { facts } from '../model/facts.ts'
import { shapeOf } from '../model/file-shape.ts'

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

const careSources: ReadonlySet<string> = new Set(facts.in_care_at)
/** Whether a holding tells who is in care: the return's episodes, or what stands for them. */
export const tellsOfCare = ({ source }: Pick<Holding, 'source'>): boolean => careSources.has(source)

/** The first and last day known of children in care; of a picture its own day, however long it may be used. Null where nothing is held. */
export function careKnown(holdings: readonly Holding[]): { readonly first: Day; readonly last: Day } | null {
  const care = holdings.filter(tellsOfCare)
  const first = care.map(held => held.first).sort()[0]
  const last = care
    .map(held => (shapeOf(held.source)?.time === 'snapshot' ? held.first : held.last))
    .sort()
    .at(-1)
  return first === undefined || last === undefined ? null : { first, last }
}

/** As `careKnown`, where a figure must have a day. Throws HEARTH-1409 where nothing is held of who is in care. */
export function mustKnowCare(holdings: readonly Holding[]): { readonly first: Day; readonly last: Day } {
  const known = careKnown(holdings)
  if (known) return known
  throw new UserError(
    'HEARTH-1409',
    'Nothing has been imported that tells who is in care.',
    'Run `hearth import FOLDER` with the SSDA903 files of a year, Annex A, or the tables of the Standard Safeguarding Dataset.',
  )
}
