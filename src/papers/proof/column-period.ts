import type { Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import { isTable, type Paper, sentencesOfPaper } from './paper.ts'
import { type Named, readNamed, sameTime } from './period-of.ts'
import { type Check, finding, inContext } from './reading.ts'
import { readSentence, type Sentence } from './sentence.ts'
import type { Row, Table } from './table-cell.ts'

const SMALL = new Set(
  'the of and in to for by a an at on with who which were was are is had have has been or their our number percentage proportion share rate children young people'.split(
    ' ',
  ),
)
const wordsOf = (text: string): readonly string[] =>
  [...new Set(text.toLowerCase().match(/[a-z]{3,}/g) ?? [])]
    .filter(word => !SMALL.has(word))
    .map(word => word.replace(/s$/, ''))

const SOME = /\b(?:placed|aged|among|who (?:were|are|had|have)|by agency)\b/i

/** Whether a sentence is about a row: it has most of the words of its label, and at least two of them. */
function isAbout(sentence: Sentence, row: Row): boolean {
  // Of some of those that the row is of.
  if (SOME.test(sentence.text) && !SOME.test(row.label)) return false
  const label = wordsOf(row.label)
  const said = new Set(wordsOf(sentence.text))
  const shared = label.filter(word => said.has(word)).length
  return shared >= 2 && shared * 3 >= label.length * 2
}

const sameKind = (a: Figure, b: Figure, label: string): boolean =>
  a.kind === b.kind ||
  (a.kind === 'time' && (b.kind === 'count' || b.kind === 'number') && new RegExp(`\\b${a.unit}`, 'i').test(label))

/** A sentence that gives a row's figure of one column under the date of another, or a figure that is in no column of that date. */
function sentenceFinding(sentence: Sentence, table: Table): Finding | null {
  const dates = sentence.figures.filter(({ kind }) => kind === 'date').flatMap(({ text }) => readNamed(text) ?? [])
  const figures = sentence.figures.filter(
    ({ kind, nearness }) => ['count', 'percent', 'number', 'time', 'money'].includes(kind) && nearness === 'exact',
  )
  const [when] = dates
  const [figure] = figures
  if (!when || dates.length !== 1 || !figure || figures.length !== 1) return null
  const columns = table.headers.map(header => readNamed(header))
  const own = columns.flatMap((column, i) => (column && sameTime(column, when) ? [i] : []))
  if (own.length !== 1 || columns.filter(column => column !== null).length < 2) return null
  for (const row of table.rows) {
    if (!isAbout(sentence, row)) continue
    const cell = row.cells[own[0] ?? 0]?.figure
    if (!cell || !sameKind(figure, cell, row.label) || cell.value === figure.value) return null
    const other = row.cells.findIndex(
      ({ figure: there }, i) => i > 0 && there?.value === figure.value && columns[i] !== null,
    )
    if (other > 0)
      return finding('reference period', sentence, {
        certainty: 'wrong',
        found: figure.text,
        expected: cell.text,
        why: `The table gives ${figure.text} under ${table.headers[other]}, and ${cell.text} under ${table.headers[own[0] ?? 0]}.`,
      })
    return finding('two values for one thing', sentence, {
      certainty: 'question',
      found: figure.text,
      expected: cell.text,
      why: `The table gives ${cell.text} under ${table.headers[own[0] ?? 0]}.`,
    })
  }
  return null
}

const monthsOf = ({ year, month }: Named): number => (year ?? 0) * 12 + (month ?? 0)

/** A row labelled "as at September 2016" under columns for later periods only. */
function labelFindings(paper: Paper, table: Table): readonly Finding[] {
  const ends = table.headers
    .flatMap(header => readNamed(header) ?? [])
    .filter(({ year, month }) => year !== null && month !== null)
  const reported = sentencesOfPaper(paper)
    .flatMap(({ text }) => [.../\bfrom ([a-z]+ \d{4}) to ([a-z]+ \d{4})/gi[Symbol.matchAll](text)])
    .flatMap(match => readNamed(match[2] ?? '') ?? [])
  return table.rows.flatMap(row => {
    const at = /\bas (?:at|of) ([a-z0-9 ]*[a-z]+ (?:19|20)\d{2})/i.exec(row.label)
    const when = at ? readNamed(at[1] ?? '') : null
    if (!at || !when?.month || ends.length + reported.length === 0) return []
    const known = [...ends, ...reported]
    if (known.some(end => sameTime(end, when)) || !known.some(end => monthsOf(end) > monthsOf(when))) return []
    return [
      finding('reference period', readSentence(row.text.slice(0, 200), row), {
        certainty: 'question',
        found: at[1] ?? '',
        expected: null,
        why: 'The columns beside it are of other periods.',
      }),
    ]
  })
}

/** A reference period that contradicts its column. */
export const checkPeriods: Check = paper => {
  const tables = paper.parts.filter(isTable)
  return [
    ...[...inContext(paper)]
      .flatMap(({ sentence }) => tables.map(table => sentenceFinding(sentence, table)))
      .filter(one => one !== null),
    ...tables.flatMap(table => labelFindings(paper, table)),
  ]
}
