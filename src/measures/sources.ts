import type { MeasureDefinition } from '../definitions/measure.ts'
import type { Day } from '../kit/day.ts'
import { latestPeriod, type Period } from '../kit/period.ts'
import { facts } from '../model/facts.ts'
import { fileShapes } from '../model/file-shape.ts'
import { returnNames } from '../model/returned.ts'
import { measureNamed, type Session } from './session.ts'
import { heldReferences, needsBehind, sourceUsed } from './state.ts'

/** A source that a council may have: what is held of it, and what it feeds. */
export type SourceHeld = {
  readonly source: string
  readonly family: 'ssda903' | 'annex-a' | 'ssd' | 'local' | 'reference'
  readonly rows: string
  /** The days it speaks for; null where it has not been loaded. A reference file that is there has no days. */
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
  const feeds = new Map<string, Feed[]>()
  for (const id of [...session.measures.keys()].sort()) {
    const measure = measureNamed(session, id)
    // The latest period of the measure that has closed: a yearly table feeds what is told once a year.
    const period = latestPeriod(measure.windows.find(window => window !== 'between') ?? 'month', at)
    for (const need of await needsBehind(session, measure)) {
      const used = sourceUsed(need, holdings, period) ?? need.find(source => references.has(source)) ?? null
      for (const source of need) {
        const use = used === source ? 'used' : used === null ? 'missing' : 'in reserve'
        const own = feeds.get(source) ?? []
        if (!own.some(feed => feed.measure === id)) own.push({ measure: id, use })
        feeds.set(source, own)
      }
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
          ? { first: days('first')[0] ?? null, last: (picture ? days('first') : days('last')).at(-1) ?? null }
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
    ...fileShapes
      // Targets are decisions, kept with the records.
      .filter(({ table }) => table !== null)
      .map(({ stem, family, rows, time }) => one(stem, family, rows, time === 'snapshot')),
  ]
}

/** The source that feeds each of a measure's needs at the end of a period; needs that only one source can feed are left out. */
export async function sourcesUsed(
  session: Session,
  measure: MeasureDefinition,
  authority: string,
  period: Period,
): Promise<readonly string[]> {
  const holdings = session.holdingsOf(authority)
  return (await needsBehind(session, measure))
    .filter(need => need.length > 1)
    .flatMap(need => sourceUsed(need, holdings, period) ?? [])
}

/** Facts for which a source is not the preferred one though it is used on a day: relation, source used, source preferred. */
export function secondBest(
  session: Session,
  authority: string,
  at: Day,
): readonly { readonly relation: string; readonly used: string; readonly preferred: string }[] {
  const period = { window: 'month', start: at, end: at } as const
  return Object.entries(facts).flatMap(([relation, sources]) => {
    const used = sourceUsed(sources, session.holdingsOf(authority), period)
    const [preferred = ''] = sources
    return used === null || used === preferred ? [] : [{ relation, used, preferred }]
  })
}
