import type { PackCell, Sum } from '../disclosure/pack.ts'
import { sayNumber } from '../kit/text.ts'

/** A figure whose children are among another's, as both stand in a pack. */
type Placed = {
  readonly id: string
  readonly figure: { readonly numerator: number | null; readonly denominator: number | null } | undefined
}

export type Rest = { readonly cells: readonly PackCell[]; readonly sums: readonly Sum[] }

/** What is left of a figure of which another is a part: anybody could subtract, so it is decided with them though it is never printed. */
export function restOf(inner: Placed, outer: Placed): Rest {
  const rests = (['n', 'd'] as const).flatMap(part => {
    const [whole, own] = [outer, inner].map(({ figure }) => (part === 'n' ? figure?.numerator : figure?.denominator))
    if (whole == null || own == null) return []
    const id = `${inner.id}/rest/${part}`
    const value = whole - own
    return [
      {
        cell: { id, value, text: sayNumber(value), people: [value] },
        sum: { total: `${outer.id}/${part}`, parts: [`${inner.id}/${part}`, id] },
      },
    ]
  })
  return { cells: rests.map(({ cell }) => cell), sums: rests.map(({ sum }) => sum) }
}
