import { UserError } from '../kit/error.ts'
import { figuresOf } from '../papers/paper/figures.ts'
import type { FigureSource, Paper } from '../papers/paper/paper.ts'
import type { EditionContent } from '../report/edition-content.ts'
import { openEdition } from './frozen-papers.ts'

/** What a printed code leads to: what the figure is, as each paper prints it, what it is made from and by which definition. */
export type CodedFigure = FigureSource & {
  readonly edition: number
  readonly dataVersion: string
  readonly title: string
  readonly printed: readonly { readonly template: string; readonly audience: string; readonly text: string }[]
  /** `146 of 566`, as the board may see it. */
  readonly madeOf: string | null
  /** What must be known of it: what is not known, why there is none. */
  readonly caveats: readonly string[]
  readonly definition: { readonly file: string; readonly text: string } | null
}

/** Finds a figure of an edition by its short code. Throws HEARTH-1708 where no paper of it has that code. */
export async function figureOf(home: string, number: number, code: string): Promise<CodedFigure> {
  const content = await openEdition(home, number)
  const printed = content.papers.flatMap(({ template, audience, paper }) =>
    figuresOf(paper as Paper)
      .filter(({ source }) => source.code === code.toUpperCase())
      .map(({ source, shown }) => ({ template, audience, text: shown.text, source })),
  )
  const [first] = printed
  if (!first)
    throw new UserError(
      'HEARTH-1708',
      `No paper of edition ${number} has a figure with the code ${code}.`,
      'Codes stand in the tables of a paper and in its list of codes; `hearth edition list` has the editions.',
    )
  const { source } = first
  const row = rowOf(content, source)
  const once = new Map(printed.map(({ source: _, ...one }) => [`${one.template} ${one.audience} ${one.text}`, one]))
  return {
    ...source,
    edition: number,
    dataVersion: content.dataVersion,
    title: row?.title ?? source.measure,
    printed: [...once.values()],
    madeOf: row?.madeOf ?? row?.countText ?? null,
    caveats: [row?.quality?.text, row?.reason].filter(text => typeof text === 'string'),
    definition: content.definitions.find(({ file }) => file.endsWith(`/${source.measure}.sql`)) ?? null,
  }
}

/** The row of the board's scorecard that a figure is of, where it is of the row's latest period. */
const rowOf = ({ scorecards }: EditionContent, { measure, period }: FigureSource) =>
  scorecards.board.themes
    .flatMap(({ rows }) => rows)
    .find(row => (row.measure ?? row.catalogue) === measure && row.latest.period === period)

/** The head of a definition: what it counts, of whom, and what is left out. */
const headOf = (text: string): readonly string[] =>
  (/\/\*\s*\w+\n([\s\S]*?)\*\//.exec(text)?.[1] ?? '')
    .split('\n')
    .filter(line => /^(title|population|counted|amount|unknown|basis|national):/.test(line))
    .map(line => `  ${line}`)

export const sayFigure = (figure: CodedFigure): string =>
  [
    `${figure.code.toUpperCase()}: ${figure.title}, ${figure.part}${figure.slice === undefined ? '' : ` (${figure.slice})`}, ${figure.period}`,
    ...figure.printed.map(({ template, audience, text }) => `  ${text} in ${template} for the ${audience}`),
    ...(figure.madeOf === null ? [] : [`  Made from: ${figure.madeOf}`]),
    ...figure.caveats.map(text => `  To be known: ${text}`),
    `  Data version ${figure.dataVersion}, edition ${figure.edition}, ${figure.catalogue}`,
    ...(figure.definition === null
      ? ['  Its definition is not among those that the edition froze: `hearth measure show` has today’s.']
      : [`Definition (${figure.definition.file}):`, ...headOf(figure.definition.text)]),
    '',
  ].join('\n')
