import type { Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import { sentencesOfPaper } from './paper.ts'
import { matches, pattern } from './pattern.ts'
import { type Check, finding, sumOf } from './reading.ts'
import { sayAs } from './rounding.ts'
import type { Sentence } from './sentence.ts'

/** Parts first and what they come to together, or the other way about. */
const FORMS: readonly (readonly [form: RegExp, total: 'last' | 'first'])[] = [
  [pattern('\\bbetween them,? ~<c>[^⟦⟧;:]{0,60}(?:\\band\\b|&)~<c>~<c>'), 'last'],
  [
    pattern(
      '\\bwith <c>~~(?:, |and )<c>~~(?:(?:, |and )<c>~~)?,? (?:there (?:have been|were|are|had been)|we (?:have|had)|that (?:is|makes|gives|was)|this (?:is|makes|gives|was)|making|giving|the (?:total|sum) (?:is|was)) (?:a total of )?<c>',
    ),
    'last',
  ],
  [pattern('^<c>~(?:\\band\\b|,)~<c>[^⟦⟧;:]{0,30}: <c>(?:[^⟦⟧]|⟦a\\d+⟧)*$'), 'last'],
  [
    pattern(
      '^(?:there (?:were|are|have been) |we (?:have|had|received) |a total of )?<c>(?: [a-z]+){1,4}? (?:in (?:the|this) [a-z ]{3,20}|in total|in all)[:,] ?(?:with )?<c>~~(?:, |and )<c>~~(?:(?:, |and )<c>[^⟦⟧]*)?$',
    ),
    'first',
  ],
]
/** Farther than this from its parts, a total is of something else. */
const NEAR = 0.2
const NOT_PARTS = /\b(?:than|compared|against|target|of which|of whom|out of|last year|previous|from)\b/i

function ofSentence(sentence: Sentence): readonly Finding[] {
  for (const [form, place] of FORMS)
    for (const { figures, text } of matches(sentence, form)) {
      const counts = figures.filter(({ kind }) => kind === 'count')
      const whole: Figure | undefined = place === 'last' ? counts.at(-1) : counts[0]
      const parts = counts.filter(one => one !== whole)
      if (!whole || parts.length < 2 || NOT_PARTS.test(text) || counts.some(({ nearness }) => nearness !== 'exact'))
        continue
      const sum = sumOf(parts)
      if (sum === whole.value || Math.abs(sum - whole.value) > Math.max(3, whole.value * NEAR)) continue
      return [
        finding('parts and whole', sentence, {
          certainty: place === 'last' ? 'wrong' : 'question',
          found: whole.text,
          expected: sayAs(whole, sum),
          why: `${parts.map(one => one.text).join(' + ')} is ${sum}.`,
        }),
      ]
    }
  return []
}

/** What two or three numbers come to together. */
export const checkTogether: Check = paper => sentencesOfPaper(paper).flatMap(ofSentence)
