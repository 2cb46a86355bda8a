import type { PaperView } from '../../report/paper-view.ts'
import type { Block, Paper, Run } from './paper.ts'

/** What a paper is made from says of how far it is. */
type Stands = { readonly view: Pick<PaperView, 'scorecard' | 'sources'> }
type Standing = Pick<Paper, 'edition' | 'held' | 'synthetic'>

/** Whether a comparison in the paper is of figures that may still change. */
const isProvisional = ({ view }: Stands): boolean =>
  view.scorecard.themes.some(({ rows }) =>
    rows.some(({ comparison }) => comparison?.comparators.some(({ note }) => note.includes('provisional'))),
  )

/** Whether a source on which the paper stands does not reach its day: then figures may move when it comes. */
const isIndicative = ({ view }: Stands): boolean =>
  view.sources.groups.some(({ sources }) => sources.some(({ here, fresh, used }) => here && !fresh && used.length > 0))

/** How far a paper is: live figures are of no edition. */
export function standingOf(stands: Stands): Standing {
  const { status, edition, synthetic } = stands.view.scorecard
  return {
    edition: edition === null ? null : { number: Number(edition), status },
    held: [
      ...(isIndicative(stands) ? (['indicative'] as const) : []),
      ...(isProvisional(stands) ? (['provisional'] as const) : []),
    ],
    synthetic,
  }
}

/** How far the paper is, in words: draft, indicative, provisional. */
export function sayPaperStatus({ edition, held }: Pick<Standing, 'edition' | 'held'>): string {
  const name =
    edition === null
      ? 'Draft'
      : edition.status === 'draft'
        ? `Draft of edition ${edition.number}`
        : `Edition ${edition.number}, ${edition.status}`
  return held.length === 0 ? name : `${name}, with ${held.join(' and ')} figures`
}

/** What must be seen on every page; null for an edition that is published and has nothing to say. */
export function watermarkOf(standing: Standing): string | null {
  const said = [
    standing.edition?.status === 'published' ? '' : sayPaperStatus(standing),
    standing.synthetic ? 'Synthetic council: every child is invented' : '',
  ].filter(Boolean)
  return said.length === 0 ? null : said.join('. ')
}

/** A paper as its edition stands now: nothing of it changes but the words that say how far it is. */
export function asEdition(paper: Paper, edition: NonNullable<Paper['edition']>): Paper {
  const standing = { ...paper, edition }
  const run = (one: Run): Run =>
    one.kind === 'words' && one.says === 'status' ? { ...one, text: sayPaperStatus(standing) } : one
  const block = (one: Block): Block => {
    switch (one.kind) {
      case 'paragraph':
        return { ...one, runs: one.runs.map(run) }
      case 'list':
        return { ...one, items: one.items.map(item => item.map(run)) }
      case 'facts':
        return { ...one, facts: one.facts.map(fact => ({ ...fact, runs: fact.runs.map(run) })) }
      default:
        return one
    }
  }
  return {
    ...standing,
    watermark: watermarkOf(standing),
    sections: paper.sections.map(section => ({ ...section, blocks: section.blocks.map(block) })),
  }
}
