import type { Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import { sentencesOfPaper } from './paper.ts'
import { matches, pattern } from './pattern.ts'
import { type Check, finding } from './reading.ts'
import { sayAs, spanOf } from './rounding.ts'
import type { Sentence } from './sentence.ts'

/** So many at so much a week, and what they come to: for a number of weeks that is said, else for a year. */
const WEEKLY = [
  pattern(
    '<c> ~(?:at|costing|for) <m> (?:a|per|each) week(?: each)? <td>~(?:cost|costs|is|be|come to|comes to|total|totals|=) ?~<m>',
  ),
  pattern(
    '<c> ~(?:at|costing|for) <m> (?:a|per|each) week(?: each)?(?:,| and)? ?~(?:cost|costs|is|be|come to|comes to|total|totals|=) ?~<m> (?:a|per|each) year',
  ),
]
/** A price in a product is worked with as it is printed, however round it is; and a little to spare. */
const SLACK = 0.01
/** A year is 52 weeks, or a little more: 52.18. */
const YEAR = [52, 52.18] as const
const weeksOf = ({ text }: Figure): readonly number[] => {
  const [, many] = /\b(\d+) weeks?\b/.exec(text) ?? []
  return many === undefined ? (/\b(?:a|one) year\b/.test(text) ? YEAR : []) : [Number(many)]
}

/** "Ten children at £5,000 a week for 52 weeks would cost £2.4m". */
const ofSentence = (sentence: Sentence): readonly Finding[] =>
  WEEKLY.flatMap(form => matches(sentence, form)).flatMap(({ figures }): readonly Finding[] => {
    const [count, price, ...rest] = figures
    const total = rest.at(-1)
    const time = rest.length === 2 ? rest[0] : undefined
    if (!count || !price || !total || [count, price, total].some(({ nearness }) => nearness !== 'exact')) return []
    const weeks = time ? weeksOf(time) : YEAR
    if (weeks.length === 0) return []
    const [low, high] = [price.value * (1 - SLACK), price.value * (1 + SLACK)].map(
      (pounds, i) => pounds * count.value * (i === 0 ? Math.min(...weeks) : Math.max(...weeks)),
    )
    const span = spanOf(total)
    if (low === undefined || high === undefined || (low <= span.high && high >= span.low)) return []
    const exact = count.value * price.value * (weeks[0] ?? 52)
    return [
      finding('product', sentence, {
        certainty: 'wrong',
        found: total.text,
        expected: sayAs(total, exact),
        why: `${count.text} times ${price.text} a week ${time ? time.text : 'for a year'} is ${sayAs(total, exact)}.`,
      }),
    ]
  })

export const checkProducts: Check = paper => sentencesOfPaper(paper).flatMap(ofSentence)
