import { type Day, sayDay } from '../kit/day.ts'
import { type Period, periodEnding } from '../kit/period.ts'
import {
  type Published,
  publishedFor,
  type QueriedMeasure,
  type Session,
  series,
  type Why,
  whyRestated,
} from '../measures/measures.ts'
import { unitOf } from './draft-row.ts'
import { otherCohorts } from './other-cohorts.ts'
import { sayChange, sayValue } from './say.ts'

/** A figure of one 31 March from one place, unrounded; null where there is none. For analysts: not protected. */
type Told = { readonly value: number | null; readonly numerator: number | null; readonly denominator: number | null }

/** One thing that moves the figure: rows that came late, or what a switch of the definition would do. */
export type Step = { readonly what: string; readonly change: number; readonly text: string; readonly children: number }

export type YearCompared = {
  readonly periodEnd: Day
  readonly now: Told & { readonly text: string }
  readonly submitted: (Told & { readonly text: string; readonly version: number }) | null
  readonly published: { readonly value: number; readonly text: string; readonly releaseText: string } | null
  /** What moves it: rows since it was submitted, and each switch by itself (a switch is no part of the remainder: it may be what explains it). */
  readonly steps: readonly Step[]
  /** From the figure as submitted (else as it is now) to the published one; null where nothing was published. */
  readonly remainder: { readonly change: number; readonly text: string; readonly withinRounding: boolean } | null
}

/** A data version, or the current one with a definition switched, opened for measuring. */
export type Alternative = { readonly what: string; readonly session: Session; readonly measure: QueriedMeasure }

/**
 * A measure at each 31 March: as it is now, as submitted, and as published, and what explains the difference: rows recorded
 * late or corrected since it was submitted, each switch of the definition, each other cohort; the remainder is stated.
 * `submitted` gives the version marked as submitted for a year, if there is one.
 */
export async function compareYears(
  now: Session,
  measure: QueriedMeasure,
  authority: string,
  at: Day,
  years: readonly Day[],
  submitted: (year: Day) => Promise<{ readonly session: Session; readonly version: number } | null>,
  switches: readonly Alternative[],
): Promise<readonly YearCompared[]> {
  const unit = unitOf(measure)
  const window = measure.windows.find(one => one === 'year') ?? measure.windows[0] ?? 'month'
  const found: YearCompared[] = []
  for (const end of years) {
    if (window === 'between') continue
    const period = periodEnding(window, end)
    const ours = await told(now, measure, period, authority)
    const sent = await submitted(end)
    const then = sent ? await told(sent.session, measure, period, authority) : null
    const published = await publishedAt(now, measure, authority, end, at)
    const steps: Step[] = []
    let reached = ours.value
    if (sent && then && then.value !== null && ours.value !== null) {
      const why = await whyRestated(sent.session, now, measure, period, authority)
      if (Math.abs(then.value - ours.value) > 1e-9)
        steps.push(
          stepOf(
            'Rows recorded late, corrected or withdrawn since it was submitted',
            then.value - ours.value,
            unit,
            why,
          ),
        )
      reached = then.value
    }
    for (const { what, session, measure: other } of switches) {
      const switched = await told(session, other, period, authority)
      if (switched.value === null || ours.value === null || Math.abs(switched.value - ours.value) < 1e-9) continue
      const change = switched.value - ours.value
      steps.push({
        what,
        change,
        text: sayChange(unit, change),
        children: Math.abs((switched.numerator ?? 0) - (ours.numerator ?? 0)),
      })
    }
    for (const { what, value, left } of await otherCohorts(now, measure, period, authority)) {
      if (ours.value === null || Math.abs(value - ours.value) < 1e-9) continue
      steps.push({ what, change: value - ours.value, text: sayChange(unit, value - ours.value), children: left })
    }
    const rest = published?.value != null && reached !== null ? published.value - reached : null
    found.push({
      periodEnd: end,
      now: { ...ours, text: say(unit, ours.value) },
      submitted: sent && then ? { ...then, text: say(unit, then.value), version: sent.version } : null,
      published:
        published?.value != null
          ? { value: published.value, text: sayValue(unit, published.value), releaseText: sayDay(published.release) }
          : null,
      steps,
      remainder:
        rest === null
          ? null
          : { change: rest, text: sayChange(unit, rest), withinRounding: Math.abs(rest) <= roundingOf(unit.unit) },
    })
  }
  return found
}

/** Half of the last figure that DfE prints: whole percentages and numbers, rates and averages to a whole too (statistics.md 2.1). */
const roundingOf = (unit: string): number => (unit === '%' ? 0.005 : 0.5)

const say = (unit: Parameters<typeof sayValue>[0], value: number | null): string =>
  value === null ? 'no figure' : sayValue(unit, value)

async function told(session: Session, measure: QueriedMeasure, period: Period, authority: string): Promise<Told> {
  const points = await series(session, { measure, periods: [period], authority })
  const whole = points.find(({ slice }) => slice === null)
  return whole?.state === 'measured'
    ? { value: whole.value, numerator: whole.numerator, denominator: whole.denominator }
    : { value: null, numerator: null, denominator: null }
}

/** What was published of ours for a 31 March by a day: a release a year on may have revised it. */
async function publishedAt(
  session: Session,
  measure: QueriedMeasure,
  authority: string,
  end: Day,
  at: Day,
): Promise<Published | null> {
  const { own } = await publishedFor(session, measure, authority, at, [], end)
  return own?.periodEnd === end ? own : null
}

const stepOf = (what: string, change: number, unit: Parameters<typeof sayChange>[0], why: Why): Step => ({
  what,
  change,
  text: sayChange(unit, change),
  children: why.moves.reduce((sum, move) => sum + move.members.length, 0),
})
