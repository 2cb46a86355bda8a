import { sayDay } from '../kit/day.ts'
import type { ScorecardView } from '../report/scorecard-view.ts'
import type { SourcesView, SourceView } from '../report/sources-view.ts'
import type { PaperTable } from './table.ts'

/** One line of the table of sources. */
type SourceLine = {
  readonly group: string
  readonly source: string
  readonly held: string
  readonly feeds: string
  readonly wouldFeed: string
}

const NAMED = 8

/** References of the catalogue, each once; the first few and how many more, where `most` says so. */
function references(measures: SourceView['used'], most: number): string {
  const known = [...new Set(measures.map(({ catalogue }) => catalogue))]
  const more = known.length - most
  return known.length ? `${known.slice(0, most).join(', ')}${more > 0 ? ` and ${more} more` : ''}` : 'Nothing'
}

/**
 * What a paper stands on, as `hearth sources` prints it: every source that is here, and those that are not and would feed
 * something that nothing feeds. `most` is how many measures a line names.
 */
export const sourceLines = (view: SourcesView, most = NAMED): readonly SourceLine[] =>
  view.groups.flatMap(({ title, sources }) =>
    sources
      .filter(({ here, missing }) => here || missing.length > 0)
      .map(source => ({
        group: title,
        source: source.name,
        held: [source.heldText, source.here && !source.fresh ? 'not up to the last month end' : '', source.setAsideText]
          .filter(Boolean)
          .join('; '),
        feeds: references(source.used, most),
        wouldFeed: references(source.missing, most),
      })),
  )

/** A source that is late or missing, and the rows of the scorecard that it keeps back. */
type LateLine = { readonly source: string; readonly held: string; readonly affects: string }

/** For a reader who decides nothing by file names: what is late or missing, and which rows of this scorecard that touches. */
export const lateLines = (view: SourcesView, card: Pick<ScorecardView, 'themes'>): readonly LateLine[] => {
  const rows = card.themes.flatMap(theme => theme.rows)
  return view.groups.flatMap(({ sources }) =>
    sources.flatMap(({ name, here, fresh, heldText, used, missing }) => {
      const ids = new Set([...missing, ...(here && !fresh ? used : [])].map(({ id }) => id))
      const affected = rows.filter(({ measure }) => measure !== null && ids.has(measure))
      const names = [...new Set(affected.map(({ number, title }) => number ?? title))]
      return names.length ? [{ source: name, held: heldText, affects: names.join(', ') }] : []
    }),
  )
}

/** A kind of source for a reader who decides nothing by file names: up to when it is held, and what is late or missing of it. */
type KindLine = { readonly kind: string; readonly held: string; readonly late: string }

export const kindLines = (view: SourcesView, card: Pick<ScorecardView, 'themes'>): readonly KindLine[] =>
  view.groups
    .filter(({ sources }) => sources.some(({ here, missing }) => here || missing.length > 0))
    .map(group => {
      const late = lateLines({ ...view, groups: [group] }, card).map(({ source, affects }) => {
        const isHere = group.sources.some(({ name, here }) => name === source && here)
        return isHere
          ? `${source} ends before the day of the paper, and with it ${affects}`
          : `${source} is missing, and with it ${affects}`
      })
      return { kind: group.title, held: heldUntil(group.sources), late: late.join('; ') || 'Nothing' }
    })

/** `Up to 31 October 2026; OC2 up to 31 March 2026`: the last day of most, and of each that ends on another. */
function heldUntil(sources: readonly SourceView[]): string {
  const here = sources.filter(source => source.here)
  const days = [...Map.groupBy(here, ({ last }) => last ?? null)].toSorted((a, b) => b[1].length - a[1].length)
  const dated = days.flatMap(([day, own]) => (day === null ? [] : [{ day, own }]))
  const said = dated.map(({ day, own }, i) =>
    i === 0 ? `Up to ${sayDay(day)}` : `${own.map(({ name }) => name).join(', ')} up to ${sayDay(day)}`,
  )
  return said.join('; ') || (here.length ? 'Loaded' : 'Nothing')
}

/** The table of sources for a workbook, with every measure named. */
export const sourcesTable = (view: SourcesView): PaperTable => ({
  columns: [
    { title: 'Kind', width: 36 },
    { title: 'Source', width: 30 },
    { title: 'Held', width: 44 },
    { title: 'Feeds', width: 60 },
    { title: 'Would feed', width: 60 },
  ],
  rows: sourceLines(view, Number.POSITIVE_INFINITY).map(({ group, source, held, feeds, wouldFeed }) => [
    group,
    source,
    held,
    feeds,
    wouldFeed,
  ]),
})
