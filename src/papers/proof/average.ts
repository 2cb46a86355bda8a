import type { Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import { matches, pattern } from './pattern.ts'
import { type Check, finding, inContext } from './reading.ts'
import { agrees, sayAs, spanOf } from './rounding.ts'
import type { Sentence } from './sentence.ts'

/** "An average of 2.4 each", "an average of 1.6 places per household", "16 each", "£25,000 each". */
const EACH = [
  pattern(
    '\\baverage of <cnm>(?: [a-z]+){0,3}? (?:each\\b|per (?!cent|10|1,|week|month|year|day)[a-z]+|for each|for every|a (?:child|head|home|worker|household|person))',
  ),
  pattern(
    '\\b(?:averaging|average of|or|is|i\\.e\\.|that is|equates to|about) <cnm>(?: [a-z]+){0,2}? (?:each\\b|per (?:child|home|worker|household|carer|person|head|young person|case|episode|social worker|family)|for each\\b)',
  ),
  pattern('\\baverage (?:[a-z]+ ){0,3}(?:per|for each) (?:[a-z]+ ){1,2}(?:is|was|of|therefore|being|at| )+<cnm>'),
  pattern('\\b(?:cost|spend|price) (?:per|for each) (?:[a-z]+ ){1,2}(?:is|was|of|therefore|being|at| )*<m>'),
]
const POINTS_BACK = /^(?:this|that|which|these|so|on average|an average|the average|it)\b/i
const NOT =
  /\b(?:last year|previous|compared|from|up|down|target|more than|fewer than|at least|between|range|england|national|neighbours?)\b/i

const isValue = ({ kind }: Figure): boolean => kind !== 'date' && kind !== 'label'

function told(sentence: Sentence, each: Figure, total: Figure, many: Figure): readonly Finding[] {
  if (many.value <= 1 || [each, total, many].some(({ nearness }) => nearness !== 'exact')) return []
  const { low, high } = spanOf(total)
  if (agrees(each, { low: low / many.value, high: high / many.value })) return []
  // A whole number of an average may have been cut off or rounded up; one digit either way is said of averages.
  const real = total.value / many.value
  if (real < each.value / 2.5 || real > each.value * 2.5) return []
  return [
    finding('share of a count', sentence, {
      certainty: 'wrong',
      found: each.text,
      expected: sayAs(
        {
          ...each,
          step: Math.min(each.step, each.kind === 'money' ? each.step : 0.1),
          kind: each.kind === 'count' ? 'number' : each.kind,
        },
        real,
      ),
      why: `${total.text} among ${many.text} is ${sayAs({ ...each, step: each.kind === 'money' ? 1 : 0.1, kind: each.kind === 'money' ? 'money' : 'number' }, real)} each.`,
    }),
  ]
}

function ofSentence(sentence: Sentence, before: Sentence | undefined): readonly Finding[] {
  const eachs = [...new Set(EACH.flatMap(of => matches(sentence, of)).flatMap(({ figures }) => figures))]
  const [each] = eachs
  if (!each || eachs.length > 1) return []
  const parts = (one: Sentence | undefined): readonly Figure[] =>
    (one?.figures ?? []).filter(figure => figure !== each && isValue(figure))
  const own = parts(sentence)
  const from = own.length === 0 && before && POINTS_BACK.test(sentence.text) ? before : sentence
  const two = own.length === 0 && from === before ? parts(before) : own
  const [a, b] = two
  if (!a || !b || two.length !== 2 || NOT.test(from.text)) return []
  if (each.kind === 'money') {
    const [total, many] = a.kind === 'money' ? [a, b] : [b, a]
    return total.kind === 'money' && many.kind === 'count' ? told(sentence, each, total, many) : []
  }
  if (a.kind !== 'count' || b.kind !== 'count') return []
  return a.value >= b.value ? told(sentence, each, a, b) : told(sentence, each, b, a)
}

/** So many of one thing among so many of another, and what that is on average. */
export const checkAverages: Check = paper =>
  [...inContext(paper)].flatMap(({ sentence, before }) => ofSentence(sentence, before.at(-1)))
