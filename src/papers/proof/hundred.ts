import type { Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import { matches, pattern } from './pattern.ts'
import { type Check, finding, inContext, percentsOf, sumOf } from './reading.ts'
import { sayPercent } from './rounding.ts'
import type { Sentence } from './sentence.ts'

const WHOLE_CUES =
  /\b(?:other|others|rest|remaining|remainder|unknown|not known|made up|breakdown|broken down|mix|as follows|by (?:\w+ )?(?:share|age|sex|gender|background|ethnicity|type|status|reason|group)|split|percentages|distribution|respectively|in all)\b/i
const NOT_PARTS =
  /\b(?:from|than|target|average|compared|against|last year|previous|higher|lower|rose|fell|up|down|neighbours?|national(?:ly)?|england|increas|decreas|reduc|improv(?:ed|ing)|or more|at least|also)/i
/** Two percentages of which the second is of those who are not the first. */
const COMPLEMENT = pattern(
  '<p>~~(?:,| and| while| whilst|;|\\.) (?:with |that )?(?:the )?(?:(?:remaining|other|rest,?|remainder,?|only|just) )?(?:of )?<p>(?:[^⟦⟧;:,]|⟦[da]\\d+⟧){0,60}',
)
const SEXES = pattern(
  '<p>[^⟦⟧;:%]{0,40}(?:boys|male|males|men|young men)\\b[^⟦⟧;:]{0,20}<p>[^⟦⟧;:]{0,30}(?:girls|female|females|women)|<p>[^⟦⟧;:]{0,40}(?:girls|female|females|women)\\b[^⟦⟧;:]{0,20}<p>[^⟦⟧;:]{0,30}(?:boys|males?|men)',
)
export const OF_GROUP =
  /^ (?:of|for|among|amongst|in) (?:the |our |all )?(?:boys|girls|males?|females?|men|women|young (?:men|women))\b/i
const MILES = pattern('<p>(?:[^⟦⟧;:])*within <a>~~<p>(?:[^⟦⟧;:])*(?:more than|over|beyond|outside|further than) <a>')

const tolerance = (percents: readonly Figure[]): { readonly low: number; readonly high: number } => {
  const steps = percents.reduce((sum, { step }) => sum + step, 0)
  // Cut off, each may be a whole digit short; rounded, half a digit over.
  return { low: 100 - steps, high: 100 + steps / 2 }
}

function totalFinding(
  sentence: Sentence,
  percents: readonly Figure[],
  certainty: Finding['certainty'],
): Finding | null {
  const sum = sumOf(percents)
  const { low, high } = tolerance(percents)
  if (sum >= low - 1e-6 && sum <= high + 1e-6) return null
  const places = percents.some(({ step }) => step < 1) ? 1 : 0
  return finding('percentages that should total 100', sentence, {
    certainty,
    found: percents.map(({ text }) => text).join(' + '),
    expected: '100%',
    why: `Together they are ${sayPercent(sum, places)}.`,
  })
}

/** Two of which one is the rest of the other must be 100 together; 99 or 101 can only be a slip of rounding, and is asked about. */
function pairFinding(sentence: Sentence, first: Figure, second: Figure): Finding | null {
  const sum = first.value + second.value
  const step = Math.max(first.step, second.step)
  if (Math.abs(sum - 100) < step / 2 || first.nearness !== 'exact' || second.nearness !== 'exact') return null
  return finding('percentages that should total 100', sentence, {
    certainty: Math.abs(sum - 100) <= step + 1e-6 ? 'question' : 'wrong',
    found: `${first.text} + ${second.text}`,
    expected: sayPercent(100 - first.value, step < 1 ? 1 : 0),
    why: `One is the rest of the other, and together they are ${sayPercent(sum, step < 1 ? 1 : 0)}.`,
  })
}

function isParallel(sentence: Sentence, percents: readonly Figure[]): boolean {
  const inside = sentence.text.slice(percents[0]?.start ?? 0, percents.at(-1)?.end ?? 0)
  const gaps = percents.slice(1).map((figure, i) => sentence.text.slice(percents[i]?.end ?? 0, figure.start))
  return gaps.every(gap => gap.length < 80 && /[,;&]|\band\b/.test(gap)) && !NOT_PARTS.test(inside)
}

/** "That means 65% had none", after a sentence with the share that had some. */
function restOf(sentence: Sentence, before: Sentence | undefined): Finding | null {
  const [second, ...more] = percentsOf(sentence)
  const there = percentsOf(before)
  const [first] = there
  if (!second || more.length > 0 || !first || there.length !== 1) return null
  const negative = /\b(?:no|not|never|none|without|neither)\b|n[’']t\b/i
  const means =
    /^(?:that|this|which) (?:means?|meant|left|leaves)\b/i.test(sentence.text) && negative.test(sentence.text)
  const rest =
    /^the (?:remaining|other|rest|remainder)\b/i.test(sentence.text) && sentence.text.slice(0, second.start).length < 30
  return means || rest ? pairFinding(sentence, first, second) : null
}

/** Percentages that should total 100, and do not. */
export const checkHundreds: Check = paper =>
  [...inContext(paper)]
    .flatMap(({ sentence, before }): readonly (Finding | null)[] => {
      const percents = percentsOf(sentence)
      for (const form of [SEXES, MILES]) {
        const [match] = matches(sentence, form)
        const pair = match?.figures.filter(({ kind }) => kind === 'percent')
        // "62% of boys and 54% of girls" are of two groups.
        if (pair?.some(({ end }) => OF_GROUP.test(sentence.text.slice(end)))) continue
        if (pair?.[0] && pair[1]) return [pairFinding(sentence, pair[0], pair[1])]
      }
      if (percents.length === 2)
        for (const {
          figures: [first, second],
          text,
        } of matches(sentence, COMPLEMENT)) {
          const after = text.slice(text.lastIndexOf('⟧'))
          const rest = /the (?:remaining|other|rest|remainder)[^⟦]*⟦p\d+⟧[^⟦]*$/i.test(text)
          if (
            first &&
            second &&
            (rest || /^⟧ (?:did|were|was|had|have|do|does|are|is) (?:not|no|n[’']t)\b/.test(after)) &&
            !NOT_PARTS.test(text)
          )
            return [pairFinding(sentence, first, second)]
        }
      if (percents.length >= 3) {
        const whole = matches(sentence, pattern('(?:made up of|in all)'))
        if (whole.length > 0 || !isParallel(sentence, percents)) return []
        const sum = sumOf(percents)
        const cued =
          WHOLE_CUES.test(sentence.text) || WHOLE_CUES.test(before.at(-1)?.text.match(/[^.]*:\s*$/)?.[0] ?? '')
        if (Math.abs(sum - 100) > (cued ? 25 : 12)) return []
        return [totalFinding(sentence, percents, cued ? 'wrong' : 'question')]
      }
      return [restOf(sentence, before.at(-1))]
    })
    .filter(one => one !== null)
