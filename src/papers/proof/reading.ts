import type { Figure } from './figure.ts'
import type { Finding, FindingKind } from './finding.ts'
import { isTable, type Paper } from './paper.ts'
import type { Sentence } from './sentence.ts'

/** A check reads a whole paper and says what does not hold. */
export type Check = (paper: Paper) => readonly Finding[]

/** Sentences that stand together: those under one heading, and those of one cell. A sentence may speak of the one before it. */
export function runsOf(paper: Paper): readonly (readonly Sentence[])[] {
  const runs: Sentence[][] = [[]]
  for (const part of paper.parts) {
    if (isTable(part)) {
      for (const row of part.rows)
        for (const cell of row.cells) if (cell.sentences.length > 0) runs.unshift([...cell.sentences])
      continue
    }
    if (part.kind === 'heading') runs.push([])
    runs.at(-1)?.push(...part.sentences)
  }
  return runs.filter(run => run.length > 0)
}

/** Goes through sentences with the ones before them in their run, the nearest last. */
export function* inContext(
  paper: Paper,
): Generator<{ readonly sentence: Sentence; readonly before: readonly Sentence[] }> {
  for (const run of runsOf(paper))
    for (const [i, sentence] of run.entries()) yield { sentence, before: run.slice(Math.max(0, i - 12), i) }
}

/** Counts and bare numbers of a sentence, in order. */
export const countsOf = (sentence: Sentence | undefined): readonly Figure[] =>
  (sentence?.figures ?? []).filter(({ kind }) => kind === 'count' || kind === 'number')

export const percentsOf = (sentence: Sentence | undefined): readonly Figure[] =>
  (sentence?.figures ?? []).filter(({ kind }) => kind === 'percent')

export type Said = Pick<Finding, 'certainty' | 'found' | 'expected' | 'why'>

export const finding = (kind: FindingKind, sentence: Sentence, said: Said): Finding => ({
  kind,
  certainty: said.certainty,
  where: sentence.where,
  sentence: sentence.text,
  found: said.found,
  expected: said.expected,
  why: said.why,
})

export const sumOf = (figures: readonly Figure[]): number => figures.reduce((sum, { value }) => sum + value, 0)
