import { extname, join } from 'node:path'
import type { Audience } from '../disclosure/shown.ts'
import { UserError } from '../kit/error.ts'
import { askedFor } from '../papers/paper/asked.ts'
import { assemble } from '../papers/paper/assemble.ts'
import { type PaperEnding, paperEndings, paperFiles } from '../papers/paper/formats.ts'
import type { KnownNames } from '../papers/paper/known-names.ts'
import type { Paper } from '../papers/paper/paper.ts'
import type { Template } from '../papers/paper/template.ts'
import { readTemplate, templateFile, templateNames } from '../papers/paper/template-file.ts'
import type { Desk } from '../report/desk.ts'
import type { PaperView } from '../report/paper-view.ts'
import { NO_WORDS } from '../report/paper-words.ts'
import { findScorecard } from '../report/scorecard-file.ts'
import { dayOf, type Globals, wordOf } from './answers.ts'
import type { Command } from './command.ts'
import { editionOf, openEdition } from './edition.ts'
import { openHomeDesk } from './home.ts'
import { scorecardFolders, shipped } from './home-folders.ts'
import { sayPaperWords } from './paper-words-said.ts'
import { writePaper } from './written-paper.ts'

const audiences: readonly Audience[] = ['analyst', 'manager', 'board', 'public']
const DEFAULT_TEMPLATE = 'council-report'

/** Where templates are: the council's own, which win, then those shipped. */
const paperFolders = (home: string): readonly string[] => [join(home, 'papers'), shipped('papers')]

type Options = {
  readonly at?: string
  readonly template: string
  readonly audience: string
  readonly edition?: string
  readonly paper?: string
  readonly to?: readonly string[]
  readonly list?: boolean
}

/** The names that a template of a scorecard may use. */
export const namesFor =
  (desk: Desk, home: string) =>
  (scorecard: string): KnownNames => {
    const { themes } = findScorecard(scorecardFolders(home), scorecard)
    const rows = themes.flatMap(theme => theme.rows)
    return {
      themes: themes.map(({ id }) => id),
      measures: [
        ...rows.flatMap(({ number, measure, catalogue }) =>
          [number, measure, catalogue].filter(name => name !== undefined),
        ),
        ...desk.list().flatMap(({ measures }) => measures.flatMap(({ id, catalogue }) => [id, catalogue])),
      ],
    }
  }

/** The format that a file's ending names. Throws HEARTH-1001. */
const formatOf = (file: string): PaperEnding => wordOf('to', extname(file).slice(1).toLowerCase(), paperEndings)

/** `hearth paper`: a board paper made of a template, in as many formats as there are files named. */
export const paperCommand: Command = program =>
  program
    .command('paper')
    .description('a board paper as Word, PDF, HTML, Excel or slides, made of a template')
    .option('--at <day>', 'the day, as 2026-10-31; absent: the last month end that the data reach')
    .option('--template <name>', 'which paper; --list names them', DEFAULT_TEMPLATE)
    .option('--audience <who>', 'analyst, manager, board or public', 'board')
    .option('--edition <number>', 'the figures as an edition froze them')
    .option(
      '--paper <name>',
      'whose front matter, sections and case studies; absent: of the meeting that hears of this day',
    )
    .option(
      '--to <files...>',
      `write to files; the ending says the format: ${paperEndings.join(', ')} (a file for each table)`,
    )
    .option('--list', 'list the templates and what each is for')
    .addHelpText(
      'after',
      '\nExample:\n  hearth paper --template council-report --at 2026-10-31 --to report.docx report.pdf appendix.xlsx',
    )
    .action(async (options: Options, command) => {
      const { home } = command.optsWithGlobals() as Globals
      const desk = await openHomeDesk(home)
      try {
        const read = (name: string): Template =>
          readTemplate(templateFile(paperFolders(home), name), name, namesFor(desk, home))
        if (options.list) {
          for (const name of templateNames(paperFolders(home))) process.stdout.write(`${name}: ${read(name).about}\n`)
          return
        }
        const files = (options.to ?? []).map(file => ({ file, format: formatOf(file) }))
        if (files.length === 0)
          throw new UserError(
            'HEARTH-1003',
            'A paper is written to a file.',
            'Name one or more: --to report.docx report.pdf appendix.xlsx',
          )
        const paper = await paperFor(desk, home, read(options.template), options)
        for (const { file, format } of files)
          for (const made of await paperFiles(paper, file, format)) writePaper(made.file, made.content)
      } finally {
        desk.close()
      }
    })

/** The paper of a template, live or as an edition froze it. Throws HEARTH-1003 where a paper is not for an audience. */
async function paperFor(desk: Desk, home: string, template: Template, options: Options): Promise<Paper> {
  const audience = wordOf('audience', options.audience, audiences)
  if (template.for && !template.for.includes(audience))
    throw new UserError(
      'HEARTH-1003',
      `The paper "${template.name}" is not for this audience (${audience}).`,
      `It is for: ${template.for.join(', ')}.`,
    )
  if (options.edition !== undefined && options.at !== undefined)
    throw new UserError('HEARTH-1003', 'An edition has its own day.', 'Leave out --at, or leave out --edition.')
  const asked = askedFor(template, {
    audience,
    ...(options.at === undefined ? {} : { at: dayOf('at', options.at) }),
    ...(options.paper === undefined ? {} : { paper: options.paper }),
  })
  if (options.edition === undefined) {
    const view = await desk.paperOf(asked)
    process.stderr.write(sayPaperWords(view.words, template))
    return assemble(template, view)
  }
  const { scorecards, sources } = await openEdition(home, editionOf(options.edition))
  const frozen: PaperView = {
    scorecard: scorecards[audience],
    sources: sources[audience],
    rows: [],
    outturns: [],
    grids: asked.grids.map(() => null),
    breakdowns: asked.breakdowns.map(() => null),
    moves: new Map(),
    words: NO_WORDS,
  }
  return assemble(template, frozen)
}
