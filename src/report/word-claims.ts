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
type Rule = {
  readonly cue: RegExp
  readonly judge: (row: RowView, match: RegExpExecArray) => Judged
  /** It is of a movement, which much else may make too: recruitment, support. */
  readonly moves?: true
}

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
  '(?:(?:that|those|figures?) (?:of|for) )?(?:both )?(?:the |our |most |many |all )?(?:average (?:of|for) )?(?:the |our )?(?:latest )?(similar (?:councils|authorities|local authorities|cities|boroughs|counties)|statistical[ -]neighbours?(?: average)?|neighbours?|comparators?|national(?: average)?|england|regional(?: average)?|region)'
const rules: readonly Rule[] = [
  {
    cue: new RegExp(
      `\\b(better than|worse than|outperform(?:s|ed|ing)?|compares? (?:well|favourably) (?:with|to)|above|higher than|more than|exceed(?:s|ed|ing)?|below|lower than|less than|fewer than) ${WHO}\\b`,
      'gi',
    ),
    judge: againstOthers,
  },
  {
    cue: /\b(above|exceed(?:s|ed|ing)?|over|below|short of|under|met|meets|meeting|achieved|achieving|missed|missing|on(?= target)|off(?= target)) (?:our |the |its |this )?(?:\w+ ){0,2}?target\b/gi,
    judge: againstTarget,
  },
  {
    cue: /\b(?:improv(?:ed|ing|es|ement)|getting better|got better)\b/gi,
    judge: row => movement(row, 'better'),
    moves: true,
  },
  {
    cue: /\b(?:(?:getting|got) worse|worsen(?:ed|ing|s)|deteriorat(?:ed|ing|es|ion))\b/gi,
    judge: row => movement(row, 'worse'),
    moves: true,
  },
  {
    cue: /\b(?:risen|rose|rising|increased|increasing|gone up|went up)\b/gi,
    judge: row => movement(row, 'up'),
    moves: true,
  },
  {
    cue: /\b(?:fallen|fell|falling|decreased|decreasing|dropped|gone down|went down)\b/gi,
    judge: row => movement(row, 'down'),
    moves: true,
  },
]

// What is hoped for, planned or past is no claim of the figure of now; what is denied is left alone.
const NOT_NOW =
  /\b(?:will|would|should|could|may|might|must|aim\w*|plan\w*|expect\w*|hop(?:e|es|ing)|intend\w*|if|until|unless|previously|historically|in 20\d\d|last year’s|last year's)\b/i
const DENIED = /\b(?:not|no longer|never|hardly|nor|neither|cannot|without|\w+n[’']t)\b[^.;,]{0,40}$/i
const MEASURED =
  'figure|rate|number|percentage|proportion|share|measure|indicator|position|result|average|trend|performance|total'
/** A sentence whose subject is the figure: "The rate has…", "This is…", "Our performance…"; what "of …" names is group 1. */
const SUBJECT = new RegExp(
  `^(?:(?:this|it|that|which) (?:is|was|has|had|have|remains?|shows?|represents?|continues?|exceeds?|compares?|outperforms?)\\b|(?:(?:the|our|its|this) )?(?:${MEASURED})s?\\b(?: of ((?:[a-z’'-]+ ){1,9}?)(?=is|are|was|were|has|have|had|remains?))?)`,
  'i',
)
/** The same, or said of ourselves, or with no subject at all. */
const OURSELVES = /^(?:we|better|worse|above|below|over|under|on target|off target|higher|lower|still|now|currently)\b/i
/** After a movement that is the figure's own no object stands: "has improved since", and not "has improved recording". */
const NO_OBJECT =
  /^\s*(?:$|[.,;:)]|(?:again|and|as|at|between|but|by|compared|during|each|every|for|from|further|in|month|on|over|quarter|sharply|significantly|since|slightly|steadily|this|to|year)\b)/i

/** A movement over another span than the figures tell of, or between figures of its own, which the proof-reader reads. */
const OTHER_SPAN =
  /\b(?:(?:last|past|previous) (?!12 |twelve )(?:\d+|two|three|four|five|six|seven|eight|nine|ten|few|several|couple of) (?:years|quarters|months)|decade|years? ago|since (?:\w+ ){0,2}20\d\d|from (?:[\w£]+ ){0,4}?[\d£][^;]* to )/i

/** The words of a subject that say what it is. */
const stems = (words: string): readonly string[] =>
  (words.toLowerCase().match(/[a-z’'-]{4,}/g) ?? []).map(word => word.slice(0, 5))

/** Whether the subject of a sentence is the figure of a row: where it says of what, its title must have all of that. */
function isOfFigure(text: string, { title }: RowView): boolean {
  const subject = SUBJECT.exec(text)
  const after = subject ? text.slice(subject[0].length) : ''
  if (!subject || (subject[1] === undefined && /^ of\b/i.test(after))) return false
  const own = stems(title)
  return stems(subject[1] ?? '').every(stem => own.includes(stem))
}

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
  const ofFigure = isOfFigure(text, row)
  const near =
    named ||
    ofFigure ||
    OURSELVES.test(text) ||
    [figure, numerator].some(one => one.kind === 'number' && one.text.length > 1 && text.includes(one.text))
  return rules.flatMap(({ cue, judge, moves }) =>
    [...text.matchAll(cue)].flatMap((match): readonly ClaimFault[] => {
      const before = text.slice(0, match.index)
      if (DENIED.test(before)) return []
      if (moves && (OTHER_SPAN.test(text) || !NO_OBJECT.test(text.slice(match.index + match[0].length)))) return []
      const judged = judge(row, match)
      if (judged === null || judged.holds === true) return []
      // A movement is the figure's own in its own clause only: "the rate is 95.2, and recruitment has improved".
      const sure = moves ? ofFigure && !/[,;]| (?:and|but|while|as) /i.test(before) : near
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
    }),
  )
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
