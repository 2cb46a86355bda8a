import type { Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import { type Check, countsOf, finding, runsOf } from './reading.ts'
import type { Sentence } from './sentence.ts'

const CAME =
  /\b(?:started|starting|came (?:in\b|into|on)|coming into|entered|entering|joined|joining|(?:newly |were |been )?(?:approved|recruited|registered|opened|accepted|received|admitted|referred|added|started)|arrived|new|began|admissions|entrants|starters|approvals|referrals)\b/i
const WENT =
  /\b(?:ceased|ceasing|left|leaving|leavers|resigned|resignations|de-?registered|de-?registrations|ended|ending|closed|closures|discharged|exited|exits|withdrew|withdrawn|retired|moved on|moved out|removed|completed|departed|stepped down)\b/i
const STOCK_OPENS =
  /\b(?:began|beginning|start of|opening|opened with|opened the|brought forward|at the (?:start|beginning|outset)|(?:as )?(?:at|on) ⟦d\d+|started (?:the|with)|(?:end|close) of the previous)\b/i
const STOCK_CLOSES =
  /\b(?:therefore|thus|so that|leaves?|leaving|left us|ended (?:it|the|with)|closing|closed (?:the|with|at)|(?:at|by) (?:the |its |year )?(?:end|close)|year end|(?:at|on|by|as at) ⟦d\d+|carried forward|now (?:has|have|stands?|holds?)|which (?:makes|leaves|gives)|making|total (?:is|was|of)|in place)\b/i
/** What a number is of something else by. */
const NOT_STOCK =
  /%|⟦[pmrh]\d+⟧|\b(?:of whom|of which|of these|average|compared|target|per cent|more than|increase|decrease|net)\b/i

type Step = { readonly figure: Figure; readonly sentence: Sentence; readonly words: string }

/** Every count of a sentence with the words from it to the next, and those before it from the one before. */
function stepsOf(sentence: Sentence): readonly Step[] {
  const counts = countsOf(sentence).filter(({ kind }) => kind === 'count')
  return counts.map((figure, i) => {
    const place = (one: Figure): number => sentence.skeleton.indexOf(`⟦c${sentence.figures.indexOf(one)}⟧`)
    const at = place(figure)
    const next = counts[i + 1]
    const to = next ? place(next) : sentence.skeleton.length
    const from = i === 0 ? 0 : place(counts[i - 1] ?? figure)
    const after =
      sentence.skeleton
        .slice(at, to)
        .replace(/⟦c\d+⟧/, '')
        .split(/[,;]| and /)[0] ?? ''
    const before = (
      sentence.skeleton
        .slice(from, at)
        .replace(/^⟦c\d+⟧/, '')
        .match(/[^,;]*$/)?.[0] ?? ''
    ).replace(/^.* and (?=\w+ (?:was|were)\b)/, '')
    return { figure, sentence, words: `${before}|${after}` }
  })
}

const before = ({ words }: Step): string => words.split('|')[0] ?? ''
const after = ({ words }: Step): string => words.split('|')[1] ?? ''

/** Whether a step's own words say so: what follows a number first, then what leads to it. */
const says = (step: Step, of: RegExp, not: RegExp): boolean =>
  of.test(after(step))
    ? !not.test(after(step))
    : !not.test(after(step)) && of.test(before(step)) && !not.test(before(step))

/**
 * Four counts that follow each other in a run of sentences, and no others: how many there were, how many came, how many went, and how many
 * there are. Two of time or place apart are no such four.
 */
function ofRun(run: readonly Sentence[]): readonly Finding[] {
  const found: Finding[] = []
  for (const [i, first] of run.entries()) {
    const own = run.slice(i, i + 4)
    const steps: Step[] = []
    for (const sentence of own) {
      if (steps.length > 0 && NOT_STOCK.test(sentence.skeleton)) break
      steps.push(...stepsOf(sentence))
      if (steps.length >= 4) break
    }
    const [opening, second, third, closing] = steps
    if (!opening || !second || !third || !closing || steps.length !== 4 || NOT_STOCK.test(first.skeleton)) continue
    if (!STOCK_OPENS.test(first.skeleton) || steps.some(({ figure }) => figure.nearness !== 'exact')) continue
    const came = [second, third].find(step => says(step, CAME, WENT))
    const went = [second, third].find(step => step !== came && says(step, WENT, CAME))
    const closes = STOCK_CLOSES.exec(`${before(closing)} ${after(closing)}`)
    if (!came || !went || !closes) continue
    const quarters = new Set(
      own.flatMap(({ text }) => text.match(/\bQ[1-4]\b|\b(?:first|second|third|fourth) quarter\b/gi) ?? []),
    )
    if (quarters.size > 1) continue
    const should = opening.figure.value + came.figure.value - went.figure.value
    const apart = Math.abs(closing.figure.value - should)
    if (apart === 0 || apart > Math.max(5, opening.figure.value * 0.15)) continue
    found.push(
      finding('opening, in, out and closing', closing.sentence, {
        certainty: /therefore|thus|so|leav|left|mak/i.test(closes[0]) ? 'wrong' : 'question',
        found: closing.figure.text,
        expected: String(should),
        why: `${opening.figure.text} + ${came.figure.text} − ${went.figure.text} is ${should}.`,
      }),
    )
  }
  return found
}

/** How many there are at the end, where it is only said to follow: "at 31 March there were therefore 115". */
export const checkClosings: Check = paper => runsOf(paper).flatMap(ofRun)
