import type { Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import { pairsIn } from './pair.ts'
import { matches, pattern } from './pattern.ts'
import { type Check, countsOf, finding, inContext } from './reading.ts'
import { agrees, exactly, sayAs } from './rounding.ts'
import type { Sentence } from './sentence.ts'

/** A part of a whole, and the percentage that the text gives for it. */
type Share = { readonly part: Figure; readonly whole: Figure; readonly percent: Figure }

const THE =
  '(?:(?:the|our|these|those|all|all the|all our|its|their|a total of|a cohort of|some) )?(?:(?!whom|which|these|those|them)[a-z]+ )?'
/** What leads from a count to its percentage: a bracket, an equals sign, "or", "which is". */
const LEADS =
  '(?:\\(|\\(i\\.e\\. |= ?|,? ?(?:or|i\\.?e\\.?,?|that is|this is|is|was|are|were|being|which (?:is|was|equates to|amounts to|represents|equals)|equating to|equivalent to|equal to|amounting to|representing|a rate of|giving|making|at|–|-)(?: to)?(?: (?:a rate of|just|about|around|nearly|almost|approximately|just over|just under|exactly|an? [a-z]+ of))* |, (?:(?:about|around|nearly|almost|just (?:over|under)) )?)'

const PART_OF_WHOLE = pattern(
  `<cn>(?: [a-z'’-]+){0,4}? (?:out )?of ${THE}<cn>(?:[^⟦⟧;:.]|⟦[da]\\d+⟧|\\.(?=\\d)){0,70}?${LEADS}<ph>`,
)
const FRACTION = pattern(`<c> ?/ ?<c>[^⟦⟧;:]{0,12}<p>`)
const PERCENT_FIRST = pattern(
  `<ph>(?:[^⟦⟧;:]|⟦[da]\\d+⟧){0,70}?(?:\\(|: |, |, or |, being |,? with |,? that is |,? i\\.e\\.?,? |– |, namely |,? or )<cn>(?: [a-z'’-]+){0,3} ?(?:(?:out )?of|/) ?${THE}<cn>`,
)
const OF_WHOLE_FIRST = pattern(
  `\\bof ${THE}<cn>(?: [a-z'’,-]+){0,6}?,? <cn>(?:[^⟦⟧;:]|⟦[da]\\d+⟧){0,70}?(?:\\(|is |was |, or |, that is |, i\\.e\\. |(?:equivalent|equal|amounting|equating) to |which (?:is|equals) |representing )<p>`,
)
const PART_PERCENT_OF = pattern(`<cn>(?:[^⟦⟧;:]|⟦[da]\\d+⟧){0,70}?${LEADS}<ph> of ${THE}<cn>`)
const PERCENT_PART_OF = pattern(
  `<ph>(?:[^⟦⟧;:]|⟦[da]\\d+⟧){0,20}?\\(<c>\\)(?:[^⟦⟧;:]|⟦[da]\\d+⟧){0,70}?\\(?of (?:the |our |those )?<c>`,
)
const PERCENT_OF_PART = pattern(`<ph> of ${THE}<c>(?: [a-z'’-]+){0,4} ?\\(<c>\\)`)

/** "One in five of our 180 care leavers, 54 young people, …"; "the 445 children include 345 in foster care (75.5%)". */
const SHARE_OF_PART = pattern(`<h> of ${THE}<c>(?: [a-z'’-]+){0,4}, <c>(?: [a-z'’-]+){0,3}(?:,|$)`)
const WHOLE_INCLUDES = pattern(
  `\\b(?:the|our|all|these|those) <c>(?: [a-z'’-]+){1,4}? (?:include|includes|included|including) <c>(?:[^⟦⟧;:(),]|⟦[da]\\d+⟧){0,60}\\(<p>\\)`,
)
/** "38 of the 120 young people, almost half, …" */
const PART_OF_COMMA_SHARE = pattern(
  `<c> (?:out )?of ${THE}<c>(?: [a-z'’-]+){0,4}, (?:about |around |nearly |almost |just (?:over|under) |over |more than |some )?<h>,`,
)

const PART_PERCENT_OF_WHOLE = pattern(`<c>(?: [a-z]+){0,3} \\(<p>\\) (?:out )?of ${THE}<c>`)

/** A count and its percentage, where the whole is said elsewhere. */
const PART_PERCENT = pattern('<cn>(?:[^⟦⟧;:(),]|⟦[da]\\d+⟧){0,70}?\\(<p>[);,]')
const PART_COMMA_PERCENT = pattern(
  `<cn>(?:[^⟦⟧;:(]|⟦[da]\\d+⟧){0,60}?(?:which equates to|that is|i\\.e\\.|, or|, that is,?|equating to|which is) <ph>`,
)
const PERCENT_PART = pattern('<ph>(?:[^⟦⟧;:(),]|⟦[da]\\d+⟧){0,40}?\\(<c>[)]')
const PERCENT_IS_PART = pattern('<p>,? (?:which is|or|that is|i\\.e\\.|being|equating to) <c>')
const SAME_TWICE = pattern(
  '<p>(?: of [^⟦⟧;:,]{0,40})?,? (?:or|that is|i\\.e\\.|in other words,?) <h>|<p> \\((?:or |about |around |nearly |almost |just (?:over|under) |over |more than )?<h>\\)|<h>(?: of [^⟦⟧;:,(]{0,40})? \\(<p>\\)',
)

const OPENS_WITH_WHOLE = pattern(`(?:^|[,;:–-] |\\band |\\bfor )(?:of|out of|among|amongst|for) ${THE}<cn>`)
const OF_WHOM = pattern(
  '<cn>(?:[^⟦⟧;:]|⟦[da]\\d+⟧){0,60}?(?:,? (?:of whom|of which)|, (?:and )?of (?:these|those|them))\\b',
)
const ANAPHORA =
  /\b(?:of|among) (?:these|them|those|this (?:number|group|cohort|total)|the total|all of them)\b|^(?:these|those|they)\b/i

/** A percentage that is said to be the size of a change is no share. */
const CHANGE_BEFORE =
  /(?:by|up|down|(?:rise|fall|increase|decrease|reduction|growth|drop|change|swing|variance|occupancy|inflation) of) $/i
const CHANGE_AFTER =
  /^ ?(?:\w+ )?(?:reduction|increase|rise|fall|drop|decrease|growth|higher|lower|more|less|points?|above|below|per 1)\b/i
function isShare(sentence: Sentence, percent: Figure): boolean {
  const before = sentence.text.slice(Math.max(0, percent.start - 14), percent.start)
  const after = sentence.text.slice(percent.end, percent.end + 25)
  return !CHANGE_BEFORE.test(before) && !CHANGE_AFTER.test(after)
}

/** Forms that give a share whole, each with the order in which it says its part, whole and percentage. */
const WHOLE_FORMS = [
  [PART_OF_WHOLE, 'part', 'whole', 'percent'],
  [FRACTION, 'part', 'whole', 'percent'],
  [PERCENT_FIRST, 'percent', 'part', 'whole'],
  [OF_WHOLE_FIRST, 'whole', 'part', 'percent'],
  [PART_PERCENT_OF, 'part', 'percent', 'whole'],
  [PART_PERCENT_OF_WHOLE, 'part', 'percent', 'whole'],
  [PERCENT_PART_OF, 'percent', 'part', 'whole'],
  [PERCENT_OF_PART, 'percent', 'whole', 'part'],
  [SHARE_OF_PART, 'percent', 'whole', 'part'],
  [WHOLE_INCLUDES, 'whole', 'part', 'percent'],
  [PART_OF_COMMA_SHARE, 'part', 'whole', 'percent'],
] as const

/** Shares that the sentence gives whole by itself. */
function sharesIn(sentence: Sentence): readonly Share[] {
  return WHOLE_FORMS.flatMap(([form, ...order]) =>
    matches(sentence, form).flatMap(({ figures }) => {
      const said = (name: (typeof order)[number]): Figure | undefined => figures[order.indexOf(name)]
      const [part, whole, percent] = [said('part'), said('whole'), said('percent')]
      return part && whole && percent && whole.value > 0 && isShare(sentence, percent) ? [{ part, whole, percent }] : []
    }),
  )
}

/** Counts with their percentages, the whole to be found elsewhere. */
function halves(sentence: Sentence): readonly Omit<Share, 'whole'>[] {
  const found: Omit<Share, 'whole'>[] = []
  const add = (part?: Figure, percent?: Figure): void => {
    if (part && percent && isShare(sentence, percent) && !found.some(one => one.percent === percent))
      found.push({ part, percent })
  }
  for (const form of [PART_PERCENT, PART_COMMA_PERCENT])
    for (const {
      figures: [a, p],
    } of matches(sentence, form))
      add(a, p)
  for (const form of [PERCENT_PART, PERCENT_IS_PART])
    for (const {
      figures: [p, a],
    } of matches(sentence, form))
      add(a, p)
  return found
}

/** The whole that a sentence speaks of: "Of the 412 children, …", "141, of whom …", or that of the one before: "of these …". */
function wholeOf(sentence: Sentence, before: Sentence | undefined): Figure | null {
  const own = [...matches(sentence, OPENS_WITH_WHOLE), ...matches(sentence, OF_WHOM)].flatMap(({ figures }) =>
    figures.slice(0, 1),
  )
  if (own[0]) return own[0]
  if (!ANAPHORA.test(sentence.text)) return null
  const there = countsOf(before)
  return there.length === 1 ? (there[0] ?? null) : null
}

const shareOf = (part: Figure, whole: Figure): number => (100 * part.value) / whole.value

/** "22.9 of 36 posts": of a part with decimals the whole has been rounded as well. */
const right = ({ part, whole, percent }: Share): boolean =>
  part.kind === 'number' && whole.kind === 'count' && whole.value > 1
    ? agrees(percent, { low: (100 * part.value) / (whole.value + 0.5), high: (100 * part.value) / (whole.value - 0.5) })
    : agrees(percent, exactly(shareOf(part, whole)))

const wrongShare = (sentence: Sentence, { part, whole, percent }: Share, certainty: Finding['certainty']): Finding =>
  finding('share of a count', sentence, {
    certainty,
    found: percent.text,
    expected: sayAs(percent, shareOf(part, whole)),
    why: `${part.text} of ${whole.text} is ${sayAs({ ...percent, kind: 'percent', step: Math.min(percent.step, 0.1) }, shareOf(part, whole))}.`,
  })

const RESTATED =
  /^(?:\W*(?:put another way|in other words|that is(?: to say)?|this is|this represents|that represents|which is|(?:that|this) equates to|(?:that|this) means|so|thus|together|a rate of)\b)/i

/** "130 of 138. Put another way, 88.4% of them": a percentage of the pair in the sentence before. */
function restated(sentence: Sentence, before: Sentence | undefined, judged: ReadonlySet<Figure>): readonly Finding[] {
  const percents = sentence.figures.filter(({ kind }) => kind === 'percent')
  const [percent] = percents
  if (!percent || percents.length > 1 || !before || judged.has(percent) || !RESTATED.test(sentence.text)) return []
  if (sentence.figures.some(({ kind }) => kind === 'number' || kind === 'points') || !isShare(sentence, percent))
    return []
  const pairs = pairsIn(before)
  const [pair] = pairs
  if (!pair || pairs.length > 1 || before.figures.some(({ kind }) => kind === 'percent')) return []
  const share = { part: pair.part, whole: pair.whole, percent }
  return right(share) ? [] : [wrongShare(sentence, share, countsOf(before).length === 2 ? 'wrong' : 'question')]
}

/** A percentage that does not follow from its counts. Each percentage is held against the counts nearest to it, and is right if any bears it out. */
export const checkShares: Check = paper => {
  const found: Finding[] = []
  const known = [...inContext(paper)].flatMap(({ sentence }) => countsOf(sentence))
  let settled: Figure | null = null
  let run: Sentence | undefined
  for (const { sentence, before } of inContext(paper)) {
    if (before.length === 0) settled = null
    run = before.at(-1)
    const given = sharesIn(sentence)
    const judged = new Set<Figure>()
    for (const share of given) {
      if (judged.has(share.percent)) continue
      judged.add(share.percent)
      const same = given.filter(one => one.percent === share.percent)
      if (same.some(right)) {
        settled = same.find(right)?.whole ?? settled
        continue
      }
      const sure = share.percent.kind === 'share' && share.percent.nearness !== 'exact' ? 'question' : 'wrong'
      found.push(
        wrongShare(
          sentence,
          share,
          Math.abs(shareOf(share.part, share.whole) - share.percent.value) > 15 || sure === 'wrong' ? 'wrong' : sure,
        ),
      )
    }
    const whole = wholeOf(sentence, run)
    for (const { part, percent } of halves(sentence)) {
      if (judged.has(percent) || part === whole) continue
      judged.add(percent)
      const here = whole ? { part, whole, percent } : null
      if (here && right(here)) {
        settled = whole
        continue
      }
      // Any count of the paper that bears it out will do: the whole need not be named beside its part.
      if (known.some(one => one !== part && one.value >= part.value && right({ part, whole: one, percent }))) continue
      if (here && part.value <= here.whole.value)
        found.push(wrongShare(sentence, here, whole && sentence.figures.includes(whole) ? 'wrong' : 'question'))
      else if (settled && part.value <= settled.value && percent.kind === 'percent')
        found.push(wrongShare(sentence, { part, whole: settled, percent }, 'question'))
    }
    found.push(...restated(sentence, run, judged))
    for (const { figures } of matches(sentence, SAME_TWICE)) {
      const [percent, share] = figures.toSorted((a, b) => Number(a.kind === 'share') - Number(b.kind === 'share'))
      if (percent && share && !agrees(share, exactly(percent.value)))
        found.push(
          finding('share of a count', sentence, {
            certainty: 'wrong',
            found: share.text,
            expected: percent.text,
            why: `${share.text} is ${sayAs({ ...percent, step: 0.1 }, share.value)}, and it is given as ${percent.text}.`,
          }),
        )
    }
  }
  return found
}
