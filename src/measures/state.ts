import type { MeasureDefinition } from '../definitions/measure.ts'
import { addDays, addMonths, type Day, isMonthEnd, sayDay } from '../kit/day.ts'
import type { Period } from '../kit/period.ts'
import type { Holding } from './holding.ts'
import { isQueried, type ReadQuery } from './query.ts'
import { measureNamed, type Session } from './session.ts'

export type State = 'measured' | 'no one in scope' | 'awaiting data' | 'not measured' | 'not applicable' | 'unreliable'
/** Why a period has no figure; null: it can be measured. */
export type Standing = { readonly state: Exclude<State, 'measured'>; readonly reason: string } | null

/** What each relation of the model is made from. Relations that need nothing of their own are left out. */
const relationSources: Readonly<Record<string, string>> = {
  in_care_at: 'Episodes',
  start_of_care: 'Episodes',
  end_of_care: 'Episodes',
  period_of_care: 'Episodes',
  care_run: 'Episodes',
  placement: 'Episodes',
  placement_start: 'Episodes',
  placement_end: 'Episodes',
  care_episode: 'Episodes',
  episode: 'Episodes',
  legal_status_spell: 'Episodes',
  placement_order: 'Episodes',
  adoptive_home: 'Episodes',
  adopted_child: 'Episodes',
  review: 'Reviews',
  review_due: 'Reviews',
  missing_incident: 'Missing',
  health_check: 'OC2',
  care_leaver_position: 'OC3',
  adoption: 'AD1',
  adoption_decision: 'PlacedAdoption',
  previous_permanence: 'PrevPerm',
  social_worker_spell: 'SWEpisodes',
}

/** Tables that describe a whole year and come once: a figure needs the table of its own year. */
const yearly: ReadonlySet<string> = new Set(['OC2', 'OC3'])
const references: ReadonlySet<string> = new Set(['postcodes', 'population', 'benchmarks', 'bank_holidays'])

/** The sources a measure needs: those its header names, else those of the relations it reads. */
export function sourcesOf(measure: MeasureDefinition, query: ReadQuery | null): readonly string[] {
  if (measure.sources) return measure.sources
  return [...new Set((query?.relations ?? []).flatMap(name => relationSources[name] ?? []))]
}

const lookBack = (measure: MeasureDefinition): number => Number(/^\d+/.exec(measure.looks_back ?? '0')?.[0] ?? 0)

/** The first day of which a figure needs to know. */
function firstNeeded(measure: MeasureDefinition, period: Period): Day {
  const from = measure.at === 'within period' ? period.start : period.end
  const n = lookBack(measure)
  if (n === 0) return from
  if (measure.at === 'within period') return addMonths(from, -n)
  return isMonthEnd(from) ? addMonths(addDays(from, 1), -n) : addDays(addMonths(from, -n), 1)
}

/** Which reference files are held: loaded once per session. */
export function heldReferences(session: Session): Promise<ReadonlySet<string>> {
  const found = known.get(session) ?? askReferences(session)
  known.set(session, found)
  return found
}
const known = new WeakMap<Session, Promise<ReadonlySet<string>>>()

async function askReferences(session: Session): Promise<ReadonlySet<string>> {
  const tables = { postcodes: 'postcode', population: 'population', benchmarks: 'benchmark' }
  const counts = await Promise.all(
    Object.entries(tables).map(
      async ([name, table]) =>
        [name, (await session.engine.row(`select 1 as held from reference.${table} limit 1`)) !== null] as const,
    ),
  )
  return new Set(counts.flatMap(([name, there]) => (there ? [name] : [])))
}

/** Whether one authority's figure for a period can be measured, and if not why: one answer for every combination. */
export function standingOf(
  measure: MeasureDefinition,
  sources: readonly string[],
  held: ReadonlySet<string>,
  holdings: readonly Holding[],
  period: Period,
): Standing {
  if (measure.until && period.end > measure.until.on) return { state: 'awaiting data', reason: measure.until.after }
  if (measure.from && period.end < measure.from)
    return { state: 'not measured', reason: `Measured from ${sayDay(measure.from)}` }
  for (const source of sources) {
    const standing = references.has(source)
      ? referenceStanding(source, held)
      : tableStanding(
          measure,
          source,
          holdings.filter(holding => holding.source === source),
          period,
        )
    if (standing) return standing
  }
  return null
}

function referenceStanding(source: string, held: ReadonlySet<string>): Standing {
  return held.has(source) || source === 'bank_holidays'
    ? null
    : { state: 'awaiting data', reason: `Needs ${source}.csv, which has not been loaded` }
}

function tableStanding(
  measure: MeasureDefinition,
  source: string,
  holdings: readonly Holding[],
  period: Period,
): Standing {
  if (holdings.length === 0)
    return { state: 'awaiting data', reason: `Needs the ${source} table of the return, which has not been loaded` }
  if (yearly.has(source)) {
    const of = holdings.find(({ first, last }) => first <= period.end && last >= period.end)
    if (of) return null
    const before = holdings.every(({ first }) => first > period.end)
    return before
      ? {
          state: 'not measured',
          reason: `No ${source} table is held for years before ${sayDay(holdings[0]?.first ?? period.end)}`,
        }
      : { state: 'awaiting data', reason: `Needs the ${source} table of the year ending ${sayDay(period.end)}` }
  }
  const spans = [...holdings].sort((a, b) => (a.first < b.first ? -1 : 1))
  const last =
    spans
      .map(span => span.last)
      .sort()
      .at(-1) ?? period.start
  if (period.end > last) return { state: 'awaiting data', reason: `${source} are held up to ${sayDay(last)}` }
  const needed = firstNeeded(measure, period)
  let reach = addDays(needed, -1)
  for (const span of spans) if (span.first <= addDays(reach, 1) && span.last > reach) reach = span.last
  if (reach >= period.end) return null
  const [first] = spans
  if (first && needed < first.first)
    return {
      state: 'not measured',
      reason: `Needs ${source} from ${sayDay(needed)}; they are held from ${sayDay(first.first)}`,
    }
  return {
    state: 'not measured',
    reason: `${source} are not held for every day from ${sayDay(needed)} to ${sayDay(period.end)}`,
  }
}

/** How many returned rows of a measure's sources could not be used, for one authority: what the figure could be missing. */
export async function setAsideFor(session: Session, measure: MeasureDefinition, authority: string): Promise<number> {
  const query = isQueried(measure) ? await session.query(measure) : null
  return sourcesOf(measure, query).reduce(
    (sum, source) => sum + (session.setAside.get(`${authority} ${source}`) ?? 0),
    0,
  )
}

/** The sources behind a measure, those of the measures it names included. */
export async function sourcesBehind(session: Session, measure: MeasureDefinition): Promise<readonly string[]> {
  if (isQueried(measure)) return sourcesOf(measure, await session.query(measure))
  const named = measure.kind === 'ratio' ? [measure.numerator, measure.denominator] : [measure.of]
  const all = await Promise.all(named.map(name => sourcesBehind(session, measureNamed(session, name))))
  return [
    ...new Set([
      ...(measure.sources ?? []),
      ...all.flat(),
      ...(measure.kind === 'gap' && measure.against === 'region' ? ['benchmarks'] : []),
    ]),
  ]
}
