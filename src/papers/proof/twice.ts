import { type Concept, conceptOf } from './concept.ts'
import type { Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import { isTable, type Paper } from './paper.ts'
import { matches, pattern } from './pattern.ts'
import { type Named, readNamed, sameTime } from './period-of.ts'
import { type Check, finding, inContext } from './reading.ts'
import { agrees, exactly, spanOf } from './rounding.ts'
import { readSentence, type Sentence } from './sentence.ts'
import type { Table } from './table-cell.ts'

/** A figure of one thing at one time. `order`: how far into the paper. */
type Statement = {
  readonly about: string
  readonly figure: Figure
  readonly when: Named | null
  readonly sentence: Sentence
  readonly order: number
}

const OTHERS =
  /neighbour|national|england|region|target|forecast|average|threshold|predicted|would be|last year|previous|a year ago/i
const CHILDREN = pattern(
  "<c> (?:looked after children|children (?:and young people )?(?:are |were |is |was )?(?:currently )?(?:in (?:our |the council[’']s )?care\\b|looked after\\b)|LAC\\b)(?! who| in | placed| with| aged| had)|number of (?:looked after children|children (?:in (?:our )?care|looked after))(?: [a-z]+){0,3} (?:was|is|at|stood at|remained(?: consistent)? at|were|of) <c>",
)
const LABEL_CHILDREN =
  /number of (?:children in (?:our )?care|looked after children|children looked after)(?! placed| in (?:residential|foster|external|single|in-house|short|long|independent|adoptive|connected|suitable|education|our homes)| with)|^(?:[A-Z]{1,4}-?\d+[a-z]?[.:]? )?(?:children in care|looked after children|children looked after)\b(?! (?:placed|with|aged|in|who))/i
const CHANGE = /\b(?:increas|decreas|reduc|rise|rose|risen|fell|fall|drop|by|up|down)\b/i

/** The clause a figure stands in, between commas and semicolons. */
function clauseOf(sentence: Sentence, figure: Figure): string {
  const before = sentence.text.slice(0, figure.start)
  const after = sentence.text.slice(figure.end)
  return `${before.slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf(' and ')) + 1)}${figure.text}${after.slice(0, Math.max(0, after.search(/;|,| and |$/)))}`
}

function inSentences(paper: Paper): readonly Statement[] {
  return [...inContext(paper)].flatMap(({ sentence }, order) => {
    const dates = sentence.figures.filter(({ kind }) => kind === 'date').flatMap(({ text }) => readNamed(text) ?? [])
    const when = dates.length === 1 ? (dates[0] ?? null) : null
    if (dates.length > 1 || OTHERS.test(sentence.text)) return []
    const total = matches(sentence, CHILDREN).flatMap(({ figures: [figure] }) =>
      figure?.nearness === 'exact' && figure.value > 20
        ? [{ about: 'children in care', figure, when, sentence, order }]
        : [],
    )
    const rest = sentence.figures.flatMap((figure): readonly Statement[] => {
      const clause = clauseOf(sentence, figure)
      const alone = sentence.figures.filter(({ kind }) => kind === figure.kind).length === 1
      const concept = conceptOf(clause)
      if (figure.kind !== 'percent' && !(figure.kind === 'count' && alone && concept?.id === 'placed with parents'))
        return []
      if (!concept?.one || figure.nearness !== 'exact' || CHANGE.test(clause)) return []
      return [{ about: `${concept.id}, ${figure.kind}`, figure, when, sentence, order }]
    })
    return [...total, ...rest]
  })
}

/** The figures of a table that are of now: those under a column of their own time, or under "latest" in a table that has one. */
function inTable(table: Table, order: number): readonly Statement[] {
  const whole = readNamed([...table.under, table.caption].findLast(text => readNamed(text)?.month) ?? '')
  return table.rows.flatMap(row => {
    const concept: Concept | null = conceptOf(row.label)
    const about = LABEL_CHILDREN.test(row.label) ? 'children in care' : concept?.one ? concept.id : null
    if (about === null) return []
    return row.cells.flatMap(({ figure }, i): readonly Statement[] => {
      const header = table.headers[i] ?? ''
      if (!figure || i === 0 || /target|prior|previous|neighbour|national|average|england|change/i.test(header))
        return []
      const own = readNamed(header)
      const when = own?.month ? own : /latest|current|actual|value/i.test(header) ? whole : null
      if (!when) return []
      const kind = about === 'children in care' ? '' : `, ${figure.kind}`
      return figure.kind === 'percent' || figure.kind === 'count'
        ? [{ about: `${about}${kind}`, figure, when, sentence: readSentence(row.text, row), order }]
        : []
    })
  })
}

const differ = (a: Figure, b: Figure): boolean => {
  const coarse = a.step >= b.step ? a : b
  const fine = coarse === a ? b : a
  return !agrees(coarse, coarse.kind === 'count' ? exactly(fine.value) : spanOf(fine))
}

/** The same thing given two values in one paper: at the same time, or in neighbouring sentences that name none. */
export const checkTwice: Check = paper => {
  const tables = paper.parts.flatMap((part, i) => (isTable(part) ? inTable(part, 100_000 + i) : []))
  const all = [...inSentences(paper), ...tables]
  const found: Finding[] = []
  for (const [i, later] of all.entries())
    for (const earlier of all.slice(0, i)) {
      // Two rows of one table are two things, whatever they are called.
      if (earlier.order >= 100_000 && earlier.order === later.order) continue
      if (earlier.about !== later.about || earlier.sentence === later.sentence || !differ(earlier.figure, later.figure))
        continue
      const dated = earlier.when !== null && later.when !== null && sameTime(earlier.when, later.when)
      const beside =
        earlier.when === null &&
        later.when === null &&
        later.order - earlier.order <= 2 &&
        later.order < 100_000 &&
        later.figure.kind === 'percent'
      if (!dated && !beside) continue
      if (found.some(one => one.where === later.sentence.where && one.found === later.figure.text)) continue
      // Of a sentence and a table the sentence is more often the slip, and it is where a reader would mend it.
      const [here, there] = later.order >= 100_000 && earlier.order < 100_000 ? [earlier, later] : [later, earlier]
      found.push(
        finding('two values for one thing', here.sentence, {
          certainty: 'question',
          found: here.figure.text,
          expected: there.figure.text,
          why: `${here.about.split(',')[0]}: ${there.figure.text} in line ${there.sentence.where.line} (“${there.sentence.text.slice(0, 90)}”), ${here.figure.text} here.`,
        }),
      )
    }
  return found
}
