/**
 * The oracle: a second, independent reading of the indicator catalogue, by plain loops over children, straight from a
 * council's files. It shares no code with src/, so a figure on which both agree has been worked out twice.
 */
import { adopters } from './adopters.ts'
import { adoption } from './adoption.ts'
import { afterSupport } from './after-support.ts'
import { attainment } from './attainment.ts'
import { avoided } from './avoided.ts'
import { beforeCare } from './before-care.ts'
import { budget, budgetStates } from './budget.ts'
import type { Day } from './calendar.ts'
import { carePlans } from './care-plans.ts'
import { cohorts } from './cohorts.ts'
import { court } from './court.ts'
import { education } from './education.ts'
import { ethnicity } from './ethnicity.ts'
import { fosterCarers } from './foster-carers.ts'
import { fostering } from './fostering.ts'
import { gaps } from './gaps.ts'
import { health } from './health.ts'
import { healthInYear } from './health-in-year.ts'
import { type History, readHistory } from './history.ts'
import { homes } from './homes.ts'
import { journey } from './journey.ts'
import { leavers } from './leavers.ts'
import { leaversNow } from './leavers-now.ts'
import { type DisputedState, type Figure, figuresOf, type Item, itemsOf, type Measure, windowsOf } from './measure.ts'
import { missing } from './missing.ts'
import { numbers } from './numbers.ts'
import { permanence } from './permanence.ts'
import { placements } from './placements.ts'
import { priced } from './prices.ts'
import { quality } from './quality.ts'
import { returnsFromMissing } from './returns-from-missing.ts'
import { reviews } from './reviews.ts'
import { settings } from './settings.ts'
import { siblings } from './siblings.ts'
import { stability } from './stability.ts'
import { support } from './support.ts'
import { visits } from './visits.ts'
import { wards } from './wards.ts'
import { workers } from './workers.ts'

export type { Figure } from './measure.ts'

export const measures: readonly Measure[] = [
  ...numbers,
  ...journey,
  ...permanence,
  ...adoption,
  ...placements,
  ...stability,
  ...reviews,
  ...health,
  ...missing,
  ...leavers,
]

/** What extracts, the safeguarding dataset and Ofsted's lists feed: measured by test/rooms/oracle-extracts.test.ts. */
export const extractMeasures: readonly Measure[] = [
  ...fostering,
  ...fosterCarers,
  ...homes,
  ...workers,
  ...adopters,
  ...budget,
  ...priced,
  ...avoided,
  ...quality,
  ...healthInYear,
  ...leaversNow,
  ...ethnicity,
  ...education,
  ...attainment,
  ...afterSupport,
  ...beforeCare,
  ...carePlans,
  ...cohorts,
  ...court,
  ...gaps,
  ...returnsFromMissing,
  ...settings,
  ...siblings,
  ...support,
  ...visits,
  ...wards,
]

/** References on which only the state of some figures is open: what the oracle says of them, what Hearth says, and why. */
export const disputedStates: Readonly<Record<string, DisputedState>> = { ...budgetStates }

const histories = new Map<string, History>()

function historyOf(folder: string): History {
  const history = histories.get(folder) ?? readHistory(folder)
  histories.set(folder, history)
  return history
}

/** Every figure of every measure for each month end, over every window that ends on it. */
export function figures(folder: string, monthEnds: readonly Day[], of: readonly Measure[] = measures): Figure[] {
  const history = historyOf(folder)
  const found: Figure[] = []
  for (const day of monthEnds) {
    for (const measure of of) {
      for (const window of windowsOf(measure, day)) {
        for (const figure of figuresOf(measure, history, window)) found.push(figure)
      }
    }
  }
  return found
}

/**
 * @public For explaining a disagreement. The children (or periods, placements, events) behind a figure: counted true, false or null (not known), with what
 * they add to the numerator where that is not 1. Null where the figure is not measured. Without a window, the first of
 * the measure's.
 */
export function members(folder: string, catalogue: string, day: Day, window?: string): readonly Item[] | null {
  const history = historyOf(folder)
  const measure = [...measures, ...extractMeasures].find(one => one.catalogue === catalogue)
  if (!measure) throw new Error(`no measure ${catalogue}`)
  const windows = windowsOf(measure, day)
  const chosen = windows.find(one => window === undefined || one.name === window)
  if (!chosen) throw new Error(`${catalogue} has no window '${window}' ending on ${day}`)
  return itemsOf(measure, history, chosen)
}
