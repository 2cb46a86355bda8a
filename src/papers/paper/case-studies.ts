import { type Assembling, words } from './desk-of-paper.ts'
import type { Block, Paper } from './paper.ts'
import type { BlockOf } from './template.ts'
import { partBlocks } from './written.ts'

/** Stories that young people let be told, in their own paper and in no other. Who wrote one down is not said. */
export function caseStudies(a: Assembling, block: BlockOf<'case studies'>): readonly Block[] {
  const { caseStudies: all, paper } = a.view.words
  if (all.length === 0) return [{ kind: 'paragraph', runs: [words(block['case studies'])], asOf: null }]
  return all.flatMap(({ title, parts }) =>
    partBlocks(a, parts, [words(`${title}. `, true)]).map(block => ({
      ...block,
      caseStudy: { paper: paper ?? '', title },
    })),
  )
}

/** A paper without the case studies that may no longer be told: of each it says so. */
export function withConsent(
  paper: Paper,
  mayBeTold: (study: { readonly paper: string; readonly title: string }) => boolean,
): Paper {
  const kept = (blocks: readonly Block[]): readonly Block[] =>
    blocks.flatMap((block, i): readonly Block[] => {
      const { caseStudy } = block
      if (!caseStudy || mayBeTold(caseStudy)) return [block]
      const again = blocks[i - 1]?.caseStudy?.title === caseStudy.title
      const said = 'A case study stood here. The consent of whoever it tells of has ended, and it is told no more.'
      return again ? [] : [{ kind: 'paragraph', runs: [words(said)], asOf: null }]
    })
  return { ...paper, sections: paper.sections.map(section => ({ ...section, blocks: kept(section.blocks) })) }
}
