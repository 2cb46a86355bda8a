/**
 * NUM-17 and NUM-20: brothers and sisters, by the families of the safeguarding dataset (local-extracts.md section 2).
 *
 * Choices made where the specification is silent:
 * - A child without a row in ssd_family is unknown; a child in two families has the brothers and sisters of both.
 * - NUM-20: distinct children who started in the window, grouped by family; a group is three or more of one family.
 *   `children` is a share of those children.
 */
import type { Window } from './calendar.ts'
import { starts } from './flows.ts'
import { childrenInCare, type History } from './history.ts'
import type { Item, Measure } from './measure.ts'
import { code } from './read.ts'

const held = new WeakMap<History, ReadonlyMap<string, ReadonlySet<string>>>()

/** The families of each child. */
function families(history: History): ReadonlyMap<string, ReadonlySet<string>> {
  const known = held.get(history)
  if (known) return known
  const byChild = new Map<string, Set<string>>()
  for (const row of history.extracts.get('ssd_family')?.rows ?? []) {
    const child = code(row.cell('FAMI_PERSON_ID'))
    byChild.set(child, (byChild.get(child) ?? new Set()).add(code(row.cell('FAMI_FAMILY_ID'))))
  }
  held.set(history, byChild)
  return byChild
}

/** The children of each family among those named. */
function groups(history: History, children: Iterable<string>): ReadonlyMap<string, ReadonlySet<string>> {
  const byFamily = new Map<string, Set<string>>()
  for (const child of children) {
    for (const family of families(history).get(child) ?? []) {
      byFamily.set(family, (byFamily.get(family) ?? new Set()).add(child))
    }
  }
  return byFamily
}

/** Counted: a child in care whose group in care, the child included, is that large. */
const inGroupOf =
  (size: number) =>
  (history: History, window: Window): Item[] => {
    const children = childrenInCare(history, window.to).map(({ person }) => person.id)
    const byFamily = groups(history, children)
    return children.map(child => {
      const own = families(history).get(child)
      if (!own) return { child, counted: null }
      const together = new Set<string>()
      for (const family of own) for (const one of byFamily.get(family) ?? []) together.add(one)
      return { child, counted: together.size >= size }
    })
  }

const entrants = (history: History, window: Window): string[] => [
  ...new Set(starts(history, window).map(({ child }) => child)),
]

function largeGroups(history: History, window: Window): Item[] {
  const children = entrants(history, window)
  const items: Item[] = []
  for (const child of children) if (!families(history).has(child)) items.push({ child, counted: null })
  for (const [family, some] of groups(history, children)) items.push({ child: family, counted: some.size >= 3 })
  return items
}

function inLargeGroups(history: History, window: Window): Item[] {
  const children = entrants(history, window)
  const byFamily = groups(history, children)
  return children.map(child => {
    const own = families(history).get(child)
    if (!own) return { child, counted: null }
    return { child, counted: [...own].some(family => (byFamily.get(family)?.size ?? 0) >= 3) }
  })
}

const sources = [['return'], ['ssd_family']]

export const siblings: readonly Measure[] = [
  { catalogue: 'NUM-17', over: 'day', kind: 'share', sources, items: inGroupOf(2) },
  { catalogue: 'NUM-17:four_or_more', over: 'day', kind: 'share', sources, items: inGroupOf(4) },
  { catalogue: 'NUM-20', over: 'flow', kind: 'count', sources, items: largeGroups },
  { catalogue: 'NUM-20:children', over: 'flow', kind: 'share', sources, items: inLargeGroups },
]
