import type { Assembling } from './desk-of-paper.ts'

type Stands = Pick<Assembling, 'view'>

/** Whether a comparison in the paper is of figures that may still change. */
const isProvisional = ({ view }: Stands): boolean =>
  view.scorecard.themes.some(({ rows }) =>
    rows.some(({ comparison }) => comparison?.comparators.some(({ note }) => note.includes('provisional'))),
  )

/** Whether a source on which the paper stands does not reach its day: then figures may move when it comes. */
const isIndicative = ({ view }: Stands): boolean =>
  view.sources.groups.some(({ sources }) => sources.some(({ here, fresh, used }) => here && !fresh && used.length > 0))

/** How far the paper is, in words: draft, indicative, provisional. */
export function sayPaperStatus(stands: Stands): string {
  const { status, edition } = stands.view.scorecard
  const name =
    edition === null ? 'Draft' : status === 'draft' ? `Draft of edition ${edition}` : `Edition ${edition}, ${status}`
  const held = [isIndicative(stands) ? 'indicative' : '', isProvisional(stands) ? 'provisional' : ''].filter(Boolean)
  return held.length === 0 ? name : `${name}, with ${held.join(' and ')} figures`
}

/** What must be seen on every page; null for an edition that is published and has nothing to say. */
export function watermarkOf(stands: Stands): string | null {
  const { status, synthetic } = stands.view.scorecard
  const said = [
    status === 'published' ? '' : sayPaperStatus(stands),
    synthetic ? 'Synthetic council: every child is invented' : '',
  ].filter(Boolean)
  return said.length === 0 ? null : said.join('. ')
}
