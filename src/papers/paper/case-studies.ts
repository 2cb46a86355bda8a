import { type Assembling, words } from './desk-of-paper.ts'
import type { Block } from './paper.ts'
import type { BlockOf } from './template.ts'
import { partBlocks } from './written.ts'

/** Stories that young people let be told, in their own paper and in no other. Who wrote one down is not said. */
export function caseStudies(a: Assembling, block: BlockOf<'case studies'>): readonly Block[] {
  const { caseStudies: all } = a.view.words
  if (all.length === 0) return [{ kind: 'paragraph', runs: [words(block['case studies'])], asOf: null }]
  return all.flatMap(({ title, parts }) => partBlocks(a, parts, [words(`${title}. `, true)]))
}
