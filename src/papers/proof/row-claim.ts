import { conceptOf } from './concept.ts'
import type { Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import { isTable } from './paper.ts'
import { matches, pattern } from './pattern.ts'
import { type Check, finding } from './reading.ts'
import { agrees, exactly } from './rounding.ts'
import { readSentence } from './sentence.ts'
import type { Row, Table } from './table-cell.ts'

const NEIGHBOURS = /neighbour|\bSN\b|comparator|similar|benchmark|national|england|regional/i
const BETTER =
  /\b(better|worse) than (?:that of |those of )?(?:the )?(?:our )?(?:similar|statistical|neighbour|comparator|other)/i
const STATUS = /status|\brag\b|against target|rating/i
const ON = /^(?:green|met|on target|achieved|above target|exceeded)\b/i
const OFF = /^(?:red|not met|off target|missed|below target)\b/i

const sayRow = (row: Row) => readSentence(row.text.slice(0, 300), row)

/** What a row says of now and of others: the last column of figures that is no one else's and no target. */
function figuresOfRow(
  table: Table,
  row: Row,
): {
  readonly ours: Figure | null
  readonly second: Figure | null
  readonly others: Figure | null
  readonly otherSecond: Figure | null
  readonly target: Figure | null
} {
  let ours: Figure | null = null
  let second: Figure | null = null
  let others: Figure | null = null
  let otherSecond: Figure | null = null
  let target: Figure | null = null
  for (const [i, cell] of row.cells.entries()) {
    const header = table.headers[i] ?? ''
    if (i === 0 || !cell.figure) continue
    if (/target/i.test(header)) target = cell.figure
    else if (NEIGHBOURS.test(header)) [others, otherSecond] = [cell.figure, cell.second]
    else if (!/prior|previous|last year|change|trend|difference/i.test(header))
      [ours, second] = [cell.figure, cell.second]
  }
  return { ours, second, others, otherSecond, target }
}

function goodOfRow(table: Table, row: Row): 'high' | 'low' | null {
  const said =
    row.cells.find(
      ({ text }, i) => /polarity|good/i.test(table.headers[i] ?? '') || /\bis (?:better|good)$/i.test(text),
    )?.text ?? ''
  if (/^(?:low|small|fewer|less)/i.test(said)) return 'low'
  if (/^(?:high|big|large|more)/i.test(said)) return 'high'
  return conceptOf(row.label)?.good ?? null
}

/** Commentary in a row that says "better than similar councils" where the row's own figures say otherwise. */
function betterFindings(table: Table, row: Row): readonly Finding[] {
  const { ours, second, others, otherSecond } = figuresOfRow(table, row)
  const good = goodOfRow(table, row)
  const [a, b] = second && otherSecond ? [second, otherSecond] : [ours, others]
  if (!a || !b || !good || a.value === b.value) return []
  return row.cells.flatMap(({ sentences }) =>
    sentences.flatMap(sentence => {
      const claim = BETTER.exec(sentence.text)
      const better = a.value > b.value === (good === 'high')
      if (!claim || better === /better/i.test(claim[1] ?? '')) return []
      return [
        finding('comparison', sentence, {
          certainty: 'question',
          found: `${a.text}: ${claim[0]}`,
          expected: better ? 'better' : 'worse',
          why: `The row gives ${a.text} for us and ${b.text} for them, and ${good === 'high' ? 'more' : 'less'} is better.`,
        }),
      ]
    }),
  )
}

/** A status word that the value and target of its row contradict. */
function statusFindings(table: Table, row: Row): readonly Finding[] {
  const { ours, target } = figuresOfRow(table, row)
  const good = goodOfRow(table, row)
  const column = table.headers.findIndex(header => STATUS.test(header))
  const word = row.cells[column]?.text ?? ''
  if (!ours || !target || !good || ours.kind !== target.kind) return []
  const meets = good === 'high' ? ours.value >= target.value : ours.value <= target.value
  if (!(ON.test(word) && !meets) && !(OFF.test(word) && meets)) return []
  return [
    finding('comparison', sayRow(row), {
      certainty: 'question',
      found: word,
      expected: meets ? 'on target' : 'off target',
      why: `${ours.text} against a target of ${target.text}, where ${good === 'high' ? 'more' : 'less'} is better.`,
    }),
  ]
}

/** "This cohort of 65" beside 83.3%: no whole number of 65 is 83.3%. */
function cohortFindings(table: Table, row: Row): readonly Finding[] {
  const { ours } = figuresOfRow(table, row)
  if (ours?.kind !== 'percent') return []
  return row.cells.flatMap(({ sentences }) =>
    sentences.flatMap(sentence =>
      matches(sentence, pattern('\\b(?:cohort|group)\\b[^⟦⟧;:]{0,20} of <c>')).flatMap(({ figures: [whole] }) => {
        if (!whole || isPossible(ours, whole.value)) return []
        return [
          finding('share of a count', sentence, {
            certainty: 'question',
            found: ours.text,
            expected: nearestShare(ours, whole.value),
            why: `No whole number of ${whole.text} is ${ours.text}.`,
          }),
        ]
      }),
    ),
  )
}

/** Whether some whole number of `whole` is the printed percentage. */
export function isPossible(percent: Figure, whole: number): boolean {
  const near = Math.round((percent.value * whole) / 100)
  return (
    whole <= 0 || [near - 1, near, near + 1].some(part => part >= 0 && agrees(percent, exactly((100 * part) / whole)))
  )
}

export function nearestShare({ value, step }: Figure, whole: number): string {
  const part = Math.round((value * whole) / 100)
  return `${((100 * part) / whole).toFixed(step < 1 ? 1 : 0)}% (${part} of ${whole})`
}

/** What the words of a table's row say of its figures. */
export const checkRows: Check = paper =>
  paper.parts.flatMap(part =>
    isTable(part)
      ? part.rows.flatMap(row => [
          ...betterFindings(part, row),
          ...statusFindings(part, row),
          ...cohortFindings(part, row),
        ])
      : [],
  )
