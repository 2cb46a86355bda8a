import type { Audience, Shown } from '../../disclosure/shown.ts'
import type { Day } from '../../kit/day.ts'

/**
 * A paper as all formats receive it: sections of blocks, in reading order. Word, PDF, HTML, Excel and slides are made from this one
 * model, so that every figure is the same in all. It has no bare number: what is counted or measured is a `Shown` within a `Run`.
 */
export type Paper = {
  /** The template it was made by: `council-report`. */
  readonly template: string
  readonly title: string
  readonly subtitle: string | null
  readonly authority: { readonly code: string; readonly name: string }
  readonly audience: Audience
  readonly at: Day
  readonly atText: string
  /** The edition that froze it and how far that is; null: live figures, which are a draft. */
  readonly edition: { readonly number: number; readonly status: 'draft' | 'approved' | 'published' } | null
  /** Why its figures may still move, said with how far it is. */
  readonly held: readonly ('indicative' | 'provisional')[]
  readonly synthetic: boolean
  /** What must be seen on every page: `Draft`, `Draft, with provisional figures`, `Synthetic council`; null: nothing. */
  readonly watermark: string | null
  /** Portrait for reports, landscape for tables and slides. */
  readonly layout: 'portrait' | 'landscape'
  readonly sections: readonly Section[]
}

/** A part of a paper with its heading; `number` as printed (`3`, `3.1`), null where the template numbers nothing. */
export type Section = {
  readonly id: string
  readonly number: string | null
  readonly title: string
  readonly level: 1 | 2 | 3
  readonly blocks: readonly Block[]
  /** It begins on a new page, where a format has pages. */
  readonly newPage?: true
  /** A deck of slides does without it. */
  readonly offSlides?: true
}

/** A block; `offSlides`: a deck of slides does without it. `caseStudy`: it stands only as long as whoever it tells of consents. */
export type Block = AnyBlock & {
  readonly offSlides?: true
  readonly caseStudy?: { readonly paper: string; readonly title: string }
}

type AnyBlock =
  /** `number` as printed before it (`3.2.1`), where the template numbers its paragraphs. */
  | {
      readonly kind: 'paragraph'
      readonly runs: readonly Run[]
      readonly asOf: DataDate | null
      readonly number?: string
      /** It belongs to what is above it, and has no number of its own. */
      readonly unnumbered?: true
    }
  | { readonly kind: 'list'; readonly items: readonly (readonly Run[])[] }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly runs: readonly Run[] }[] }
  | TableBlock
  | ChartBlock

/** Words, or a figure with what proves it. Words that say how far the paper is are known as such: an edition is approved after it was frozen. */
export type Run =
  | { readonly kind: 'words'; readonly text: string; readonly strong?: boolean; readonly says?: 'status' }
  | { readonly kind: 'figure'; readonly shown: Shown; readonly source: FigureSource }

/** What a printed figure is: its short code leads to its definition, numerator, version and caveat. */
export type FigureSource = {
  /** `F7K2`: unique in the paper, the same in every format of it. */
  readonly code: string
  readonly measure: string
  readonly catalogue: string
  /** Which of a row's figures: `value`, `prior`, `change`, `target`, `numerator`… */
  readonly part: string
  /** The line of a breakdown it is of: `ward=E05000001`; absent: the whole. */
  readonly slice?: string
  readonly period: string
}

/** The day that data speak for, where it is not the paper's own. */
export type DataDate = { readonly day: Day; readonly text: string }

/** A table with a caption and one header row; the first column of a row is its header. */
export type TableBlock = {
  readonly kind: 'table'
  /** Unique in the paper: summary figures name the table they come from by it (`Table 4`). */
  readonly id: string
  readonly caption: string
  readonly columns: readonly { readonly title: string; readonly align: 'left' | 'right'; readonly share: number }[]
  readonly rows: readonly (readonly (readonly Run[])[])[]
  readonly notes: readonly string[]
  readonly asOf: DataDate | null
}

/** A drawn chart: an SVG, what it shows in words, and the table of its data. */
export type ChartBlock = {
  readonly kind: 'chart'
  readonly id: string
  readonly caption: string
  readonly svg: string
  readonly alt: string
  readonly data: TableBlock
}
