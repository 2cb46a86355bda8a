import { z } from 'zod'
import { windows } from '../../kit/period.ts'

const audiences = z.array(z.enum(['analyst', 'manager', 'board', 'public'])).nonempty()

/** A measure: its scorecard number, id or catalogue reference; or with its window, a title of its own, the rate that stands in its cell. */
const measure = z.union([
  z.string(),
  z
    .object({
      measure: z.string(),
      window: z.enum(windows).optional(),
      title: z.string().optional(),
      /** A rate or share printed in the same cell: `570 (105.9)`. */
      with: z.string().optional(),
    })
    .strict(),
])

/** The columns that a table of measures may have, in the words of template files. */
export const tableColumns = [
  'number',
  'indicator',
  'numbered indicator',
  'period',
  'count',
  'latest',
  'latest and rate',
  'target',
  'against target',
  'prior',
  'change',
  'direction',
  'last year',
  'out-turn',
  'neighbours',
  'polarity',
  'commentary',
  'code',
] as const
export type TableColumn = (typeof tableColumns)[number]

const themes = z.union([z.literal('all'), z.array(z.string()).nonempty()])
const own = {
  /** For whom it stands; absent: for all. */
  for: audiences.optional(),
  /** `false`: a deck of slides does without it; `when written`: where no officer wrote its words. */
  slides: z.union([z.boolean(), z.literal('when written')]).optional(),
}

/** The blocks that a section may hold, by the key that names each. */
const blockShapes = {
  text: z
    .object({
      text: z.string(),
      written: z.string().optional(),
      /** Stands only where no table of the section has commentary. */
      only: z.literal('without commentary').optional(),
      ...own,
    })
    .strict(),
  facts: z
    .object({
      facts: z
        .array(z.object({ label: z.string(), text: z.string(), written: z.string().optional(), ...own }).strict())
        .nonempty(),
      ...own,
    })
    .strict(),
  table: z
    .object({
      table: z.string(),
      measures: z.array(measure).nonempty().optional(),
      themes: themes.optional(),
      /** Only the rows of these that are off target. */
      only: z.enum(['off target', 'changed']).optional(),
      columns: z.array(z.enum(tableColumns)).nonempty(),
      notes: z.array(z.string()).optional(),
      ...own,
    })
    .strict(),
  grid: z
    .object({
      grid: z.string(),
      lines: z
        .array(
          z.union([
            z.string(),
            z.object({ measure: z.string(), by: z.string().optional(), title: z.string().optional() }).strict(),
          ]),
        )
        .nonempty(),
      total: z.boolean().default(false),
      notes: z.array(z.string()).optional(),
      ...own,
    })
    .strict(),
  breakdown: z
    .object({
      breakdown: z.string(),
      by: z.string(),
      measures: z.array(measure).nonempty(),
      notes: z.array(z.string()).optional(),
      ...own,
    })
    .strict(),
  chart: z.object({ chart: z.string(), measure, ...own }).strict(),
  charts: z
    .object({ charts: themes, only: z.enum(['off target', 'changed', 'off target or changed']).optional(), ...own })
    .strict(),
  story: z
    .object({
      story: z.enum(['full', 'short', 'young people']),
      themes: themes.optional(),
      measures: z.array(measure).nonempty().optional(),
      /** Under which area what officers wrote is kept; absent: the themes' own. */
      area: z.string().optional(),
      ...own,
    })
    .strict(),
  highlights: z.object({ highlights: z.enum(['working well', 'worries us', 'awaited', 'questions']), ...own }).strict(),
  priorities: z
    .object({
      priorities: z
        .array(
          z
            .object({
              title: z.string(),
              'we want': z.string(),
              measures: z.array(measure).nonempty(),
            })
            .strict(),
        )
        .nonempty(),
      ...own,
    })
    .strict(),
  /** What will be done, by whom, by when; and what bad news nobody has answered yet. */
  actions: z.object({ actions: z.string(), ...own }).strict(),
  /** Case studies of the paper; the words stand where it has none. */
  'case studies': z.object({ 'case studies': z.string(), ...own }).strict(),
  /** What is coming: all of it, or in short. */
  forecast: z.object({ forecast: z.enum(['full', 'short']), ...own }).strict(),
  sources: z.object({ sources: z.string(), ...own }).strict(),
  codes: z.object({ codes: z.string(), ...own }).strict(),
  notes: z.object({ notes: z.literal('scorecard'), ...own }).strict(),
} as const

export type BlockKind = keyof typeof blockShapes
export type TemplateBlock = {
  [Kind in BlockKind]: { readonly kind: Kind } & z.infer<(typeof blockShapes)[Kind]>
}[BlockKind]
export type BlockOf<Kind extends BlockKind> = Extract<TemplateBlock, { readonly kind: Kind }>
export type MeasureNamed = z.infer<typeof measure>
export type Themes = z.infer<typeof themes>

export const blockKinds = Object.keys(blockShapes) as readonly BlockKind[]
export const blockShape = (kind: BlockKind): z.ZodType => blockShapes[kind]

/** A section as its file writes it, its blocks and sections unread. */
export const sectionShape = z
  .object({
    id: z.string().optional(),
    title: z.string(),
    /** Whether its heading and paragraphs have numbers, where the template numbers; absent: as what holds it. */
    numbered: z.boolean().optional(),
    /** Why the public has no sight of it: its paragraph of Schedule 12A. Its heading stays, for no section is dropped. */
    exempt: z.string().optional(),
    for: audiences.optional(),
    /** `false`: a deck of slides does without it and what is in it. */
    slides: z.boolean().optional(),
    /** It begins on a new page, where a format has pages. */
    'new page': z.boolean().optional(),
    blocks: z.array(z.unknown()).default([]),
    sections: z.array(z.unknown()).default([]),
  })
  .strict()

export const templateShape = z
  .object({
    title: z.string(),
    subtitle: z.string().optional(),
    about: z.string(),
    scorecard: z.string().default('corporate-parenting'),
    layout: z.enum(['portrait', 'landscape']).default('portrait'),
    numbered: z.boolean().default(false),
    for: audiences.optional(),
    sections: z.array(z.unknown()).nonempty(),
  })
  .strict()

type Audiences = z.infer<typeof audiences>
export type TemplateSection = {
  readonly id: string
  readonly title: string
  readonly numbered: boolean | undefined
  readonly exempt: string | undefined
  readonly for: Audiences | undefined
  readonly slides: boolean
  readonly newPage: boolean
  readonly blocks: readonly TemplateBlock[]
  readonly sections: readonly TemplateSection[]
}

/** A template as its file writes it, read strictly: what each section holds, in order. */
export type Template = Omit<z.infer<typeof templateShape>, 'sections'> & {
  readonly name: string
  readonly sections: readonly TemplateSection[]
}
