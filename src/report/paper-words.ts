import type { Day } from '../kit/day.ts'

/** Words that somebody wrote for a paper, with who they are by and when. */
export type Written = {
  readonly paragraphs: readonly string[]
  readonly by: string
  /** The role that informed them: `Assistant Director`. */
  readonly informedBy: string | null
  readonly on: Day
}

/** What was written for a paper of a day. What is not here stands as the template has it. */
export type PaperWords = {
  /** Front matter and sections by the name that the template gives them: `authors`, `financial-implications`. */
  readonly sections: ReadonlyMap<string, Written>
  /** Commentary by measure: its id. */
  readonly measures: ReadonlyMap<string, readonly Written[]>
  /** Commentary by area: the id of a theme. */
  readonly areas: ReadonlyMap<string, readonly Written[]>
}

/** Nothing was written. */
export const NO_WORDS: PaperWords = { sections: new Map(), measures: new Map(), areas: new Map() }
