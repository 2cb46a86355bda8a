import { conceptOf } from './concept.ts'
import { alike, type Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import { matches, pattern } from './pattern.ts'
import { type Check, finding, inContext } from './reading.ts'
import { sayAs } from './rounding.ts'
import type { Sentence } from './sentence.ts'

const CUE =
  /\b(?<not>not |no longer |n[’']t )?(?<cue>above|below|exceed(?:s|ed|ing)?|higher than|lower than|better than|worse than|within|over (?=the|our)|under (?=the|our)|short of|outperform(?:s|ed)?|compares? (?:well|favourably) (?:with|to))\b/gi
const COMPARATOR =
  /\b(?:target|average|threshold|neighbours?|national(?:ly)?|england|regional?|benchmark|standard|similar (?:councils|authorities)|other councils|limit|ceiling|recommended)\b/i
const BOTH_SAID = pattern(
  '<cnprt>(?:[^⟦⟧;]|⟦[da]\\d+⟧){0,60}?(?:compared (?:with|to)|against|as against|in comparison (?:with|to)) <cnprt>(?:[^⟦⟧;.]|⟦[da]\\d+⟧){0,40}(?:and <cnprt>)?',
)
const NO_FIGURE =
  /^(?:we|this|it|our rate|that)\b[^.;]*\b(above|below|higher than|lower than)\b[^.;]*\b(?:regional?|national|england|average|neighbours?)\b/i
const COLON = pattern(
  '(?:higher|more|greater|lower|fewer|less) than [^⟦:;]{0,40}: <cnpmr> (?:against|compared (?:with|to)|and|to|as against) <cnpmr>',
)
const MOVED = pattern(
  '\\b(?:improv(?:ed|ing|es)|better|deteriorat(?:ed|ing)|worsen(?:ed|ing)|got worse|gone backwards)[^⟦⟧;:]{0,40}from <cnpmrt>~~to <cnpmrt>',
)
/** Whether more or less of these is good is argued about. */
const ARGUED = new Set(['rate in care', 'residential', 'caseload', 'connected carers', 'waiting'])

type Good = { readonly good: 'high' | 'low'; readonly certainty: Finding['certainty'] }

/** Whether a high or a low figure is good: as the sentence says, as what it is about says, or as the sentences before it are about. */
export function goodOf(sentence: Pick<Sentence, 'text'>, before: readonly Sentence[]): Good | null {
  const said =
    /\b(lower|smaller|higher|bigger|larger|fewer)(?: \w+)? is better\b|\b(low|high)(?: \w+)? is good\b/i.exec(
      sentence.text,
    )
  if (said) return { good: /^(?:high|bigg|larg)/i.test(said[1] ?? said[2] ?? '') ? 'high' : 'low', certainty: 'wrong' }
  const own = conceptOf(sentence.text)
  if (own) return own.good ? { good: own.good, certainty: ARGUED.has(own.id) ? 'question' : 'wrong' } : null
  const [last, ...rest] = before.slice(-4).toReversed()
  const near = last ? conceptOf(last.text) : null
  if (near) return near.good ? { good: near.good, certainty: ARGUED.has(near.id) ? 'question' : 'wrong' } : null
  const far = rest.map(({ text }) => conceptOf(text)).find(one => one !== null)
  return far?.good ? { good: far.good, certainty: 'question' } : null
}

const comparable = (a: Figure, b: Figure): boolean =>
  alike(a, b) ||
  (['rate', 'time'].includes(a.kind) && ['count', 'number'].includes(b.kind)) ||
  (['rate', 'time'].includes(b.kind) && ['count', 'number'].includes(a.kind))

/** Whether a cue is true of two figures; null where it cannot be told. */
function holds(cue: string, ours: number, theirs: number, good: Good | null): boolean | null {
  if (/^(?:above|exceed|higher|over)/i.test(cue)) return ours > theirs
  if (/^(?:below|lower|under|short)/i.test(cue)) return ours < theirs
  if (/^within/i.test(cue)) return good?.good === 'high' ? null : ours <= theirs
  if (good === null) return null
  const better = good.good === 'high' ? ours > theirs : ours < theirs
  return /^worse/i.test(cue) ? (ours === theirs ? false : !better) : better
}

const said = (
  sentence: Sentence,
  cue: string,
  ours: Figure,
  theirs: Figure,
  certainty: Finding['certainty'],
  good: Good | null,
): Finding =>
  finding('comparison', sentence, {
    certainty,
    found: cue.trim(),
    expected: ours.value === theirs.value ? 'the same as' : ours.value > theirs.value ? 'above' : 'below',
    why: `${ours.text} is ${ours.value === theirs.value ? 'the same as' : ours.value > theirs.value ? 'more than' : 'less than'} ${theirs.text}${good && /better|worse|outperform|compare/i.test(cue) ? `, and ${good.good === 'high' ? 'more' : 'less'} of it is better` : ''}.`,
  })

function cueFindings(sentence: Sentence, before: readonly Sentence[]): readonly (Finding | null)[] {
  const { text, figures } = sentence
  return [...text.matchAll(CUE)].map(match => {
    const cue = match.groups?.cue ?? ''
    const end = match.index + match[0].length
    const theirs = figures.find(figure => figure.start >= end && figure.kind !== 'date' && figure.kind !== 'label')
    if (!theirs || match.groups?.not || theirs.nearness === 'about') return null
    const between = text.slice(end, theirs.start)
    const near = /^\s*(?:the|our|a|its|that of)?\s*$/.test(between)
    if (
      between.length > 70 ||
      /[;.]/.test(between) ||
      !(COMPARATOR.test(between) || (near && COMPARATOR.test(text.slice(theirs.end, theirs.end + 50))))
    )
      return null
    // "3 points above": how far, and not what.
    const clause = Math.max(
      text.lastIndexOf(';', match.index),
      text.lastIndexOf(' while ', match.index),
      text.lastIndexOf(' but ', match.index),
    )
    const mine = figures.filter(
      figure =>
        figure.end <= match.index && figure.start > clause && figure.nearness === 'exact' && comparable(figure, theirs),
    )
    const own = mine.filter(
      figure =>
        !/^ ?(?:\w+ )?(?:points? |percentage points? )?(?:above|below|higher|lower|short|better|worse)/i.test(
          text.slice(figure.end, figure.end + 30),
        ) || mine.length === 1,
    )
    let ours = own.at(-1)
    // Of two measures in one sentence it is the one of the cue's own clause that says what is good.
    const cut = / and (?=at ⟦|at \d|\d)|;| while | whilst | but /gi
    const ends = [...text.matchAll(cut)].map(({ index }) => index)
    const clauseText = text.slice(
      ends.findLast(at => at < match.index) ?? 0,
      ends.find(at => at > match.index) ?? text.length,
    )
    const good = goodOf({ text: clauseText }, before)
    if (!ours && /^(?:this|that|it|which|we|both|performance)\b/i.test(text)) {
      const last =
        before
          .at(-1)
          ?.figures.filter(
            figure => comparable(figure, theirs) && figure.kind === theirs.kind && figure.nearness === 'exact',
          ) ?? []
      if (last.length === 1) ours = last[0]
    }
    if (
      ours?.nearness !== 'exact' ||
      (/\b(?:points?|higher|lower)\b/i.test(text.slice(ours.end, match.index)) && ours.kind === 'points')
    )
      return null
    if (
      COMPARATOR.test(text.slice(ours.end, match.index)) ||
      /\b(?:target|average|threshold) of $/i.test(text.slice(0, ours.start))
    )
      return null
    const true_ = holds(cue, ours.value, theirs.value, good)
    if (true_ !== false) return null
    const judged = /better|worse|outperform|compare/i.test(cue)
    return said(sentence, cue, ours, theirs, judged ? (good?.certainty ?? 'question') : 'wrong', good)
  })
}

/** "58 per 10,000, compared with 66 in the region and 70 in England. We are therefore above both." */
function withoutFigures(sentence: Sentence, before: Sentence | undefined): Finding | null {
  const cue = NO_FIGURE.exec(sentence.text)
  if (!cue || !before || sentence.figures.some(({ kind }) => kind !== 'date' && kind !== 'label')) return null
  const pairs = matches(before, BOTH_SAID)
  const [ours, ...theirs] = pairs[0]?.figures ?? []
  if (!ours || theirs.length === 0 || pairs.length !== 1 || !COMPARATOR.test(before.text)) return null
  const wrong = theirs.filter(
    other => comparable(ours, other) && holds(cue[1] ?? '', ours.value, other.value, null) === false,
  )
  return wrong.length === theirs.length && wrong[0] ? said(sentence, cue[1] ?? '', ours, wrong[0], 'wrong', null) : null
}

/** "Improved from 14.1 to 14.6", where less is better. */
function movedFindings(sentence: Sentence, before: readonly Sentence[]): readonly (Finding | null)[] {
  return matches(sentence, MOVED).map(({ figures: [from, to], text }) => {
    const good = goodOf(sentence, before)
    if (!from || !to || !good || !alike(from, to) || from.value === to.value) return null
    const better = to.value > from.value === (good.good === 'high')
    const claimed = /^(?:improv|better)/i.test(text)
    if (better === claimed) return null
    return finding('comparison', sentence, {
      certainty: good.certainty,
      found: text.match(/^\w+/)?.[0] ?? text,
      expected: better ? 'improved' : 'worsened',
      why: `From ${from.text} to ${sayAs(to, to.value)} is ${better ? 'better' : 'worse'}: ${good.good === 'high' ? 'more' : 'less'} of it is good.`,
    })
  })
}

function colonFindings(sentence: Sentence): readonly (Finding | null)[] {
  return matches(sentence, COLON).map(({ figures: [a, b], text }) => {
    const cue = /^(?:higher|more|greater)/i.test(text) ? 'higher than' : 'lower than'
    return a && b && alike(a, b) && holds(cue, a.value, b.value, null) === false
      ? said(sentence, cue, a, b, 'wrong', null)
      : null
  })
}

/** "Better than" and "below target", contradicted by the figures beside them. */
export const checkComparisons: Check = paper =>
  [...inContext(paper)]
    .flatMap(({ sentence, before }) => [
      ...cueFindings(sentence, before),
      withoutFigures(sentence, before.at(-1)),
      ...movedFindings(sentence, before),
      ...colonFindings(sentence),
    ])
    .filter(one => one !== null)
