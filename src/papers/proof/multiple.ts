import { alike, type Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import { orderedIn } from './ordered.ts'
import { sentencesOfPaper } from './paper.ts'
import { type Check, finding } from './reading.ts'
import { sayAs } from './rounding.ts'
import type { Sentence } from './sentence.ts'

/** How many times itself a figure becomes, and how far from that people still say so. */
const words: readonly (readonly [word: RegExp, times: number])[] = [
  [/\bdoubl(?:ed|ing)\b/i, 2],
  [/\b(?:trebl|tripl)(?:ed|ing)\b/i, 3],
  [/\bquadrupl(?:ed|ing)\b/i, 4],
  [/\bhalv(?:ed|ing)\b/i, 0.5],
]
/** "Doubled" is said of 1.8 to 2.2 times; "nearly" of less, "more than" of more. */
const LOOSE = 0.12
const MORE = /\b(?:more than|over|well over)\s+(?:\w+\s+)?$/i
const NEARLY = /\b(?:nearly|almost|close to|just under|about|around|roughly|virtually)\s+(?:\w+\s+)?$/i

function spanFor(times: number, before: string): readonly [number, number] {
  if (MORE.test(before)) return times < 1 ? [0, times * 1.02] : [times * 0.98, Number.POSITIVE_INFINITY]
  if (NEARLY.test(before)) return times < 1 ? [times * 0.85, times * 1.3] : [times * 0.75, times * 1.1]
  return [times * (1 - LOOSE), times * (1 + LOOSE)]
}

/** `from 31 to 44`: two figures of one kind right after the word, with nothing but that between. */
function fromTo(sentence: Sentence, after: number): readonly [Figure, Figure] | null {
  const [first, second] = sentence.figures.filter(
    ({ start, kind }) => start >= after && kind !== 'date' && kind !== 'label',
  )
  if (!first || !second || !alike(first, second) || first.nearness !== 'exact' || second.nearness !== 'exact')
    return null
  const lead = sentence.text.slice(after, first.start)
  const between = sentence.text.slice(first.end, second.start)
  return /^[^.;:]{0,30}\bfrom\s*$/i.test(lead) && /^[^.;:]{0,30}\bto\s*$/i.test(between) ? [first, second] : null
}

/** "Doubled from 31 to 44": the word says how often the one goes into the other. */
export const checkMultiples: Check = paper =>
  sentencesOfPaper(paper).flatMap((sentence): readonly Finding[] => {
    for (const [word, times] of words) {
      const said = word.exec(sentence.text)
      if (!said) continue
      const moved = /[;:]/.test(sentence.text) ? null : orderedIn(sentence, [])
      const pair = fromTo(sentence, said.index + said[0].length) ?? (moved ? ([moved.from, moved.to] as const) : null)
      if (!pair || pair[0].value === 0) return []
      const [from, to] = pair
      const [low, high] = spanFor(times, sentence.text.slice(0, said.index))
      const real = to.value / from.value
      if (real >= low && real <= high) return []
      return [
        finding('size of a change', sentence, {
          certainty: 'wrong',
          found: said[0],
          expected: null,
          why: `${from.text} to ${to.text} is ${real >= 1 ? 'a rise' : 'a fall'} of ${Math.round(Math.abs(real - 1) * 100)}%; ${said[0]} would be ${sayAs(to, from.value * times)}.`,
        }),
      ]
    }
    return []
  })
