import type { Shown } from '../disclosure/shown.ts'
import type { WordsPart, WordsRun } from './paper-words.ts'
import type { RowView } from './scorecard-view.ts'
import { nameOf } from './story.ts'
import { wayOf } from './story-judged.ts'

/** A sentence that says of a figure what the figure does not. `question`: it may be about something else, or no more than chance. */
export type ClaimFault = {
  readonly certainty: 'wrong' | 'question'
  readonly sentence: string
  readonly found: string
  /** What the figures say. */
  readonly why: string
}

/** What of a claim the figures bear out: null where they say nothing of it. */
type Judged = { readonly holds: boolean | 'by chance'; readonly why: string } | null
type Rule = { readonly cue: RegExp; readonly judge: (row: RowView, match: RegExpExecArray) => Judged }

const numberOf = (shown: Shown | null | undefined): number | null => (shown?.kind === 'number' ? shown.value : null)
const ways = { low: 'lower is better', high: 'higher is better', neither: '', band: '' } as const

/** The figure of others that a sentence means; null where none is held. */
function othersOf(
  { comparison }: RowView,
  said: string,
): { readonly figure: Shown; readonly who: string; readonly periodText: string } | null {
  const who = /neighbour|similar|comparator/i.test(said)
    ? 'statistical neighbours'
    : /region/i.test(said)
      ? 'region'
      : 'england'
  const found = [comparison?.headline, ...(comparison?.comparators ?? [])].find(one => one?.comparator === who) ?? null
  return found ? { figure: found.figure, who: who === 'england' ? 'England' : who, periodText: found.periodText } : null
}

function againstOthers(row: RowView, [, cue = '', said = '']: RegExpExecArray): Judged {
  const others = othersOf(row, said)
  const [ours, theirs] = [numberOf(row.latest.figure), numberOf(others?.figure)]
  if (!others || ours === null || theirs === null) return null
  const judging = /better|worse|outperform|well|favourabl/i.test(cue)
  if (judging && row.good !== 'low' && row.good !== 'high') return null
  const more = ours > theirs
  const better = more === (row.good === 'high')
  const same = row.latest.figure.text === others.figure.text
  const claimed = judging
    ? /worse/i.test(cue)
      ? !better
      : better
    : /above|higher|more|exceed/i.test(cue)
      ? more
      : !more
  return {
    holds: same ? false : claimed,
    why: `${row.latest.figure.text} against ${others.figure.text} (${others.who}, ${others.periodText})${judging ? `: ${ways[row.good]}` : ''}`,
  }
}

function againstTarget({ target, latest, targetText, rag }: RowView, [, cue = '']: RegExpExecArray): Judged {
  const [ours, value] = [numberOf(latest.figure), numberOf(target?.value)]
  if (!target || ours === null || value === null) return null
  const upper = numberOf(target.upper) ?? value
  const why = `${latest.figure.text}; the target is ${targetText}`
  if (/above|exceed|over/i.test(cue)) return { holds: ours > upper, why }
  if (/below|short|under/i.test(cue)) return { holds: ours < value, why }
  if (rag.kind !== 'rated') return null
  const met = rag.status === 'on target'
  return { holds: /off|miss/i.test(cue) ? !met : met, why: `${why}: ${rag.text.toLowerCase()}` }
}

const signOf = (shown: Shown | null | undefined): number | null => {
  const value = numberOf(shown)
  return value === null ? null : Math.sign(value)
}

/** What the figures say of a movement: what signals bear, then the two changes of a point from another. */
function movement(row: RowView, claimed: 'better' | 'worse' | 'up' | 'down'): Judged {
  const { good, direction, change, lastYear } = row
  const judging = claimed === 'better' || claimed === 'worse'
  if (judging && good !== 'low' && good !== 'high') return null
  const wanted = judging ? ((claimed === 'better') === (good === 'high') ? 1 : -1) : claimed === 'up' ? 1 : -1
  const way = wayOf(row)
  const signal = way === null ? null : way === 'up' ? 1 : -1
  const year = signOf(lastYear?.change)
  const step = signOf(change?.figure)
  const known = [signal, year, step].filter(sign => sign !== null)
  if (known.length === 0) return null
  const why = [
    direction ? `the signals say: ${direction.word.toLowerCase()}` : '',
    change ? `${change.figure.text} from the period before` : '',
    lastYear ? `${lastYear.change.text} from last year` : '',
    judging ? ways[good] : '',
  ]
  const said = why.filter(Boolean).join('; ')
  if (signal === wanted || (year === wanted && lastYear?.couldBeChance === false)) return { holds: true, why: said }
  if (known.includes(wanted)) return { holds: 'by chance', why: said }
  return { holds: known.every(sign => sign === 0) ? 'by chance' : false, why: said }
}

const WHO =
  '(?:(?:that|those|figures?) (?:of|for) )?(?:both )?(?:the |our |most |many |all )?(?:average (?:of|for) )?(?:the |our )?(?:latest )?(similar (?:councils|authorities)|statistical[ -]neighbours?(?: average)?|neighbours?|comparators?|national(?: average)?|england|regional(?: average)?|region)'
const rules: readonly Rule[] = [
  {
    cue: new RegExp(
      `\\b(better than|worse than|outperform(?:s|ed|ing)?|compares? (?:well|favourably) (?:with|to)|above|higher than|more than|exceed(?:s|ed|ing)?|below|lower than|less than|fewer than) ${WHO}\\b`,
      'i',
    ),
    judge: againstOthers,
  },
  {
    cue: /\b(above|exceed(?:s|ed|ing)?|over|below|short of|under|met|meets|meeting|achieved|achieving|missed|missing|on(?= target)|off(?= target)) (?:our |the |its |this )?(?:\w+ ){0,2}?target\b/i,
    judge: againstTarget,
  },
  { cue: /\b(?:improv(?:ed|ing|es|ement)|getting better|got better)\b/i, judge: row => movement(row, 'better') },
  {
    cue: /\b(?:(?:getting|got) worse|worsen(?:ed|ing|s)|deteriorat(?:ed|ing|es|ion))\b/i,
    judge: row => movement(row, 'worse'),
  },
  { cue: /\b(?:risen|rose|rising|increased|increasing|gone up|went up)\b/i, judge: row => movement(row, 'up') },
  {
    cue: /\b(?:fallen|fell|falling|decreased|decreasing|dropped|gone down|went down)\b/i,
    judge: row => movement(row, 'down'),
  },
]

// What is hoped for, planned or past is no claim of the figure of now; what is denied is left alone.
const NOT_NOW =
  /\b(?:will|would|should|could|may|might|must|aim\w*|plan\w*|expect\w*|hop(?:e|es|ing)|intend\w*|if|until|unless|previously|historically|in 20\d\d|last year’s|last year's)\b/i
const DENIED = /\b(?:not|no longer|never|hardly|nor|neither|cannot|without|\w+n[’']t)\b[^.;,]{0,40}$/i
const OF_THE_FIGURE =
  /^(?:this|it|its|that|we|our|performance|improv|better|worse|above|below|over|under|on target|off target|higher|lower|still|now|currently|the (?:figure|rate|number|percentage|proportion|share|measure|indicator|position|result|average|trend)s?)\b|^(?:at|with|of|from) [\d{]/i

/** Sentences with the measures of the figures that each names. */
function sentencesOf(
  runs: readonly WordsRun[],
): readonly { readonly text: string; readonly of: ReadonlySet<string> }[] {
  let all = ''
  const spans: { readonly at: number; readonly measure: string }[] = []
  for (const run of runs) {
    if (run.kind === 'figure') spans.push({ at: all.length, measure: run.measure })
    all += run.kind === 'words' ? run.text : run.shown.text
  }
  return [...all.matchAll(/[^\n]+?(?:[.?!;](?=\s|$)|$)/g)].map(({ 0: text, index }) => ({
    text: text.trim(),
    of: new Set(spans.filter(({ at }) => at >= index && at < index + text.length).map(({ measure }) => measure)),
  }))
}

function faultsOf(text: string, row: RowView, named: boolean): readonly ClaimFault[] {
  if (NOT_NOW.test(text)) return []
  const { figure, numerator } = row.latest
  const sure =
    named ||
    OF_THE_FIGURE.test(text) ||
    [figure, numerator].some(one => one.kind === 'number' && one.text.length > 1 && text.includes(one.text))
  return rules.flatMap(({ cue, judge }): readonly ClaimFault[] => {
    const match = cue.exec(text)
    if (!match || DENIED.test(text.slice(0, match.index))) return []
    const judged = judge(row, match)
    if (judged === null || judged.holds === true) return []
    return [
      {
        certainty: sure && judged.holds === false ? 'wrong' : 'question',
        sentence: text,
        found: match[0],
        why:
          judged.holds === 'by chance'
            ? `No more than chance would explain: ${judged.why}.`
            : `The figures: ${judged.why}.`,
      },
    ]
  })
}

/**
 * Reads words against the figures of rows: "better than similar councils", "below target", "improved". A sentence is about the
 * measure whose figure it names, else about `own`; one that names several is left. Which way is good is known of the measure, so
 * that a claim is certainly wrong where the sentence is plainly about the figure.
 */
export function claimFaults(
  parts: readonly WordsPart[],
  rows: readonly RowView[],
  own: RowView | null,
): readonly ClaimFault[] {
  return parts
    .flatMap(part => (part.kind === 'list' ? part.items : [part.runs]))
    .flatMap(sentencesOf)
    .flatMap(({ text, of }) => {
      if (of.size > 1) return []
      const [measure] = of
      const row = measure === undefined ? own : (rows.find(one => nameOf(one) === measure) ?? null)
      return row === null ? [] : faultsOf(text, row, measure !== undefined)
    })
}
