import type { Figure } from './figure.ts'
import { alike } from './figure.ts'
import type { Finding } from './finding.ts'
import { OF_THE_WHOLE, pairsBefore, pairsIn } from './pair.ts'
import { isTable, type Paper, type Passage } from './paper.ts'
import { matches, pattern, placeOf } from './pattern.ts'
import { type Check, countsOf, finding, inContext, sumOf } from './reading.ts'
import { agrees, sayAs } from './rounding.ts'
import type { Sentence } from './sentence.ts'

const EXHAUSTIVE =
  '(?:made up of|compris(?:ing|ed of|ed|es?)|(?:consisting|consists?|consisted|composed) of|namely|split between|broken down (?:as|into)|as follows)'
const WHOLE_THEN_PARTS = pattern(
  `<cnmp>(?:[^⟦⟧;:]|⟦[da]\\d+⟧){0,90}?(?:,? ?(?:of which|of whom|of these|of those|of them)\\b|${EXHAUSTIVE}|[:;] )`,
)
const IN_TOTAL = pattern(
  '(?:, in all|altogether|in total|totalling|totals|giving a total of|a total of|making (?:up )?(?:a total of |the [a-z]+ of )?|in all,|equals?|=|resulted in|adding up to|adds up to|together (?:number|hold|have|make|total|are|were|come to|account for|support)|(?:make|made|makes) up) ?(?:the |an? )?(?:[a-z]+ (?:of )?)?<cnmp>|<cnmp> (?:in total|in all|altogether)\\b',
)
const THE_OTHER = pattern('\\b(?:the|a further|,) ?(?:other|remaining|rest,?|remainder,?) (?:of )?<c>')
const DID_NOT = pattern(
  "(?:^|,? and |; )<c> (?:[a-z]+ )?(?:do|does|did|were|was|had|have|has|are|is|could|would) ?(?:not|n[’']t)\\b",
)
const LEAVES = pattern('\\b(?:that|this|which|,) (?:therefore )?(?:leaves|left|leaving) <c>(?! in care)')
const ALL_BUT = pattern('\\ball but <c>')

/** Figures that are no part of a list: shares, what is in brackets after a count, the far side of "of" and "than". */
function partsAfter(sentence: Sentence, whole: Figure, at: number): readonly Figure[] {
  return sentence.figures
    .filter(figure => {
      if (figure === whole || !alike(figure, whole) || (figure.kind === 'percent') !== (whole.kind === 'percent'))
        return false
      const token = placeOf(sentence, figure)
      const before = sentence.text.slice(Math.max(0, figure.start - 14), figure.start)
      const noPart =
        /\b(?:than|from|of|of the|least|most|in|per|with|to|by|compared to|under|over|against|for)\s(?:the |about |a )?$/i.test(
          before,
        )
      // "10 of 14" is a share by itself, and no part of the list.
      const share = /^ (?:out )?of (?:the |our |those )?\d/.test(sentence.text.slice(figure.end, figure.end + 16))
      return token >= at && !noPart && !share && figure.nearness === 'exact'
    })
    .filter((figure, i, parts) => i === 0 || !isBeyond(sentence, parts, figure))
}

/** After a semicolon another matter begins, unless semicolons part the list itself. */
function isBeyond(sentence: Sentence, parts: readonly Figure[], figure: Figure): boolean {
  const between = (from: Figure | undefined, to: Figure | undefined): string =>
    sentence.text.slice(from?.end ?? 0, to?.start ?? 0)
  return !between(parts[0], parts[1]).includes(';') && between(parts[0], figure).includes(';')
}

/** Whether figures stand as a list does: short words, commas or semicolons between them, "and" before the last. */
function isList(sentence: Sentence, parts: readonly Figure[]): boolean {
  const between = parts.slice(1).map((figure, i) => sentence.text.slice(parts[i]?.end ?? 0, figure.start))
  return (
    between.length > 0 &&
    between.every(text => text.length < 90) &&
    /(?:\band\b|;|,)[^,;]*$/.test(between.at(-1) ?? '') &&
    between.slice(0, -1).every(text => /[,;]|\band\b/.test(text))
  )
}

/** Roundings of many parts rarely all go one way: their sum strays as the square root of how many they are. */
const spread = (parts: readonly Figure[]): number =>
  Math.sqrt(parts.reduce((sum, { step, kind }) => sum + (kind === 'count' ? 0 : (step / 2) ** 2), 0))

function partsFinding(
  sentence: Sentence,
  whole: Figure,
  parts: readonly Figure[],
  sure: boolean,
  near: number,
): Finding | null {
  const sum = sumOf(parts)
  const slack = spread(parts)
  if (agrees(whole, { low: sum - slack, high: sum + slack })) return null
  // Two parts that fall short may well be only some of the whole.
  if (!sure && parts.length === 2 && sum < whole.value) return null
  const apart = Math.abs(sum - whole.value)
  if (apart > Math.max(2, whole.value * near)) return null
  return finding('parts and whole', sentence, {
    certainty: sure ? 'wrong' : 'question',
    found: whole.text,
    expected: sayAs(whole, sum),
    why: `${parts.map(({ text }) => text).join(' + ')} is ${sayAs(whole, sum)}, not ${whole.text}.`,
  })
}

/** "38 challenges, of which 31 …, five … and two …"; "Of the 35, 22 …, eight … and six …"; "… making 25 in all". */
function listFindings(sentence: Sentence): readonly (Finding | null)[] {
  for (const { figures, at, text } of matches(sentence, IN_TOTAL)) {
    const whole = figures.at(-1)
    if (!whole) continue
    const all = partsAfter(sentence, whole, 0).filter(({ start }) => start < whole.start)
    // "The four homes have 5, 4, 4 and 6 places, 19 in all": what leads to a list is none of it.
    const from = all.findIndex((_, i) => all.length - i > 1 && isList(sentence, all.slice(i)))
    const parts = from <= 1 && from >= 0 ? all.slice(from) : []
    if (parts.length > 1 && at > 0) {
      const last = sentence.text.slice(parts.at(-1)?.end, whole.start)
      if (!/\b(?:each|every)\b/.test(sentence.text) && last.length < 90)
        return [partsFinding(sentence, whole, parts, true, /making|total|in all/.test(text) ? 0.25 : 0.15)]
    }
  }
  const opens = matches(sentence, OF_THE_WHOLE)[0]
  const whole = opens?.figures[0]
  if (opens && whole) {
    const parts = partsAfter(sentence, whole, opens.at + opens.text.length)
    if (parts.length > 1 && isList(sentence, parts)) {
      // "Of the other 91, 30 … and 21 …" does not say that these are all.
      const rest = /\b(?:rest|other|remaining|remainder)\b/i.test(sentence.text.slice(whole.end))
      return [
        partsFinding(sentence, whole, parts, parts.length > 2 || rest, rest ? 0.5 : parts.length > 2 ? 0.15 : 0.06),
      ]
    }
    return []
  }
  for (const { figures, at, text } of matches(sentence, WHOLE_THEN_PARTS)) {
    const [total] = figures
    if (total?.nearness !== 'exact') continue
    const parts = partsAfter(sentence, total, at + text.length)
    if (parts.length < 2 || !isList(sentence, parts)) continue
    if (total.kind === 'percent' && !new RegExp(EXHAUSTIVE).test(text)) continue
    const cue = text.trim().at(-1)
    const whose = /of (?:which|whom|these|those|them)$/i.test(text)
    // "18 homes, of which 12 were good; 8 are due next year": what stands after a semicolon is another matter.
    if (whose && parts.length === 2 && sentence.text.slice(parts[0]?.end, parts[1]?.start).includes(';')) continue
    const not = /\bnot\b|\b(?:rest|other|remaining|remainder)\b/i.test(sentence.text)
    const sure = !whose || parts.length > 2 || not
    const near = new RegExp(EXHAUSTIVE).test(text)
      ? 0.5
      : cue === ';'
        ? 0.1
        : parts.length > 2
          ? 0.15
          : whose
            ? 0.12
            : 0.2
    return [partsFinding(sentence, total, parts, sure, near)]
  }
  const two = pattern(
    '<c> of (?:the |our )?<c> (?:are|were|was|is|had|have) [^⟦⟧;:,]{1,30} and <c> (?:are|were|was|is|had|have) ',
  )
  for (const {
    figures: [a, total, b],
  } of matches(sentence, two))
    if (a && b && total) return [partsFinding(sentence, total, [a, b], false, 0.06)]
  return []
}

/** Whether what is left can be any count before, less counts that came after it. */
function explained(rest: number, before: readonly Figure[]): boolean {
  return before.some((whole, i) => {
    const after = before.slice(i + 1)
    if (after.some(part => whole.value - part.value === rest)) return true
    let left = whole.value
    return after.some(part => {
      left -= part.value
      return left === rest
    })
  })
}

/** "The remaining 92 were late"; "35 did not"; "That leaves 14"; "all but eight". */
function restFindings(sentence: Sentence, before: readonly Sentence[]): readonly (Finding | null)[] {
  const rests = [THE_OTHER, DID_NOT, LEAVES, ALL_BUT].flatMap(of => matches(sentence, of))
  return rests.map(({ figures, at }) => {
    const rest = figures[0]
    if (!rest || /^\s*(?:of|out of)\b/.test(sentence.text.slice(rest.end, rest.end + 8))) return null
    const own = countsOf(sentence).filter(({ start }) => start < rest.start)
    const earlier = before.slice(-8).flatMap(one => countsOf(one))
    if (explained(rest.value, [...earlier, ...own])) return null
    const two =
      /^\s*(?:the|a) (?:other|remaining|rest)/i.test(sentence.skeleton) ||
      at === 0 ||
      own.length > 0 ||
      /^(?:that|this) leaves/i.test(sentence.text)
    const last = before.at(-1)
    const pair =
      own.length === 1 && own[0] && last && countsOf(last).length === 1
        ? { part: own[0], whole: countsOf(last)[0], back: 0 }
        : (pairsIn(sentence).find(({ part, whole }) => part.start < rest.start && whole.start < rest.start) ??
          pairsBefore(before.slice(-3))[0])
    if (!two || !pair?.whole || pair.back > 1) return null
    const should = pair.whole.value - pair.part.value
    if (rest.value === should || (own.length > 0 && !own.includes(pair.part))) return null
    return finding('parts and whole', sentence, {
      certainty: pair.back === 0 ? 'wrong' : 'question',
      found: rest.text,
      expected: sayAs(rest, should),
      why: `${pair.whole.text} less ${pair.part.text} is ${sayAs(rest, should)}.`,
    })
  })
}

/** "The other 92 include 24 who …, and 27 who …. That leaves 41": what is left of the first when all that follow are taken from it. */
function leftOver(sentence: Sentence, before: readonly Sentence[]): readonly (Finding | null)[] {
  const last = before.at(-1)
  const [whole, ...parts] = countsOf(last)
  return matches(sentence, pattern('^(?:that|this|which) (?:therefore )?(?:leaves|left|leaving) <c>')).map(
    ({ figures: [rest] }) => {
      if (
        !rest ||
        !whole ||
        parts.length < 2 ||
        countsOf(sentence)[0] !== rest ||
        [whole, ...parts].some(({ nearness }) => nearness !== 'exact')
      )
        return null
      const should = whole.value - sumOf(parts)
      const earlier = before.slice(-8).flatMap(one => countsOf(one))
      if (should <= 0 || rest.value === should || explained(rest.value, earlier)) return null
      if (Math.abs(rest.value - should) > Math.max(3, whole.value * 0.1)) return null
      return finding('parts and whole', sentence, {
        certainty: 'question',
        found: rest.text,
        expected: sayAs(rest, should),
        why: `${whole.text} less ${parts.map(({ text }) => text).join(' and ')} is ${should}.`,
      })
    },
  )
}

const OF_THESE = /^(?:of|among) (?:these|those|them|the total)\b/i

/** "88 informal and 23 formal challenges, 111 in all. Of these, 74 …, 26 … and 11 …": the parts of a number of the sentence before. */
function ofThese(sentence: Sentence, before: readonly Sentence[]): readonly (Finding | null)[] {
  const last = before.at(-1)
  const parts = countsOf(sentence)
  if (!last || !OF_THESE.test(sentence.text) || parts.length < 3 || !isList(sentence, parts)) return []
  if (
    parts.some(({ nearness, kind }) => nearness !== 'exact' || kind !== 'count') ||
    /\b(?:including|also|more than one|each|at least)\b/i.test(sentence.text)
  )
    return []
  const wholes = countsOf(last)
  const sum = sumOf(parts)
  const total =
    matches(last, IN_TOTAL).flatMap(({ figures }) => figures.slice(-1))[0] ??
    (wholes.length === 1 ? wholes[0] : undefined)
  if (!total || wholes.some(({ value }) => value === sum)) return []
  return [partsFinding(sentence, total, parts, true, 0.1)]
}

/** A list whose lead names the whole and whose items each begin with a part. */
function itemFindings(paper: Paper): readonly (Finding | null)[] {
  const found: (Finding | null)[] = []
  const passages = paper.parts
  for (const [i, lead] of passages.entries()) {
    if (isTable(lead) || lead.kind === 'heading') continue
    const last = lead.sentences.at(-1)
    const whole = last && (matches(last, pattern('\\bof (?:the |those |these |our )?<c>')).at(-1)?.figures[0] ?? null)
    if (!last || !whole || !/[:–-]\s*$|^[^⟦]*of (?:the|those|these|our) ⟦c\d+⟧ –/i.test(last.skeleton)) {
      continue
    }
    const items: Passage[] = []
    for (const next of passages.slice(i + 1)) {
      if (
        isTable(next) ||
        (next.kind !== 'item' && !/^⟦c\d+⟧/.test(next.sentences[0]?.skeleton ?? '')) ||
        next.kind === 'heading' ||
        // Of a list that goes on to other things the parts are those at its beginning.
        (items.length > 0 && !/^(?:all )?⟦c\d+⟧/i.test(next.sentences[0]?.skeleton ?? ''))
      )
        break
      items.push(next)
    }
    const firsts = items.map(({ sentences }) => sentences[0]).filter(one => one !== undefined)
    const parts = firsts.map(one => countsOf(one)[0]).filter(one => one !== undefined)
    const within = countsOf(last).filter(({ start }) => start > whole.end)
    if (
      items.length + Math.min(1, within.length) < 2 ||
      parts.length !== items.length ||
      !firsts.every(one => /^(?:all )?⟦c\d+⟧/i.test(one.skeleton))
    )
      continue
    const rest = firsts.some(one => /\b(?:other|remaining|rest)\b/i.test(one.text))
    found.push(partsFinding(last, whole, [...within, ...parts], false, rest ? 0.15 : 0.08))
  }
  return found
}

/** Parts that do not sum to their whole. */
export const checkWholes: Check = paper =>
  [
    ...[...inContext(paper)].flatMap(({ sentence, before }) => {
      const lists = listFindings(sentence)
      return lists.some(one => one !== null)
        ? lists
        : [...lists, ...leftOver(sentence, before), ...restFindings(sentence, before), ...ofThese(sentence, before)]
    }),
    ...itemFindings(paper),
  ].filter(one => one !== null)
