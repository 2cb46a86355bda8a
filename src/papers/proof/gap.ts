import { alike, type Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import { matches, pattern } from './pattern.ts'
import { type Check, finding, inContext } from './reading.ts'
import { sayAs } from './rounding.ts'
import type { Sentence } from './sentence.ts'

const WORDS =
  'overspend|overspending|underspend|underspending|variance|gap|difference|shortfall|surplus|deficit|pressure|saving|margin'
/** "An overspend of £0.5m", "the gap is seven points": how far two figures are from each other. */
const GAP = [
  pattern(
    `\\b(?:${WORDS})\\b(?: (?:here|now|between [^⟦⟧;:]{0,40}|in [a-z ]{0,25}))? ?(?:of|is|was|being|stands at|:)(?: therefore| thus| now| about| some)* <cmopt>`,
  ),
  pattern(`<mot> (?:[a-z]+ )?(?:${WORDS})\\b`),
  pattern(
    '\\b(?:gap|difference) between ~<cmpt>~<cmpt>[^⟦⟧;:]{0,20}(?:is|was|stands at|of)(?: therefore| now| about)? <cmopt>',
  ),
  /** "So that 10% more are with agencies". */
  pattern('\\b(?:so that|so|meaning|that is|i\\.e\\.|or) <po> (?:more|fewer|less|higher|lower)\\b(?! than last)'),
]
/** "5 points below the target of 80%", "3 points above our neighbours' 89%": the gap, and what it is from. */
const FROM_OTHER = pattern(
  '<ocmt>(?:[ -][a-z]+)?(?: (?:percentage )?points?)?,? (above|below|under|over|short of|higher than|lower than|better than|worse than|more than|less than|fewer than|ahead of|behind|off|inside|outside|within) (?:(?!last|a year|previous|the year)[^⟦⟧;:,.]){0,60}<cnpmrt>',
)
const OTHER_SUM =
  /\bof (?:which|whom)|\binclud|\bplus\b|\beach\b|\bper (?!cent)|\bdue to|because|after\b|\ba week\b|\bin addition/i
const OVER = /\b(?:overspend|overspending|pressure|deficit)\b/i
const UNDER = /\b(?:underspend|underspending|surplus|savings?)\b/i

const isValue = ({ kind }: Figure): boolean => kind !== 'date' && kind !== 'label'
const half = ({ kind, step }: Figure): number => (kind === 'count' ? 0 : step / 2)
/** Percentages are apart by points; everything else by its own kind. */
const measures = (size: Figure, one: Figure): boolean =>
  one.kind === 'percent' || one.kind === 'points'
    ? size.kind === 'points' || size.kind === 'percent' || size.kind === 'count'
    : alike(size, one)

function apart(sentence: Sentence, size: Figure, a: Figure, b: Figure): Finding | null {
  if (size.nearness !== 'exact' || a.nearness !== 'exact' || b.nearness !== 'exact') return null
  const real = Math.abs(a.value - b.value)
  const slack = half(a) + half(b) + half(size) + 1e-6
  if (Math.abs(real - Math.abs(size.value)) <= slack) return null
  // Figures far from it are of something else.
  if (Math.abs(size.value) > real * 4 + slack || real > Math.abs(size.value) * 4 + slack) return null
  return finding('size of a change', sentence, {
    certainty: 'wrong',
    found: size.text,
    expected: sayAs(a.kind === 'percent' ? { ...size, kind: 'points' } : size, real),
    why: `${a.text} and ${b.text} are ${sayAs(a.kind === 'percent' ? { ...size, kind: 'points' } : size, real)} apart.`,
  })
}

/** Of a budget and what is spent: which is which, where the sentence says so. */
function wrongSide(sentence: Sentence, size: Figure, pair: readonly Figure[]): Finding | null {
  const budget = matches(sentence, pattern('\\bbudget\\b[^⟦⟧;:]{0,30}(?:⟦d\\d+⟧[^⟦⟧;:]{0,20})?<m>')).map(
    ({ figures }) => figures[0],
  )
  const [own] = budget
  const spent = pair.find(one => one !== own)
  const over = OVER.test(sentence.text)
  if (!own || budget.length > 1 || !spent || !pair.includes(own) || over === UNDER.test(sentence.text)) return null
  if (spent.value === own.value || spent.value > own.value === over) return null
  return finding('direction of a change', sentence, {
    certainty: 'wrong',
    found: size.text,
    expected: over ? 'an underspend' : 'an overspend',
    why: `${spent.text} is ${over ? 'less' : 'more'} than the budget of ${own.text}.`,
  })
}

function ofSentence(sentence: Sentence, before: readonly Sentence[]): readonly (Finding | null)[] {
  if (OTHER_SUM.test(sentence.text)) return []
  const values = sentence.figures.filter(isValue)
  const sizes = [...new Set(GAP.flatMap(of => matches(sentence, of)).flatMap(({ figures }) => figures.slice(-1)))]
  const [size] = sizes
  if (!size || sizes.length > 1) return []
  const own = values.filter(one => one !== size && measures(size, one) && one.kind !== 'points')
  const others = values.filter(one => one !== size && !own.includes(one) && one.kind === size.kind)
  const [a, b] = own
  if (a && b && own.length === 2 && others.length === 0)
    return [apart(sentence, size, a, b), wrongSide(sentence, size, own)]
  // "The budget is £12.4m. The forecast is £13.6m. The pressure is therefore £1.4m."
  if (own.length > 0 || !/\b(?:therefore|thus|this|that|so|resulting)\b/i.test(sentence.text) || size.kind === 'count')
    return []
  const last = before.at(-1)
  const there = (one: Sentence | undefined): readonly Figure[] =>
    (one?.figures ?? []).filter(figure => isValue(figure) && measures(size, figure) && figure.kind !== 'points')
  const two = there(last).length === 1 ? [...there(before.at(-2)), ...there(last)] : there(last)
  const [c, d] = two
  return c && d && two.length === 2 && alike(c, d) ? [apart(sentence, size, c, d)] : []
}

function fromOther(sentence: Sentence): readonly (Finding | null)[] {
  return matches(sentence, FROM_OTHER).flatMap(({ figures: [size, theirs], text }) => {
    if (
      !size ||
      !theirs ||
      !measures(size, theirs) ||
      (theirs.kind === 'percent' && size.kind === 'count' && !/point/i.test(text))
    )
      return []
    const mine = sentence.figures.filter(
      one => isValue(one) && one !== size && one !== theirs && alike(one, theirs) && one.kind === theirs.kind,
    )
    const [ours] = mine
    // "98 within timescale and 49 out of it": counts are not within each other.
    if (size.kind === 'count' && /\b(?:within|inside|outside|off|under|over|behind)\b/i.test(text)) return []
    // Against an earlier figure it is a change, and read as one.
    if (/^ ?(?:of|in|for)? ?(?:the )?(?:last|previous|a year)\b/i.test(sentence.text.slice(theirs.end))) return []
    if (!ours || mine.length > 1 || OTHER_SUM.test(sentence.text)) return []
    return [apart(sentence, size, ours, theirs) ?? side(sentence, text, ours, theirs)]
  })
}

function side(sentence: Sentence, text: string, ours: Figure, theirs: Figure): Finding | null {
  const cue = /\b(above|higher than|more than|ahead of|below|under|short of|lower than|less than|fewer than)\b/i.exec(
    text,
  )
  if (!cue || ours.value === theirs.value) return null
  const up = /above|higher|more|ahead/i.test(cue[1] ?? '')
  if (ours.value > theirs.value === up) return null
  return finding('comparison', sentence, {
    certainty: 'wrong',
    found: cue[1] ?? '',
    expected: up ? 'below' : 'above',
    why: `${ours.text} is ${up ? 'less' : 'more'} than ${theirs.text}.`,
  })
}

/** How far apart two figures are said to be: an overspend, a gap, so many points below a target. */
export const checkGaps: Check = paper =>
  [...inContext(paper)]
    .flatMap(({ sentence, before }) => [...ofSentence(sentence, before), ...fromOther(sentence)])
    .filter(one => one !== null)
