import type { Shown } from '../disclosure/shown.ts'
import type { Day } from '../kit/day.ts'
import type { Window } from '../kit/period.ts'
import { capitalised } from '../kit/text.ts'
import type { PeriodFigure, RowView } from './scorecard-view.ts'

/** Which of a row's figures; one whose text is put another way than the row prints it has a name of its own. */
export type StoryPart =
  | 'value'
  | 'numerator'
  | 'denominator'
  | 'prior'
  | 'target'
  | 'neighbours'
  | 'last year size'
  | 'last year low'
  | 'last year high'
  | 'children to target'
  | 'unknown'
  | 'at least'
  | 'at most'
  | 'moves'

/**
 * A figure in a narrative, and what leads to its definition. `papers` makes its own runs of these (`Run` in
 * papers/paper/paper.ts): a room that is read by papers may not read them.
 */
export type StoryFigure = {
  readonly kind: 'figure'
  readonly shown: Shown
  /** The measure's id; of a row that nothing measures its catalogue reference. */
  readonly measure: string
  readonly catalogue: string
  readonly window: Window
  readonly part: StoryPart
  readonly period: string
  readonly periodEnd: Day
}
export type StoryRun = { readonly kind: 'words'; readonly text: string } | StoryFigure
export type StoryRuns = readonly StoryRun[]

/** What a paragraph is about, and the rows that it tells of, by measure (or catalogue reference). */
export type StoryParagraph = {
  readonly about: 'measure' | 'rest' | 'working well' | 'worries us'
  readonly rows: readonly string[]
  readonly runs: StoryRuns
}
export type ThemeStory = {
  readonly id: string
  readonly title: string
  readonly paragraphs: readonly StoryParagraph[]
}

export const nameOf = ({ measure, catalogue }: RowView): string => measure ?? catalogue

/** A figure of a row as a run. `at`: the period it is of, where that is not the latest. */
export const figureOf = (
  row: RowView,
  part: StoryPart,
  shown: Shown,
  { period, periodEnd }: Pick<PeriodFigure, 'period' | 'periodEnd'> = row.latest,
): StoryFigure => ({
  kind: 'figure',
  shown,
  measure: nameOf(row),
  catalogue: row.catalogue,
  window: row.window,
  part,
  period,
  periodEnd,
})

type Said = string | StoryRun | StoryRuns

/** Runs from a template: words as they stand, figures and runs where they are put. */
export function say(parts: TemplateStringsArray, ...values: readonly Said[]): StoryRuns {
  return joined(parts.flatMap((text, i) => [text, values[i] ?? '']))
}

/** Runs of many, one after the other; neighbouring words become one run. */
export function joined(parts: readonly Said[]): StoryRuns {
  const runs: StoryRun[] = []
  for (const part of parts)
    for (const run of typeof part === 'string' ? words(part) : 'kind' in part ? [part] : part) {
      const last = runs.at(-1)
      if (run.kind === 'words' && last?.kind === 'words')
        runs[runs.length - 1] = { ...last, text: last.text + run.text }
      else if (run.kind === 'figure' || run.text !== '') runs.push(run)
    }
  return runs
}
const words = (text: string): StoryRuns => [{ kind: 'words', text }]

/** A sentence: a capital first, a full stop last. */
export function sentence(runs: StoryRuns): StoryRuns {
  const [first, ...rest] = runs
  if (!first) return []
  return joined([first.kind === 'words' ? capitalised(first.text) : first, ...rest, ...(ends(runs) ? [] : ['.'])])
}
const ends = (runs: StoryRuns): boolean => {
  const last = runs.at(-1)
  return last?.kind === 'words' && /[.?!]$/.test(last.text)
}

/** Sentences as one paragraph's runs; those with nothing to say are left out. */
export const sentences = (all: readonly StoryRuns[]): StoryRuns =>
  joined(
    all
      .filter(runs => runs.length > 0)
      .flatMap((runs, i) => (i === 0 ? [...sentence(runs)] : [' ', ...sentence(runs)])),
  )

/** `A`, `A and B`, `A, B and C`. */
export const listed = (items: readonly Said[]): StoryRuns =>
  joined(items.flatMap((item, i) => [i === 0 ? '' : i === items.length - 1 ? ' and ' : ', ', item]))

/** What is read. */
export const plainStory = (runs: StoryRuns): string =>
  runs.map(run => (run.kind === 'words' ? run.text : run.shown.text)).join('')

/**
 * Which of several forms of saying the same is next: each kind of thing said takes its forms in turn, so that neighbours in a
 * paper are not cast in one mould, and the same figures always give the same words.
 */
export type Turn = (what: string, forms: number) => number
export function turns(): Turn {
  const taken = new Map<string, number>()
  return (what, forms) => {
    const before = taken.get(what) ?? 0
    taken.set(what, before + 1)
    return before % forms
  }
}

/** The next of the forms of something. */
export function inTurn(turn: Turn, what: string, forms: readonly (() => StoryRuns)[]): StoryRuns {
  return forms[turn(what, forms.length)]?.() ?? []
}
