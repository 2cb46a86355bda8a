import { matches, pattern } from './pattern.ts'
import { type Check, finding, inContext } from './reading.ts'
import { agrees, sayAs, spanOf } from './rounding.ts'
import type { Sentence } from './sentence.ts'

const EACH = pattern(
  '<m>(?:[^⟦⟧;:]|⟦[da]\\d+⟧){0,50}?(?:that is|which is|i\\.e\\.|equivalent to|equates to|, or|or) <m> (?:for each(?: one)? of|per|a|each for|for every one of) (?:the |our )?<c>',
)
const PART_OF_MONEY = pattern(
  '<ph> of [^⟦⟧;:]{0,40}<m>[^⟦⟧;:]{0,6}(?:, (?:being|or|that is|i\\.e\\.)|\\(|, which is) ?<m>|<m>(?:[^⟦⟧;:]|⟦[da]\\d+⟧){0,50}?(?:\\(|, or|, which is|, that is|, being) ?<ph> of [^⟦⟧;:]{0,40}<m>',
)

function perHead(sentence: Sentence) {
  return matches(sentence, EACH).flatMap(({ figures: [whole, each, count] }) => {
    if (!whole || !each || !count || count.value === 0) return []
    const { low, high } = spanOf(whole)
    if (agrees(each, { low: low / count.value, high: high / count.value })) return []
    return [
      finding('share of a count', sentence, {
        certainty: 'wrong',
        found: each.text,
        expected: sayAs(each, whole.value / count.value),
        why: `${whole.text} among ${count.text} is ${sayAs({ ...each, step: 1 }, whole.value / count.value)} each.`,
      }),
    ]
  })
}

function partOfMoney(sentence: Sentence) {
  return matches(sentence, PART_OF_MONEY).flatMap(({ figures: [a, b, c] }) => {
    const percentFirst = a?.kind === 'percent' || a?.kind === 'share'
    const [percent, whole, part] = percentFirst ? [a, b, c] : [b, c, a]
    if (!percent || !whole || !part || whole.value <= 0) return []
    const [wide, narrow] = [spanOf(whole), spanOf(part)]
    if (agrees(percent, { low: (100 * narrow.low) / wide.high, high: (100 * narrow.high) / Math.max(wide.low, 1) }))
      return []
    return [
      finding('share of a count', sentence, {
        certainty: 'wrong',
        found: percent.text,
        expected: sayAs(percent, (100 * part.value) / whole.value),
        why: `${part.text} of ${whole.text} is ${sayAs({ ...percent, step: 0.1 }, (100 * part.value) / whole.value)}.`,
      }),
    ]
  })
}

/** What a sum is for each of so many, and what share it is of another. */
export const checkSums: Check = paper =>
  [...inContext(paper)].flatMap(({ sentence }) => [...perHead(sentence), ...partOfMoney(sentence)])
