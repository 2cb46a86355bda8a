import { goodOf } from './comparison.ts'
import { alike, type Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import { type Check, finding, inContext } from './reading.ts'
import type { Sentence } from './sentence.ts'

const WHO =
  "(?:targets?|thresholds?|benchmark|ceiling|limit|england(?:['’]s)?|national(?:ly)?|neighbours?['’]?|region(?:al)?(?:['’]s)?|similar (?:councils|authorities)|other councils|the (?:east|west|north|south)[a-z -]*|london)"
/** "The target of 95%", "England average is 66%", "our neighbours' 89%", "England (71%)": up to the figure. */
const LEADS = new RegExp(
  `\\b${WHO}\\b(?:[ ,:(]*(?:average|averages|figure|figures|rate|rates|level|score|performance|for|in|of|is|was|were|at|stands?|stood|the|our|us|a|an|which|being|and|set|this|year|children|these|comparable|is currently|being|remains|comparator|group|council|councils|⟦d\\d+⟧|[–-]))*[ ,:(]*$`,
  'i',
)
/** "70% target", "70 in England", "89% nationally", "91 for our statistical neighbours". */
const TRAILS = new RegExp(
  `^ ?(?:(?:for|in|across|among|by|of|is|was) )?(?:(?:the|our|all|most) )?(?:(?:statistical|similar) )?${WHO}\\b|^ ?(?:target|nationally|regionally|national|regional)\\b`,
  'i',
)
const MORE =
  /\b(?:above|exceed(?:s|ed|ing)?|higher than|more than|greater than|ahead of|surpass(?:es|ed)?|over (?=the|our|it|that|them))\b/i
const LESS = /\b(?:below|lower than|less than|fewer than|short of|behind|under (?=the|our|it|that|them))\b/i
const BETTER = /\b(?:better than|outperform(?:s|ed|ing)?|favourabl[ey])\b/i
const WORSE = /\b(?:worse than|unfavourabl[ey])\b/i
const MET =
  /\b(?:(?:met|meets|meeting|achieved|achieving|hit|hitting|reached|on target|passed|within (?:the )?target)\b)/i
const MISSED =
  /\b(?:missed|missing|not (?:been )?(?:met|achieved|reached|hit)|(?:fell|falls|falling|fallen) short|off target|failed to (?:meet|reach|hit)|short of (?:the |our )?target)\b/i
const NOT = /\b(?:not|no longer|neither|never|n[’']t|yet to)\b|n[’']t\b/i
const EARLIER =
  /\b(?:last (?:year|month|quarter)|previous|a year ago|the year before|from|rose|fell|risen|fallen|increas|decreas|reduc|improv(?:ed|ement)|up|down)\b/i
/** What less of is better, whatever the measure is called. */
const LOW =
  /\b(?:late|overdue|absen\w+|missing|vacan\w+|turnover|re-?offend\w*|unmet|breakdown\w*|disrupt\w*|three or more|moves?|moved|unsuitable|exclu\w+|suspen\w+|NEET|days|weeks|months|caseloads?|wait\w*|cost\w*|no more than|at most|maximum|ceiling|limit|threshold|within)\b/i
const HIGH =
  /\b(?:on time|in time|timescale|complet\w+|up[- ]to[- ]date|attend\w+|in touch|suitable|stable|stability|satisf\w+|good or|at least|minimum|assess\w+|checks?|visit\w*|plans?|reviews?|immunis\w+|registered|employment)\b/i

type Good = 'high' | 'low' | null

/** Which way is good, of a target: as the text says, as the words about it suggest, or as a high percentage does. */
function goodFor(sentence: Sentence, before: readonly Sentence[], target: Figure): Good {
  // "Missing the target" is no child who is missing.
  const text = sentence.text.replace(new RegExp(MISSED, 'gi'), '')
  const known = goodOf({ text }, [])
  if (known) return known.good
  if (/\b(?:no more than|at most|maximum|ceiling|threshold|limit)\b/i.test(text)) return 'low'
  const [low, high] = [LOW.test(text), HIGH.test(text)]
  if (low !== high) return low ? 'low' : 'high'
  const near = goodOf({ text }, before)
  if (near) return near.good
  return target.kind === 'percent' && target.value >= 60 && !low ? 'high' : null
}

type Side = { readonly ours: Figure; readonly theirs: Figure }

/** "We remain above the regional average: 64 against 61": after a colon ours stands first. */
const AFTER_COLON = new RegExp(
  `\\b(?:above|below|than|to) (?:the |our |that of )*[a-z ]{0,20}?${WHO}\\b[^:;.]{0,40}: *$`,
  'i',
)

/** One figure of ours and one of others, in a sentence that has no more. */
function sidesOf(sentence: Sentence): Side | null {
  const values = sentence.figures.filter(({ kind }) => kind !== 'date' && kind !== 'label' && kind !== 'points')
  const [one, two] = values
  if (one && AFTER_COLON.test(sentence.text.slice(0, one.start)))
    return two &&
      values.length === 2 &&
      comparable(one, two) &&
      /^[^;.]{0,25}\b(?:against|compared (?:with|to)|and|to)\s*$/i.test(sentence.text.slice(one.end, two.start))
      ? { ours: one, theirs: two }
      : null
  const others = values.filter((figure, i) => {
    const lead = sentence.skeleton.slice(0, sentence.skeleton.indexOf(`⟦`, 0) < 0 ? 0 : placeIn(sentence, figure))
    const last = values[i - 1]
    const own = last ? lead.slice(placeIn(sentence, last)) : lead
    const next = values[i + 1]
    const tail = sentence.text.slice(figure.end, next?.start ?? sentence.text.length)
    return LEADS.test(own) || TRAILS.test(tail)
  })
  const [theirs] = others
  if (!theirs || others.length > 1) return null
  const mine = values.filter(one => one !== theirs && comparable(one, theirs))
  const [ours] = mine
  if (!ours || mine.length > 1 || ours.nearness !== 'exact' || theirs.nearness !== 'exact') return null
  return { ours, theirs }
}

const placeIn = (sentence: Sentence, figure: Figure): number =>
  sentence.skeleton.search(new RegExp(`⟦[a-z]${sentence.figures.indexOf(figure)}⟧`))

const comparable = (a: Figure, b: Figure): boolean =>
  alike(a, b) ||
  (['rate', 'time'].includes(a.kind) && ['count', 'number'].includes(b.kind)) ||
  (['rate', 'time'].includes(b.kind) && ['count', 'number'].includes(a.kind))

/** Whether the comparison is said of us: "we are above it", "this is below", "88%, above"; of others: "the target is above". */
function isOurs(sentence: Sentence, { ours, theirs }: Side, at: number): boolean {
  const said = sentence.text.slice(0, at)
  const subject = said.slice(
    Math.max(said.lastIndexOf(','), said.lastIndexOf(';'), said.lastIndexOf(' and '), said.lastIndexOf(' so ')),
  )
  if (
    /\b(?:we|our|us|this|performance|the council|locally|it|which)\b/i.test(subject) &&
    !new RegExp(`\\b${WHO}\\b`, 'i').test(subject)
  )
    return true
  // With no subject of its own it is said of the figure that stands nearest before it, or of the first after it.
  const last = [ours, theirs].filter(one => one.end <= at).toSorted((a, b) => b.end - a.end)[0]
  return (
    last === ours ||
    (last === undefined && ours.start < theirs.start) ||
    (last === undefined && /^[^,;]*\b(?:we|our)\b/i.test(said))
  )
}

const say = (
  sentence: Sentence,
  { ours, theirs }: Side,
  found: string,
  certainty: Finding['certainty'],
  more: string,
): Finding =>
  finding('comparison', sentence, {
    certainty,
    found,
    expected: ours.value === theirs.value ? 'the same as' : ours.value > theirs.value ? 'above' : 'below',
    why: `${ours.text} is ${ours.value === theirs.value ? 'the same as' : ours.value > theirs.value ? 'more than' : 'less than'} ${theirs.text}${more}.`,
  })

function ofSentence(sentence: Sentence, before: readonly Sentence[]): readonly Finding[] {
  const sides = sidesOf(sentence)
  const { text } = sentence
  if (!sides || EARLIER.test(text.replace(/up[- ]to[- ]date/gi, '')) || NOT.test(text.replace(MISSED, ''))) return []
  const { ours, theirs } = sides
  const claims = [MORE, LESS, BETTER, WORSE].flatMap(of => {
    const match = of.exec(text)
    return match ? [{ of, word: match[0].trim(), at: match.index }] : []
  })
  const [claim] = claims
  const target = /\btarget\b/i.test(text)
  if (claim && claims.length === 1) {
    if (!isOurs(sentence, sides, claim.at) && !AFTER_COLON.test(text.slice(0, ours.start))) return []
    const good = goodFor(sentence, before, theirs)
    const more = good ? `, and ${good === 'high' ? 'more' : 'less'} of it is better` : ''
    if (claim.of === MORE || claim.of === LESS) {
      const holds = claim.of === MORE ? ours.value > theirs.value : ours.value < theirs.value
      return holds ? [] : [say(sentence, sides, claim.word, 'wrong', '')]
    }
    if (good === null || ours.value === theirs.value) return []
    const better = ours.value > theirs.value === (good === 'high')
    return better === (claim.of === BETTER) ? [] : [say(sentence, sides, claim.word, 'question', more)]
  }
  if (claims.length > 0 || !target) return []
  const missed = MISSED.exec(text)
  const met = missed ? null : MET.exec(text)
  const word = missed ?? met
  const good = word ? goodFor(sentence, before, theirs) : null
  if (!word || good === null) return []
  const meets = good === 'high' ? ours.value >= theirs.value : ours.value <= theirs.value
  if (meets === (met !== null)) return []
  return [say(sentence, sides, word[0], 'question', `, and ${good === 'high' ? 'more' : 'less'} of it is better`)]
}

const MORE_IN =
  /\b(more|fewer|higher|lower|greater|larger|smaller)\b(?: (?:numbers?|shares?|proportion|percentage))?[^();:]{0,60}\(([^()]+)\)[^();:]{0,25}\bthan\b[^();:]{0,60}\(([^()]+)\)/gi

/** "More children left (42) than came in (47)". */
function inBrackets(sentence: Sentence): readonly Finding[] {
  return [...sentence.text.matchAll(MORE_IN)].flatMap(match => {
    const start = match.index
    const inside = sentence.figures.filter(
      one => one.start > start && one.end <= start + match[0].length && sentence.text[one.start - 1] === '(',
    )
    const [a, b] = inside
    if (!a || !b || inside.length !== 2 || !alike(a, b)) return []
    const up = /more|higher|greater|larger/i.test(match[1] ?? '')
    if (a.value !== b.value && a.value > b.value === up) return []
    return [
      finding('comparison', sentence, {
        certainty: 'wrong',
        found: match[1] ?? '',
        expected: a.value === b.value ? 'the same' : up ? 'fewer' : 'more',
        why: `${a.text} is ${a.value === b.value ? 'the same as' : a.value > b.value ? 'more than' : 'less than'} ${b.text}.`,
      }),
    ]
  })
}

const NO_FIGURE =
  /^(?:we|this|it|our (?:rate|figure|performance)|that|so we|so this|which|performance)\b[^.;]*\b(above|below|higher than|lower than|better than|worse than)\b[^.;]*\b(?:region(?:al)?|national|england|average|neighbours?|target|threshold|it|them)\b/i

/** "Our rate is 62. The regional rate is 58. We are below the region." */
function afterTwo(sentence: Sentence, before: readonly Sentence[]): readonly Finding[] {
  const cue = NO_FIGURE.exec(sentence.text)
  const [last, previous] = [before.at(-1), before.at(-2)]
  if (
    !cue ||
    !last ||
    NOT.test(sentence.text) ||
    sentence.figures.some(({ kind }) => kind !== 'date' && kind !== 'label')
  )
    return []
  const values = (one: Sentence | undefined): readonly Figure[] =>
    (one?.figures ?? []).filter(({ kind }) => kind !== 'date' && kind !== 'label')
  const joined = values(last)
  let sides = joined.length === 2 ? sidesOf(last) : null
  if (!sides && joined.length === 1 && previous && values(previous).length === 1) {
    const [theirs] = joined
    const [ours] = values(previous)
    const others = new RegExp(`\\b${WHO}\\b`, 'i')
    if (theirs && ours && comparable(ours, theirs) && others.test(last.text) && !others.test(previous.text))
      sides = { ours, theirs }
  }
  if (!sides || sides.ours.value === sides.theirs.value) return []
  const word = cue[1] ?? ''
  const good = /better|worse/i.test(word) ? goodFor(sentence, before, sides.theirs) : 'high'
  if (good === null) return []
  const up =
    /above|higher/i.test(word) || (/better/i.test(word) && good === 'high') || (/worse/i.test(word) && good === 'low')
  return sides.ours.value > sides.theirs.value === up
    ? []
    : [say(sentence, sides, word, /better|worse/i.test(word) ? 'question' : 'wrong', '')]
}

const BEYOND =
  /\b(not (?:yet )?)?(meeting|met|within|inside|outside|beyond|over|above|under|below)\b(?: (?:it|that|the (?:threshold|target|limit|standard))\b)/i

/** "412 days; the national threshold is 426. We are therefore not yet meeting the threshold, being 14 days over it." */
function againstLast(sentence: Sentence, before: readonly Sentence[]): readonly Finding[] {
  const last = before.at(-1)
  if (!last || !/^(?:we|this|it|that|our|so|which|performance)\b/i.test(sentence.text)) return []
  const cue = BEYOND.exec(sentence.text)
  const values = sentence.figures.filter(({ kind }) => kind !== 'date' && kind !== 'label')
  if (
    !cue ||
    values.length > 1 ||
    (values[0] &&
      !/\b(?:over|under|above|below|inside|outside|beyond) (?:it|that|the)\b/i.test(sentence.text.slice(values[0].end)))
  )
    return []
  const sides = sidesOf(last)
  if (!sides || EARLIER.test(last.text) || sides.ours.value === sides.theirs.value) return []
  const good = goodFor(last, before.slice(0, -1), sides.theirs)
  const over = sides.ours.value > sides.theirs.value
  const word = cue[2] ?? ''
  const means = /over|above|beyond/i.test(word)
    ? over
    : /under|below/i.test(word)
      ? !over
      : good === null
        ? null
        : (over === (good === 'high')) === !/outside/i.test(word)
  if (means === null || means === (cue[1] === undefined)) return []
  return [say(sentence, sides, cue[0], 'question', '')]
}

/** Where a figure stands to a target or to others, as the words of the sentence have it: met, missed, above, below, better. */
export const checkStandings: Check = paper =>
  [...inContext(paper)].flatMap(({ sentence, before }) => [
    ...ofSentence(sentence, before),
    ...inBrackets(sentence),
    ...afterTwo(sentence, before),
    ...againstLast(sentence, before),
  ])
