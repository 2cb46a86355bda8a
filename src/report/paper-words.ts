import type { Shown } from '../disclosure/shown.ts'
import type { Day } from '../kit/day.ts'
import type { Window } from '../kit/period.ts'
import type { ReferenceField } from '../review/reference.ts'
import type { Unanswered } from './story-highlights.ts'

/** A figure that words name, with what leads to its definition; the same figure has the same code as in a table. */
export type WordsFigure = {
  readonly kind: 'figure'
  readonly shown: Shown
  /** The measure's id; of a row that nothing measures its catalogue reference. */
  readonly measure: string
  readonly catalogue: string
  readonly window: Window
  readonly part: ReferenceField
  readonly period: string
  readonly periodEnd: Day
}
export type WordsRun = { readonly kind: 'words'; readonly text: string; readonly strong?: true } | WordsFigure
export type WordsPart =
  | { readonly kind: 'paragraph'; readonly runs: readonly WordsRun[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly WordsRun[])[] }

/** Words that somebody wrote for a paper, their figures filled in, with who they are by and when. */
export type Written = {
  readonly parts: readonly WordsPart[]
  readonly by: string
  /** The role that informed them: `Assistant Director`. */
  readonly informedBy: string | null
  readonly on: Day
  /** Whether they stand in the place of the paper's own words, or after them. */
  readonly place: 'replaces' | 'follows'
  /** What a reader must know of them: the figure they were written about has moved since. For officers also what is to be mended. */
  readonly remarks: readonly (readonly WordsRun[])[]
  /** Why they may not be read by this audience, whose paper says so instead; their parts are none then. */
  readonly held: string | null
}

/** A priority of the council, and the measures that show whether it is met. */
export type PriorityWords = {
  readonly title: string
  readonly parts: readonly WordsPart[]
  readonly measures: readonly string[]
  readonly owner: string | null
}

/** What will be done about a measure: an action, by whom, by when. */
export type ActionWords = {
  readonly measure: string
  readonly title: string
  readonly words: Written
  readonly owner: string
  readonly due: Day
}

export type CaseStudyWords = { readonly title: string; readonly parts: readonly WordsPart[] }

/** By what they are about: a measure's name, an area, a section. */
export type WrittenAbout = Readonly<Record<string, readonly Written[]>>

/** What was written for a paper of a day, as its audience may read it. What is not here stands as the template has it. */
export type PaperWords = {
  /** The name of the paper that front matter, sections and case studies belong to; null: none has one for this day. */
  readonly paper: string | null
  /** Front matter and sections, by the name that a template gives them or the title of the section: `director`, `legal-implications`. */
  readonly sections: WrittenAbout
  /** The sections written for this paper alone: one that no section of its template is called by has no place. */
  readonly ownSections: readonly string[]
  /** Commentary by measure: its id, or the catalogue reference of one that nothing measures. */
  readonly measures: WrittenAbout
  /** Commentary by area: `fostering`. */
  readonly areas: WrittenAbout
  /** What stands with a figure whenever it is shown, by measure and by area. */
  readonly notes: { readonly measures: WrittenAbout; readonly areas: WrittenAbout }
  readonly priorities: readonly PriorityWords[]
  readonly actions: readonly ActionWords[]
  /** Adverse signals that nobody has answered: approval waits for them. */
  readonly unanswered: readonly Unanswered[]
  readonly caseStudies: readonly CaseStudyWords[]
  /** Words that this audience does not get, for whoever makes the paper. */
  readonly heldBack: readonly { readonly about: string; readonly why: string }[]
}

/** Nothing was written. */
export const NO_WORDS: PaperWords = {
  paper: null,
  sections: {},
  ownSections: [],
  measures: {},
  areas: {},
  notes: { measures: {}, areas: {} },
  priorities: [],
  actions: [],
  unanswered: [],
  caseStudies: [],
  heldBack: [],
}
