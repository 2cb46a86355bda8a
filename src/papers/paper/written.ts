import { sayDay } from '../../kit/day.ts'
import { slugOf } from '../../kit/text.ts'
import type { PaperWords, WordsPart, WordsRun, Written } from '../../report/paper-words.ts'
import type { RowView } from '../../report/scorecard-view.ts'
import { type Assembling, words } from './desk-of-paper.ts'
import type { Block, Run } from './paper.ts'
import type { TemplateSection } from './template.ts'

const nameOf = ({ measure, catalogue }: RowView): string => measure ?? catalogue

/** What was written under a name that a template gives, or about an area of that name. */
export const writtenAs = ({ view }: Assembling, name: string): readonly Written[] =>
  view.words.sections[name] ?? view.words.areas[name] ?? []
/** The names by which the blocks of a section ask for words. */
const askedIn = ({ blocks }: TemplateSection): readonly (string | undefined)[] =>
  blocks.flatMap(block =>
    block.kind === 'facts' ? block.facts.map(({ written }) => written) : block.kind === 'text' ? block.written : [],
  )

/** The sections written for a paper that its template has no place for, as they were called. */
export function unplaced(sections: readonly TemplateSection[], { ownSections }: PaperWords): readonly string[] {
  const namesOf = (one: TemplateSection): readonly (string | undefined)[] => [
    one.id,
    slugOf(one.title),
    ...askedIn(one),
    ...one.sections.flatMap(namesOf),
  ]
  const places = new Set(sections.flatMap(namesOf))
  return ownSections.filter(name => !places.has(slugOf(name)))
}

/** What was written for a section by its title or id; what a block of it asks for by name stands there. */
export function aboutSection({ view }: Assembling, section: TemplateSection): readonly Written[] {
  const { id, title } = section
  const asked = askedIn(section)
  const names = new Set([slugOf(title), id])
  return [...names].filter(name => !asked.includes(name)).flatMap(name => view.words.sections[name] ?? [])
}
export const aboutArea = ({ view }: Assembling, id: string): readonly Written[] => view.words.areas[id] ?? []
export const writtenOf = ({ view }: Assembling, row: RowView): readonly Written[] =>
  view.words.measures[nameOf(row)] ?? []
export const standingNotes = ({ view }: Assembling, row: RowView): readonly Written[] =>
  view.words.notes.measures[nameOf(row)] ?? []

/** A figure that words name is a run with its code, the same as in a table. */
function runOf({ code }: Assembling, run: WordsRun): Run {
  if (run.kind === 'words') return words(run.text, run.strong)
  const { shown, measure, catalogue, window, part, period, periodEnd } = run
  return {
    kind: 'figure',
    shown,
    source: { code: code({ measure, part, periodEnd, window, slice: null }), measure, catalogue, part, period },
  }
}
const runsOf = (a: Assembling, runs: readonly WordsRun[]): readonly Run[] => runs.map(run => runOf(a, run))

const isHidden = (run: Run): boolean => run.kind === 'figure' && run.shown.kind === 'hidden'
/** Words in which a figure is hidden say why. */
export const explained = (runs: readonly Run[]): readonly Run[] =>
  runs.some(isHidden) ? [...runs, words(' ([c]: hidden so that nobody can be identified.)')] : runs

const paragraph = (runs: readonly Run[]): Block => ({ kind: 'paragraph', runs, asOf: null })

/** Blocks with who wrote them: at the end of the last paragraph, or under a list. */
function withWriter(blocks: readonly Block[], by: string): readonly Block[] {
  const last = blocks.at(-1)
  return last?.kind === 'paragraph'
    ? [...blocks.slice(0, -1), { ...last, runs: [...last.runs, words(` ${by}`)] }]
    : [...blocks, { kind: 'paragraph', runs: [words(by)], asOf: null, unnumbered: true }]
}

/** Paragraphs and lists as they were written, after `begin`. */
export function partBlocks(a: Assembling, parts: readonly WordsPart[], begin: readonly Run[] = []): readonly Block[] {
  const blocks = parts.map(
    (part, i): Block =>
      part.kind === 'paragraph'
        ? paragraph(explained([...(i === 0 ? begin : []), ...runsOf(a, part.runs)]))
        : { kind: 'list', items: part.items.map(item => explained(runsOf(a, item))) },
  )
  return begin.length && parts[0]?.kind === 'list' ? [paragraph(begin), ...blocks] : blocks
}

/** Who wrote what is written, and when. */
const signed = ({ by, informedBy, on }: Written): string =>
  `Written by ${by}${informedBy === null ? '' : `, informed by the ${informedBy}`}, ${sayDay(on)}.`
const sayHeld = (held: string): string => `What was written about this is held back: ${held}.`

export function writtenBlocks(a: Assembling, one: Written, begin: readonly Run[] = []): readonly Block[] {
  if (one.held !== null) return [paragraph([...begin, words(sayHeld(one.held))])]
  return [
    ...withWriter(partBlocks(a, one.parts, begin), signed(one)),
    ...one.remarks.map(runs => paragraph(runsOf(a, runs))),
  ]
}

/**
 * Words that officers wrote, in the place of the paper's own or after them. Words that are held back replace nothing. `place`: where
 * words stand that do not say so themselves.
 */
export function insteadOrAfter(
  a: Assembling,
  written: readonly Written[],
  own: () => readonly Block[],
  place: Written['place'] = 'replaces',
): readonly Block[] {
  const replaced = place === 'replaces' && written.some(one => one.place === 'replaces' && one.held === null)
  return [...(replaced ? [] : own()), ...written.flatMap(one => writtenBlocks(a, one))]
}

/** The text of a fact: lines of a front sheet, with semicolons between them. */
export const factRuns = (a: Assembling, written: readonly Written[]): readonly Run[] =>
  joined(
    written.flatMap(({ held, parts }) => (held === null ? linesOf(a, parts) : [[words(sayHeld(held))]])),
    '; ',
  )

const linesOf = (a: Assembling, parts: readonly WordsPart[]): readonly (readonly Run[])[] =>
  parts.flatMap(part => (part.kind === 'list' ? part.items : [part.runs])).map(runs => runsOf(a, runs))

const joined = (lines: readonly (readonly Run[])[], between: string): readonly Run[] =>
  lines.flatMap((runs, i) => (i === 0 ? runs : [words(between), ...runs]))

/** Words in the cell of a table, one after the other. */
export const runsInCell = (a: Assembling, written: readonly Written[]): readonly Run[] =>
  joined(
    written.flatMap(({ held, parts, remarks }) =>
      held === null ? [...linesOf(a, parts), ...remarks.map(runs => runsOf(a, runs))] : [[words(sayHeld(held))]],
    ),
    ' ',
  )

/** What an officer wrote of a measure, in a narrative that tells of it: with its title before it. */
export const aboutMeasure = (a: Assembling, row: RowView): readonly Block[] =>
  writtenOf(a, row).flatMap(one => writtenBlocks(a, one, [words(`${row.title}. `, true)]))

/** Rows that no table of the paper holds: what stands with those of a table is said there, and once. */
export const untabled = ({ tableOf }: Assembling, rows: readonly RowView[]): readonly RowView[] =>
  rows.filter(({ measure }) => measure === null || !tableOf.has(measure))

/** What stands with figures whenever they are shown, as a list. */
export function standingOn(a: Assembling, rows: readonly RowView[]): readonly Block[] {
  const items = rows.flatMap(row =>
    standingNotes(a, row).map(note => [words(`${row.title}. `, true), ...runsInCell(a, [note])]),
  )
  return items.length === 0 ? [] : [{ kind: 'list', items }]
}

export function notesOnArea(a: Assembling, id: string): readonly Block[] {
  const items = (a.view.words.notes.areas[id] ?? []).map(note => runsInCell(a, [note]))
  return items.length === 0 ? [] : [{ kind: 'list', items }]
}
