import type { RowFound } from '../checks/check.ts'
import { effectsOf, type Moved } from '../checks/effect.ts'
import type { Measures } from '../checks/touches.ts'
import type { Rebuild } from '../checks/trial.ts'
import { type Day, sayDay } from '../kit/day.ts'
import { latestPeriod } from '../kit/period.ts'
import type { MeasureDefinition, Session } from '../measures/measures.ts'
import { unitOf } from './draft-row.ts'
import { sayValue } from './say.ts'
import { lastMonthEnd, measureOf } from './scorecard-asked.ts'
import { DEFAULT_SCORECARD, findScorecard } from './scorecard-file.ts'

/** A figure of the scorecard that a rule's findings could move. */
export type FigureMoved = {
  readonly number: string | null
  readonly title: string
  readonly catalogue: string
  readonly measure: string
  readonly value: number
  /** What it would be without the rows; null where nobody would be in scope. */
  readonly without: number | null
  readonly low: number
  readonly high: number
  readonly reach: number
  /** `CP12 Children placed more than 20 miles from home: 17.9%, could lie from 17.1% to 18.9%; 18.0% without these rows`. */
  readonly says: string
}
/** What a rule's findings could do to the scorecard, the figure that could move furthest first; none where nothing hangs on them. */
export type RuleEffectView = { readonly reach: number; readonly moved: readonly FigureMoved[] }
/** The effects of the rules that found something, by code, and the day of the figures. */
export type RuleEffects = {
  readonly at: Day
  readonly atText: string
  readonly scorecard: string
  readonly byRule: ReadonlyMap<string, RuleEffectView>
}

/** What the findings of each rule could do to a scorecard at the last month end that the data reach. Not protected: for analysts. */
export async function ruleEffects(
  session: Session,
  found: readonly RowFound[],
  given: {
    readonly authority: string
    /** Folders of scorecards. */
    readonly scorecards: readonly string[]
    readonly scorecard?: string
    readonly at?: Day
    readonly readings: Measures
    readonly rebuild: Rebuild
    readonly step?: (done: number, of: number) => void
  },
): Promise<RuleEffects> {
  const { authority, readings, rebuild } = given
  const file = findScorecard(given.scorecards, given.scorecard ?? DEFAULT_SCORECARD)
  const at = given.at ?? lastMonthEnd(session, authority)
  const rows = file.themes
    .flatMap(({ rows: own }) => own)
    .flatMap(row => {
      const measure = measureOf(session, row)
      const window = row.window ?? measure?.windows[0] ?? 'month'
      return measure && window !== 'between' ? [{ row, measure, period: latestPeriod(window, at) }] : []
    })
  const { step } = given
  const effects = await effectsOf(session, {
    found,
    figures: rows,
    authority,
    readings,
    rebuild,
    ...(step ? { step } : {}),
  })
  const said = (moved: Moved): FigureMoved => {
    const own = rows.find(({ measure, period }) => measure.id === moved.measure && period === moved.period)
    const { row, measure } = own ?? {}
    const title = row?.title ?? measure?.title ?? moved.measure
    const number = row?.number ?? null
    const { catalogue, value, without, low, high, reach } = moved
    const says = `${number ? `${number} ` : ''}${title}: ${measure ? sayMoved(session, measure, moved) : ''}`
    return { number, title, catalogue, measure: moved.measure, value, without, low, high, reach, says }
  }
  return {
    at,
    atText: sayDay(at),
    scorecard: file.title,
    byRule: new Map(effects.map(({ rule, reach, moved }) => [rule, { reach, moved: moved.map(said) }])),
  }
}

/** With as many places as it takes to tell the range from the figure, three more than it is printed with at most. */
function sayMoved(session: Session, measure: MeasureDefinition, { value, without, low, high }: Moved): string {
  const unit = unitOf(measure, measure.kind === 'gap' ? session.measures.get(measure.of) : undefined)
  const say = (n: number, more: number): string => sayValue({ ...unit, places: unit.places + more }, n)
  const more =
    [0, 1, 2].find(n => [low, high].every(end => end === value || say(end, n) !== say(value, n))) ?? MORE_PLACES
  const bare =
    without === null
      ? 'nobody in scope without these rows'
      : without === value
        ? 'the same without these rows'
        : `${say(without, more)} without these rows`
  return `${say(value, more)}, could lie from ${say(low, more)} to ${say(high, more)}; ${bare}`
}
const MORE_PLACES = 3
