import { type DirectionWord, directionAt, directionsIn, directionWords } from './change-word.ts'
import { alike, type Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import { matches, pattern } from './pattern.ts'
import { type Check, finding, inContext } from './reading.ts'
import { agrees, exactly, type Span, sayAs, sayPercent } from './rounding.ts'
import type { Sentence } from './sentence.ts'

/** A figure that went from `from` to `to`, by `size` where that is said; `at` is where the sentence says it. */
type Change = { readonly from: Figure; readonly to: Figure; readonly size: Figure | null; readonly at: number }

const FROM_TO = pattern(
  'from (?:a (?:high|low|height|peak) of |around |about |just |nearly |almost |approximately |over )?<cnpmrth>~~ ?to (?:a (?:high|low) of |around |about |just (?:over|under) |nearly |almost |approximately |over |only )?<cnpmrth>',
)
const UP_FROM = pattern(
  '<cnpmrt>(?:~~[, (–-]+|~)(?:up|down|an? (?:increase|rise|fall|drop|reduction|decrease|decline)) (?:<cnpom> )?from (?:the |a (?:high|low|peak) of )?(?:<d>~)?<cnpmrt>',
)
const COMPARED = pattern(
  '<cnpmrt>~~(?:compared (?:with|to)|in comparison (?:with|to)|as against|against) (?:the )?(?:<d>~)?<cnpmrt>',
)
const MORE_THAN = pattern(
  '<cnpmrt>~~<cnom>(?: [a-z]+)? (?:more|fewer|less|higher|lower) than (?:~~\\(<cnpmrt>\\)|~~<cnpmrt>)',
)
const SIZE_AFTER = pattern(
  `${directionWords}[^⟦⟧;:]{0,30}?(?:by |of |about |around |approximately |just (?:over|under) |, )?<cnpomth>`,
)
const SIZE_BEFORE = pattern(
  `<cnpomth> (?:percentage |net |overall |\\w+ )?(?:reduction|increase|rise|fall|drop|decrease|decline|growth|higher|lower|more|fewer|less|up|down)\\b`,
)
const IN_BRACKETS = pattern('<cnm>~~to <cnm>(?:[^⟦⟧().;]|⟦[da]\\d+⟧){0,40}\\(<p>\\)')

/** Words after "from X to Y" of a range, and no movement. */
const isRange = (sentence: Sentence, at: number): boolean =>
  /(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|aged?|open|running) $/i.test(
    sentence.skeleton.slice(Math.max(0, at - 10), at),
  )

/** Figures that the sentence gives as the size of a change. */
function sizesIn(sentence: Sentence): readonly Figure[] {
  const after = matches(sentence, SIZE_AFTER).flatMap(({ figures, text }) => {
    const size = figures.at(-1)
    const said = text.slice(0, text.indexOf('⟦'))
    return size && !/\b(?:to|from|than|in|for|at|was|were|until|since|with|on|when|is)\s*(?:\w+ )?$/i.test(said)
      ? [size]
      : []
  })
  const before = matches(sentence, SIZE_BEFORE).flatMap(({ figures }) => figures.slice(-1))
  return [...new Set([...after, ...before])].toSorted((a, b) => a.start - b.start)
}

const half = (figure: Figure): number =>
  figure.kind === 'count' && figure.nearness === 'exact'
    ? 0
    : figure.nearness === 'exact'
      ? figure.step / 2
      : Math.max(figure.step / 2, figure.value * 0.03)
const loose = (figure: Figure): Span => ({ low: figure.value - half(figure), high: figure.value + half(figure) })

/** How far apart two figures can be, knowing that each was rounded. */
function difference({ from, to }: Change): Span {
  const [a, b] = [loose(from), loose(to)]
  const ends = [b.low - a.high, b.high - a.low].map(Math.abs)
  const crosses = b.low - a.high <= 0 && b.high - a.low >= 0
  return { low: crosses ? 0 : Math.min(...ends), high: Math.max(...ends) }
}

/** The same in per cent of the first. */
function relative({ from, to }: Change): Span {
  const [a, b] = [loose(from), loose(to)]
  const ends = [b.low / a.high - 1, b.high / a.low - 1].map(part => Math.abs(100 * part))
  const crosses = b.low <= a.high && b.high >= a.low
  return { low: crosses ? 0 : Math.min(...ends), high: Math.max(...ends) }
}

/** Of an amount that can also be a size, percentages are points or per cent; all else is of its own kind or per cent. */
function sizeFinding(sentence: Sentence, change: Change): Finding | null {
  const { from, to, size } = change
  if (size === null) return null
  const says = `from ${from.text} to ${to.text}`
  const percent = Math.abs(100 * (to.value / from.value - 1))
  const apart = Math.abs(to.value - from.value)
  if (size.kind === 'points') {
    if (from.kind !== 'percent' && from.kind !== 'number') return null
    if (agrees(size, difference(change))) return null
    return finding('size of a change', sentence, {
      certainty: 'wrong',
      found: size.text,
      expected: sayAs(size, apart),
      why: `${says} is ${sayAs(size, apart)}.`,
    })
  }
  if (size.kind === 'percent' || size.kind === 'share') {
    if (from.value === 0) return null
    if (agrees(size, exactly(percent))) return null
    if (from.kind === 'percent') {
      const points = `${sayAs({ ...size, kind: 'points', step: Math.min(size.step, Math.max(from.step, to.step)) }, apart)}`
      if (agrees({ ...size, kind: 'percent' }, difference(change)))
        return finding('percent or percentage points', sentence, {
          certainty: 'wrong',
          found: size.text,
          expected: points,
          why: `${says} is a change of ${points}; as a percentage of ${from.text} it is ${sayPercent(percent)}.`,
        })
      if (agrees(size, relative(change))) return null
      return finding('size of a change', sentence, {
        certainty: 'wrong',
        found: size.text,
        expected: points,
        why: `${says} is ${points}.`,
      })
    }
    const said = {
      found: size.text,
      expected: sayAs({ ...size, kind: 'percent' }, percent),
      why: `${says} is a change of ${sayPercent(percent)}.`,
    }
    if (!agrees(size, relative(change))) return finding('size of a change', sentence, { certainty: 'wrong', ...said })
    // Only figures behind the rounded ones could make it so, and it is given more finely than they are.
    return size.step < 1
      ? finding('size of a change', sentence, {
          certainty: 'question',
          ...said,
          why: `${said.why} Unrounded figures may make it ${size.text}.`,
        })
      : null
  }
  if (!alike(size, from)) return null
  if (agrees(size, difference(change))) return null
  return finding('size of a change', sentence, {
    certainty: 'wrong',
    found: size.text,
    expected: sayAs(size, apart),
    why: `${says} is ${sayAs(size, apart)}.`,
  })
}

function directionFinding(sentence: Sentence, { from, to }: Change, word: DirectionWord | null): Finding | null {
  if (word === null || from.nearness !== 'exact' || to.nearness !== 'exact') return null
  const went = to.value > from.value ? 'up' : to.value < from.value ? 'down' : 'same'
  if (went === word.way) return null
  return finding('direction of a change', sentence, {
    certainty: 'wrong',
    found: word.word,
    expected: went === 'same' ? 'no change' : went,
    why: `From ${from.text} to ${to.text} is ${went === 'same' ? 'no change' : `a ${went === 'up' ? 'rise' : 'fall'}`}.`,
  })
}

/** Changes a sentence gives both ends of. `word`: which way it says that they went. */
function changesIn(sentence: Sentence): readonly (Change & { readonly word: DirectionWord | null })[] {
  const sizes = sizesIn(sentence)
  const found: (Change & { readonly word: DirectionWord | null })[] = []
  const add = (
    from: Figure | undefined,
    to: Figure | undefined,
    at: number,
    word: DirectionWord | null,
    own?: Figure,
  ): void => {
    if (!from || !to || !alike(from, to) || found.some(one => one.from === from || one.to === to)) return
    const size =
      own ??
      sizes.find(
        one =>
          one !== from &&
          one !== to &&
          (one.kind === 'percent' || one.kind === 'points' || one.kind === 'share' || alike(one, from)) &&
          !found.some(({ size: taken }) => taken === one),
      ) ??
      null
    found.push({ from, to, size, at, word })
  }
  const ways = (at: number, end: number): DirectionWord | null =>
    directionsIn(sentence).find(word => word.at >= at && word.at <= end) ?? null
  for (const { figures, at } of matches(sentence, FROM_TO))
    if (!isRange(sentence, at)) {
      const word = directionAt(sentence, at)
      add(figures[0], figures[1], at, word)
    }
  for (const { figures, at, text } of matches(sentence, UP_FROM)) {
    const whole = figures.filter(({ kind }) => kind !== 'date')
    add(whole.at(-1), whole[0], at, ways(at, at + text.length), whole.length > 2 ? whole[1] : undefined)
  }
  for (const { figures, at, text } of matches(sentence, MORE_THAN)) {
    const way = /\b(?:more|higher) than/i.test(text) ? 'up' : 'down'
    const [to, size, from] = figures.filter(({ kind }) => kind !== 'date')
    if (to && size && from && (size.kind === 'points' || alike(size, from)))
      add(from, to, at, { way, at, word: text.match(/\b(?:more|fewer|less|higher|lower)\b/i)?.[0] ?? way }, size)
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

/** A percentage in brackets after "from 99 to 58" may be the change or a share of something else. */
function bracketFinding(sentence: Sentence, change: Change): Finding | null {
  const bracket = matches(sentence, IN_BRACKETS)
    .find(({ figures }) => figures.includes(change.to))
    ?.figures.at(-1)
  if (bracket === undefined || change.size === bracket || change.from.value === 0 || change.size !== null) return null
  const percent = Math.abs(100 * (change.to.value / change.from.value - 1))
  if (agrees(bracket, relative(change))) return null
  return finding('size of a change', sentence, {
    certainty: Math.abs(percent - bracket.value) <= 10 ? 'wrong' : 'question',
    found: bracket.text,
    expected: sayAs(bracket, percent),
    why: `From ${change.from.text} to ${change.to.text} is a change of ${sayPercent(percent)}.`,
  })
}

const THIS =
  /^(?:this|that|it|which|and|so|these|the (?:rise|fall|number|figure|increase|reduction|change|rate|total|percentage|proportion))\b/i
const TO = pattern(`${directionWords}[^⟦⟧;:]{0,40}?\\bto <cnpmrt>`)
const ENDS = /\b(?:ago|before|earlier|previous|last (?:year|month|quarter|term)|since)\b/i

/** What a sentence leaves for the next to speak of. */
type Carried = { readonly change: Change; readonly from: Sentence } | null

/** "There were 99. This has reduced to 59." */
function reachedFrom(sentence: Sentence, before: Sentence | undefined): Change | null {
  const [match] = matches(sentence, TO)
  const to = match?.figures.at(-1)
  if (!match || !to || !before || !THIS.test(sentence.text) || /\bfrom\b/i.test(match.text)) return null
  const same = before.figures.filter(figure => alike(figure, to) && figure.kind === to.kind)
  const [from] = same
  return from && same.length === 1 ? { from, to, size: null, at: match.at } : null
}

/** "There were 61 a year ago, so the number has grown by 21%", after a sentence that says how many there are. */
function since(sentence: Sentence, before: Sentence | undefined, sizes: readonly Figure[]): Change | null {
  const [size] = sizes
  if (!size || !before || !ENDS.test(sentence.text) || sizes.length !== 1) return null
  const here = sentence.figures.filter(figure => figure !== size && figure.kind !== 'date' && figure.kind !== 'label')
  const [from] = here
  if (!from || here.length !== 1) return null
  const there = before.figures.filter(figure => alike(figure, from) && figure.kind === from.kind)
  const to = there[0]
  return to && (there.length === 1 || from.kind === 'percent')
    ? { from, to: there.at(-1) && from.kind === 'percent' ? (there.at(-1) ?? to) : to, size, at: 0 }
    : null
}

/** A change described the wrong way, or by the wrong size; per cent for percentage points. */
export const checkChanges: Check = paper => {
  const found: (Finding | null)[] = []
  let carried: Carried = null
  for (const { sentence, before } of inContext(paper)) {
    const previous = before.at(-1)
    const own = changesIn(sentence)
    const sizes = sizesIn(sentence)
    for (const change of own)
      found.push(
        directionFinding(sentence, change, change.word),
        sizeFinding(sentence, change),
        bracketFinding(sentence, change),
      )
    let next: Change | null = own.at(-1) ?? null
    if (own.length === 0) {
      const reached = reachedFrom(sentence, previous)
      const looked = reached ?? since(sentence, previous, sizes)
      if (looked) {
        const size = looked.size ?? sizes.find(one => one !== looked.to) ?? null
        found.push(
          directionFinding(sentence, looked, directionAt(sentence, sentence.skeleton.length)),
          sizeFinding(sentence, { ...looked, size }),
        )
        next = looked
      } else if (carried && previous === carried.from && (THIS.test(sentence.text) || /^\(/.test(sentence.text))) {
        const [size] = sizes
        if (size && sizes.length === 1)
          found.push(
            sizeFinding(sentence, { ...carried.change, size }),
            directionFinding(sentence, carried.change, directionAt(sentence, sentence.skeleton.length)),
          )
      }
    }
    const plain = pattern(`${directionWords}[^⟦⟧;:]{0,20}?by <p>~~to <p>`)
    for (const { figures } of own.length === 0 ? matches(sentence, plain) : [])
      found.push(
        finding('percent or percentage points', sentence, {
          certainty: 'question',
          found: figures[0]?.text ?? '',
          expected: null,
          why: 'A percentage that changes by a percentage can be read two ways; say "percentage points" where that is meant.',
        }),
      )
    carried = next ? { change: next, from: sentence } : null
  }
  return found.filter(one => one !== null)
}
