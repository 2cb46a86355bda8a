import type { Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import { pairsIn } from './pair.ts'
import { matches, pattern } from './pattern.ts'
import { type Check, countsOf, finding, inContext } from './reading.ts'
import { agrees, exactly, sayAs, spanOf } from './rounding.ts'
import type { Sentence } from './sentence.ts'

const CHANGE =
  /\b(?:increas|decreas|reduc|rise|rose|risen|fell|fall|drop|grow|grew|higher|lower|more than last|fewer|up from|down from|up on|target|last year|previous|compared|against|england|national|neighbour)/i
/** "96 had theirs in time, which is 64.9% of them": two counts of one sentence, and what the one is of the other. */
const TWO = [
  pattern(
    '^(?:of (?:the |our )?)?<c>(?:[^⟦⟧;:]|⟦[da]\\d+⟧){0,80}?(?:,| and| with)(?:[^⟦⟧;:]|⟦[da]\\d+⟧){0,20}?<c>(?:[^⟦⟧;:]|⟦[dat]\\d+⟧){0,80}?(?:which is|that is|i\\.e\\.|or|equivalent to|equal to|a rate of|making|\\() ?<ph>',
  ),
]

const ratiosOf = (
  figures: readonly Figure[],
): readonly { readonly value: number; readonly part: Figure; readonly whole: Figure }[] =>
  figures.flatMap(part =>
    figures.flatMap(whole =>
      part !== whole && whole.value > 0 && part.value <= whole.value
        ? [{ value: (100 * part.value) / whole.value, part, whole }]
        : [],
    ),
  )

const slip = (
  sentence: Sentence,
  percent: Figure,
  part: Figure,
  whole: Figure,
  certainty: Finding['certainty'],
): Finding => {
  const real = (100 * part.value) / whole.value
  return finding('share of a count', sentence, {
    certainty,
    found: percent.text,
    expected: sayAs(percent, real),
    why: `${part.text} of ${whole.text} is ${sayAs({ ...percent, kind: 'percent', step: Math.min(percent.step, 0.1) }, real)}.`,
  })
}

function ofTwo(sentence: Sentence, known: readonly Figure[]): readonly Finding[] {
  const counts = countsOf(sentence).filter(({ kind }) => kind === 'count')
  if (counts.length !== 2 || CHANGE.test(sentence.text)) return []
  const [a, b] = counts
  const shares = sentence.figures.filter(({ kind }) => kind === 'percent' || kind === 'share')
  const [percent] = shares
  if (!a || !b || !percent || shares.length !== 1 || a.value <= b.value) return []
  const said = TWO.some(of =>
    matches(sentence, of).some(({ figures }) => figures[0] === a && figures[1] === b && figures[2] === percent),
  )
  if (!said || agrees(percent, exactly((100 * b.value) / a.value))) return []
  // Of another count of the paper, it may be right.
  if (
    known.some(
      one =>
        one !== b &&
        one.value > 0 &&
        [a, b].some(part => part.value <= one.value && agrees(percent, exactly((100 * part.value) / one.value))),
    )
  )
    return []
  return [slip(sentence, percent, b, a, 'question')]
}

const SO =
  /\b(?:therefore|thus|hence|so)\b|^(?:that|this) (?:is|was|means|represents|equates to|gives|makes|amounts to)\b|\b(?:equal to|equivalent to|equates to|amounts to|represents)\b/i

/** "Occupancy was therefore 83.8%": a percentage said to follow, that no two counts of the sentences before it make. */
function following(sentence: Sentence, before: readonly Sentence[]): readonly Finding[] {
  const values = sentence.figures.filter(({ kind }) => kind !== 'date' && kind !== 'label')
  const [percent] = values
  const last = before.at(-1)
  if (!percent || values.length !== 1 || percent.kind !== 'percent' || percent.nearness !== 'exact' || !last) return []
  if (!SO.test(sentence.text) || CHANGE.test(sentence.text)) return []
  const near = countsOf(last).filter(({ kind }) => kind === 'count')
  const far = before.slice(-3).flatMap(one => countsOf(one))
  if (near.length < 2) return []
  // A rest counts as well: all that was not.
  const rests = near.flatMap(whole =>
    near.filter(part => part.value < whole.value).map(part => ({ ...part, value: whole.value - part.value })),
  )
  if (ratiosOf([...near, ...far, ...rests]).some(({ value }) => agrees(percent, exactly(value)))) return []
  const sums = near.slice(1).reduce((sum, { value }) => sum + value, 0)
  if ((near[0]?.value ?? 0) > 0 && agrees(percent, exactly((100 * sums) / (near[0]?.value ?? 1)))) return []
  const pair = pairsIn(last)[0]
  const [first, second] = near
  const [part, whole] = pair ? [pair.part, pair.whole] : [second, first]
  if (!part || !whole || part.value >= whole.value) return []
  if (Math.abs((100 * part.value) / whole.value - percent.value) > 15) return []
  return [slip(sentence, percent, part, whole, 'question')]
}

const OF_MONEY = pattern(
  '<p> (?:of|over|under|above|below) (?:the |our |that |its |this )?(?:[a-z]+ ){0,2}(?:budget|forecast|spend|spending|cost|costs|outturn|total|pressure|overspend|target)\\b',
)

/** The words that lead to a sum from the one before it. */
function leadOf(sum: Figure, sentences: readonly Sentence[]): string {
  const own = sentences.find(({ figures }) => figures.includes(sum))
  const last = own?.figures.filter(({ kind, end }) => kind === 'money' && end <= sum.start).at(-1)
  return own?.text.slice(last?.end ?? 0, sum.start).toLowerCase() ?? ''
}

/** "The variance is 11.5% of the budget", after a sentence with the sums. */
function ofMoney(sentence: Sentence, before: readonly Sentence[]): readonly Finding[] {
  return matches(sentence, OF_MONEY).flatMap(({ figures: [percent] }): readonly Finding[] => {
    const sums = [...before.slice(-2), sentence].flatMap(({ figures }) =>
      figures.filter(({ kind }) => kind === 'money'),
    )
    if (
      percent?.nearness !== 'exact' ||
      sums.length < 2 ||
      sums.length > 4 ||
      sentence.figures.some(one => one !== percent && one.kind === 'percent')
    )
      return []
    const apart = sums.flatMap((a, i) =>
      sums.slice(i + 1).map(b => ({ ...a, value: Math.abs(a.value - b.value), step: a.step + b.step })),
    )
    const noun = /(?:budget|forecast|spend|outturn)\b/i.exec(sentence.text.slice(percent.end))?.[0]
    // "Of the budget" is of the sum that is called so.
    const called = noun
      ? sums.filter(sum => leadOf(sum, [...before.slice(-2), sentence]).includes(noun.toLowerCase()))
      : []
    const wholes = called.length === 1 ? called : sums
    const fits = [...sums, ...apart].some(part =>
      wholes.some(whole => {
        if (part === whole || whole.value <= 0) return false
        const [p, w] = [spanOf(part), spanOf(whole)]
        return agrees(percent, { low: (100 * p.low) / w.high, high: (100 * p.high) / Math.max(w.low, 1) })
      }),
    )
    if (fits) return []
    const close = ratiosOf(sums)
      .filter(({ whole }) => wholes.includes(whole))
      .toSorted((a, b) => Math.abs(a.value - percent.value) - Math.abs(b.value - percent.value))[0]
    return close && Math.abs(close.value - percent.value) < Math.max(2, percent.value * 0.3)
      ? [slip(sentence, percent, close.part, close.whole, 'question')]
      : []
  })
}

/** A percentage said to follow from what stands before it. */
export const checkFollowing: Check = paper => {
  const known = [...inContext(paper)].flatMap(({ sentence }) => countsOf(sentence))
  return [...inContext(paper)].flatMap(({ sentence, before }) => [
    ...ofTwo(sentence, known),
    ...following(sentence, before),
    ...ofMoney(sentence, before),
  ])
}
