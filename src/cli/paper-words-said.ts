import { sayCount } from '../kit/text.ts'
import type { PaperWords } from '../report/paper-words.ts'

/** What whoever makes a paper must know of its words: what is held back and why, and what nobody has answered yet. */
export function sayPaperWords({ heldBack, unanswered }: PaperWords): string {
  return [
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
