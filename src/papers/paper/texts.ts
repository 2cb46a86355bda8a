import { sayDay } from '../../kit/day.ts'
import type { RowView } from '../../report/scorecard-view.ts'
import { isAdverse, isGood, isTold, standing } from '../../report/story-judged.ts'
import {
  type Assembling,
  dayOfRow,
  hasChanged,
  isOffTarget,
  isOlder,
  rowNamed,
  themesNamed,
  words,
} from './desk-of-paper.ts'
import type { Block, Run } from './paper.ts'
import type { BlockOf } from './template.ts'
import { filledWords } from './template-words.ts'
import { answerBriefly, tellBriefly } from './told.ts'
import { storyBlocks } from './told-story.ts'
import {
  aboutArea,
  aboutMeasure,
  explained,
  factRuns,
  insteadOrAfter,
  notesOnArea,
  standingOn,
  untabled,
  writtenAs,
} from './written.ts'

export const paragraph = (runs: readonly Run[]): Block => ({ kind: 'paragraph', runs, asOf: null })
const list = (items: readonly (readonly Run[])[]): Block => ({ kind: 'list', items })

/** Paragraphs and lists of words: a blank line parts them, lines that begin with a hyphen are a list. */
export function textBlocks(text: string, runsOf: (words: string) => readonly Run[]): readonly Block[] {
  if (text.trim() === '') return []
  return text
    .trim()
    .split(/\n\s*\n/)
    .map(part => {
      const lines = part.split('\n').map(line => line.trim())
      return lines.every(line => line.startsWith('- '))
        ? list(lines.map(line => runsOf(line.slice(2))))
        : paragraph(runsOf(lines.join(' ')))
    })
}

/** What an officer wrote for a section, else the template's own words. */
export function text(a: Assembling, block: BlockOf<'text'>, replaced = false): readonly Block[] {
  const own = (): readonly Block[] => (replaced ? [] : textBlocks(block.text, said => explained(filledWords(a, said))))
  return insteadOrAfter(a, block.written === undefined ? [] : writtenAs(a, block.written), own)
}

export function facts(a: Assembling, block: BlockOf<'facts'>): readonly Block[] {
  return [
    {
      kind: 'facts',
      facts: block.facts
        .filter(one => one.for?.includes(a.audience) ?? true)
        .map(one => {
          const written = one.written === undefined ? [] : writtenAs(a, one.written)
          return {
            label: one.label,
            runs: written.length ? factRuns(a, written) : filledWords(a, one.text),
          }
        }),
    },
  ]
}

/** Rows that a narrative tells of, what stands out first. */
const toTell = (rows: readonly RowView[]): readonly RowView[] => rows.toSorted((x, y) => standing(x) - standing(y))

/** The rows whose commentary a narrative has: a short one those that it tells of. */
const toldOf = ({ story }: BlockOf<'story'>, rows: readonly RowView[]): readonly RowView[] =>
  story === 'full' ? rows : rows.filter(row => hasChanged(row) || isOffTarget(row))

/** The narrative of themes or measures: what stands out first, what is awaited in one sentence, what officers wrote after it. */
export function story(a: Assembling, block: BlockOf<'story'>, replaced = false): readonly Block[] {
  const own = (block.measures ?? []).flatMap(one => rowNamed(a, one) ?? [])
  const areas = [
    ...(block.measures ? [{ id: block.area ?? '', rows: own }] : []),
    ...(block.themes === undefined ? [] : themesNamed(a, block.themes)),
  ]
  return areas.flatMap(area => [
    ...insteadOrAfter(a, aboutArea(a, area.id), () => (replaced ? [] : storyBlocks(a, block.story, area)), 'follows'),
    ...(block.story === 'young people'
      ? []
      : [
          ...toldOf(block, area.rows).flatMap(row => aboutMeasure(a, row)),
          ...standingOn(a, untabled(a, toldOf(block, area.rows))),
          ...notesOnArea(a, area.id),
        ]),
  ])
}

const NONE = {
  'working well': 'Nothing in the figures stands out as working well beyond chance.',
  'worries us': 'Nothing is off target or getting worse beyond chance.',
  awaited: 'No figure is awaited.',
  questions: 'Every figure that can be judged is on target.',
} as const

/** What has not come, and what is older than the paper. */
function awaited(a: Assembling, rows: readonly RowView[]): readonly Block[] {
  const missing = rows
    .filter(({ state }) => state === 'awaiting data')
    .map(row => [words(`${row.title}. ${row.reason ?? ''}`.trim())])
  const older = rows.filter(row => isOlder(a, row)).map(row => [words(`${row.title}: ${sayDay(dayOfRow(row))}`)])
  if (missing.length + older.length === 0) return [paragraph([words(NONE.awaited)])]
  const lead = missing.length ? 'Older than this paper:' : 'No figure is missing. Older than this paper:'
  return [...(missing.length ? [list(missing)] : []), ...(older.length ? [paragraph([words(lead)]), list(older)] : [])]
}

/** What stands out, as a list; said so where nothing does. */
export function highlights(a: Assembling, block: BlockOf<'highlights'>): readonly Block[] {
  const rows = themesNamed(a, 'all').flatMap(({ rows: own }) => own)
  if (block.highlights === 'awaited') return awaited(a, rows)
  const items = {
    'working well': () => rows.filter(row => isTold(row) && isGood(row)).map(row => tellBriefly(a, row)),
    'worries us': () => toTell(rows.filter(row => isTold(row) && isAdverse(row))).map(row => tellBriefly(a, row)),
    questions: () =>
      toTell(rows.filter(row => isTold(row) && (isAdverse(row) || isOffTarget(row)))).map(row => [
        words(`${row.asks} `, true),
        ...answerBriefly(a, row),
      ]),
  }[block.highlights]()
  return items.length === 0 ? [paragraph([words(NONE[block.highlights])])] : [list(items)]
}

/** What a reader must know of the figures. */
export const notes = ({ view }: Assembling): readonly Block[] => [list(view.scorecard.notes.map(note => [words(note)]))]
