import type { Change } from './change-in.ts'
import { type DirectionWord, directionsIn } from './change-word.ts'
import { alike, type Figure } from './figure.ts'
import { readNamed } from './period-of.ts'
import type { Sentence } from './sentence.ts'

/** What is set beside a figure here is no earlier figure of its own. */
const OTHERS =
  /\b(?:targets?|england|national(?:ly)?|neighbours?|region(?:al)?|benchmark|budget(?:ed)?|forecast|expected|predicted|planned|capacity|limit|threshold|standard|average (?:for|of|across|in)|other (?:councils|authorities)|similar)\b/i
/** Words after which a sentence says two things of which the first need not be about the figures. */
const TURNS =
  /\b(?:although|though|despite|while|whilst|but|however|except|apart from|rather than|drop[- ]in|following an?|after an?)\b/i
const EARLIER_BEFORE =
  /\b(?:from|than|on|against|compared (?:with|to)|in comparison (?:with|to)|after)\s+(?:(?:the|our|a|just|only|about|baseline|high|low|peak|of|that|figure|total|last year[’']s|last month[’']s|last quarter[’']s|previous year[’']s|previous quarter[’']s|previous month[’']s)\s+)*$/i
const EARLIER =
  /\b(?:(?:last|previous|prior|preceding) (?:financial |academic )?(?:year|month|quarter|term|period)|(?:a|one|the) (?:year|month|quarter|term) (?:ago|earlier|before)|twelve months (?:ago|earlier|before)|previously|baseline)\b/i
const LATER =
  /\b(?:now|this (?:financial |academic )?(?:year|month|quarter|term)|currently|latest|stands at|the current (?:year|month|quarter|term)|today)\b/i
/** Where what belongs to the first of two figures ends. */
const PARTS = /[,;:(–]| and | but | compared | against | to | from | up from | down from | on the | in comparison /i

type Own = { readonly figure: Figure; readonly lead: string; readonly own: string; readonly whole: string }

/** Each figure with the words that are its own: what follows it up to the turn, and what leads to it from there. */
function ownWords({ text, figures: all }: Sentence, figures: readonly Figure[]): readonly Own[] {
  return figures.map((figure, i) => {
    const before = text.slice(figures[i - 1]?.end ?? 0, figure.start)
    const next = all.find(one => one.start > figure.start && one.kind !== 'date' && one.kind !== 'label')
    const after = text.slice(figure.end, next?.start ?? text.length)
    const turn = i === 0 ? 0 : Math.max(0, before.search(PARTS))
    const stop = i === figures.length - 1 ? after.length : after.search(PARTS)
    const lead = before.slice(turn)
    const tail = stop < 0 ? after : after.slice(0, stop)
    return { figure, lead: before, own: `${lead} ${tail}`, whole: `${lead}${figure.text}${tail}` }
  })
}

const YEAR = 12
const TERMS = ['autumn', 'spring', 'summer']
/** A month without its year stands in the year that begins in April. */
function whenOf(own: string): number | null {
  const named = readNamed(own)
  if (named === null) {
    const term = TERMS.findIndex(one => new RegExp(`\\b${one}\\b`, 'i').test(own))
    return term < 0 ? null : term
  }
  const { year, month, quarter } = named
  const place = month === null ? (quarter === null ? 0 : quarter * 3) : month
  if (year !== null) return year * YEAR + place
  return month === null ? place : (month + 8) % YEAR
}

const said = ({ own }: Own): { readonly when: number | null; readonly year: boolean } => ({
  when: whenOf(own),
  year: readNamed(own)?.year != null,
})

/** Whether the first of two is the earlier; null where the sentence does not tell. */
function firstIsEarlier(a: Own, b: Own): boolean | null {
  const [one, two] = [said(a), said(b)]
  if (one.when !== null && two.when !== null && one.year === two.year && one.when !== two.when)
    return one.when < two.when
  const words = [EARLIER.test(a.own) || LATER.test(b.own), EARLIER.test(b.own) || LATER.test(a.own)]
  if (words[0] !== words[1]) return words[0] === true
  const leads = [
    /\b(?:from|after|against|compared (?:with|to))\b/i.test(a.lead) && EARLIER_BEFORE.test(a.lead),
    EARLIER_BEFORE.test(b.lead),
  ]
  return leads[0] === leads[1] ? null : leads[0] === true
}

/** The one way that all the words of a sentence say something went. */
export function onlyWay(sentence: Sentence): DirectionWord | null {
  const words = directionsIn(sentence)
  return words.length > 0 && words.every(({ way }) => way === words[0]?.way) ? (words[0] ?? null) : null
}

/**
 * Two figures of one kind that a sentence gives for two times, in whatever order it says them: "this year's 46 is a decrease on the 41 of
 * last year", "88 in May and 91 in June, a decrease". There must be no third, but for one size of the change.
 */
export function orderedIn(sentence: Sentence, sizes: readonly Figure[]): Change | null {
  if (OTHERS.test(sentence.text) || TURNS.test(sentence.text) || sizes.length > 1) return null
  const rest = sentence.figures.filter(
    figure => figure.kind !== 'date' && figure.kind !== 'label' && !sizes.includes(figure),
  )
  const [first, second, ...more] = rest
  if (!first || !second || more.length > 0 || !alike(first, second) || first.kind === 'points') return null
  if (first.nearness !== 'exact' || second.nearness !== 'exact') return null
  const [a, b] = ownWords(sentence, [first, second])
  const earlier = a && b ? firstIsEarlier(a, b) : null
  if (earlier === null) return null
  return {
    from: earlier ? first : second,
    to: earlier ? second : first,
    size: sizes[0] ?? null,
    at: 0,
  }
}
