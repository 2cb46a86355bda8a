import { type Absent, type Audience, decide, isProtected, type Shown } from './shown.ts'

/**
 * One figure that will leave. `people` are the counts of children from which it could be worked out: the numerator and
 * the denominator of a share, the number counted, the n of a mean. Empty for a figure that is not about so many children
 * (a population, a target, a published rate).
 */
export type PackCell = {
  readonly id: string
  readonly text: string
  readonly people: readonly number[]
  /** Of a share: numerator and denominator, so that the complement is protected too. */
  readonly share?: { readonly numerator: number; readonly denominator: number }
  /** Who is counted, as a reason says it: `children`, `social workers`; left out: it says no more than how few. */
  readonly who?: string
  /** The sum behind a mean, or a total: never for the board or the public. */
  readonly workings?: boolean
  /** Why it is hidden where the same figure stands, or the one it belongs to: decided there, and held here. */
  readonly hiddenThere?: string
} & ({ readonly value: number } | { readonly value: null; readonly state: Absent; readonly why: string | null })

/** A relation a reader could subtract with: the total is the sum of its parts. */
export type Sum = { readonly total: string; readonly parts: readonly string[] }

/** Figures of which none may be seen unless all may: a value, its change, its interval. */
export type Together = readonly string[]

/** Figures that may not be seen where another may not; unlike those that stand together they hide nothing themselves. */
export type Behind = { readonly figure: string; readonly behind: readonly string[] }

export type Pack = {
  readonly audience: Audience
  readonly cells: readonly PackCell[]
  readonly sums?: readonly Sum[]
  readonly together?: readonly Together[]
  readonly behind?: readonly Behind[]
}

/** DfE's rule for children's social care: 1 to 5 are confidential; 0 is a true zero. */
const SMALL = 5
export const WHY_SECOND = 'Hidden so that a number of fewer than 6 cannot be worked out'
const WHY_WORKINGS = 'The sum behind a mean: two of them, a month apart, would tell what one child adds'

const small = (n: number): boolean => n >= 1 && n <= SMALL

/**
 * Why a figure on its own may not be seen: it would tell of 1 to 5, or of all but 1 to 5 of a group. Says which of the two and never
 * the number; null where it may be seen.
 */
function whyHidden({ people, share, who }: PackCell): string | null {
  const complement = share ? share.denominator - share.numerator : 0
  const few = people.some(small) ? 'Fewer than 6' : small(complement) ? 'All but a few' : null
  if (few === null) return null
  return `${few}${who ? ` ${who}` : ''}: hidden so that ${who === 'children' ? 'no child' : 'nobody'} can be identified`
}

/**
 * Decides a whole pack in one call. Analysts and managers see everything. For the board and the public a figure of 1 to 5
 * children, and one whose complement is 1 to 5, is hidden; in a sum with a hidden part the next smallest are hidden with it until
 * every small one could still be any of 1 to 5; figures that stand together are hidden together.
 *
 * Each sum is held by itself. Several that share cells, and packs that leave one after another, do not stand against every attack
 * (statistics.md section 2.2); the release gate that solves and audits a pack comes with publishing. Until then the board's view is a working view and is marked as one.
 */
export function disclose(pack: Pack): ReadonlyMap<string, Shown> {
  const reasons = isProtected(pack.audience) ? hidden(pack) : new Map<string, string>()
  return new Map(pack.cells.map(cell => [cell.id, show(cell, reasons.get(cell.id))]))
}

/** Looks decided figures up. A figure that was not in the pack is a fault of ours: it throws. */
export const decidedIn =
  (shown: ReadonlyMap<string, Shown>): ((id: string) => Shown) =>
  id => {
    const found = shown.get(id)
    if (!found) throw new Error(`no decided figure ${id}`)
    return found
  }

function show(cell: PackCell, why: string | undefined): Shown {
  if (cell.value === null) return decide({ kind: 'none', state: cell.state, text: cell.text, why: cell.why })
  if (why !== undefined) return decide({ kind: 'hidden', symbol: 'c', text: '[c]', why })
  return decide({ kind: 'number', value: cell.value, text: cell.text })
}

function hidden(pack: Pack): Map<string, string> {
  const cells = new Map(pack.cells.map(cell => [cell.id, cell]))
  const reasons = new Map<string, string>()
  for (const cell of pack.cells)
    if (cell.value !== null && cell.workings) reasons.set(cell.id, WHY_WORKINGS)
    else if (cell.value !== null) {
      const why = cell.hiddenThere ?? whyHidden(cell)
      if (why !== null) reasons.set(cell.id, why)
    }
  for (let before = -1; before !== reasons.size; ) {
    before = reasons.size
    for (const group of pack.together ?? []) {
      if (group.some(id => reasons.has(id))) for (const id of group) if (!reasons.has(id)) reasons.set(id, WHY_SECOND)
    }
    for (const sum of pack.sums ?? []) protect(sum, cells, reasons)
  }
  for (const { figure, behind } of pack.behind ?? []) {
    if (reasons.has(figure)) for (const id of behind) if (!reasons.has(id)) reasons.set(id, WHY_SECOND)
  }
  return reasons
}

/** Hides more of a sum, the smallest part that is not zero first and the total last, until none of its small parts can be told apart. */
function protect(sum: Sum, cells: ReadonlyMap<string, PackCell>, reasons: Map<string, string>): void {
  const size = (id: string): number | null => cells.get(id)?.value ?? null
  const members = [...sum.parts, sum.total].filter(id => size(id) !== null)
  if (!members.some(id => reasons.has(id))) return
  const bySize = members
    .filter(id => id !== sum.total && !reasons.has(id))
    .sort((a, b) => (size(a) ?? 0) - (size(b) ?? 0))
  const some = bySize.filter(id => (size(id) ?? 0) > 0)
  // One that is not more than zero leaves no room for another: it only keeps a part that is not small from being the only one hidden.
  const none = bySize.filter(id => !some.includes(id)).slice(0, 1)
  const total = [sum.total].filter(id => members.includes(id) && !reasons.has(id))
  for (const next of [...some, ...none, ...total]) {
    if (isWide(sum, members, size, reasons)) return
    if (none.includes(next) && members.filter(id => reasons.has(id)).length > 1) continue
    reasons.set(next, WHY_SECOND)
  }
}

/**
 * Whether every small part that is hidden could still be any of 1 to 5 (the rule of statistics.md section 2.2, for one sum), for a
 * reader who knows the rule: that what is hidden as small is 1 to 5, what is hidden with it is 6 or more and, being the next
 * smallest, no more than the smallest part that is shown.
 */
function isWide(
  { total }: Sum,
  members: readonly string[],
  size: (id: string) => number | null,
  reasons: ReadonlyMap<string, string>,
): boolean {
  const hidden = members.filter(id => reasons.has(id))
  if (hidden.length < 2) return false
  // Without its total a sum has nothing to subtract from; of what is no count (the parts of a change) two hidden must do.
  if (hidden.includes(total) || !members.includes(total)) return true
  const sizes = members.map(id => size(id) ?? 0)
  if (sizes.some(n => n < 0 || !Number.isInteger(n))) return true
  const sum = (ns: readonly number[]): number => ns.reduce((all, n) => all + n, 0)
  const parts = hidden.map(id => size(id) ?? 0)
  const others = parts.filter(n => n > SMALL)
  const few = parts.filter(small).length
  if (few === 0) return true
  const shown = members.filter(id => id !== total && !reasons.has(id)).map(id => size(id) ?? 0)
  const next = Math.min(...shown.filter(n => n > 0))
  const least = few - 1 + (SMALL + 1) * others.length
  const most = SMALL * (few - 1) + sum(others.map(n => Math.max(n, next)))
  return sum(parts) - least >= SMALL && sum(parts) - most <= 1
}
