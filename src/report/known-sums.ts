import type { PackCell, Sum, Together } from '../disclosure/pack.ts'
import type { Day } from '../kit/day.ts'
import type { Window } from '../kit/period.ts'
import { sayNumber } from '../kit/text.ts'
import type { DraftRow } from './draft-row.ts'
import type { PeriodFigure, RowView } from './scorecard-view.ts'

/**
 * Measures of which nobody is counted in two and everybody is counted in the whole: whoever has these can take them from it, and what is
 * left is a number of people too. By the SQL of the measures, the codes of where a child lives:
 * - family_based() (in-family-settings) is foster() (in-foster-placements), placed_with_parents() and, with no row of its own, A3 to A6:
 *   placed for adoption;
 * - foster() is connected() U1 to U3 and mainstream_foster() U4 to U6, which are our own (PR1), an agency's (PR4, PR5) and a rest;
 * - of those in care family_based() and residential() leave those who live alone, in supported homes and elsewhere.
 * pathway-plan-reviewed is with-pathway-plan of the last 6 months, of the same young people.
 */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  'in-family-settings': ['in-foster-placements', 'placed-with-parents'],
  'in-foster-placements': ['with-our-own-foster-carers', 'with-agency-foster-carers', 'with-connected-carers'],
  'children-in-care': ['in-family-settings', 'in-residential-placements'],
  'with-pathway-plan': ['pathway-plan-reviewed'],
}

/**
 * The measures that add up with these and are not among them. A paper that tells one and not the other still decides both: another paper of
 * the month may tell the other, and has to come to the same.
 */
export function partnersOf(ids: readonly string[]): readonly string[] {
  const families = Object.entries(KNOWN).map(([whole, parts]) => [whole, ...parts])
  const partners = families.flatMap(family => (family.some(id => ids.includes(id)) ? family : []))
  return [...new Set(partners)].filter(id => !ids.includes(id))
}

/** A row decided in another pack, as its readers see it and as it is. */
export type Beside = { readonly told: RowView; readonly seen: RowView }

/** The rows of a scorecard, beside which others are told. */
export const besideOf = (told: readonly RowView[], seen: readonly RowView[]): readonly Beside[] =>
  told.flatMap(row => {
    const same = seen.find(({ measure, window }) => measure === row.measure && window === row.window)
    return row.measure !== null && same ? [{ told: row, seen: same }] : []
  })

/** A number that adds up with others. One of another pack is told or hidden there for good. */
type Member = { readonly id: string; readonly value: number; readonly there: 'told' | { readonly why: string } | null }
type Placed = { readonly numerator: Member; readonly denominator: Member | null }

export type KnownSums = {
  readonly cells: readonly PackCell[]
  readonly sums: readonly Sum[]
  readonly together: readonly Together[]
}

/** What is left of a whole less the parts of it that are told, in every period, as cells and sums to be decided with them. */
export function knownSums(rows: readonly DraftRow[], beside: readonly Beside[]): KnownSums {
  const windows = new Set(rows.filter(({ about }) => isKnown(about.id)).map(({ window }) => window))
  const found = [...windows].flatMap(window => {
    const own = rows.filter(row => row.window === window && isKnown(row.about.id))
    const ends = new Set(own.flatMap(({ figures }) => figures.map(({ periodEnd }) => periodEnd)))
    return [...ends].flatMap(end => sumsAt(end, window, own, beside))
  })
  return {
    cells: found.flatMap(({ cells }) => cells),
    sums: found.flatMap(({ sums }) => sums),
    together: found.flatMap(({ together }) => together),
  }
}

const isKnown = (id: string | null): boolean =>
  id !== null && (id in KNOWN || Object.values(KNOWN).some(parts => parts.includes(id)))

function sumsAt(end: Day, window: Window, own: readonly DraftRow[], beside: readonly Beside[]): readonly KnownSums[] {
  const placed = (measure: string): Placed | null =>
    placedIn(
      own.find(({ about }) => about.id === measure),
      end,
    ) ??
    placedBeside(
      beside.find(({ told }) => told.measure === measure && told.window === window),
      end,
    )
  // Of a part that has no row its own parts may have one.
  const expand = (measure: string): readonly Placed[] => {
    const one = placed(measure)
    return one ? [one] : (KNOWN[measure] ?? []).flatMap(expand)
  }
  return Object.entries(KNOWN).flatMap(([measure, names]) => {
    const parts = names.flatMap(expand)
    const whole = (measure === 'children-in-care' ? groupOf(parts) : null) ?? placed(measure)?.numerator
    if (!whole) return []
    return restOfKnown(
      `${measure} ${window} ${end}`,
      whole,
      parts.map(({ numerator }) => numerator),
    )
  })
}

/** Those in care of whom it is known where they live: what two or more shares are of, where it is the same. */
function groupOf(parts: readonly Placed[]): Member | null {
  const group = parts[0]?.denominator ?? null
  return parts.length > 1 && parts.every(({ denominator }) => denominator?.value === group?.value) ? group : null
}

function placedIn(row: DraftRow | undefined, end: Day): Placed | null {
  const i = row ? row.figures.findIndex(({ periodEnd }) => periodEnd === end) : -1
  const figure = row?.figures[i]
  if (!row || !figure || figure.value === null || figure.numerator === null) return null
  const member = (part: 'n' | 'd', value: number): Member => ({ id: `${row.key}/${i}/${part}`, value, there: null })
  return {
    numerator: member('n', figure.numerator),
    denominator: figure.denominator === null ? null : member('d', figure.denominator),
  }
}

function placedBeside(row: Beside | undefined, end: Day): Placed | null {
  const at = (view: RowView | undefined): PeriodFigure | undefined =>
    view && [...view.trend, view.latest, ...(view.prior ? [view.prior] : [])].find(({ periodEnd }) => periodEnd === end)
  const [told, seen] = [at(row?.told), at(row?.seen)]
  if (!row || !told || seen?.numerator.kind !== 'number') return null
  const { figure } = told
  const there = figure.kind === 'hidden' ? { why: figure.why } : 'told'
  const member = (part: string, value: number): Member => ({
    id: `beside ${row.seen.measure} ${row.seen.window} ${end}/${part}`,
    value,
    there,
  })
  return {
    numerator: member('n', seen.numerator.value),
    denominator: seen.denominator?.kind === 'number' ? member('d', seen.denominator.value) : null,
  }
}

/** What another pack tells cannot be hidden any more: it is taken from the whole, and the others with the rest make up what is left. */
function restOfKnown(name: string, whole: Member, parts: readonly Member[]): readonly KnownSums[] {
  const rest = parts.reduce((left, { value }) => left - value, whole.value)
  const isToDecide = [whole, ...parts].some(({ there }) => there === null)
  if (!isToDecide || parts.length === 0 || rest < 0 || isHidden(whole)) return []
  const told = parts.filter(({ there }) => there === 'told')
  const open = parts.filter(({ there }) => there !== 'told')
  const cell = (id: string, value: number, people: readonly number[]): PackCell => ({
    id,
    value,
    text: sayNumber(value),
    people,
  })
  const [restId, leftId] = [`${name}/rest`, `${name}/left`]
  const left = told.reduce((sum, { value }) => sum - value, whole.value)
  const hiddenThere = open.flatMap(({ id, value, there }) =>
    there !== null && there !== 'told' ? [{ ...cell(`${name}/${id}`, value, []), hiddenThere: there.why }] : [],
  )
  const ids = open.map(({ id, there }) => (there === null ? id : `${name}/${id}`))
  return [
    {
      cells: [cell(restId, rest, [rest]), cell(leftId, left, []), ...hiddenThere],
      sums: [{ total: leftId, parts: [...ids, restId] }],
      together: whole.there === null ? [[leftId, whole.id]] : [],
    },
  ]
}

const isHidden = ({ there }: Member): boolean => there !== null && there !== 'told'
