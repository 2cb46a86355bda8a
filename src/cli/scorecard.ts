import { type Audience, audiences } from '../disclosure/shown.ts'
import { UserError } from '../kit/error.ts'
import { scorecardCsv } from '../papers/csv.ts'
import { scorecardHtml } from '../papers/html.ts'
import { scorecardJson } from '../papers/json.ts'
import { scorecardText } from '../papers/text.ts'
import { scorecardWorkbook } from '../papers/workbook.ts'
import type { Asked } from '../report/desk.ts'
import type { ScorecardView } from '../report/scorecard-view.ts'
import type { SourcesView } from '../report/sources-view.ts'
import { dayOf, wordOf } from './answers.ts'
import type { Command } from './command.ts'
import { editionOf } from './edition.ts'
import { openEdition } from './frozen-papers.ts'
import { openHomeDesk } from './home.ts'
import { writePaper } from './written-paper.ts'

const formats = ['text', 'json', 'csv', 'xlsx', 'html'] as const
type Format = (typeof formats)[number]

type Options = {
  readonly at?: string
  readonly scorecard?: string
  readonly audience: string
  readonly format?: string
  readonly to?: string
  readonly edition?: string
}

async function render(
  view: ScorecardView,
  format: Format,
  sources: () => Promise<SourcesView> | SourcesView,
): Promise<string | Uint8Array> {
  if (format === 'json') return scorecardJson(view)
  if (format === 'csv') return scorecardCsv(view)
  if (format === 'html') return scorecardHtml(view, await sources())
  if (format === 'xlsx') return scorecardWorkbook(view, await sources())
  return scorecardText(view, {
    width: process.stdout.columns ?? 120,
    colour: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
  })
}

/** `hearth scorecard`: the board's scorecard at a day, as text or in a file. */
export const scorecardCommand: Command = program =>
  program
    .command('scorecard')
    .description('the scorecard at a day: in the terminal, or as JSON, CSV, Excel or HTML')
    .option('--at <day>', 'the day, as 2026-10-31; absent: the last month end that the data reach')
    .option('--scorecard <name>', 'which scorecard; absent: corporate-parenting')
    .option('--edition <number>', 'as an edition froze it, not as it is known now')
    .option('--audience <who>', 'analyst, manager, board or public', 'analyst')
    .option('--format <format>', formats.join(', '))
    .option('--to <file>', 'write to a file; its ending says the format')
    .addHelpText('after', '\nExample:\n  hearth scorecard --at 2026-10-31 --audience board --to scorecard.xlsx')
    .action(async (options: Options, command) => {
      const { home, json } = command.optsWithGlobals() as { home: string; json?: boolean }
      const ending = options.to?.split('.').at(-1)?.toLowerCase()
      const given = options.format ?? (json ? 'json' : ending === 'txt' ? 'text' : (ending ?? 'text'))
      const format = wordOf('format', given, formats)
      const at = options.at === undefined ? undefined : dayOf('at', options.at)
      if (format === 'xlsx' && !options.to)
        throw new UserError(
          'HEARTH-1003',
          'A workbook cannot be written to the terminal.',
          'Name a file: --to scorecard.xlsx',
        )
      const audience = wordOf('audience', options.audience, audiences)
      const { view, sources, close } =
        options.edition === undefined
          ? await liveScorecard(home, { ...(at ? { at } : {}), audience }, options.scorecard)
          : await frozenScorecard(home, options, audience)
      try {
        const paper = await render(view, format, sources)
        if (options.to) writePaper(options.to, paper)
        else process.stdout.write(paper)
      } finally {
        close()
      }
    })

type Opened = {
  readonly view: ScorecardView
  readonly sources: () => Promise<SourcesView> | SourcesView
  readonly close: () => void
}

/** The scorecard as it is known now. */
async function liveScorecard(home: string, asked: Asked, scorecard: string | undefined): Promise<Opened> {
  const desk = await openHomeDesk(home)
  try {
    const view = await desk.scorecard({ ...asked, ...(scorecard === undefined ? {} : { scorecard }) })
    return { view, sources: () => desk.sources({ at: view.at, audience: view.audience }), close: desk.close }
  } catch (error) {
    desk.close()
    throw error
  }
}

/** The scorecard as an edition froze it. Throws HEARTH-1003 where a day or another scorecard is asked of it. */
async function frozenScorecard(home: string, { edition, at, scorecard }: Options, audience: Audience): Promise<Opened> {
  if (at !== undefined || scorecard !== undefined)
    throw new UserError(
      'HEARTH-1003',
      'An edition has its own day and scorecard.',
      'Leave out --at and --scorecard, or leave out --edition.',
    )
  const { scorecards, sources } = await openEdition(home, editionOf(edition ?? ''))
  return { view: scorecards[audience], sources: () => sources[audience], close: () => {} }
}
