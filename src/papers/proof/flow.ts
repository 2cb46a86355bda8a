import type { Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import { isTable, type Paper } from './paper.ts'
import { matches, pattern } from './pattern.ts'
import { type Check, finding, runsOf } from './reading.ts'
import { agrees, exactly, sayAs } from './rounding.ts'
import { readSentence, type Sentence } from './sentence.ts'
import type { Table } from './table-cell.ts'

const OPENING = pattern(
  '(?:began|beginning|start of the|opening|opened|at (?:the start|⟦d\\d+⟧)|at the (?:beginning|start)|on ⟦d\\d+⟧|brought forward)[^⟦;]{0,60}?(?:⟦d\\d+⟧[^⟦;]{0,40}?)?<c>|went from <c> to',
)
const IN = pattern(
  '<c>(?: [a-z]+){0,4}? (?:started|came into care|came in\\b|entered|joined|were approved|approved|were admitted|new|began)|(?:entrants|starters|approvals)[^⟦;]{0,25}<c>|approved <c>',
)
const OUT = pattern(
  '<c>(?: [a-z]+){0,3}? (?:ceased|left\\b|resigned|de-registered|deregistered|ended|were discharged|discharged|exited)|(?:leavers|resignations|de-registrations)[^⟦;]{0,25}<c>',
)
const CLOSING = pattern(
  '(?:this left|leaving|ended (?:it|the (?:quarter|year|month|period))? ?with|which (?:makes|leaves|gives)|closing (?:number|balance|total)[^⟦]{0,20}|at (?:its|the) end|closed (?:it )?with|making) (?:us with |a total of )?<c>|<c>(?: [a-z]+){0,3} (?:at its end|at the end)\\b|went from ⟦c\\d+⟧ to <c>',
)
const WENT = pattern('went from <c> to <c>')
const NET = pattern(
  '\\bnet (?:(?:effect|result|change|movement) (?:is|was|being|of)? ?(?:therefore )?(?:an? )?)?(?:rise|increase|growth|gain|fall|decrease|reduction|loss) of <c>',
)
const FALLEN_BY = pattern(
  'so [^⟦]{0,40}(?:fallen|risen|fell|rose|grown|gone up|gone down|increased|reduced|decreased) by <c>',
)

const only = (sentence: Sentence, of: RegExp): Figure | null => {
  const found = [...new Set(matches(sentence, of).flatMap(({ figures }) => figures))]
  return found.length === 1 ? (found[0] ?? null) : null
}

type Flow = {
  opening: Figure | null
  in: Figure | null
  out: Figure | null
  closing: Figure | null
  at: Sentence | null
  closed: number
}

function closingFinding(
  sentence: Sentence,
  figures: readonly [Figure, Figure, Figure, Figure],
  certainty: Finding['certainty'],
): Finding | null {
  const [opening, came, went, closing] = figures
  const should = opening.value + came.value - went.value
  if (agrees(closing, exactly(should))) return null
  return finding('opening, in, out and closing', sentence, {
    certainty,
    found: closing.text,
    expected: sayAs(closing, should),
    why: `${opening.text} + ${came.text} − ${went.text} is ${sayAs(closing, should)}.`,
  })
}

/** Within four sentences of each other: an opening number, how many came, how many went, and the closing number. */
function runFindings(run: readonly Sentence[]): readonly (Finding | null)[] {
  const found: (Finding | null)[] = []
  for (let i = 0; i < run.length; i++) {
    const flow: Flow = { opening: null, in: null, out: null, closing: null, at: null, closed: 0 }
    for (const [k, sentence] of run.slice(i, i + 4).entries()) {
      const opening = only(sentence, OPENING)
      const came = only(sentence, IN)
      const went = only(sentence, OUT)
      const closing = only(sentence, CLOSING)
      if (k === 0 && !opening) break
      // "Went from 301 to 305" closes what it opens: what came and went is in the sentence before it, or in its own.
      if (k === 0 && closing && matches(sentence, WENT).length > 0) {
        const last = run[i - 1]
        const [ins, outs] = [came ?? (last && only(last, IN)), went ?? (last && only(last, OUT))]
        if (opening && ins && outs) found.push(closingFinding(sentence, [opening, ins, outs, closing], 'question'))
        break
      }
      if (opening && k > 0 && flow.opening && sentence !== run[i] && !closing) break
      flow.opening ??= opening
      if (came && came !== opening) flow.in ??= came
      if (went && went !== opening && went !== came) flow.out ??= went
      if (closing && closing !== opening && closing !== went && closing !== came) {
        flow.closing ??= closing
        flow.at ??= sentence
      }
      if (flow.opening && flow.in && flow.out && flow.closing && flow.at) {
        found.push(
          closingFinding(flow.at, [flow.opening, flow.in, flow.out, flow.closing], k <= 2 ? 'wrong' : 'question'),
        )
        break
      }
    }
  }
  return found
}

/** "176 started and 170 ceased, a net rise of six"; or the net in the sentence after. */
function netFindings(sentence: Sentence, before: Sentence | undefined): readonly (Finding | null)[] {
  const own = only(sentence, IN) !== null || only(sentence, OUT) !== null
  const of = own || !/\bnet\b/i.test(sentence.text) || !before ? sentence : before
  const came = only(of, IN)
  const went = only(of, OUT)
  if (!came || !went || came === went) return []
  return [NET, FALLEN_BY].flatMap(of =>
    matches(sentence, of).map(({ figures: [net], text }) => {
      if (!net) return null
      const should = came.value - went.value
      const up = /rise|increase|growth|gain|risen|rose|grown|gone up/i.test(text)
      if (Math.abs(should) === net.value && (should === 0 || should > 0 === up)) return null
      return finding('opening, in, out and closing', sentence, {
        certainty: 'wrong',
        found: net.text,
        expected: `${should < 0 ? 'a fall' : 'a rise'} of ${Math.abs(should)}`,
        why: `${came.text} in and ${went.text} out.`,
      })
    }),
  )
}

const rowOf = (table: Table, of: RegExp, not = /$^/): Table['rows'][number] | undefined => {
  const rows = table.rows.filter(({ label }) => of.test(label) && !not.test(label))
  return rows.length === 1 ? rows[0] : undefined
}

/** A table with rows for the opening number, in, out and the closing number: each column must follow. */
function tableFindings(table: Table): readonly (Finding | null)[] {
  const opening = rowOf(table, /\b(?:opening|start of|brought forward|at (?:the )?(?:start|beginning))\b/i)
  const closing = rowOf(table, /\b(?:closing|end of|carried forward|at (?:the )?end)\b/i)
  const came = rowOf(
    table,
    /\b(?:start(?:s|ed|ing)|enter(?:ed|ing)|entr(?:ies|ants)|joined|approved|admissions|new|approvals)\b|^in$/i,
    /opening|start of|at (?:the )?start|ceas|left|leav|resign|end/i,
  )
  const went = rowOf(
    table,
    /\b(?:ceas(?:ed|ing)|left|leavers|leaving|exits|de-?regist\w+|discharges?|resign\w*|out|ended)\b/i,
    /end of|closing/i,
  )
  if (!opening || !closing || !came || !went) return []
  return table.headers.map((_, i) => {
    const [a, b, c, d] = [opening, came, went, closing].map(row => row.cells[i]?.figure)
    if (i === 0 || !a || !b || !c || !d || [a, b, c, d].some(({ kind }) => kind !== 'count')) return null
    return closingFinding(readSentence(closing.text, closing), [a, b, c, d], 'wrong')
  })
}

const STOCK = /\bnumber of (?:carers|households|foster|children in care|children looked after)/i
const APPROVED = /\b(?:approved|approvals|starting|started|entering)\b/i
const GONE = /\b(?:de-?regist\w*|resign\w*|ceasing|ceased|leaving)\b/i

/** Three tables of one paper, of stock, in and out by the same columns: the stock of each column follows from the one before. */
function acrossTables(paper: Paper): readonly (Finding | null)[] {
  const totals = paper.parts.flatMap(part => {
    if (!isTable(part)) return []
    const title = `${part.caption} ${part.headers[0] ?? ''}`
    const total =
      part.rows.find(({ label }) => /^total/i.test(label)) ?? (part.rows.length === 1 ? part.rows[0] : undefined)
    return total ? [{ title, table: part, total }] : []
  })
  const gone = totals.find(({ title }) => GONE.test(title))
  const came = totals.find(({ title }) => APPROVED.test(title) && !GONE.test(title))
  const stock = totals.find(({ title }) => STOCK.test(title) && !APPROVED.test(title) && !GONE.test(title))
  if (!gone || !came || !stock) return []
  return stock.table.headers.map((header, i) => {
    if (i < 2 || header === '' || !/q(?:uarter)? ?\d/i.test(header)) return null
    const a = stock.total.cells[i - 1]?.figure
    const d = stock.total.cells[i]?.figure
    const b = came.total.cells[came.table.headers.indexOf(header)]?.figure
    const c = gone.total.cells[gone.table.headers.indexOf(header)]?.figure
    return a && b && c && d
      ? closingFinding(readSentence(stock.total.text, stock.total), [a, b, c, d], 'question')
      : null
  })
}

/** Opening plus in minus out that is not closing, in sentences and in tables. */
export const checkFlows: Check = paper =>
  [
    ...runsOf(paper).flatMap(run => [
      ...runFindings(run),
      ...run.flatMap((sentence, i) => netFindings(sentence, run[i - 1])),
    ]),
    ...paper.parts.flatMap(part => (isTable(part) ? tableFindings(part) : [])),
    ...acrossTables(paper),
  ].filter(one => one !== null)
