import { sayDay } from '../../kit/day.ts'
import type { Written } from '../../report/paper-words.ts'
import type { RowView } from '../../report/scorecard-view.ts'
import { type Assembling, isOffTarget, rowNamed, themesNamed, words } from './desk-of-paper.ts'
import type { Block, Run } from './paper.ts'
import type { BlockOf } from './template.ts'
import { filledWords } from './template-words.ts'
import { standsOut, tellBriefly, worksWell, worries } from './told.ts'
import { storyBlocks } from './told-story.ts'

export const paragraph = (runs: readonly Run[]): Block => ({ kind: 'paragraph', runs, asOf: null })
const list = (items: readonly (readonly Run[])[]): Block => ({ kind: 'list', items })

/** Paragraphs and lists of words: a blank line parts them, lines that begin with a hyphen are a list. */
export function textBlocks(text: string, runsOf: (words: string) => readonly Run[]): readonly Block[] {
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

/** Who wrote what is written, and when. */
const signed = ({ by, informedBy, on }: Written): string =>
  `Written by ${by}${informedBy === null ? '' : `, informed by the ${informedBy}`}, ${sayDay(on)}.`

/** Words in which a figure is hidden say why. */
const explained = (runs: readonly Run[]): readonly Run[] =>
  runs.some(run => run.kind === 'figure' && run.shown.kind === 'hidden')
    ? [...runs, words(' [c]: hidden so that nobody can be identified.')]
    : runs

/** What an officer wrote for a section, else the template's own words. */
export function text(a: Assembling, block: BlockOf<'text'>): readonly Block[] {
  const written = block.written === undefined ? undefined : a.view.words.sections.get(block.written)
  if (!written) return textBlocks(block.text, own => explained(filledWords(a, own)))
  return [...written.paragraphs.map(part => paragraph([words(part)])), paragraph([words(signed(written))])]
}

export function facts(a: Assembling, block: BlockOf<'facts'>): readonly Block[] {
  return [
    {
      kind: 'facts',
      facts: block.facts
        .filter(one => one.for?.includes(a.audience) ?? true)
        .map(one => {
          const written = one.written === undefined ? undefined : a.view.words.sections.get(one.written)
          return {
            label: one.label,
            runs: written ? [words(written.paragraphs.join('; '))] : filledWords(a, one.text),
          }
        }),
    },
  ]
}

/** Rows that a narrative tells of, what stands out first. */
const toTell = (rows: readonly RowView[]): readonly RowView[] => rows.toSorted((x, y) => standsOut(x) - standsOut(y))

/** The narrative of themes or measures: what stands out first, what is awaited in one sentence, what officers wrote after it. */
export function story(a: Assembling, block: BlockOf<'story'>): readonly Block[] {
  const own = (block.measures ?? []).flatMap(one => rowNamed(a, one) ?? [])
  const areas = [
    ...(block.measures ? [{ id: block.area ?? '', rows: own }] : []),
    ...(block.themes === undefined ? [] : themesNamed(a, block.themes)),
  ]
  return areas.flatMap(area => [
    ...storyBlocks(a, block.story, area),
    ...(a.view.words.areas.get(area.id) ?? []).flatMap(one => [
      ...one.paragraphs.map(part => paragraph([words(part)])),
      paragraph([words(signed(one))]),
    ]),
  ])
}

const NONE = {
  'working well': 'Nothing in the figures stands out as working well beyond chance.',
  'worries us': 'Nothing is off target or getting worse beyond chance.',
  awaited: 'No figure is awaited.',
  questions: 'Every figure that can be judged is on target.',
} as const

/** What stands out, as a list; said so where nothing does. */
export function highlights(a: Assembling, block: BlockOf<'highlights'>): readonly Block[] {
  const rows = themesNamed(a, 'all').flatMap(({ rows: own }) => own)
  const items = {
    'working well': () => rows.filter(worksWell).map(row => tellBriefly(a, row)),
    'worries us': () => toTell(rows.filter(worries)).map(row => tellBriefly(a, row)),
    awaited: () =>
      rows
        .filter(({ state }) => state === 'awaiting data')
        .map(row => [words(`${row.title}. ${row.reason ?? ''}`.trim())]),
    questions: () =>
      toTell(rows.filter(row => worries(row) || isOffTarget(row))).map(row => [
        words(`${row.asks} `, true),
        ...tellBriefly(a, row),
      ]),
  }[block.highlights]()
  return items.length === 0 ? [paragraph([words(NONE[block.highlights])])] : [list(items)]
}

/** What a reader must know of the figures. */
export const notes = ({ view }: Assembling): readonly Block[] => [list(view.scorecard.notes.map(note => [words(note)]))]
