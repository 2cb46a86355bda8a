import type { Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import { isTable } from './paper.ts'
import { type Check, finding, inContext } from './reading.ts'
import type { Sentence } from './sentence.ts'
import type { Row, Table } from './table-cell.ts'
import { rowOf, timedCells } from './table-row.ts'

const MOST = /\b(?:highest|most|largest|biggest|busiest|greatest|peak(?:ed)?|longest)\b/i
const LEAST = /\b(?:lowest|fewest|smallest|quietest|least|shortest)\b/i

/** "At their lowest, in Q1": the time that is said to be the most or least of a row, and is not. */
function ofRow(sentence: Sentence, table: Table, row: Row): readonly Finding[] {
  const cells = timedCells(table, row)
  const [most, least] = [MOST.exec(sentence.text), LEAST.exec(sentence.text)]
  const cue = most ?? least
  if (
    !cells ||
    cells.length < 3 ||
    !cue ||
    (most && least) ||
    /\b(?:since|ever|one of|second|third|among|for|at)\b(?= (?:most|highest|lowest|the (?:last|past)))|at (?:most|least)\b/i.test(
      sentence.text,
    )
  )
    return []
  const named = cells.filter(({ header }) =>
    new RegExp(`\\b${header.replaceAll(/[^\w ]/g, '.')}\\b`, 'i').test(sentence.text),
  )
  const [one] = named
  if (!one || named.length !== 1) return []
  const values = cells.map(({ figure }) => figure.value)
  const extreme = most ? Math.max(...values) : Math.min(...values)
  const real = cells.find(({ figure }) => figure.value === extreme)
  if (one.figure.value === extreme || !real) return []
  return [
    finding('comparison', sentence, {
      certainty: 'question',
      found: `${cue[0]} … ${one.header}`,
      expected: real.header,
      why: `The table has “${row.label}” at ${one.figure.text} in ${one.header}, and ${real.figure.text} in ${real.header}.`,
    }),
  ]
}

/** "The best of the three months (86%, 91% and 89%)": of figures that stand beside it the sentence names one that is not. */
function ofSeries(sentence: Sentence): readonly Finding[] {
  const list = /\b(highest|lowest|best|worst)\b[^().;]{0,40}\(([^()]+)\)/i.exec(sentence.text)
  if (!list) return []
  const at = list.index + list[0].lastIndexOf('(')
  const inside = sentence.figures.filter(({ start, kind }) => start > at && kind !== 'date' && kind !== 'label')
  const before = sentence.figures.filter(({ end, kind }) => end < list.index && kind !== 'date' && kind !== 'label')
  const [ours] = before
  if (!ours || before.length !== 1 || inside.length < 2 || inside.some(({ kind }) => kind !== ours.kind)) return []
  const values = [ours, ...inside].map(({ value }) => value)
  const word = list[1] ?? ''
  const ends = /highest/i.test(word)
    ? [Math.max(...values)]
    : /lowest/i.test(word)
      ? [Math.min(...values)]
      : [Math.max(...values), Math.min(...values)]
  if (ends.includes(ours.value)) return []
  return [
    finding('comparison', sentence, {
      certainty: 'wrong',
      found: word,
      expected: null,
      why: `${ours.text} is neither the most nor the least of ${inside.map(({ text }) => text).join(', ')}.`,
    }),
  ]
}

const PAIR = /⟦c(\d+)⟧ ([a-z]+)/gi
const stem = (word: string): string => word.toLowerCase().replace(/s$/, '')

/** "71 girls and 58 boys", where a row of a table has 58 girls and 71 boys. */
function swapped(sentence: Sentence, table: Table): readonly Finding[] {
  const said = [...sentence.skeleton.matchAll(PAIR)].flatMap(match => {
    const figure: Figure | undefined = sentence.figures[Number(match[1])]
    const column = table.headers.findIndex((header, i) => i > 0 && stem(header) === stem(match[2] ?? ''))
    return figure && column > 0 ? [{ figure, column }] : []
  })
  const [a, b] = said
  if (!a || !b || said.length !== 2 || a.column === b.column || a.figure.value === b.figure.value) return []
  const at = (row: Row, column: number): number | undefined => row.cells[column]?.figure?.value
  const right = table.rows.some(row => at(row, a.column) === a.figure.value && at(row, b.column) === b.figure.value)
  const turned = table.rows.find(row => at(row, a.column) === b.figure.value && at(row, b.column) === a.figure.value)
  if (right || !turned) return []
  return [
    finding('two values for one thing', sentence, {
      certainty: 'wrong',
      found: `${a.figure.text} and ${b.figure.text}`,
      expected: `${b.figure.text} and ${a.figure.text}`,
      why: `The table has them the other way about (${turned.label}).`,
    }),
  ]
}

/** What is said to be the most or the least of a series, and two columns taken for each other. */
export const checkExtremes: Check = paper => {
  const tables = paper.parts.filter(isTable)
  return [...inContext(paper)].flatMap(({ sentence }) => [
    ...ofSeries(sentence),
    ...tables.flatMap(table => {
      const row = MOST.test(sentence.text) || LEAST.test(sentence.text) ? rowOf(sentence, table) : null
      return [...(row ? ofRow(sentence, table, row) : []), ...swapped(sentence, table)]
    }),
  ])
}
