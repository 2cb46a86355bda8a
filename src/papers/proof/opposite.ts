import type { Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import { OF_GROUP } from './hundred.ts'
import { sentencesOfPaper } from './paper.ts'
import { type Check, countsOf, finding, inContext } from './reading.ts'
import { sayAs, sayPercent } from './rounding.ts'
import type { Sentence } from './sentence.ts'

const AREA = '(?:area|city|county|borough|authority|district|council|region|boundary|town)'
/** What can be said of a thing, and what is said of all the rest: together they are the whole. */
const opposites: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:boys|males?|young men|men)\b/i, /\b(?:girls|females?|young women|women)\b/i],
  [
    /\b(?:on time|in time|(?:with)?in (?:the )?(?:statutory )?timescales?)\b/i,
    /\b(?:late|overdue|not on time|not in time|out of (?:time|timescales?)|(?:outside|outwith|beyond|not (?:with)?in) (?:of )?(?:the )?(?:statutory )?timescales?|delayed)\b/i,
  ],
  [
    new RegExp(`\\b(?:in|inside|within) (?:the|our) (?:[a-z]+ )?${AREA}\\b`, 'i'),
    /\b(?:out of|outside(?: of)?|beyond|elsewhere)\b/i,
  ],
  [/(?<!not )\bupheld\b/i, /\bnot upheld\b/i],
  [/(?<!not |un)\bmet\b/i, /\b(?:unmet|not met|missed)\b/i],
  [/\bwith (?:a|an|their|up)\b/i, /\bwithout\b/i],
  [/(?<!un)\bfilled\b/i, /\b(?:vacant|empty|unfilled|vacancies)\b/i],
  [/\b(?:accepted|taken up)\b/i, /\b(?:declined|refused|turned down|not taken up|not accepted)\b/i],
  [
    /(?<!not (?:yet )?|un|in)\bcompleted?\b/i,
    /\b(?<!(?:good|or|judged|rated|graded|and) )(?:outstanding|not (?:yet )?completed?|incomplete|uncompleted|still to be done)\b/i,
  ],
  [/(?<!not |un)\bseen\b/i, /\b(?:unseen|not seen)\b/i],
  [/(?<!not )\bup[- ]to[- ]date\b/i, /\b(?:not up[- ]to[- ]date|overdue|out of date)\b/i],
  [/(?<!un)\bsuitable\b/i, /\b(?:unsuitable|not suitable)\b/i],
  [/(?<!un)\bsuccessful\b/i, /\bunsuccessful\b/i],
  [/(?<!not )\bapproved\b/i, /\b(?:not approved|refused|turned down)\b/i],
  [/(?<!un)\bmatched\b/i, /\b(?:unmatched|not matched|not yet matched)\b/i],
  [/(?<!not )\bagreed?\b/i, /\b(?:not agreed|disagreed?)\b/i],
  [/\b(?:over|above) (\d+|[a-z]+)\b/i, /\b(?:under|below) (\d+|[a-z]+)\b/i],
  [/\battended\b/i, /\b(?:missed|not attended|did not attend|were absent)\b/i],
  [/\bpermanent\b/i, /\btemporary\b/i],
]
const NOT_BOTH =
  /\b(?:than|target|average|compared|against|last year|previous|higher|lower|rose|fell|neighbours?|national(?:ly)?|england|increas\w+|decreas\w+|reduc\w+|from|also|a further|another|at least|nearly|almost|about|around)\b/i

/** The words that are each figure's own: what stands between it and the next, and for the last what follows in its clause. */
type Pair = { readonly a: Figure; readonly b: Figure; readonly words: readonly [string, string] }

function pairOf(sentence: Sentence, a: Figure, b: Figure): Pair | null {
  const between = sentence.text.slice(a.end, b.start)
  const after = sentence.text.slice(b.end, b.end + 60).replace(/[.;(].*$/, '')
  if (
    between.length > 90 ||
    !/[,;&]|\band\b|\bwith\b|\bwhile\b|\bwhilst\b/.test(between) ||
    NOT_BOTH.test(`${between}${after}`)
  )
    return null
  // "Boys (214) and girls (186)": in brackets a figure belongs to what stands before it.
  const bracketed = /\($/.test(sentence.text.slice(0, a.start)) && /\($/.test(sentence.text.slice(0, b.start))
  const before = sentence.text.slice(Math.max(0, a.start - 40), a.start)
  return { a, b, words: bracketed ? [before, between] : [between, after] }
}

function areOpposite([one, two]: readonly [string, string]): boolean {
  return opposites.some(([yes, no]) =>
    [
      [one, two],
      [two, one],
    ].some(([x = '', y = '']) => {
      const [p, n] = [yes.exec(x), no.exec(y)]
      return (
        p !== null &&
        n !== null &&
        !no.test(x.replace(p[0], '')) &&
        (p[1] === undefined || n[1] === undefined || p[1] === n[1])
      )
    }),
  )
}

/** "18% of visits", after "82% of reviews": of something else. */
const ofElse = ({ b, words: [, after] }: Pair, sentence: Sentence): boolean =>
  /^ of (?!the (?:rest|others|total)\b|those\b|these\b|them\b|all\b)/i.test(sentence.text.slice(b.end)) && after !== ''

function ofPercents(sentence: Sentence): readonly Finding[] {
  const percents = sentence.figures.filter(({ kind }) => kind === 'percent')
  const [a, b] = percents
  if (!a || !b || percents.length !== 2 || a.nearness !== 'exact' || b.nearness !== 'exact') return []
  const pair = pairOf(sentence, a, b)
  if (!pair || ofElse(pair, sentence) || !areOpposite(pair.words)) return []
  if ([a, b].some(({ end }) => OF_GROUP.test(sentence.text.slice(end)))) return []
  const sum = a.value + b.value
  const step = Math.max(a.step, b.step)
  // Far from 100, they are of two things.
  if (Math.abs(sum - 100) < step / 2 || Math.abs(sum - 100) > 30) return []
  return [
    finding('percentages that should total 100', sentence, {
      certainty: Math.abs(sum - 100) <= step + 1e-6 ? 'question' : 'wrong',
      found: `${a.text} + ${b.text}`,
      expected: sayPercent(100 - a.value, step < 1 ? 1 : 0),
      why: `One is the rest of the other, and together they are ${sayPercent(sum, step < 1 ? 1 : 0)}.`,
    }),
  ]
}

/** How far from the whole two opposites may be and still be meant as all of it. */
const NEAR = 0.2

function ofCounts(sentence: Sentence): readonly Finding[] {
  const counts = countsOf(sentence)
  const [whole, a, b] = counts
  const all = counts.length === 3 && whole && a && b
  // "19 girls and 23 boys make up the group of 44": the whole may stand last.
  const sets = all
    ? [
        { whole, a, b },
        ...(/\b(?:make up|made up|in all|total|altogether|together)\b/i.test(sentence.text)
          ? [{ whole: b, a: whole, b: a }]
          : []),
      ]
    : []
  return sets.flatMap(({ whole: total, a: one, b: two }): readonly Finding[] => {
    const pair = pairOf(sentence, one, two)
    if (
      !pair ||
      !areOpposite(pair.words) ||
      [total, one, two].some(({ nearness, kind }) => nearness !== 'exact' || kind !== 'count')
    )
      return []
    if (
      /^ (?:out )?of\b/.test(sentence.text.slice(one.end)) &&
      !/^ (?:out )?of (?:them|these|those|whom|which)/.test(sentence.text.slice(one.end))
    )
      return []
    const sum = one.value + two.value
    if (one.value >= total.value || two.value >= total.value) return []
    if (sum === total.value || Math.abs(sum - total.value) > Math.max(3, total.value * NEAR)) return []
    return [
      finding('parts and whole', sentence, {
        certainty: 'wrong',
        found: total.text,
        expected: sayAs(total, sum),
        why: `${one.text} + ${two.text} is ${sum}, not ${total.text}, and the one is the rest of the other.`,
      }),
    ]
  })
}

/** "133 of 150 reviews were on time; 19 were late": the rest of a pair, in its sentence or the next. */
function ofRest(sentence: Sentence, before: Sentence | undefined): readonly Finding[] {
  const text = sentence.text
  const own = countsOf(sentence)
  const said = own.length === 1 && before ? [...countsOf(before), ...own] : own
  const [part, whole, rest] = said
  if (!part || !whole || !rest || said.length !== 3 || whole.value < part.value) return []
  const lead = own.length === 1 && before ? before.text : text
  const between = lead.slice(part.end, whole.start)
  if (!/^(?: [a-z]+){0,4}? (?:out )?of (?:the |our |all )?(?:[a-z]+ )?$/i.test(between)) return []
  const one = own.length === 1 && before ? lead.slice(whole.end) : lead.slice(whole.end, rest.start)
  const two = text.slice(rest.end, rest.end + 60).replace(/[.;(].*$/, '')
  if (one.length > 110 || NOT_BOTH.test(`${one}${two}`) || !areOpposite([one, two]) || rest.nearness !== 'exact')
    return []
  if (/^ (?:out )?of\b/.test(two)) return []
  const should = whole.value - part.value
  if (rest.value === should || Math.abs(rest.value - should) > Math.max(3, whole.value * NEAR)) return []
  return [
    finding('parts and whole', sentence, {
      certainty: own.length === 1 ? 'question' : 'wrong',
      found: rest.text,
      expected: sayAs(rest, should),
      why: `${whole.text} less ${part.text} is ${should}.`,
    }),
  ]
}

/** Boys and girls, on time and late, inside and outside: two that are all there is must add up. */
export const checkOpposites: Check = paper => [
  ...sentencesOfPaper(paper).flatMap(sentence => [...ofPercents(sentence), ...ofCounts(sentence)]),
  ...[...inContext(paper)].flatMap(({ sentence, before }) => ofRest(sentence, before.at(-1))),
]
