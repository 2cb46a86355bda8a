import type { TextBlock } from '../../files/text-block.ts'
import type { Figure } from './figure.ts'
import { figuresOf } from './figures-of.ts'
import type { Finding } from './finding.ts'
import { isTable, type Paper, readPaper } from './paper.ts'
import { finding } from './reading.ts'
import { agrees, exactly } from './rounding.ts'
import { readSentence, type Sentence } from './sentence.ts'
import type { Row, Table } from './table-cell.ts'

/** A figure of an edition as it prints it, and when it is of: `value`, `prior`, `target`, `England`. */
export type EditionFigure = { readonly what: string; readonly text: string; readonly period: string }

/** A row of an edition's scorecard: the names that papers call it by, and every figure that it may be told with. */
export type EditionRow = {
  readonly title: string
  readonly names: readonly string[]
  readonly latest: EditionFigure
  readonly figures: readonly EditionFigure[]
}

const plain = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replaceAll(/[’‘']/g, '')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()} `

type Mention = { readonly row: EditionRow; readonly name: string }

/** The one row that a text names, by its longest name; none where it names several, or none. */
function namedIn(text: string, rows: readonly EditionRow[]): Mention | null {
  const said = plain(text)
  const found = rows
    .flatMap(row => row.names.filter(name => said.includes(plain(name))).map(name => ({ row, name })))
    .toSorted((a, b) => b.name.length - a.name.length)
  const [best] = found
  if (!best) return null
  // A name within the longer one ("children in care" in "children in care for every 10,000") is no second.
  const others = found.filter(({ row, name }) => row !== best.row && !plain(best.name).includes(plain(name)))
  return others.length === 0 ? best : null
}

const valueIn = (text: string): Figure | null =>
  figuresOf(text.replace('−', '-')).find(({ kind }) => kind !== 'date' && kind !== 'label') ?? null

/** Kinds that one figure may be written as: a count in a sentence is a bare number in a table. */
const sameKind = (a: Figure, b: Figure): boolean => {
  const bare = ({ kind }: Figure): boolean => ['count', 'number', 'time'].includes(kind)
  return a.kind === b.kind || (bare(a) && bare(b))
}

const datesOf = ({ figures }: Pick<Sentence, 'figures'>): readonly string[] =>
  figures.filter(({ kind }) => kind === 'date').map(({ text }) => plain(text))

/** Whether a printed figure is one that the edition has of the row, as people round; where days are named, its value on one of them. */
const known = (figure: Figure, row: EditionRow, dates: readonly string[] = []): boolean =>
  row.figures
    .filter(
      ({ what, period }) => what !== 'value' || dates.length === 0 || dates.some(date => plain(period).includes(date)),
    )
    .some(({ text }) =>
      [...figuresOf(text)].some(own => sameKind(figure, own) && agrees(figure, exactly(Math.abs(own.value)))),
    )

/** The figure of the period that a sentence speaks of: the latest where it names no other that the edition has. */
function meant(sentence: Pick<Sentence, 'figures'>, { latest, figures }: EditionRow): EditionFigure | null {
  const dates = datesOf(sentence)
  if (dates.length === 0 || dates.some(date => plain(latest.period).includes(date))) return latest
  return (
    figures.find(({ what, period }) => what === 'value' && dates.some(date => plain(period).includes(date))) ?? null
  )
}

/** Nothing but these between a name and a figure: the figure is said to be its value. */
const SAID =
  /^[\s,:;()"”’–-]*(?:(?:was|is|were|are|stood|stands|now|at|on|of|by|in|the|end|figure|rate|a|an|to|currently|which|\d{1,2}|\d{4}|january|february|march|april|may|june|july|august|september|october|november|december)[\s,:;(–-]*)*$/i

function ofSentence(sentence: Sentence, rows: readonly EditionRow[]): readonly Finding[] {
  const mention = namedIn(sentence.text, rows)
  const own = mention && meant(sentence, mention.row)
  const main = own ? valueIn(own.text) : null
  if (!mention || !own || !main) return []
  const from = sentence.text.toLowerCase().indexOf(mention.name.toLowerCase())
  const figure = sentence.figures.find(
    one =>
      sameKind(one, main) &&
      one.kind !== 'date' &&
      one.kind !== 'label' &&
      one.start >= Math.max(0, from + mention.name.length),
  )
  if (figure?.nearness !== 'exact' || known(figure, mention.row, datesOf(sentence))) return []
  const between = from < 0 ? 'x' : sentence.text.slice(from + mention.name.length, figure.start)
  return [
    finding('not as the edition has it', sentence, {
      certainty: SAID.test(between) ? 'wrong' : 'question',
      found: figure.text,
      expected: own.text,
      why: `The edition has ${own.text} for “${mention.row.title}”, ${own.period}.`,
    }),
  ]
}

const wordCount = (text: string): number => plain(text).trim().split(' ').length

/** A row of a table that names a measure must have one of its figures under the period that a header names, and somewhere at all. */
function ofRow(row: Row, { headers }: Table, rows: readonly EditionRow[]): readonly Finding[] {
  const label = row.cells
    .slice(0, 2)
    .filter(({ figure }) => figure === null)
    .map(({ text }) => text)
    .join(' ')
  const mention = namedIn(label, rows)
  const main = mention && valueIn(mention.row.latest.text)
  // A label that says much more than the name is of something else: children in care for every 10,000.
  if (!mention || !main || wordCount(label) > wordCount(mention.row.title) + 2) return []
  const { latest } = mention.row
  const cells = row.cells
    .slice(1)
    .flatMap(({ figure, second }, i) =>
      figure && figure.nearness === 'exact' && [figure, second].some(one => one && sameKind(one, main))
        ? [{ header: headers[i + 1] ?? '', figures: [figure, ...(second ? [second] : [])] }]
        : [],
    )
  const under = cells.find(({ header }) => header !== '' && plain(latest.period).includes(plain(header)))
  const told = under ? [under] : cells
  if (told.length === 0 || told.some(({ figures }) => figures.some(figure => known(figure, mention.row)))) return []
  const [first] = told
  return [
    finding('not as the edition has it', readSentence(row.text, row), {
      certainty: under ? 'wrong' : 'question',
      found: first?.figures[0]?.text ?? '',
      expected: latest.text,
      why: `The edition has ${latest.text} for “${mention.row.title}”, ${latest.period}.`,
    }),
  ]
}

/**
 * Holds the figures of a paper that anyone wrote against an edition: where a sentence or a row of a table names one measure of its
 * scorecard, by title, by the title once printed or by number, the figure that follows must be one that the edition has of it. What
 * names no measure, or several, is left. `wrong` where the figure is plainly said to be the measure's; else a question.
 */
export function heldAgainst(
  blocks: readonly TextBlock[],
  rows: readonly EditionRow[],
): { readonly findings: readonly Finding[]; readonly recognised: number } {
  const paper: Paper = readPaper(blocks)
  let recognised = 0
  const findings = paper.parts.flatMap((part): readonly Finding[] => {
    const texts = isTable(part) ? part.rows.map(row => row.label) : part.sentences.map(({ text }) => text)
    recognised += texts.filter(text => namedIn(text, rows) !== null).length
    return isTable(part)
      ? part.rows.flatMap(row => ofRow(row, part, rows))
      : part.sentences.flatMap(sentence => ofSentence(sentence, rows))
  })
  return { findings, recognised }
}
