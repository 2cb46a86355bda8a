import type { Behind, PackCell, Sum } from '../disclosure/pack.ts'
import type { Day } from '../kit/day.ts'
import type { Window } from '../kit/period.ts'
import { sayNumber } from '../kit/text.ts'
import type { DraftRow } from './draft-row.ts'
import type { RowView } from './scorecard-view.ts'

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

/** How many were in care at the end of each month: whoever has it can take the group of any share of them from it. */
export type InCare = ReadonlyMap<Day, number>

const isInCare = (measure: string | null, window: string): boolean =>
  measure === 'children-in-care' && window === 'month'

export const inCareOf = (rows: readonly DraftRow[]): InCare =>
  new Map(
    rows
      .filter(({ about, window }) => isInCare(about.id, window))
      .flatMap(({ figures }) =>
        figures.flatMap(({ periodEnd, value }) => (value === null ? [] : [[periodEnd, value]])),
      ),
  )

/** The same of rows as an analyst has them. */
export const inCareSeen = (rows: readonly RowView[]): InCare =>
  new Map(
    rows
      .filter(({ measure, window }) => isInCare(measure, window))
      .flatMap(({ latest, trend }) =>
        [...trend, latest].flatMap(({ periodEnd, figure }) =>
          figure.kind === 'number' ? [[periodEnd, figure.value] as const] : [],
        ),
      ),
  )

/**
 * Those in care whom a share or an average at a month's end leaves out by what it is of: 15 of 117, where 119 are in care, tells that
 * 2 are too new for a plan. Of those left out because something is not known, how many is told or hidden for itself.
 */
export function leftOutOf({ key, about, who, window, figures }: DraftRow, inCare: InCare): readonly Rest[] {
  const isOfGroup = about.kind === 'proportion' || about.kind === 'average'
  if (!isOfGroup || about.at !== 'period end' || window !== 'month' || who !== 'children') return []
  return figures.flatMap(({ periodEnd, denominator, unknown, picture }, i) => {
    const all = inCare.get(periodEnd)
    if (all === undefined || denominator === null || picture) return []
    const [id, total] = [`${key}/${i}/left out`, `${key}/${i}/in care`]
    const value = all - denominator - (about.keepsUnknown ? 0 : unknown)
    return [
      {
        cells: [
          { id, value, text: sayNumber(value), people: [value] },
          { id: total, value: all, text: sayNumber(all), people: [all] },
        ],
        sums: [{ total, parts: [`${key}/${i}/d`, id] }],
      },
    ]
  })
}

const spans: Partial<Record<Window, number>> = { 'rolling 3 months': 3, 'rolling 6 months': 6, 'rolling 12 months': 12 }

/**
 * A row of the last months beside a row of the months themselves: its latest is their sum, and where one of them is hidden its periods
 * before are too, since from one to the next it moves by the month that joins less the month that leaves.
 */
export function monthsOf(
  row: DraftRow,
  rows: readonly DraftRow[],
): Pick<Rest, 'sums'> & { readonly behind: readonly Behind[] } {
  const span = spans[row.window]
  const months = rows.find(({ about, window }) => about.id !== null && about.id === row.about.id && window === 'month')
  if (span === undefined || months === undefined) return { sums: [], behind: [] }
  const last = row.figures.length - 1
  const first = months.figures.length - span
  const sums = (['n', 'd'] as const).flatMap(part => {
    const of = (figure: DraftRow['figures'][number] | undefined) =>
      part === 'n' ? figure?.numerator : figure?.denominator
    const own = months.figures.slice(first)
    const all = own.reduce((sum, figure) => sum + (of(figure) ?? 0), 0)
    // Where somebody is counted in several months they do not add up, and nobody can subtract.
    if (first < 0 || all !== of(row.figures[last])) return []
    return [{ total: `${row.key}/${last}/${part}`, parts: own.map((_, i) => `${months.key}/${first + i}/${part}`) }]
  })
  const before = row.figures.slice(0, -1).flatMap((_, i) => ['', '/n', '/d'].map(part => `${i}${part}`))
  const told = [...before, 'change', 'year', 'yearlow', 'yearhigh'].map(part => `${row.key}/${part}`)
  return { sums, behind: months.figures.map((_, i) => ({ figure: `${months.key}/${i}`, behind: told })) }
}
