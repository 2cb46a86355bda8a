import type { Day } from '../kit/day.ts'
import type { FileShape } from '../model/file-shape.ts'

/** Why a row of another layout gives none of ours. */
export type RowFault = {
  readonly fault: string
  readonly column: string
  readonly found: string
  readonly tolerated?: true
}

/** What a file of another layout does not hold itself, and is asked for: in its name, or with the import. */
export type Asked = {
  /** The day of publication. */
  readonly release: Day | null
  /** The month of a model of statistical neighbours: `2025-05`. */
  readonly model: string | null
}

/** A file as others publish it, known by its header: how one of its rows becomes rows of our shape, cells by `columns`. */
export type RowLayout = {
  readonly kind: 'rows'
  readonly shape: FileShape
  readonly columns: readonly string[]
  readonly asks: 'model' | null
  /** Replaces the rows that are alike in these columns; null: as its shape says. */
  readonly replaces: readonly string[] | null
  readonly rows: (cells: readonly string[], asked: Asked) => readonly (readonly string[] | RowFault)[]
}

/** Whose figures a row of a published file has, and when. */
export type PublishedHead = {
  readonly status: 'provisional' | 'revised' | 'final' | null
  readonly comparator: 'england' | 'region' | 'subregion' | 'la'
  readonly area_code: string | null
  /** The 3-digit code, where there is no other. */
  readonly old_la_code: string | null
  readonly period: string
  /** Whether the period is one we compare with. */
  readonly compared: boolean
}

/** A file of published figures: each row has a head, and other columns that divide (filters) or hold figures. */
export type PublishedLayout = {
  readonly kind: 'published'
  readonly shape: FileShape
  readonly columns: readonly string[]
  readonly asks: 'release'
  readonly head: (cells: readonly string[]) => PublishedHead | RowFault
  /** The columns that are not of the head, by place. */
  readonly rest: readonly { readonly name: string; readonly at: number }[]
}

export type Layout = RowLayout | PublishedLayout
