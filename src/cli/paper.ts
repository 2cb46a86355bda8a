import { extname } from 'node:path'
import { audiences } from '../disclosure/shown.ts'
import { UserError } from '../kit/error.ts'
import { askedFor } from '../papers/paper/asked.ts'
import { assemble } from '../papers/paper/assemble.ts'
import { type PaperEnding, type PaperFile, paperEndings, paperFiles } from '../papers/paper/formats.ts'
import type { Paper } from '../papers/paper/paper.ts'
import type { Desk } from '../report/desk.ts'
import { dayOf, type Globals, wordOf } from './answers.ts'
import type { Command } from './command.ts'
import { editionOf } from './edition.ts'
import { allTemplates, frozenPaper, templateOf } from './frozen-papers.ts'
import { openHomeDesk } from './home.ts'
import { sayPaperWords } from './paper-words-said.ts'
import { writePaper } from './written-paper.ts'

const DEFAULT_TEMPLATE = 'council-report'

type Options = {
  readonly at?: string
  readonly template: string
  readonly audience: string
  readonly edition?: string
  readonly paper?: string
  readonly to?: readonly string[]
  readonly list?: boolean
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
      if (options.list) {
        const about = (desk: Desk): readonly string[] =>
          allTemplates(home).map(name => `${name}: ${templateOf(desk, home, name).about}\n`)
        process.stdout.write((await withDesk(home, async desk => about(desk))).join(''))
        return
      }
      const files = (options.to ?? []).map(file => ({ file, format: formatOf(file) }))
      if (files.length === 0)
        throw new UserError(
          'HEARTH-1003',
          'A paper is written to a file.',
          'Name one or more: --to report.docx report.pdf appendix.xlsx',
        )
      const paper = await paperFor(home, options)
      // All are made before one is written: a format that the paper cannot have leaves no files behind.
      const made: PaperFile[] = []
      for (const { file, format } of files) made.push(...(await paperFiles(paper, file, format)))
      for (const { file, content } of made) writePaper(file, content)
    })

/** The paper of a template, live or as an edition froze it. Throws HEARTH-1003 where a paper is not for an audience, HEARTH-1706 where the edition froze none. */
async function paperFor(home: string, options: Options): Promise<Paper> {
  const audience = wordOf('audience', options.audience, audiences)
  if (options.edition !== undefined) {
    for (const name of ['at', 'paper'] as const)
      if (options[name] !== undefined)
        throw new UserError(
          'HEARTH-1003',
          `An edition has its own ${name === 'at' ? 'day' : 'words'}.`,
          `Leave out --${name}, or leave out --edition.`,
        )
    return frozenPaper(home, editionOf(options.edition), options.template, audience)
  }
  return withDesk(home, async desk => {
    const template = templateOf(desk, home, options.template)
    if (template.for && !template.for.includes(audience))
      throw new UserError(
        'HEARTH-1003',
        `The paper "${template.name}" is not for this audience (${audience}).`,
        `It is for: ${template.for.join(', ')}.`,
      )
    const view = await desk.paperOf(
      askedFor(template, {
        audience,
        ...(options.at === undefined ? {} : { at: dayOf('at', options.at) }),
        ...(options.paper === undefined ? {} : { paper: options.paper }),
      }),
    )
    process.stderr.write(sayPaperWords(view.words, template))
    return assemble(template, view)
  })
}

async function withDesk<T>(home: string, work: (desk: Desk) => Promise<T>): Promise<T> {
  const desk = await openHomeDesk(home, { told: true })
  try {
    return await work(desk)
  } finally {
    desk.close()
  }
}
