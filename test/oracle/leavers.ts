/**
 * CL and PLC-15: care leavers, yearly, from OC3.
 *
 * Choices made where the specification is silent:
 * - The cohort is the OC3 rows of the year's return (last row of each child), aged 17 to 21 on 31 March by the row's own
 *   DOB (the header's where that is unreadable), DIED and RHOM left out. Transfers and short breaks only are taken to
 *   be left out of the return already. A row of unknown age is left out.
 * - Not known stays in as not counted: ACCOM or ACTIV blank, 0 or unlisted; IN_TOUCH blank or unlisted.
 * - CL-04: suffix 1, but S1 and X1 count as unsuitable. R1 counts as printed.
 * - CL-05: F3 and P3 count to the 2020/21 return, F4, F5, P4, P5 from 2021/22; out of their years they are unlisted.
 * - CL-06: numbers of the cohort; who is not known is unknown in each, and a count of its own in not_known. CL-08: by letter, 0 unknown, of all.
 * - PLC-15: letter Z, suitable or not, of those aged 18 to 21; its part age_17_18 is those aged 18.
 * - Every headline and CL-06 part also has parts age_17_18 and age_19_21 (CL-06:full_time:age_17_18), but CL-10; CL-06 by age
 *   alone says what each of that age does.
 */
import { ageOn, type Window, year } from './calendar.ts'
import { type History, personOf } from './history.ts'
import type { Item, Measure } from './measure.ts'
import { code, dayOrNull, type Row } from './read.ts'

type Leaver = { readonly child: string; readonly age: number; readonly row: Row; readonly year: number }

function cohort(history: History, window: Window): Leaver[] {
  const byChild = new Map<string, Row>()
  const collection = year(window.to)
  for (const row of history.files.rows.get('oc3') ?? []) {
    if (row.year === collection) byChild.set(code(row.cell('CHILD')), row)
  }
  const leavers: Leaver[] = []
  for (const [child, row] of byChild) {
    const inTouch = code(row.cell('IN_TOUCH'))
    const born = dayOrNull(row.cell('DOB')) ?? personOf(history, child).dob
    if (inTouch === 'DIED' || inTouch === 'RHOM' || born === null) continue
    const age = ageOn(born, window.to)
    if (age >= 17 && age <= 21) leavers.push({ child, age, row, year: collection })
  }
  return leavers
}

const activity = ({ row }: Leaver): string => code(row.cell('ACTIV'))
const accommodation = ({ row }: Leaver): string => code(row.cell('ACCOM'))

/** Listed codes of the year. */
function activities(leaver: Leaver): readonly string[] {
  const work = leaver.year <= 2021 ? ['F3', 'P3'] : ['F4', 'F5', 'P4', 'P5']
  return ['F1', 'F2', 'P1', 'P2', ...work]
}

const neet = ['G4', 'G5', 'G6']

/** Does the activity pass? Null when not known. */
function doing(leaver: Leaver, passes: (activity: string) => boolean): boolean | null {
  const found = activity(leaver)
  return activities(leaver).includes(found) || neet.includes(found) ? passes(found) : null
}

const isAccommodation = (found: string): boolean => /^[BCDEGHKRSTUVWXYZ][12]$/.test(found)

function living(leaver: Leaver, passes: (accommodation: string) => boolean): boolean | null {
  const found = accommodation(leaver)
  return isAccommodation(found) ? passes(found) : null
}

function inTouch({ row }: Leaver): boolean | null {
  const found = code(row.cell('IN_TOUCH'))
  if (found === 'YES') return true
  return ['NO', 'REFU', 'NREQ'].includes(found) ? false : null
}

type Test = (leaver: Leaver) => boolean | null
type Ages = readonly [string, number, number]

const wholeAndParts: readonly Ages[] = [
  ['', 17, 21],
  [':age_17_18', 17, 18],
  [':age_19_21', 19, 21],
]

/** A measure and its two age parts. */
function measures(catalogue: string, kind: Measure['kind'], test: Test, youngest = 17): Measure[] {
  return wholeAndParts.map(([part, from, to]) => ({
    catalogue: `${catalogue}${part}`,
    over: 'year',
    kind,
    needs: ['oc3'],
    items: (h, w) =>
      cohort(h, w)
        .filter(({ age }) => age >= Math.max(from, youngest) && age <= to)
        .map((leaver): Item => ({ child: leaver.child, counted: test(leaver) })),
  }))
}

/** CL-08: each leaver's letter, of all. */
const whereTheyLive: readonly Measure[] = wholeAndParts.map(([part, from, to]) => ({
  catalogue: `CL-08${part}`,
  over: 'year',
  kind: 'share of all',
  needs: ['oc3'],
  by: { dimension: 'accommodation', codes: [...'BCDEGHKRSTUVWXYZ'] },
  items: (h, w) =>
    cohort(h, w)
      .filter(({ age }) => age >= from && age <= to)
      .map((leaver): Item => {
        const found = accommodation(leaver)
        return { child: leaver.child, counted: true, group: isAccommodation(found) ? found.slice(0, 1) : null }
      }),
}))

function doingWhat(leaver: Leaver): string | null {
  const found = activity(leaver)
  if (doing(leaver, () => true) === null) return null
  if (found.startsWith('F')) return 'full_time'
  if (found.startsWith('P')) return 'part_time'
  return found === 'G4' ? 'illness' : found === 'G6' ? 'parenting' : 'neet_other'
}

/** CL-06 by age: what each leaver does, of all. */
const whatTheyDo: readonly Measure[] = wholeAndParts.slice(1).map(([part, from, to]) => ({
  catalogue: `CL-06${part}`,
  over: 'year',
  kind: 'share of all',
  needs: ['oc3'],
  by: { dimension: 'doing', codes: ['full_time', 'part_time', 'illness', 'parenting', 'neet_other'] },
  items: (h, w) =>
    cohort(h, w)
      .filter(({ age }) => age >= from && age <= to)
      .map((leaver): Item => ({ child: leaver.child, counted: true, group: doingWhat(leaver) })),
}))

const inEet = (found: string): boolean => !neet.includes(found)
const suitable = (found: string): boolean => found.endsWith('1') && found !== 'S1' && found !== 'X1'

export const leavers: readonly Measure[] = [
  ...measures('CL-04', 'share of all', leaver => living(leaver, suitable)),
  ...measures('CL-05', 'share of all', leaver => doing(leaver, inEet)),
  ...measures('CL-06:full_time', 'count', leaver => doing(leaver, found => found.startsWith('F'))),
  ...measures('CL-06:part_time', 'count', leaver => doing(leaver, found => found.startsWith('P'))),
  ...measures('CL-06:illness', 'count', leaver => doing(leaver, found => found === 'G4')),
  ...measures('CL-06:parenting', 'count', leaver => doing(leaver, found => found === 'G6')),
  ...measures('CL-06:neet_other', 'count', leaver => doing(leaver, found => found === 'G5')),
  ...measures('CL-06:not_known', 'count', leaver => doing(leaver, () => true) === null),
  ...measures('CL-07', 'share of all', leaver => doing(leaver, found => /^[FP][12]$/.test(found))),
  ...measures('CL-07:higher', 'share of all', leaver => doing(leaver, found => /^[FP]1$/.test(found))),
  ...measures('CL-07:further', 'share of all', leaver => doing(leaver, found => /^[FP]2$/.test(found))),
  ...whereTheyLive,
  ...whatTheyDo,
  ...measures('CL-09', 'share of all', inTouch),
  ...measures('CL-10', 'count', leaver => living(leaver, found => found.startsWith('X'))).slice(0, 1),
  ...measures('PLC-15', 'share of all', leaver => living(leaver, found => found.startsWith('Z')), 18),
]
