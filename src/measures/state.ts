import type { MeasureDefinition } from '../definitions/measure.ts'
import { literal } from '../engine/sql.ts'
import { addDays, addMonths, type Day, financialYearEnding, isMonthEnd, monthOf, sayDay, yearOf } from '../kit/day.ts'
import type { Period } from '../kit/period.ts'
import { companions, facts, isReturned, saySource } from '../model/facts.ts'
import { fileShapes } from '../model/file-shape.ts'
import type { Holding } from './holding.ts'
import { isQueried, type ReadQuery } from './query.ts'
import { measureNamed, type Session } from './session.ts'

export type State = 'measured' | 'no one in scope' | 'awaiting data' | 'not measured' | 'not applicable' | 'unreliable'
/** Why a period has no figure; null: it can be measured. */
export type Standing = { readonly state: Exclude<State, 'measured'>; readonly reason: string } | null

/** Tables that describe a whole year and come once: a figure needs the table of its own year. */
const yearly: ReadonlySet<string> = new Set(['OC2', 'OC3'])
export const isYearly = (source: string): boolean => yearly.has(source)
const references: ReadonlyMap<string, string> = new Map(
  fileShapes().flatMap(({ schema, stem, table }) => (schema === 'reference' && table ? [[stem, table] as const] : [])),
)

/** What a measure needs, all of it: of each, the sources that can feed it, the preferred first. */
export type Need = readonly string[]

/** What a measure needs: what its header names, else what feeds the relations it reads. */
export function needsOf(measure: MeasureDefinition, query: ReadQuery | null): readonly Need[] {
  const named = measure.sources ?? (query?.relations ?? []).filter(name => name in facts)
  const needs = named.map((name): Need => facts[name] ?? [name])
  // A list of those in care on a day does not say how they came there: what looks back, or over a period, needs their history.
  const history = (lookBack(measure).months > 0 && lookBack(measure).of === null) || measure.at === 'within period'
  if (history && named.includes('in_care_at')) needs.push(facts.period_of_care ?? [])
  return [...new Map(needs.map(need => [need.join(), need])).values()]
}

/** How far back a measure looks; `of`: only in what this relation is read from. */
function lookBack({ looks_back }: MeasureDefinition): { readonly months: number; readonly of: string | null } {
  const [, months, of] = /^(\d+) months?(?: of (\w+))?$/.exec(looks_back ?? '') ?? []
  return { months: Number(months ?? 0), of: of ?? null }
}

const pictures: ReadonlySet<string> = new Set(
  fileShapes().flatMap(({ stem, time }) => (time === 'snapshot' ? [stem] : [])),
)

/** The months that a source must hold before a figure. A picture of one relation tells the last of what came before it. */
function monthsBack(measure: MeasureDefinition, source: string): number {
  const { months, of } = lookBack(measure)
  return of === null || (facts[of]?.includes(source) && !pictures.has(source)) ? months : 0
}

/** The first day of which a figure needs to know. A picture tells of what came before it: one at the period's end is enough. */
function firstNeeded(measure: MeasureDefinition, source: string, period: Period): Day {
  const n = monthsBack(measure, source)
  const from = measure.at === 'within period' && !(n === 0 && pictures.has(source)) ? period.start : period.end
  // What looks back is the history beside it: a picture says how things stand.
  if (n === 0 || (measure.at === 'period end' && pictures.has(source))) return from
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
  const counts = await Promise.all(
    [...references].map(
      async ([stem, table]) =>
        [stem, (await session.engine.row(`select 1 as held from reference.${table} limit 1`)) !== null] as const,
    ),
  )
  return new Set(counts.flatMap(([stem, there]) => (there ? [stem] : [])))
}

/** Whether one authority's figure for a period can be measured, and if not why: one answer for every combination. */
export function standingOf(
  measure: MeasureDefinition,
  needs: readonly Need[],
  held: ReadonlySet<string>,
  holdings: readonly Holding[],
  period: Period,
  today: Day | null = null,
): Standing {
  if (today !== null && period.end > today && holdings.every(({ first }) => first <= today))
    return { state: 'awaiting data', reason: `${sayDay(period.end)} has not come yet` }
  const { until } = measure
  if (until && period.end > until.on && (!until.unless || sourceUsed([until.unless], holdings, period) === null))
    return { state: 'awaiting data', reason: until.after }
  if (measure.from && period.end < measure.from)
    return { state: 'not measured', reason: `Measured from ${sayDay(measure.from)}` }
  for (const need of needs) {
    const standing = needStanding(measure, need, held, holdings, period)
    if (standing) return standing
  }
  return null
}

/**
 * Whether a council gives no row at all of results that are optional, in the academic year of a period: then nothing was measured, and
 * nobody is out of scope (key stage 1 since 2023/24, local-extracts.md 3.7). A prediction is a row too.
 */
export async function resultsMissing(
  session: Session,
  { not_measured_without: optional }: MeasureDefinition,
): Promise<(authority: string, period: Period) => Standing> {
  if (!optional) return () => null
  const rows = await session.engine.rows(
    `select distinct authority, year_ending from attainment_result where measure = ${literal(optional.results)}`,
  )
  const given = new Set(rows.map(({ authority, year_ending }) => `${authority} ${year_ending}`))
  return (authority, { end }) => {
    const year = academicYearEnding(end)
    if (year < academicYearEnding(optional.from) || given.has(`${authority} ${year}`)) return null
    return {
      state: 'not measured',
      reason: `There is no row of ${optional.results} for the academic year ${year - 1}/${String(year).slice(2)}, in which it is optional`,
    }
  }
}
const academicYearEnding = (d: Day): number => yearOf(d) + (monthOf(d) >= 9 ? 1 : 0)

/** Of a need the first source that reaches the period's end is used (as `source_at` has it); it may not go far enough back. */
function needStanding(
  measure: MeasureDefinition,
  need: Need,
  held: ReadonlySet<string>,
  holdings: readonly Holding[],
  period: Period,
): Standing {
  const source = sourceUsed(need, holdings, period)
  if (source !== null) {
    // What goes on from a table of the return reaches as far back as the two together.
    const chain = need.slice(0, need.indexOf(source) + 1).filter(name => name === source || isReturned(name))
    return tableStanding(
      measure,
      source,
      chain.flatMap(name => of(holdings, name)),
      period,
    )
  }
  const [preferred = ''] = need
  if (references.has(preferred)) return referenceStanding(preferred, held)
  const known = need.find(name => holdings.some(holding => holding.source === name))
  const alone = known && lacking(known, holdings, period.end)
  if (alone)
    return {
      state: 'awaiting data',
      reason: `Needs ${alone.map(saySource).join(', ')} beside ${saySource(known)}`,
    }
  if (known) return tableStanding(measure, known, of(holdings, known), period)
  return {
    state: 'awaiting data',
    reason: `Needs ${need.map(saySource).join(', or ')}, which ${need.length > 1 ? 'have' : 'has'} not been loaded`,
  }
}

const of = (holdings: readonly Holding[], source: string): readonly Holding[] =>
  holdings.filter(holding => holding.source === source)

const speaks = (holdings: readonly Holding[], source: string, d: Day): boolean =>
  holdings.some(held => held.source === source && held.first <= d && held.last >= d)

/** What a source that speaks for a day lacks beside it; null where nothing, or where it does not speak itself. */
function lacking(source: string, holdings: readonly Holding[], d: Day): readonly string[] | null {
  const missing = (companions[source] ?? []).filter(one => !speaks(holdings, one, d))
  return missing.length > 0 && speaks(holdings, source, d) ? missing : null
}

/**
 * The source of a need that is used at the end of a period: the first that speaks for that day, with those it needs. Behind a table
 * of the return a source speaks only for days after the last that the return reaches.
 */
export const sourceUsed = (need: Need, holdings: readonly Holding[], { end }: Period): string | null =>
  need.find(
    (source, i) =>
      speaks(holdings, source, end) &&
      lacking(source, holdings, end) === null &&
      need.slice(0, i).every(before => !isReturned(before) || of(holdings, before).every(({ last }) => last < end)),
  ) ?? null

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
  if (isYearly(source)) {
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
  const [name, are, they] = isReturned(source) ? [source, 'are', 'they'] : [saySource(source), 'is', 'it']
  if (period.end > last)
    return {
      state: 'awaiting data',
      reason: pictures.has(source)
        ? `The latest of ${name} is as at ${sayDay(spans.at(-1)?.first ?? last)}, too old for ${sayDay(period.end)}`
        : `${name} ${are} held up to ${sayDay(last)}`,
    }
  const needed = firstNeeded(measure, source, period)
  let reach = addDays(needed, -1)
  for (const span of spans) if (span.first <= addDays(reach, 1) && span.last > reach) reach = span.last
  if (reach >= period.end) return null
  const [first] = spans
  if (first && needed < first.first)
    return {
      state: 'not measured',
      reason: `Needs ${name} from ${sayDay(needed)}; ${they} ${are} held from ${sayDay(first.first)}`,
    }
  return {
    state: 'not measured',
    reason: `${name} ${are} not held for every day from ${sayDay(needed)} to ${sayDay(period.end)}`,
  }
}

/**
 * The rows of a measure's sources that could not be used and could matter to a period, by source: those of the years of
 * returns that the figure looks at (a later return tells again what was open), and all of an extract.
 */
export async function setAsideFor(
  session: Session,
  measure: MeasureDefinition,
  authority: string,
  period: Period,
): Promise<ReadonlyMap<string, number>> {
  const sources = new Set(await sourcesBehind(session, measure))
  const first = financialYearEnding(firstNeeded(measure, 'Episodes', period))
  const last = financialYearEnding(period.end)
  const found = new Map<string, number>()
  for (const { authority: of, source, year, rows } of session.setAside)
    if (of === authority && sources.has(source) && (year === null || (year >= first && year <= last)))
      found.set(source, (found.get(source) ?? 0) + rows)
  return found
}

/** What a measure needs, with what the measures it names need. */
export async function needsBehind(session: Session, measure: MeasureDefinition): Promise<readonly Need[]> {
  if (isQueried(measure)) return needsOf(measure, await session.query(measure))
  const named =
    measure.kind === 'ratio'
      ? [measure.numerator, measure.denominator]
      : [measure.of, ...(measure.than === undefined ? [] : [measure.than])]
  const all = await Promise.all(named.map(name => needsBehind(session, measureNamed(session, name))))
  const own = measure.sources?.map((name): Need => facts[name] ?? [name]) ?? []
  const published: readonly Need[] = measure.kind === 'gap' && measure.against === 'region' ? [['benchmarks']] : []
  return [...new Map([...own, ...all.flat(), ...published].map(need => [need.join(), need])).values()]
}

/** The sources that can feed a measure, those of the measures it names included. */
export const sourcesBehind = async (session: Session, measure: MeasureDefinition): Promise<readonly string[]> => [
  ...new Set((await needsBehind(session, measure)).flat()),
]
