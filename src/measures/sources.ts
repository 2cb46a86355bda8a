import type { MeasureDefinition } from '../definitions/measure.ts'
import { type Day, day } from '../kit/day.ts'
import { latestPeriod, type Period } from '../kit/period.ts'
import { facts } from '../model/facts.ts'
import { fileShapes, shapeOf } from '../model/file-shape.ts'
import { returnNames } from '../model/returned.ts'
import type { Holding } from './holding.ts'
import { publishedNames } from './published.ts'
import { measureNamed, type Session } from './session.ts'
import { heldReferences, needsBehind, sourceUsed } from './state.ts'

/** A source that a council may have: what is held of it, and what it feeds. */
export type SourceHeld = {
  readonly source: string
  readonly family: 'ssda903' | 'annex-a' | 'ssd' | 'local' | 'reference'
  readonly rows: string
  /** The days it speaks for; null where it has not been loaded. A reference file that is there has no days, one of all that was ever known no first. */
  readonly held: { readonly first: Day | null; readonly last: Day | null } | null
  /** For pictures, the days of those held. */
  readonly pictures: readonly Day[]
  /** Rows that could not be used. */
  readonly setAside: number
  readonly feeds: readonly Feed[]
}

/** A measure that a source can feed, and how: it is used now, another is used before it, or nothing that could feed it is here. */
export type Feed = { readonly measure: string; readonly use: 'used' | 'in reserve' | 'missing' }

/** Every source, in the order of its family, with what is held for one council and what each feeds on a day. */
export async function sourcesHeld(session: Session, authority: string, at: Day): Promise<readonly SourceHeld[]> {
  const holdings = session.holdingsOf(authority)
  const references = await heldReferences(session)
  const usable = await withReferences(session, authority)
  const comparing = await comparisonsFed(session)
  const feeds = new Map<string, Feed[]>()
  for (const id of [...session.measures.keys()].sort()) {
    const measure = measureNamed(session, id)
    // The latest period of the measure that has closed: a yearly table feeds what is told once a year.
    const period = latestPeriod(measure.windows.find(window => window !== 'between') ?? 'month', at)
    for (const need of await needsBehind(session, measure)) {
      const used = sourceUsed(need, usable, period)
      for (const source of need) {
        const use = used === source ? 'used' : used === null ? 'missing' : 'in reserve'
        const own = feeds.get(source) ?? []
        if (!own.some(feed => feed.measure === id)) own.push({ measure: id, use })
        feeds.set(source, own)
      }
    }
    for (const source of comparing(measure)) {
      const own = feeds.get(source) ?? []
      if (!own.some(feed => feed.measure === id)) feeds.set(source, [...own, { measure: id, use: 'used' }])
    }
  }
  const one = (source: string, family: SourceHeld['family'], rows: string, picture = false): SourceHeld => {
    const own = holdings.filter(held => held.source === source)
    const days = (pick: 'first' | 'last'): readonly Day[] => own.map(held => held[pick]).sort()
    return {
      source,
      family,
      rows,
      held:
        own.length > 0
          ? {
              first: isEndless(source) ? null : (days('first')[0] ?? null),
              last: (picture ? days('first') : days('last')).at(-1) ?? null,
            }
          : references.has(source)
            ? { first: null, last: null }
            : null,
      pictures: picture ? days('first') : [],
      setAside: session.setAside.reduce(
        (sum, one) => sum + (one.authority === authority && one.source === source ? one.rows : 0),
        0,
      ),
      feeds: feeds.get(source) ?? [],
    }
  }
  return [
    ...Object.values(returnNames).map(name => one(name, 'ssda903', `The ${name} table of the SSDA903 return`)),
    ...fileShapes()
      // Targets are decisions, kept with the records.
      .filter(({ table }) => table !== null)
      .map(({ stem, family, rows, time }) => one(stem, family, rows, time === 'snapshot')),
  ]
}

/** From so many months back a file of events speaks for any day: it has a first day, and that day is no date of its own. */
const ENDLESS_MONTHS = 1200
const isEndless = (source: string): boolean => {
  const shape = shapeOf(source)
  return shape?.time === 'event' && shape.months >= ENDLESS_MONTHS
}

/** What a council holds, with the reference files: one that is loaded speaks for every day. */
async function withReferences(session: Session, authority: string): Promise<readonly Holding[]> {
  const always = [...(await heldReferences(session))].map(source => ({
    authority,
    source,
    year: null,
    first: day('1900-01-01'),
    last: day('2199-12-31'),
  }))
  return [...session.holdingsOf(authority), ...always]
}

/** The reference files that a measure's comparisons are made from (`publishedFor`): published figures, and who is compared with whom. */
async function comparisonsFed(session: Session): Promise<(measure: MeasureDefinition) => readonly string[]> {
  const rows = await session.engine.rows(
    `select distinct indicator, comparator from reference.benchmark where coalesce(breakdown, '') = ''`,
  )
  const held = await heldReferences(session)
  const found = Map.groupBy(rows, ({ indicator }) => String(indicator))
  return measure => {
    if (measure.not_compared) return []
    const by = new Set(
      publishedNames(measure)
        .flatMap(name => found.get(name) ?? [])
        .map(({ comparator }) => comparator),
    )
    return [
      ...(by.size > 0 ? ['benchmarks'] : []),
      ...(by.has('la') || by.has('sn') ? ['stat_neighbours'] : []),
      ...(by.has('region') ? ['areas'] : []),
    ].filter(source => held.has(source))
  }
}

/** The source that feeds each of a measure's needs at the end of a period; needs that only one source can feed are left out. */
export async function sourcesUsed(
  session: Session,
  measure: MeasureDefinition,
  authority: string,
  period: Period,
): Promise<readonly string[]> {
  const holdings = await withReferences(session, authority)
  return (await needsBehind(session, measure))
    .filter(need => need.length > 1)
    .flatMap(need => sourceUsed(need, holdings, period) ?? [])
}

/** Facts for which a source is not the preferred one though it is used on a day: relation, source used, source preferred. */
export async function secondBest(
  session: Session,
  authority: string,
  at: Day,
): Promise<readonly { readonly relation: string; readonly used: string; readonly preferred: string }[]> {
  const period = { window: 'month', start: at, end: at } as const
  const holdings = await withReferences(session, authority)
  return Object.entries(facts).flatMap(([relation, sources]) => {
    const used = sourceUsed(sources, holdings, period)
    const [preferred = ''] = sources
    return used === null || used === preferred ? [] : [{ relation, used, preferred }]
  })
}
