/**
 * CL and PLC-15 as care leavers stand now, from Annex A list 9 or else the Standard Safeguarding Dataset.
 *
 * Choices made where the specification is silent:
 * - A picture is used for 31 days. Before the first one nothing is measured.
 * - CL(d): relevant and former relevant aged 17 to 21 on the day; DIED and RHOM left out; an age that is not known too.
 *   Who may be one, the category not being known, is not known in every measure.
 *   CL-01:every_category: relevant, former relevant, qualifying and eligible, up to 24.
 * - CL-02 and CL-03 add the eligible. No day of a plan is no plan, nor is a day to come. Within 6 months: the anniversary is not before the day.
 * - CL-04: S and X are unsuitable whatever the second column says; otherwise that column alone decides.
 * - Codes for work of another year (F3, P3) are not known. Not known stays in as not counted.
 */
import { addMonths, ageOn, type Day } from './calendar.ts'
import { pictureAt } from './extracts.ts'
import { type History, personOf } from './history.ts'
import type { Item, Measure } from './measure.ts'
import { code, dayOrNull } from './read.ts'

type Leaver = {
  readonly child: string
  readonly age: number
  readonly category: string
  readonly plan: Day | null
  readonly inTouch: string
  readonly accommodation: string
  readonly suitable: boolean | null
  readonly activity: string
}

const categories: readonly (readonly [string, RegExp])[] = [
  ['former_relevant', /former relevant/i],
  ['relevant', /^relevant/i],
  ['qualifying', /qualifying/i],
  ['eligible', /^eligible/i],
  ['none', /^no /i],
]

/** 'b) Former relevant child' without its letter. */
const unlettered = (text: string): string => text.replace(/^[a-z]+\)\s*/i, '').trim()
const categoryOf = (text: string): string =>
  categories.find(([, pattern]) => pattern.test(unlettered(text).replace(/_/g, ' ')))?.[0] ?? ''

function suitability(text: string): boolean | null {
  const word = unlettered(text).toLowerCase()
  if (['suitable', '1', 'yes', 'y'].includes(word)) return true
  return ['unsuitable', 'not suitable', '2', '0', 'no', 'n'].includes(word) ? false : null
}

/** One by one, the columns of list 9 and those of the dataset. */
const listColumns = {
  child: 'CHILD UNIQUE ID',
  category: 'ELIGIBILITY CATEGORY',
  plan: 'LATEST PATHWAY PLAN REVIEW DATE',
  inTouch: 'LA IN TOUCH',
  accommodation: 'TYPE OF ACCOMMODATION',
  suitable: 'SUITABILITY OF ACCOMMODATION',
  activity: 'ACTIVITY STATUS',
}
const tableColumns: typeof listColumns = {
  child: 'CLEA_PERSON_ID',
  category: 'CLEA_CARE_LEAVER_ELIGIBILITY',
  plan: 'CLEA_PATHWAY_PLAN_REVIEW_DATE',
  inTouch: 'CLEA_CARE_LEAVER_IN_TOUCH',
  accommodation: 'CLEA_CARE_LEAVER_ACCOMMODATION',
  suitable: 'CLEA_CARE_LEAVER_ACCOM_SUITABLE',
  activity: 'CLEA_CARE_LEAVER_ACTIVITY',
}

/** Every young person of the source in use; null where none speaks for the day. */
function everyone(history: History, day: Day): Leaver[] | null {
  const list = pictureAt(history.extracts.get('list_9'), day)?.rows
  const rows = list ?? pictureAt(history.extracts.get('ssd_care_leavers'), day)?.rows
  if (!rows) return null
  const columns = list ? listColumns : tableColumns
  const byChild = new Map<string, Leaver>()
  for (const row of rows) {
    const child = code(row.cell(columns.child))
    const born = (list ? dayOrNull(row.cell('DATE OF BIRTH')) : null) ?? personOf(history, child).dob
    if (child === '' || born === null) continue
    const inTouch = code(unlettered(row.cell(columns.inTouch)))
    byChild.set(child, {
      child,
      age: ageOn(born, day),
      category: categoryOf(row.cell(columns.category)),
      plan: dayOrNull(row.cell(columns.plan)),
      inTouch: inTouch === 'Y' ? 'YES' : inTouch === 'N' ? 'NO' : inTouch,
      accommodation: code(row.cell(columns.accommodation)).slice(0, 1),
      suitable: suitability(row.cell(columns.suitable)),
      activity: code(row.cell(columns.activity)).slice(0, 2),
    })
  }
  return [...byChild.values()]
}

const gone = ({ inTouch }: Leaver): boolean => inTouch === 'DIED' || inTouch === 'RHOM'
/** Of these categories, or of one that is not known. */
const isOf = (one: Leaver, wanted: readonly string[]): boolean => one.category === '' || wanted.includes(one.category)
const isLeaver = (one: Leaver): boolean =>
  isOf(one, ['relevant', 'former_relevant']) && !gone(one) && one.age >= 17 && one.age <= 21
const isLeaverOrEligible = (one: Leaver): boolean =>
  isLeaver(one) || (isOf(one, ['eligible']) && !gone(one) && (one.category !== '' || one.age === 16))
const ofEveryCategory = (one: Leaver): boolean => one.category !== 'none' && !gone(one) && one.age <= 24

type Test = (leaver: Leaver, day: Day) => boolean | null

const now = (catalogue: string, kind: Measure['kind'], test: Test, scope = isLeaver): Measure => ({
  catalogue,
  over: 'day',
  kind,
  heldFrom: (_, w) => w.to,
  sources: [['list_9', 'ssd_care_leavers']],
  items: (h, w) =>
    (everyone(h, w.to) ?? [])
      .filter(scope)
      .map((leaver): Item => ({ child: leaver.child, counted: leaver.category === '' ? null : test(leaver, w.to) })),
})

const inWork = ['F1', 'F2', 'F4', 'F5', 'P1', 'P2', 'P4', 'P5']
const without = ['G4', 'G5', 'G6']

const doing =
  (passes: (activity: string) => boolean): Test =>
  ({ activity }) =>
    inWork.includes(activity) || without.includes(activity) ? passes(activity) : null

const isHome = (letter: string): boolean => /^[BCDEGHKRSTUVWXYZ]$/.test(letter)
const living =
  (letter: string): Test =>
  ({ accommodation }) =>
    isHome(accommodation) ? accommodation === letter : null

const inTouch: Test = leaver =>
  leaver.inTouch === 'YES' ? true : ['NO', 'REFU', 'NREQ'].includes(leaver.inTouch) ? false : null

const suitableHome: Test = ({ accommodation, suitable }) =>
  accommodation === 'S' || accommodation === 'X' ? false : suitable

const planIsRecent: Test = ({ plan }, day) => plan !== null && plan <= day && addMonths(plan, 6) >= day

export const leaversNow: readonly Measure[] = [
  now('CL-01', 'count', () => true),
  now('CL-01:every_category', 'count', () => true, ofEveryCategory),
  now('CL-02', 'share of all', ({ plan }, day) => plan !== null && plan <= day, isLeaverOrEligible),
  now('CL-03', 'share of all', planIsRecent, isLeaverOrEligible),
  now('CL-04:now', 'share of all', suitableHome),
  now(
    'CL-05:now',
    'share of all',
    doing(found => inWork.includes(found)),
  ),
  now(
    'CL-06:full_time:now',
    'count',
    doing(found => found.startsWith('F')),
  ),
  now(
    'CL-06:part_time:now',
    'count',
    doing(found => found.startsWith('P')),
  ),
  now(
    'CL-06:illness:now',
    'count',
    doing(found => found === 'G4'),
  ),
  now(
    'CL-06:parenting:now',
    'count',
    doing(found => found === 'G6'),
  ),
  now(
    'CL-06:neet_other:now',
    'count',
    doing(found => found === 'G5'),
  ),
  now('CL-06:not_known:now', 'count', leaver => doing(() => true)(leaver, '') === null),
  now(
    'CL-07:now',
    'share of all',
    doing(found => /^[FP][12]$/.test(found)),
  ),
  now(
    'CL-07:higher:now',
    'share of all',
    doing(found => /^[FP]1$/.test(found)),
  ),
  now(
    'CL-07:further:now',
    'share of all',
    doing(found => /^[FP]2$/.test(found)),
  ),
  {
    ...now('CL-08:now', 'share of all', () => true),
    by: { dimension: 'accommodation', codes: [...'BCDEGHKRSTUVWXYZ'] },
    items: (h, w) =>
      (everyone(h, w.to) ?? []).filter(isLeaver).map(({ child, category, accommodation }) => ({
        child,
        counted: true,
        group: category !== '' && isHome(accommodation) ? accommodation : null,
      })),
  },
  now('CL-09:now', 'share of all', inTouch),
  now('CL-10:now', 'count', living('X')),
  now('PLC-15:now', 'share of all', living('Z'), leaver => isLeaver(leaver) && leaver.age >= 18),
]
