import { type Audience, isProtected } from '../disclosure/shown.ts'
import { type Day, monthEnd, sayDay } from '../kit/day.ts'
import { latestPeriod, monthsBefore } from '../kit/period.ts'
import { sayNumber } from '../kit/text.ts'
import {
  isYearly,
  measureNamed,
  type Session,
  type SourceHeld,
  saySource,
  secondBest,
  sourcesHeld,
} from '../measures/measures.ts'

/** One source, in words. */
export type SourceView = {
  readonly source: string
  readonly name: string
  readonly rows: string
  readonly here: boolean
  /** Reaches the day asked. */
  readonly fresh: boolean
  readonly heldText: string
  /** The last day it speaks for; absent where it is not here, or speaks for any day. */
  readonly last?: Day
  /** Blank where every row could be used. How many could not is hidden from a board like any number behind a figure; that there are some is not. */
  readonly setAsideText: string
  /** Measures by what the source is to them. */
  readonly used: readonly SourceMeasure[]
  readonly inReserve: readonly SourceMeasure[]
  readonly missing: readonly SourceMeasure[]
}
export type SourceMeasure = { readonly id: string; readonly catalogue: string; readonly title: string }

export type SourcesView = {
  readonly authority: { readonly code: string; readonly name: string }
  readonly at: Day
  readonly atText: string
  readonly groups: readonly { readonly title: string; readonly sources: readonly SourceView[] }[]
  /** Whether a paper lists every source; else, for who decides nothing by file names, only what is late or missing. */
  readonly inFull: boolean
  /** Where a source stands in for a better one. */
  readonly standIns: readonly string[]
}

const titles: Readonly<Record<SourceHeld['family'], string>> = {
  ssda903: 'The children looked after return (SSDA903)',
  'annex-a': 'Ofsted’s Annex A',
  ssd: 'The Standard Safeguarding Dataset',
  local: 'The council’s own extracts',
  reference: 'Reference files and published figures',
}

/** What is here, how fresh it is, what is missing, and which measures each source feeds, for one council on a day, as an audience may be told. */
export async function sourcesView(
  session: Session,
  authority: { readonly code: string; readonly name: string },
  at: Day,
  audience: Audience,
): Promise<SourcesView> {
  const held = await sourcesHeld(session, authority.code, at)
  const about = (id: string): SourceMeasure => {
    const { catalogue, title } = measureNamed(session, id)
    return { id, catalogue, title }
  }
  const view = (one: SourceHeld): SourceView => {
    const feeding = (use: SourceHeld['feeds'][number]['use']): readonly SourceMeasure[] =>
      one.feeds
        .filter(feed => feed.use === use)
        .map(({ measure }) => about(measure))
        .sort((a, b) => (a.catalogue < b.catalogue ? -1 : a.catalogue > b.catalogue ? 1 : 0))
    return {
      source: one.source,
      name:
        one.family === 'ssda903' ? one.source : one.family === 'annex-a' ? listName(one.source) : `${one.source}.csv`,
      rows: one.rows,
      here: one.held !== null,
      fresh:
        one.held !== null &&
        (one.held.last === null || one.held.last >= (isYearly(one.source) ? lastYearEnd(at) : lastMonthEnd(at))),
      heldText: sayHeld(one),
      ...(one.held?.last && one.held.last < ANY_DAY ? { last: one.held.last } : {}),
      setAsideText: saySetAside(one, audience),
      used: feeding('used'),
      inReserve: feeding('in reserve'),
      missing: feeding('missing'),
    }
  }
  const families = Map.groupBy(held, ({ family }) => family)
  return {
    authority,
    at,
    atText: sayDay(at),
    groups: [...families].map(([family, own]) => ({ title: titles[family], sources: own.map(view) })),
    inFull: !isProtected(audience),
    standIns: (await secondBest(session, authority.code, at)).map(
      ({ relation, used, preferred }) =>
        `${relation.replaceAll('_', ' ')}: from ${saySource(used)}, since ${saySource(preferred)} does not reach ${sayDay(at)}`,
    ),
  }
}

const saySetAside = ({ setAside }: SourceHeld, audience: Audience): string => {
  if (setAside === 0) return ''
  if (isProtected(audience)) return 'some rows set aside'
  return `${sayNumber(setAside)} ${setAside === 1 ? 'row' : 'rows'} set aside`
}

/** What lasts until then speaks for any day. */
const ANY_DAY = '2199'

const listName = (source: string): string => `List ${source.replace('annex_a_list_', '')}`

/** The last 31 March that has passed by a day: what a table that comes once a year must reach. */
const lastYearEnd = (at: Day): Day => latestPeriod('year', at).end

/** The last month end that has passed by a day. */
const lastMonthEnd = (at: Day): Day => (monthEnd(at) === at ? at : monthEnd(monthsBefore(at, 1)))

function sayHeld({ held, pictures }: SourceHeld): string {
  if (held === null) return 'Not loaded'
  if (held.last === null) return 'Loaded'
  if (pictures.length === 1) return `${sayDay(held.last)} only`
  if (pictures.length > 1) return `${pictures.length} dates, the last ${sayDay(held.last)}`
  // Prices and earlier figures speak for any day.
  if (held.last >= ANY_DAY) return 'Loaded'
  if (held.first === null) return `Up to ${sayDay(held.last)}`
  return `${sayDay(held.first)} to ${sayDay(held.last)}`
}
