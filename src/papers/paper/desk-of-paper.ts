import type { Audience, Shown } from '../../disclosure/shown.ts'
import type { Day } from '../../kit/day.ts'
import { isRowOf } from '../../report/paper-row.ts'
import type { CellView, PaperView } from '../../report/paper-view.ts'
import type { PeriodFigure, RowView } from '../../report/scorecard-view.ts'
import { type Turn, turns } from '../../report/story.ts'
import { type CodeBook, codeBook } from './figure-code.ts'
import type { Block, DataDate, Run } from './paper.ts'
import type { MeasureNamed, Template, TemplateBlock, Themes } from './template.ts'

/** What every part of a paper is assembled with. */
export type Assembling = {
  readonly template: Template
  readonly view: PaperView
  readonly audience: Audience
  readonly at: Day
  readonly code: CodeBook
  /** The forms of sentences in turn, so that no two paragraphs of a paper are from one mould. */
  readonly turn: Turn
  /** Blocks of tables and charts, made first: their numbers are known before the words that name them. */
  readonly made: Map<TemplateBlock, readonly Block[]>
  /** The table that a measure is told of in, as printed: `Table 4`. */
  readonly tableOf: Map<string, string>
}

export const assemblingOf = (template: Template, view: PaperView): Assembling => {
  const { scorecard } = view
  return {
    template,
    view,
    audience: scorecard.audience,
    at: scorecard.at,
    code: codeBook(
      scorecard.authority.code,
      scorecard.edition === null ? `data ${scorecard.dataVersion}` : `edition ${scorecard.edition}`,
    ),
    turn: turns(),
    made: new Map(),
    tableOf: new Map(),
  }
}

/** Apostrophes as they are printed: `children’s`, `officers’`. */
export const printed = (text: string): string => text.replaceAll(/(?<=\p{L})'/gu, '’')

export const words = (written: string, strong = false): Run => {
  const text = printed(written)
  return strong ? { kind: 'words', text, strong } : { kind: 'words', text }
}

export type Part =
  | 'value'
  | 'numerator'
  | 'denominator'
  | 'prior'
  | 'change'
  | 'target'
  | 'neighbours'
  | 'last year'
  | 'last year low'
  | 'last year high'
  | 'children to target'
  | 'trend'

/** A figure of a row, as a run. `figure` is the period it is of, where that is not the latest. */
export function rowFigure(
  { code }: Assembling,
  row: RowView,
  part: Part,
  shown: Shown,
  { periodEnd, period }: Pick<PeriodFigure, 'periodEnd' | 'period'> = row.latest,
): Run {
  const measure = row.measure ?? row.catalogue
  const named = part === 'trend' ? 'value' : part
  return {
    kind: 'figure',
    shown,
    source: {
      code: code({ measure, part: named, periodEnd, window: row.window, slice: null }),
      measure,
      catalogue: row.catalogue,
      part: named,
      period,
    },
  }
}

/** A figure of a cell of a table, as a run. */
export function cellFigure({ code }: Assembling, cell: CellView, part: 'value' | 'numerator' | 'denominator'): Run {
  const shown = part === 'value' ? cell.figure : part === 'numerator' ? cell.numerator : cell.denominator
  if (shown === null) throw new Error(`${cell.measure} has no ${part}`)
  return {
    kind: 'figure',
    shown,
    source: {
      code: code({ measure: cell.measure, part, periodEnd: cell.periodEnd, window: cell.period, slice: cell.slice }),
      measure: cell.measure,
      catalogue: cell.catalogue,
      part,
      period: cell.period,
      ...(cell.slice === null ? {} : { slice: cell.slice }),
    },
  }
}

const rowsOf = ({ view }: Assembling): readonly RowView[] => [
  ...view.scorecard.themes.flatMap(({ rows }) => rows),
  ...view.rows,
]

export const askedOf = (one: MeasureNamed): Exclude<MeasureNamed, string> =>
  typeof one === 'string' ? { measure: one } : one

/** The row of a measure that a template names; null where an edition froze none. */
export function rowNamed(assembling: Assembling, one: MeasureNamed): RowView | null {
  const { measure, window, title } = askedOf(one)
  const found = rowsOf(assembling).find(row => isRowOf(row, { measure, ...(window === undefined ? {} : { window }) }))
  return found ? { ...found, title: title ?? found.title } : null
}

/** The themes that a template names, of those that hold rows. */
export const themesNamed = ({ view }: Assembling, named: Themes): readonly PaperView['scorecard']['themes'][number][] =>
  view.scorecard.themes.filter(({ id }) => named === 'all' || named.includes(id))

export const isOffTarget = ({ rag }: RowView): boolean => rag.kind === 'rated' && rag.status === 'off target'
/** Beyond chance: a direction that statistics bear, or a year's change that chance does not explain. */
export const hasChanged = ({ direction, lastYear }: RowView): boolean =>
  ['Improving', 'Getting worse', 'Rising', 'Falling'].includes(direction?.word ?? '') ||
  lastYear?.couldBeChance === false

/** The day that a row's figure speaks for. */
export const dayOfRow = ({ latest }: RowView): Day => latest.asAt ?? latest.periodEnd

/** A figure that speaks for a day before the paper's. */
export const isOlder = ({ at }: Assembling, row: RowView): boolean =>
  row.state === 'measured' && row.latest.figure.kind === 'number' && dayOfRow(row) < at

/** A day of data that is not the paper's own. */
export const dataDate = (at: Day, day: Day, text: string): DataDate | null => (day === at ? null : { day, text })
