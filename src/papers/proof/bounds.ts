import { sayNumber } from '../../kit/text.ts'
import type { Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import { type Check, finding, inContext } from './reading.ts'
import type { Sentence } from './sentence.ts'

const RANGE =
  /\b(not )?(within|inside|in|outside|above|below|over|under) (?:the |our |its |a )?(?:recommended |expected |target |national |normal |agreed |usual )*(?:range |band |limits? |guideline )?(?:of |from |:)?\(?(?:between )?(\d+(?:\.\d+)?)%? ?(?:to|and|–|-) ?(\d+(?:\.\d+)?)%?(?! (?:years|to|months|weeks))(?=[ ,.;)]|$)([^.;,]{0,40})/gi
const CALLED = /\b(?:range|recommend\w*|expected|guid\w*|handbook|target|limit|tolerance|standard|band)\b/i

/** "71, which is within the 50 to 70 recommended": a figure and the range it is said to be in. */
function ranges(sentence: Sentence): readonly Finding[] {
  return [...sentence.text.matchAll(RANGE)].flatMap((match): readonly Finding[] => {
    const [all, not, cue = '', low, high, after = ''] = match
    const [from, to] = [Number(low), Number(high)]
    if (!CALLED.test(`${all}${after}`) || !(to > from)) return []
    const before = sentence.figures.filter(
      ({ kind, end, nearness }) =>
        end <= match.index && ['count', 'number', 'percent', 'time', 'rate'].includes(kind) && nearness === 'exact',
    )
    const ours: Figure | undefined = before.at(-1)
    if (
      !ours ||
      before.length > 1 ||
      /\b(?:last|previous|target|england|national average)\b/i.test(sentence.text.slice(0, ours.start))
    )
      return []
    const inside = ours.value >= from && ours.value <= to
    const holds = /within|inside|^in$/i.test(cue)
      ? inside
      : /outside/i.test(cue)
        ? !inside
        : /above|over/i.test(cue)
          ? ours.value > to
          : ours.value < from
    if (holds !== (not !== undefined)) return []
    return [
      finding('comparison', sentence, {
        certainty: 'wrong',
        found: cue,
        expected: inside ? 'within' : ours.value > to ? 'above' : 'below',
        why: `${ours.text} is ${inside ? 'within' : ours.value > to ? 'above' : 'below'} ${sayNumber(from, 0)} to ${sayNumber(to, 0)}.`,
      }),
    ]
  })
}

const MAJORITY =
  /\b(?:the |a )(?:large |clear |great |small |slim )?(majority|minority) of ([^.;(]{0,50}) \((\d[\d,]*) (?:out )?of (?:the )?(\d[\d,]*)\)|\bonly a (minority), (\d[\d,]*) (?:out )?of (\d[\d,]*)|\bmost (?:of )?([^.;(]{0,50}) \((\d[\d,]*) (?:out )?of (?:the )?(\d[\d,]*)\)/gi

/** "The majority of respondents (44 of 97)". */
function majorities(sentence: Sentence): readonly Finding[] {
  return [...sentence.text.matchAll(MAJORITY)].flatMap((match): readonly Finding[] => {
    const word = match[1] ?? match[5] ?? 'most'
    const numbers = [match[3] ?? match[6] ?? match[9], match[4] ?? match[7] ?? match[10]].map(text =>
      Number(text?.replaceAll(',', '')),
    )
    const [part = 0, whole = 0] = numbers
    if (!(whole > 0) || part > whole || part * 2 === whole) return []
    if (part * 2 > whole === !/minority/i.test(word)) return []
    return [
      finding('share of a count', sentence, {
        certainty: 'wrong',
        found: word,
        expected: part * 2 > whole ? 'a majority' : 'a minority',
        why: `${part} of ${whole} is ${part * 2 > whole ? 'more' : 'less'} than half.`,
      }),
    ]
  })
}

/** Ranges and halves that a figure is said to be within or beyond. */
export const checkBounds: Check = paper =>
  [...inContext(paper)].flatMap(({ sentence }) => [...ranges(sentence), ...majorities(sentence)])
