import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { type Audience, audiences } from '../disclosure/shown.ts'
import type { Day } from '../kit/day.ts'
import { UserError } from '../kit/error.ts'
import type { MeasureDefinition } from '../measures/measures.ts'
import type { SealedEdition } from '../review/edition.ts'
import type { Target } from '../review/target.ts'
import type { StandingWords } from '../review/word.ts'
import type { Desk } from './desk.ts'
import type { PaperWords } from './paper-words.ts'
import type { ScorecardView } from './scorecard-view.ts'
import type { SourcesView } from './sources-view.ts'

/** The form of what an edition froze. One of another form was made by another Hearth. */
const FORM = 2

/** A paper as it was assembled, for one audience: `papers` reads it, this room does not. */
export type FrozenPaper = { readonly template: string; readonly audience: Audience; readonly paper: unknown }

/** The papers of an edition, and the text of the templates that they were made by. */
export type FrozenPapers = {
  readonly papers: readonly FrozenPaper[]
  readonly templates: readonly { readonly name: string; readonly text: string }[]
}

/** The words that an edition stands on, as they were said. A case study is in its paper and nowhere else. */
export type FrozenWords = Omit<StandingWords, 'case-study'>

/** What approval waits for, by what the board would read. */
export type Awaiting = Pick<PaperWords, 'unanswered' | 'heldBack'>

/** What an edition froze: figures as decided for each audience, and the text of what they were made by. */
export type EditionContent = {
  readonly form: typeof FORM | 1
  readonly authority: { readonly code: string; readonly name: string }
  readonly at: Day
  readonly dataVersion: string
  readonly scorecards: Readonly<Record<Audience, ScorecardView>>
  readonly sources: Readonly<Record<Audience, SourcesView>>
  readonly targets: readonly Target[]
  /** The measures on the scorecard and those they name: `placements/placed-over-20-miles.sql` with its text. */
  readonly definitions: readonly { readonly file: string; readonly text: string }[]
  readonly words: Partial<FrozenWords>
  readonly awaiting: Awaiting
} & FrozenPapers

/** Freezes a scorecard for every audience and the papers of its day, with the targets, words and definitions that they stand on. */
export async function freeze(
  desk: Desk,
  asked: { readonly at?: Day; readonly scorecard?: string },
  measures: ReadonlyMap<string, MeasureDefinition>,
  targets: readonly Target[],
  { 'case-study': _, ...words }: StandingWords,
  papersAt: (at: Day) => Promise<FrozenPapers>,
): Promise<EditionContent> {
  const views = await desk.scorecards(asked, audiences)
  const sources: Partial<Record<Audience, SourcesView>> = {}
  for (const { at, audience } of views) sources[audience] = await desk.sources({ at, audience })
  const scorecards = Object.fromEntries(views.map(view => [view.audience, view])) as EditionContent['scorecards']
  const { authority, at, dataVersion, themes } = scorecards.analyst
  const on = themes.flatMap(({ rows }) => rows.flatMap(({ measure }) => measure ?? []))
  return {
    form: FORM,
    authority,
    at,
    dataVersion,
    scorecards,
    sources: sources as EditionContent['sources'],
    targets,
    definitions: withNamed(on, measures).map(({ file }) => ({
      file: `${basename(dirname(file))}/${basename(file)}`,
      text: readFileSync(file, 'utf8'),
    })),
    words,
    awaiting: await awaitingOf(desk, at, asked.scorecard),
    ...(await papersAt(at)),
  }
}

/** What of the words for a board is missing or cannot be read out yet. */
async function awaitingOf(desk: Desk, at: Day, scorecard: string | undefined): Promise<Awaiting> {
  const nothing = { rows: [], outturns: [], grids: [], breakdowns: [], narrative: false, forecast: false }
  const { words } = await desk.paperOf({
    at,
    audience: 'board',
    ...(scorecard === undefined ? {} : { scorecard }),
    ...nothing,
  })
  return { unanswered: words.unanswered, heldBack: words.heldBack }
}

/** Measures and all that they name, each once. */
function withNamed(
  ids: readonly string[],
  measures: ReadonlyMap<string, MeasureDefinition>,
): readonly MeasureDefinition[] {
  const found = new Map<string, MeasureDefinition>()
  const wanted = [...ids]
  for (let id = wanted.pop(); id !== undefined; id = wanted.pop()) {
    const measure = measures.get(id)
    if (!measure || found.has(id)) continue
    found.set(id, measure)
    if (measure.kind === 'ratio') wanted.push(measure.numerator, measure.denominator)
    if (measure.kind === 'gap') wanted.push(measure.of, ...(measure.than === undefined ? [] : [measure.than]))
  }
  return [...found.values()].toSorted((a, b) => a.id.localeCompare(b.id))
}

/** How far an edition is. */
type EditionStatus = ScorecardView['status']

/** What editions of the first form had not. */
const lacking = { papers: [], templates: [], words: {}, awaiting: { unanswered: [], heldBack: [] } }

/** Opens what an edition froze; its scorecards say which edition they are of and how far it is. Throws HEARTH-1704 where another Hearth wrote it. */
export function openContent({
  number,
  content,
  steps,
}: SealedEdition): EditionContent & { readonly status: EditionStatus } {
  const read = { ...lacking, ...(JSON.parse(content) as EditionContent) }
  if (read.form !== FORM && read.form !== 1)
    throw new UserError(
      'HEARTH-1704',
      `Edition ${number} is of a form that this Hearth does not read (${String(read.form)}).`,
      'Open it with the version of Hearth that made it, or a newer one.',
    )
  const step = steps.at(-1)?.step ?? 'made'
  const status: EditionStatus = step === 'made' ? 'draft' : step
  const scorecards = Object.fromEntries(
    Object.entries(read.scorecards).map(([audience, view]) => [audience, { ...view, edition: String(number), status }]),
  ) as unknown as EditionContent['scorecards']
  return { ...read, scorecards, status }
}
