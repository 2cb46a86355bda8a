import { type DirectionWord, directionAt, directionsIn, directionWords } from './change-word.ts'
import { alike, type Figure } from './figure.ts'
import { matches, pattern } from './pattern.ts'
import type { Sentence } from './sentence.ts'

/** A figure that went from `from` to `to`, by `size` where that is said; `at` is where the sentence says it. */
export type Change = { readonly from: Figure; readonly to: Figure; readonly size: Figure | null; readonly at: number }

const FROM_TO = pattern(
  'from (?:a (?:high|low|height|peak) of |around |about |just |nearly |almost |approximately |over |c\\.? ?)?<cnpmrth>~~ ?to (?:a (?:high|low) of |around |about |just (?:over|under) |nearly |almost |approximately |over |only |c\\.? ?)?<cnpmrtho>',
)
const UP_FROM = pattern(
  '<cnpmrt>(?:~~[, (–-]+|~)(?:up|down|an? (?:increase|rise|fall|drop|reduction|decrease|decline)) (?:<cnpom> )?from (?:the |a (?:high|low|peak) of )?(?:<d>~)?<cnpmrt>',
)
/** "92.1%, a fall of 1.9% on last year (94%)", "43,710, a 1% decrease from last year (44,320)". */
const ON_BRACKET = pattern(
  '<cnpmrt>(?:[^⟦⟧;:.(]|⟦[da]\\d+⟧){0,80}?(?:<cpo> )?(?:increase|decrease|rise|fall|reduction|drop)(?: of <cpo>)?(?:[^⟦⟧;:.(]|⟦[da]\\d+⟧){0,30}?(?:on|from|in comparison (?:to|with)|compared (?:to|with)|since) (?:the )?(?:[^⟦⟧;:(]|⟦[da]\\d+⟧){0,30}\\(<cnpmrt>\\)',
)
/** "72%, a fall of 6 percentage points on the 78% of last year". */
const ON_PLAIN = pattern(
  "<cnpmrt>(?:[^⟦⟧;:.(]|⟦[da]\\d+⟧){0,60}?an? (?:increase|decrease|rise|fall|reduction|drop|improvement) of <cpom> (?:on|from|over) (?:the |last year[’']s )?<cnpmrt>",
)
/** "Compared with 212 a year ago there are now 190". */
const NOW = pattern(
  '\\b(?:compared (?:with|to)|against) (?:the )?<cnpmrt>~~(?:there (?:are|were)(?: now)?|it is now|we (?:now )?have|now|this is) <cnpmrt>',
)
const OTHERS = /target|average|neighbour|national|england|region/i
const COMPARED = pattern(
  '<cnpmrt>~~(?:compared (?:with|to)|in comparison (?:with|to)|as against|against) (?:the )?(?:<d>~)?<cnpmrt>',
)
const MORE_THAN = pattern(
  '<cnpmrt>~~<cnom>(?: [a-z]+)? (?:more|fewer|less|higher|lower) than (?:~~\\(<cnpmrt>\\)|~~<cnpmrt>)',
)
const SIZE_AFTER = pattern(
  `(?:${directionWords}|\\b(?:improved|improvement|difference|savings?|gain|cut|loss|shortening|saved)\\b)[^⟦⟧;:,]{0,30}?(?:, of |, by |by |of |about |around |approximately |just (?:over|under) |, )?<cnpomth>`,
)
const SIZE_BEFORE = pattern(
  `<cnpomth> (?:percentage |net |overall |\\w+ )?(?:reduction|increase|rise|fall|drop|decrease|decline|growth|higher|lower|more|fewer|less|up|down)\\b`,
)

/** Words after "from X to Y" of a range, and no movement. */
const isRange = (sentence: Sentence, at: number): boolean =>
  /(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|aged?|open|running) $/i.test(
    sentence.skeleton.slice(Math.max(0, at - 10), at),
  )

/** Figures that the sentence gives as the size of a change. */
export function sizesIn(sentence: Sentence): readonly Figure[] {
  const after = matches(sentence, SIZE_AFTER).flatMap(({ figures, text }) => {
    const size = figures.at(-1)
    const said = text.slice(0, text.indexOf('⟦'))
    return size && !/\b(?:to|from|than|in|for|at|was|were|until|since|with|on|when|is)\b\s*(?:\w+ |c\.?)?$/i.test(said)
      ? [size]
      : []
  })
  const before = matches(sentence, SIZE_BEFORE).flatMap(({ figures }) => figures.slice(-1))
  return [...new Set([...after, ...before])].toSorted((a, b) => a.start - b.start)
}

/** "From 417 days to 402", "from 24.3 to 21.1%": of two ends people name the unit of one. */
function inKindOf(other: Figure, figure: Figure): Figure {
  const bare = figure.kind === 'count' || figure.kind === 'number'
  const named = ['time', 'percent', 'rate', 'points'].includes(other.kind)
  return bare && named ? { ...figure, kind: other.kind, unit: other.unit } : figure
}

/** Changes a sentence gives both ends of. `word`: which way it says that they went. */
export function changesIn(sentence: Sentence): readonly (Change & { readonly word: DirectionWord | null })[] {
  const sizes = sizesIn(sentence)
  const found: (Change & { readonly word: DirectionWord | null })[] = []
  const add = (
    from: Figure | undefined,
    to: Figure | undefined,
    at: number,
    word: DirectionWord | null,
    own?: Figure,
  ): void => {
    if (
      !from ||
      !to ||
      !alike(from, to) ||
      found.some(one => one.from.start === from.start || one.to.start === to.start)
    )
      return
    const far = (one: Figure): number => Math.min(Math.abs(one.start - to.end), Math.abs(from.start - one.end))
    const size =
      own ??
      sizes
        .filter(
          one =>
            one.start !== from.start &&
            one.start !== to.start &&
            (one.kind === 'percent' || one.kind === 'points' || one.kind === 'share' || alike(one, from)) &&
            !found.some(({ size: taken }) => taken === one),
        )
        .toSorted((a, b) => far(a) - far(b))[0] ??
      null
    found.push({ from, to, size, at, word })
  }
  const ways = (at: number, end: number): DirectionWord | null =>
    directionsIn(sentence).find(word => word.at >= at && word.at <= end) ?? null
  for (const { figures, at } of matches(sentence, FROM_TO))
    if (!isRange(sentence, at)) {
      const [from, to] = figures
      if (from && to) add(inKindOf(to, from), inKindOf(from, to), at, directionAt(sentence, at))
    }
  for (const { figures, at, text } of matches(sentence, UP_FROM)) {
    const whole = figures.filter(({ kind }) => kind !== 'date')
    const from = whole.at(-1)
    const way = ways(at, at + text.length)
    const before = from
      ? sentence.figures.filter(one => one.end < from.start && alike(one, from) && one !== whole[1])
      : []
    // "12 children were placed with 5 carers, up from 9": which of them is up is for the one that can be.
    const able = from && way ? before.find(one => (one.value > from.value ? 'up' : 'down') === way.way) : undefined
    add(from, able && before.length > 1 ? able : whole[0], at, way, whole.length > 2 ? whole[1] : undefined)
  }
  for (const { figures, at, text } of matches(sentence, ON_PLAIN)) {
    const [to, size, from] = figures.filter(({ kind }) => kind !== 'date')
    if (!OTHERS.test(text)) add(from, to, at, ways(at, at + text.length), size)
  }
  for (const { figures, at, text } of matches(sentence, NOW)) {
    const end = at + text.length
    add(figures[0], figures[1], at, ways(end, end + 40))
  }
  for (const { figures, at, text } of matches(sentence, MORE_THAN)) {
    // "Six fewer than before, and ten of them …": the figure after that is of something else.
    if (/\bthan\b[^⟦]*(?:,|\bbefore\b|\band\b)/i.test(text)) continue
    const way = /\b(?:more|higher) than/i.test(text) ? 'up' : 'down'
    const [near, size, from] = figures.filter(({ kind }) => kind !== 'date')
    // "21 of the 67 children, five fewer than last year's 26": of several that could be meant the one that fits is.
    const fits = sentence.figures.find(
      one =>
        near &&
        size &&
        from &&
        one.end <= near.end &&
        alike(one, from) &&
        Math.abs(one.value - (way === 'up' ? from.value + size.value : from.value - size.value)) < 1e-6,
    )
    const to = fits ?? near
    if (to && size && from && (size.kind === 'points' || alike(size, from)))
      add(from, to, at, { way, at, word: text.match(/\b(?:more|fewer|less|higher|lower)\b/i)?.[0] ?? way }, size)
  }
  for (const { figures, at, text } of matches(sentence, ON_BRACKET)) {
    const whole = figures.filter(({ kind }) => kind !== 'date')
    const [to, size, from] = whole.length === 3 ? whole : [whole[0], undefined, whole[1]]
    if (!/average|neighbour|target|national|england|region/i.test(text))
      add(from, to, at, ways(at, at + text.length), size)
  }
  for (const { figures, at, text } of matches(sentence, COMPARED)) {
    const whole = figures.filter(({ kind }) => kind !== 'date')
    const after = sentence.skeleton.slice(at + text.length, at + text.length + 60)
    const tail = directionsIn({ skeleton: after })[0]
    // Only a change said of the two figures themselves counts: "118, compared with 94 (an increase of 25.5%)".
    if (
      tail &&
      /^[^⟦]*?[(,–-]/.test(after) &&
      !/target|average|neighbour|national|england|region/i.test(text + after.slice(0, 25))
    )
      add(whole.at(-1), whole[0], at, { ...tail, at: at + text.length + tail.at })
    else if (whole.length === 2) add(whole[1], whole[0], at, null)
  }
  return found
}

export const THIS =
  /^(?:this|that|it|which|and|so|these|the (?:rise|fall|number|figure|increase|reduction|change|rate|total|percentage|proportion))\b/i
const TO = pattern(`${directionWords}[^⟦⟧;:]{0,40}?\\bto <cnpmrt>`)
const ENDS = /\b(?:ago|before|earlier|previous|last (?:year|month|quarter|term)|since)\b/i

const AGAIN = pattern(
  `<c> ([a-z]+)\\b(?:[^⟦⟧;:]|⟦[da]\\d+⟧){0,60}?\\bnumber of \\2 (?:has |have |had )?${directionWords}[^⟦⟧;:]{0,20} to <c>`,
)

/** "There were 312 occasions, so the number of occasions has fallen to 291." */
export function namedAgain(sentence: Sentence): Change | null {
  const [match] = sentence.skeleton.matchAll(AGAIN)
  const from = sentence.figures[Number(match?.[1])]
  const to = sentence.figures[Number(match?.[3])]
  return match && from && to ? { from, to, size: null, at: match.index } : null
}

/** "There were 99. This has reduced to 59." */
export function reachedFrom(sentence: Sentence, before: Sentence | undefined): Change | null {
  const [match] = matches(sentence, TO)
  const to = match?.figures.at(-1)
  if (!match || !to || !before || !THIS.test(sentence.text) || /\bfrom\b/i.test(match.text)) return null
  const same = before.figures.filter(figure => alike(figure, to) && figure.kind === to.kind)
  const [from] = same
  return from && same.length === 1 ? { from, to, size: null, at: match.at } : null
}

const WAS = /\b(?:was|were|had|stood at|totalled|numbered)(?: only| just)? $/i
const SO = /\b(?:so|therefore|thus|hence|which means|meaning)\b/i

/** "There were 61 a year ago, so the number has grown by 21%", after a sentence that says how many there are. */
export function since(sentence: Sentence, before: Sentence | undefined, sizes: readonly Figure[]): Change | null {
  const [size] = sizes
  if (!size || !before || !ENDS.test(sentence.text) || sizes.length !== 1) return null
  const here = sentence.figures.filter(figure => figure !== size && figure.kind !== 'date' && figure.kind !== 'label')
  const [from] = here
  if (!from || here.length !== 1 || !WAS.test(sentence.text.slice(0, from.start)) || !SO.test(sentence.text))
    return null
  const there = before.figures.filter(figure => alike(figure, from) && figure.kind === from.kind)
  const to = there[0]
  return to && (there.length === 1 || from.kind === 'percent')
    ? { from, to: there.at(-1) && from.kind === 'percent' ? (there.at(-1) ?? to) : to, size, at: 0 }
    : null
}
