/**
 * NUM-10: ethnic groups of the children in care beside those of the school population.
 *
 * Choices made where the specification is silent:
 * - A child's ethnicity is that of the latest header. REFU, NOBT, blank and unlisted codes are not known and left out of
 *   the denominator (decision 32). Chinese is in Asian (decision 18).
 * - School: the census of the latest January on or before the day that is loaded, for our authority, all ages added.
 *   Pupils of unknown group are left out; they are a number of the file, not rows, so none is unknown here.
 * - The difference sets two shares beside each other: its numerator is ours, its denominator the school population's.
 * - The part `pupils` is a count of numbers: its denominator is how many numbers (groups) are added.
 */
import { make, type Window, year } from './calendar.ts'
import { childrenInCare, type History, rowsOfChild } from './history.ts'
import type { Item, Measure } from './measure.ts'
import { code } from './read.ts'

const groups: Readonly<Record<string, string>> = {
  WBRI: 'white',
  WIRI: 'white',
  WIRT: 'white',
  WROM: 'white',
  WOTH: 'white',
  MWBC: 'mixed',
  MWBA: 'mixed',
  MWAS: 'mixed',
  MOTH: 'mixed',
  AIND: 'asian',
  APKN: 'asian',
  ABAN: 'asian',
  AOTH: 'asian',
  CHNE: 'asian',
  BCRB: 'black',
  BAFR: 'black',
  BOTH: 'black',
  OOTH: 'other',
}
const names = ['white', 'mixed', 'asian', 'black', 'other']
const by = { dimension: 'ethnic_group', codes: names }

const ofChildren = (history: History, window: Window): Item[] =>
  childrenInCare(history, window.to).map(({ person }) => ({
    child: person.id,
    counted: true,
    group: groups[code(rowsOfChild(history, 'header', person.id).at(-1)?.cell('ETHNIC') ?? '')] ?? null,
  }))

/** Pupils by group. */
function pupils(history: History, window: Window): Map<string, number> {
  const { authority, population } = history.files
  const rows = (population ?? []).filter(
    row =>
      row.cell('AREA_CODE') === authority &&
      row.cell('AREA_TYPE') === 'la' &&
      row.cell('POPULATION_TYPE') === 'school' &&
      make(Number(row.cell('YEAR')), 1, 31) <= window.to,
  )
  const latest = Math.max(0, ...rows.map(row => Number(row.cell('YEAR'))))
  const found = new Map<string, number>()
  for (const row of rows) {
    const group = row.cell('ETHNIC_GROUP')
    if (Number(row.cell('YEAR')) !== latest || latest > year(window.to) || !names.includes(group)) continue
    found.set(group, (found.get(group) ?? 0) + Number(row.cell('PERSONS')))
  }
  return found
}

const pupilItems = (history: History, window: Window): Item[] =>
  [...pupils(history, window)].map(([group, amount]) => ({ child: group, counted: true, amount, group }))

const allPupils = (history: History, window: Window): number =>
  [...pupils(history, window).values()].reduce((sum, persons) => sum + persons, 0)

/** The share of each group among the children whose group is known. */
function childrenShare(history: History, window: Window): Item[] {
  const known = ofChildren(history, window).filter(({ group }) => group !== null)
  if (known.length === 0) return []
  return names.map(group => ({
    child: group,
    counted: true,
    group,
    amount: known.filter(one => one.group === group).length / known.length,
  }))
}

export const ethnicity: readonly Measure[] = [
  { catalogue: 'NUM-10', over: 'day', kind: 'share', by, items: ofChildren },
  {
    catalogue: 'NUM-10:school',
    over: 'day',
    kind: 'count',
    needs: ['population'],
    by,
    denominator: allPupils,
    items: pupilItems,
  },
  { catalogue: 'NUM-10:pupils', over: 'day', kind: 'mean', needs: ['population'], by, items: pupilItems },
  {
    catalogue: 'NUM-10:difference',
    over: 'day',
    kind: 'count',
    needs: ['population'],
    by,
    denominator: (h, w, group = '') => (pupils(h, w).get(group) ?? 0) / allPupils(h, w),
    items: childrenShare,
  },
]
