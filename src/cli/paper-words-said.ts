import { sayCount } from '../kit/text.ts'
import { allBlocks } from '../papers/paper/asked.ts'
import type { Template } from '../papers/paper/template.ts'
import { unplaced } from '../papers/paper/written.ts'
import type { PaperWords } from '../report/paper-words.ts'

/**
 * What whoever makes a paper must know of its words: what is held back and why, and, of a paper with a table of what will be done, what
 * nobody has answered yet.
 */
export function sayPaperWords(words: PaperWords, { name, sections }: Pick<Template, 'name' | 'sections'>): string {
  const { heldBack } = words
  const unanswered = allBlocks(sections).some(({ kind }) => kind === 'actions') ? words.unanswered : []
  return [
    ...unplaced(sections, words).map(
      section => `Left out: what was written for the section "${section}": the template ${name} has no such section\n`,
    ),
    ...heldBack.map(({ about, why }) => `Held back: what was written about ${about}: ${why}\n`),
    ...(unanswered.length
      ? [
          `${sayCount(unanswered.length, 'figure')} off target or getting worse without what we will do, who and by when: ${unanswered
            .map(({ title }) => title)
            .join('; ')}.\n`,
        ]
      : []),
  ].join('')
}
