import type { Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import { matches, pattern } from './pattern.ts'
import { readNamed } from './period-of.ts'
import { type Check, finding, inContext, runsOf } from './reading.ts'
import type { Sentence } from './sentence.ts'

type Reached = {
  readonly way: 'up' | 'down'
  readonly figure: Figure
  readonly when: number
  readonly about: string
  readonly sentence: Sentence
}

const REACHED = pattern(
  '(dropped|reduced|fallen|fell|decreased|declined|risen|rose|increased|grown|grew)[^⟦⟧;:]{0,30}(?:from <c>(?:[^⟦⟧;:]|⟦[da]\\d+⟧){0,30})? ?to <c>(?: [a-z]+){0,4}? ?(?:in |at |by |on |\\()?(?:the end of )?<d>|\\bin <d>,? (?:this|it|the number|numbers) (?:has |had )?(dropped|reduced|fallen|fell|decreased|declined|risen|rose|increased|grown|grew) to <c>',
)
const ABOUT: readonly (readonly [string, RegExp])[] = [
  ['connected carers', /connected (?:carer|person)/i],
  ['placed with parents', /plac\w+ with (?:their )?parents/i],
  ['residential placements', /residential/i],
  ['children in care', /number of (?:looked after children|children (?:in care|looked after))/i],
]

function reachedIn(sentence: Sentence, before: readonly Sentence[]): readonly Reached[] {
  const about = [sentence, ...before.slice(-3).toReversed()]
    .map(({ text }) => ABOUT.find(([, says]) => says.test(text))?.[0])
    .find(one => one !== undefined)
  if (about === undefined) return []
  return [...sentence.skeleton.matchAll(REACHED)].flatMap(match => {
    const word = match[1] ?? match[6] ?? ''
    const figure = sentence.figures[Number(match[3] ?? match[7])]
    const date = sentence.figures[Number(match[4] ?? match[5])]
    const named = date ? readNamed(date.text) : null
    if (figure?.nearness !== 'exact' || !named?.month || !named.year) return []
    return [
      {
        way: /^(?:d|r?ed|f)/i.test(word) && !/^ris/i.test(word) ? 'down' : 'up',
        figure,
        when: named.year * 12 + named.month,
        about,
        sentence,
      } as const,
    ]
  })
}

/** A month on, a twentieth more: less than that is the ordinary to and fro of a number that falls. */
const MARKED = 0.05

/**
 * One thing said to have fallen to 112 by July, and elsewhere to have fallen to 122 by August: between the two it rose. Asked about, for
 * each may be right since its own beginning.
 */
function trendFindings(all: readonly Reached[]): readonly Finding[] {
  return all.flatMap((later, i) =>
    all.flatMap((earlier, k) => {
      if (
        i === k ||
        earlier.about !== later.about ||
        earlier.way !== later.way ||
        later.when <= earlier.when ||
        later.when - earlier.when > 3
      )
        return []
      const moved = (later.figure.value - earlier.figure.value) / earlier.figure.value
      if ((later.way === 'down' ? moved : -moved) < MARKED) return []
      return [
        finding('two values for one thing', later.sentence, {
          certainty: 'question',
          found: later.figure.text,
          expected: null,
          why: `${later.about}: ${earlier.figure.text} a little earlier (line ${earlier.sentence.where.line}), and both are said to have ${later.way === 'down' ? 'fallen' : 'risen'}.`,
        }),
      ]
    }),
  )
}

const WITH_COUNT = pattern('<p>(?: [a-z]+){0,3} ?\\(<c>\\)')
const ITS_WHOLE = pattern('\\(of the <c>\\)|of the <c>(?: children)?\\b')

/** "18% (53) left. 82% (243), of the 293, remain": two shares that are all there is, whose counts are not the whole that is named. */
function completeFindings(run: readonly Sentence[]): readonly Finding[] {
  const shares = run.flatMap((sentence, at) =>
    matches(sentence, WITH_COUNT).map(({ figures: [percent, count] }) => ({ percent, count, sentence, at })),
  )
  return shares.flatMap((second, i) =>
    shares.slice(0, i).flatMap(first => {
      if (!first.percent || !first.count || !second.percent || !second.count || second.at - first.at > 4) return []
      if (Math.abs(first.percent.value + second.percent.value - 100) > 0.11) return []
      const whole = matches(second.sentence, ITS_WHOLE).flatMap(({ figures }) => figures)[0]
      const sum = first.count.value + second.count.value
      if (!whole || whole.value === sum || Math.abs(whole.value - sum) > sum * 0.1) return []
      return [
        finding('parts and whole', second.sentence, {
          certainty: run.some(({ figures }) => figures.some(({ value, kind }) => kind === 'count' && value === sum))
            ? 'wrong'
            : 'question',
          found: whole.text,
          expected: String(sum),
          why: `${first.percent.text} (${first.count.text}) and ${second.percent.text} (${second.count.text}) are all of them: ${sum}.`,
        }),
      ]
    }),
  )
}

/** What two sentences of a paper claim of one thing, and cannot both. */
export const checkClaims: Check = paper => [
  ...trendFindings([...inContext(paper)].flatMap(({ sentence, before }) => reachedIn(sentence, before))),
  ...runsOf(paper).flatMap(completeFindings),
]
