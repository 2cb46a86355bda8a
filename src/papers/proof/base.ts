import type { Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import { matches, pattern } from './pattern.ts'
import { type Check, countsOf, finding, inContext, runsOf } from './reading.ts'
import { agrees, exactly, sayAs } from './rounding.ts'
import type { Sentence } from './sentence.ts'

/** How many children there are in all, as a paper says it once and goes on from there. */
const TOTAL = pattern(
  "<c> (?:looked after children|children (?:and young people )?(?:are |were )?(?:currently )?(?:in (?:our |the council[’']s )?care\\b|looked after\\b))(?! who| placed| with| aged| in (?:res|fos))",
)
const WHOLE =
  /\b(?:of (?:the (?:total|whole|cohort|care population|children in care)|all (?:our |the )?(?:children|children in care)|our (?:children|care population)|children in care|those in care|the cohort))\b/i
const WITH_COUNT = [
  pattern(
    '<c>(?:[^⟦⟧;:(]|⟦[da]\\d+⟧){0,60}?(?:,? which is|,? or|,? that is|,? equivalent to|, equating to|,? representing|,? making up|\\() ?<p>',
  ),
  pattern('<p>(?:[^⟦⟧;:(]|⟦[da]\\d+⟧){0,70}?\\(<c>\\)'),
]
const NOT_SHARE =
  /\b(?:increase|decrease|rise|fall|reduction|rose|fell|up|down|more|fewer|higher|lower|from|target|compared|against)\b/i

/** "Unaccompanied children number 37, which is 12% of the total", after a sentence with the total. */
function ofRun(run: readonly Sentence[]): readonly Finding[] {
  let total: Figure | null = null
  let many = 0
  return run.flatMap((sentence): readonly Finding[] => {
    const said = matches(sentence, TOTAL).flatMap(({ figures }) => figures)
    const [own] = said
    if (own && said.length === 1 && own.nearness === 'exact' && own.value > 20) {
      many = total && total.value !== own.value ? many + 1 : 1
      total = own
      return []
    }
    const whole = total
    if (!whole || many !== 1 || !WHOLE.test(sentence.text) || NOT_SHARE.test(sentence.text)) return []
    const pairs = WITH_COUNT.flatMap(of => matches(sentence, of)).map(({ figures }) => figures)
    const [pair] = pairs
    const counts = countsOf(sentence)
    if (!pair || counts.length !== 1 || sentence.figures.filter(({ kind }) => kind === 'percent').length !== 1)
      return []
    const percent = pair.find(({ kind }) => kind === 'percent')
    const part = pair.find(({ kind }) => kind === 'count')
    if (!percent || !part || part.value > whole.value || percent.nearness !== 'exact') return []
    const real = (100 * part.value) / whole.value
    if (agrees(percent, exactly(real))) return []
    return [
      finding('share of a count', sentence, {
        certainty: 'question',
        found: percent.text,
        expected: sayAs(percent, real),
        why: `${part.text} of ${whole.text} is ${sayAs({ ...percent, step: Math.min(percent.step, 0.1) }, real)}.`,
      }),
    ]
  })
}

const SAME: readonly RegExp[] = [/^(?:episodes?|occasions?|incidents?|times)$/i, /^(?:children|young|people|pupils)$/i]
const sameNoun = (a: string, b: string): boolean =>
  a.toLowerCase() === b.toLowerCase() || SAME.some(set => set.test(a) && set.test(b))
const OF_THE_NOUN = pattern('<c> of (?:the|these|those|our|all) ([a-z]+)')

/** "152 of the episodes, which is less than half of the total": the whole is the last count that was named so. */
function ofNoun(sentence: Sentence, before: readonly Sentence[]): readonly Finding[] {
  const [match, ...more] = [...sentence.skeleton.matchAll(OF_THE_NOUN)]
  const shares = sentence.figures.filter(({ kind }) => kind === 'percent' || kind === 'share')
  const [share] = shares
  const part = sentence.figures[Number(match?.[1])]
  const noun = match?.[2] ?? ''
  if (
    !match ||
    more.length > 0 ||
    !share ||
    shares.length !== 1 ||
    !part ||
    part.start > share.start ||
    NOT_SHARE.test(sentence.text.replace(/\b(?:more|less|fewer) than\b/gi, ''))
  )
    return []
  const wholes = before.slice(-5).flatMap(one =>
    [...one.skeleton.matchAll(/⟦c(\d+)⟧((?: [a-z-]+){1,3})/gi)].flatMap(found => {
      const figure = one.figures[Number(found[1])]
      return figure &&
        (found[2] ?? '')
          .trim()
          .split(' ')
          .some(word => sameNoun(word, noun))
        ? [figure]
        : []
    }),
  )
  const fits = wholes.filter(({ value }) => value >= part.value)
  const whole = fits[0]
  if (!whole || fits.some(({ value }) => agrees(share, exactly((100 * part.value) / value)))) return []
  const real = (100 * part.value) / whole.value
  if (Math.abs(real - share.value) > 25) return []
  return [
    finding('share of a count', sentence, {
      certainty: 'question',
      found: share.text,
      expected: sayAs(share, real),
      why: `${part.text} of ${whole.text} is ${sayAs({ ...share, kind: 'percent', step: 0.1 }, real)}.`,
    }),
  ]
}

const RATE = pattern(
  '<c>(?:[^⟦⟧;:]|⟦[da]\\d+⟧){0,60}?(?:population of|out of (?:a population of )?|among|of (?:the )?) ?<c>(?:[^⟦⟧;:]|⟦[da]\\d+⟧){0,60}?(?:rate|is|or|equates to|equivalent to|giving)[^⟦⟧;:]{0,30}<r>',
)

/** So many children of a population, and the rate that they are. */
function rates(sentence: Sentence): readonly Finding[] {
  return matches(sentence, RATE).flatMap(({ figures: [part, whole, rate] }) => {
    const per = Number(rate?.unit.replace(/10 ?k/i, '10000').replaceAll(/[, ]/g, '') ?? 0)
    if (!part || !whole || !rate || whole.value < 1000 || per === 0 || rate.nearness !== 'exact') return []
    const real = (per * part.value) / whole.value
    // A population is given to the hundred or so.
    const zeros = 10 ** (/0*$/.exec(String(whole.value))?.[0].length ?? 0)
    const span = [
      (per * part.value) / (whole.value + zeros / 2),
      (per * part.value) / (whole.value - zeros / 2),
    ] as const
    if (agrees(rate, { low: span[0], high: span[1] }) || real > rate.value * 3 || real < rate.value / 3) return []
    return [
      finding('share of a count', sentence, {
        certainty: 'wrong',
        found: rate.text,
        expected: `${sayAs({ ...rate, kind: 'number' }, real)} per ${rate.unit}`,
        why: `${part.text} in a population of ${whole.text} is ${sayAs({ ...rate, kind: 'number', step: 0.1 }, real)} per ${rate.unit}.`,
      }),
    ]
  })
}

const NAMED = /\b(increase|rise|growth|reduction|decrease|fall|drop) (?:of|by) ⟦c(\d+)⟧ ([a-z]{4,})/gi
const stem = (word: string): string => word.toLowerCase().replace(/(?:ren|s)$/, '')

/** Counts of a thing by its name: "87 episodes", "79 missing episodes". */
function countsNamed(sentence: Sentence, noun: string): readonly Figure[] {
  return [...sentence.skeleton.matchAll(/⟦c(\d+)⟧((?: [a-z-]+){0,3})/gi)].flatMap(match => {
    const figure = sentence.figures[Number(match[1])]
    return figure && (match[2] ?? '').split(' ').some(word => stem(word) === noun) ? [figure] : []
  })
}

/** "This is an increase of 8 episodes and a reduction of 5 children": each from the two counts of its own name in the sentences before. */
function named(sentence: Sentence, before: readonly Sentence[]): readonly Finding[] {
  if (!/^(?:this|that|which|it|these)\b/i.test(sentence.text)) return []
  return [...sentence.skeleton.matchAll(NAMED)].flatMap(match => {
    const size = sentence.figures[Number(match[2])]
    const noun = stem(match[3] ?? '')
    const [later, earlier] = [before.at(-2), before.at(-1)]
    const [a, b] = [later, earlier].map(one => (one ? countsNamed(one, noun) : []))
    const [x, y] = [a?.[0], b?.[0]]
    if (!size || !x || !y || a?.length !== 1 || b?.length !== 1 || size.nearness !== 'exact') return []
    // Of the two sentences the one that says "previous" or "last" is the earlier.
    const EARLIER = /\b(?:previous|last|before|ago|prior)\b/i
    const second = EARLIER.test(earlier?.text ?? '')
    if (second === EARLIER.test(later?.text ?? '')) return []
    const moved = second ? x.value - y.value : y.value - x.value
    const up = /increase|rise|growth/i.test(match[1] ?? '')
    if (Math.abs(moved) === size.value && moved > 0 === up) return []
    return [
      finding('size of a change', sentence, {
        certainty: 'wrong',
        found: size.text,
        expected: `${moved < 0 ? 'a fall' : 'a rise'} of ${Math.abs(moved)}`,
        why: `${second ? y.text : x.text} and then ${second ? x.text : y.text}.`,
      }),
    ]
  })
}

/** Figures whose other half stands some sentences before: a share of all the children, a change of what was named. */
export const checkBases: Check = paper => [
  ...runsOf(paper).flatMap(ofRun),
  ...[...inContext(paper)].flatMap(({ sentence, before }) => [
    ...ofNoun(sentence, before),
    ...rates(sentence),
    ...named(sentence, before),
  ]),
]
