import type { FileShape } from '../model/file-shape.ts'
import type { ReturnedTable } from '../model/returned.ts'
import type { Layout } from './layout.ts'

/** What a file's header says it is. `columns` gives, for each cell of a row, our column, or null where it is not used. */
export type Recognised =
  | {
      readonly kind: 'returned'
      readonly table: ReturnedTable
      readonly columns: readonly (string | null)[]
      readonly notes: readonly string[]
    }
  | {
      readonly kind: 'named'
      readonly shape: FileShape
      readonly columns: readonly (string | null)[]
      /** Where the file is as others publish it. */
      readonly layout: Layout | null
      readonly notes: readonly string[]
    }
  | { readonly kind: 'unknown'; readonly says: string }
  /** It can be nothing but a table of the return, and cannot be used. */
  | { readonly kind: 'refused'; readonly says: string; readonly fix: string }
