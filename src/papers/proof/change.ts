import { type Change, changesIn, namedAgain, reachedFrom, since, sizesIn, THIS } from './change-in.ts'
import { type DirectionWord, directionAt, directionWords } from './change-word.ts'
import { alike, type Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import { onlyWay, orderedIn } from './ordered.ts'
import { matches, pattern } from './pattern.ts'
import { type Check, finding, inContext } from './reading.ts'
import { agrees, exactly, type Span, sayAs, sayPercent } from './rounding.ts'
import type { Sentence } from './sentence.ts'

const IN_BRACKETS = pattern('<cnm>~~to <cnm>(?:[^⟦⟧().;]|⟦[da]\\d+⟧){0,40}\\(<p>\\)')

const half = (figure: Figure): number =>
  figure.kind === 'count' && figure.nearness === 'exact'
    ? 0
    : figure.nearness === 'exact'
      ? figure.step / 2
      : Math.max(figure.step / 2, figure.value * 0.03)
const loose = (figure: Figure, by: number): Span => ({
  low: figure.value - half(figure) * by,
  high: figure.value + half(figure) * by,
})
/** Roundings that all go one way to their end are rare: what only they could explain is asked about. */
const LIKELY = 0.5

/** How far apart two figures can be, knowing that each was rounded; `by`: how much of that is allowed for. */
function difference({ from, to }: Change, by = 1): Span {
  const [a, b] = [loose(from, by), loose(to, by)]
  const ends = [b.low - a.high, b.high - a.low].map(Math.abs)
  const crosses = b.low - a.high <= 0 && b.high - a.low >= 0
  return { low: crosses ? 0 : Math.min(...ends), high: Math.max(...ends) }
}

/** The same in per cent of the first. */
function relative({ from, to }: Change, by = 1): Span {
  const [a, b] = [loose(from, by), loose(to, by)]
  const ends = [b.low / a.high - 1, b.high / a.low - 1].map(part => Math.abs(100 * part))
  const crosses = b.low <= a.high && b.high >= a.low
  return { low: crosses ? 0 : Math.min(...ends), high: Math.max(...ends) }
}

/** Where both ends may have been rounded, the size may not have been cut off as well: all that together would excuse anything. */
const near = (size: Figure, { low, high }: Span): boolean => {
  if (size.nearness !== 'exact') return agrees(size, { low, high })
  const slack = half(size) + 1e-9 * Math.max(1, Math.abs(high))
  return low <= size.value + slack && high >= size.value - slack
}

/** Of an amount that can also be a size, percentages are points or per cent; all else is of its own kind or per cent. */
function sizeFinding(sentence: Sentence, change: Change): Finding | null {
  const { from, to } = change
  // "A decrease of -1.9%": the sign says the same again.
  const size = change.size && { ...change.size, value: Math.abs(change.size.value) }
  if (size === null) return null
  const says = `from ${from.text} to ${to.text}`
  const percent = Math.abs(100 * (to.value / from.value - 1))
  const apart = Math.abs(to.value - from.value)
  const otherwise = (): Finding =>
    finding('size of a change', sentence, {
      certainty: 'wrong',
      found: size.text,
      expected: sayAs(size, apart),
      why: `${says} is ${sayAs(size, apart)}.`,
    })
  if (size.kind === 'points') {
    if (from.kind !== 'percent' && from.kind !== 'number' && from.kind !== 'points') return null
    if (near(size, difference(change))) return null
    return otherwise()
  }
  if (size.kind === 'percent' || size.kind === 'share') {
    if (from.value === 0) return null
    if (agrees(size, exactly(percent))) return null
    if (from.kind === 'percent') {
      const points = `${sayAs({ ...size, kind: 'points', step: Math.min(size.step, Math.max(from.step, to.step)) }, apart)}`
      if (near(size, difference(change)))
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
    // Only figures behind the rounded ones could make it so, and it is given more finely than they are or strays far.
    return size.step < 1 || !agrees(size, relative(change, LIKELY))
      ? finding('size of a change', sentence, {
          certainty: 'question',
          ...said,
          why: `${said.why} Unrounded figures may make it ${size.text}.`,
        })
      : null
  }
  if (!alike(size, from)) return null
  if (!near(size, difference(change))) return otherwise()
  // Whole days and weeks that were rounded are not said to be so.
  return size.kind === 'time' && size.step >= 1 && size.value !== apart && size.nearness === 'exact'
    ? { ...otherwise(), certainty: 'question' }
    : null
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

/** A percentage in brackets after "from 99 to 58" may be the change or a share of something else. */
function bracketFinding(sentence: Sentence, change: Change): Finding | null {
  const bracket = matches(sentence, IN_BRACKETS)
    .find(({ figures }) => figures.some(figure => figure.start === change.to.start))
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

const BY_TO = pattern(`${directionWords}[^⟦⟧;:]{0,20}?by <p>~~to <p>`)

/** "The total rose by four", after a sentence about one of its parts. */
const OTHER_SUBJECT = /^the (?:total|rate|percentage|proportion)\b/i

/** What a sentence leaves for the next to speak of. */
type Carried = { readonly change: Change; readonly from: Sentence } | null

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
      const reached = namedAgain(sentence) ?? reachedFrom(sentence, previous)
      const looked = reached ?? since(sentence, previous, sizes)
      if (looked) {
        const size = looked.size ?? sizes.find(one => one !== looked.to) ?? null
        found.push(
          directionFinding(sentence, looked, directionAt(sentence, sentence.skeleton.length)),
          sizeFinding(sentence, { ...looked, size }),
        )
        next = looked
      } else if (
        carried &&
        previous === carried.from &&
        ((THIS.test(sentence.text) && !OTHER_SUBJECT.test(sentence.text)) || /^\(/.test(sentence.text))
      ) {
        const [size] = sizes
        // "That is still two points lower than in March 2020, when it was 85%": another change, of which the sentence has one end.
        const end = sentence.figures.some(
          one => one !== size && one.kind === carried?.change.from.kind && alike(one, carried.change.from),
        )
        if (size && sizes.length === 1 && !end)
          found.push(
            sizeFinding(sentence, { ...carried.change, size }),
            directionFinding(sentence, carried.change, directionAt(sentence, sentence.skeleton.length)),
          )
      }
    }
    if (next === null || own.every(({ word, size }) => word === null && size === null)) {
      const ordered = next === null || own.length > 0 ? orderedIn(sentence, sizes) : null
      if (ordered) found.push(directionFinding(sentence, ordered, onlyWay(sentence)), sizeFinding(sentence, ordered))
      next ??= ordered
    }
    for (const { figures } of own.length === 0 ? matches(sentence, BY_TO) : [])
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
