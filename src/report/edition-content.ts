import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Audience } from '../disclosure/shown.ts'
import type { Day } from '../kit/day.ts'
import { UserError } from '../kit/error.ts'
import type { MeasureDefinition } from '../measures/measures.ts'
import type { SealedEdition } from '../review/edition.ts'
import type { Target } from '../review/target.ts'
import type { Desk } from './desk.ts'
import type { ScorecardView } from './scorecard-view.ts'
import type { SourcesView } from './sources-view.ts'

/** The form of what an edition froze. One of another form was made by another Hearth. */
const FORM = 1

/** Those for whom an edition is frozen, each as they may see it. */
export const frozenFor: readonly Audience[] = ['analyst', 'manager', 'board', 'public']

/** What an edition froze: figures as decided for each audience, and the text of what they were made by. */
export type EditionContent = {
  readonly form: typeof FORM
  readonly authority: { readonly code: string; readonly name: string }
  readonly at: Day
  readonly dataVersion: string
  readonly scorecards: Readonly<Record<Audience, ScorecardView>>
  readonly sources: Readonly<Record<Audience, SourcesView>>
  readonly targets: readonly Target[]
  /** The measures on the scorecard and those they name: `placements/placed-over-20-miles.sql` with its text. */
  readonly definitions: readonly { readonly file: string; readonly text: string }[]
}

/** Freezes a scorecard for every audience, with the targets and definitions that it stands on. */
export async function freeze(
  desk: Desk,
  asked: { readonly at?: Day; readonly scorecard?: string },
  measures: ReadonlyMap<string, MeasureDefinition>,
  targets: readonly Target[],
): Promise<EditionContent> {
  const views = await desk.scorecards(asked, frozenFor)
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
  }
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

/** Opens what an edition froze; its scorecards say which edition they are of and how far it is. Throws HEARTH-1704 where another Hearth wrote it. */
export function openContent({ number, content, steps }: SealedEdition): EditionContent {
  const read = JSON.parse(content) as EditionContent
  if (read.form !== FORM)
    throw new UserError(
      'HEARTH-1704',
      `Edition ${number} is of a form that this Hearth does not read (${String(read.form)}).`,
      'Open it with the version of Hearth that made it, or a newer one.',
    )
  const step = steps.at(-1)?.step ?? 'made'
  const status = step === 'made' ? 'draft' : step
  const scorecards = Object.fromEntries(
    Object.entries(read.scorecards).map(([audience, view]) => [audience, { ...view, edition: String(number), status }]),
  ) as unknown as EditionContent['scorecards']
  return { ...read, scorecards }
}
