import { addDays, type Day, day, isMonthEnd, sayDay } from '../kit/day.ts'
import { UserError } from '../kit/error.ts'
import { type SampleOptions, type SampleSummary, writeSample } from '../sample/sample.ts'
import { dayOf, today } from './answers.ts'
import type { Command } from './command.ts'
import { progressLine } from './progress.ts'

/** The last month end that has passed. */
export const lastMonthEnd = (now = today()): Day => (isMonthEnd(now) ? now : addDays(day(`${now.slice(0, 8)}01`), -1))

const whole =
  (name: string, least = 0, most = Number.MAX_SAFE_INTEGER) =>
  (text: string): number => {
    if (!/^\d+$/.test(text))
      throw new UserError('HEARTH-1001', `--${name} is "${text}", which is not a whole number.`, 'Write digits only.')
    if (Number(text) >= least && Number(text) <= most) return Number(text)
    throw new UserError('HEARTH-1001', `--${name} is ${text}.`, `Write a number from ${least} to ${most}.`)
  }

/** The first collection year that a sample can hold: lives before it would reach back beyond the calendar. */
const FIRST_YEAR = 2008

/** The day that a sample ends on. Throws HEARTH-1002 for what is no day, HEARTH-1001 where that many years are not simulated. */
function lastDay({ toDate, years }: Pick<Options, 'toDate' | 'years'>): Day {
  const last = toDate === undefined ? lastMonthEnd() : dayOf('to-date', toDate)
  const closes = Number(last.slice(0, 4)) + (last.slice(5) > '03-31' ? 1 : 0)
  if (closes > 2100) throw new UserError('HEARTH-1001', `--to-date is ${last}.`, 'Write a day before 1 April 2100.')
  const most = closes - FIRST_YEAR + 1
  if (years <= most) return last
  throw new UserError(
    'HEARTH-1001',
    `--years is ${years}, and a sample to ${last} can have ${Math.max(0, most)}: none begins before ${FIRST_YEAR - 1} to ${FIRST_YEAR}.`,
    most > 0 ? `Write a number from 1 to ${most}.` : 'Write a later --to-date.',
  )
}
const share = (text: string): number => {
  const n = Number(text)
  if (text.trim() !== '' && n >= 0 && n <= 0.5) return n
  throw new UserError('HEARTH-1001', `--faults is "${text}".`, 'Write a share from 0 to 0.5, such as 0.02.')
}

type Options = Omit<SampleOptions, 'toDate' | 'xml' | 'extracts' | 'onProgress'> & {
  readonly toDate?: string
  readonly xml: boolean
  readonly extracts: boolean
}

/** Writes a council's files with progress on a terminal. */
export async function makeSample(options: Omit<SampleOptions, 'onProgress'>): Promise<SampleSummary> {
  const progress = progressLine('Building the synthetic council')
  try {
    return await writeSample({ ...options, onProgress: progress.step })
  } finally {
    progress.end()
  }
}

/** `hearth sample`: the files of a synthetic council. */
export const sampleCommand: Command = program =>
  program
    .command('sample')
    .description('write the files of a synthetic council: invented children, as a real council would return them')
    .requiredOption('--to <folder>', 'where to write: a new folder, an empty one, or one that a sample wrote')
    .option('--children <n>', 'children in care at the end', whole('children', 1), 600)
    .option('--years <n>', 'collection years', whole('years', 1), 8)
    .option('--authorities <n>', 'how many councils', whole('authorities', 1, 400), 1)
    .option('--to-date <day>', 'the day the data end; absent: the last month end')
    .option('--seed <n>', 'the same seed gives the same council', whole('seed'), 1)
    .option('--faults <share>', 'share of rows with a realistic fault', share, 0.02)
    .option('--no-xml', 'leave out the returns as XML')
    .option('--no-extracts', 'only the returns: no extracts, safeguarding dataset or Annex A')
    .addHelpText('after', '\nExample:\n  hearth sample --to sample --children 600 --years 8 --faults 0')
    .action(async (options: Options, command) => {
      const { json } = command.optsWithGlobals() as { json?: boolean }
      const toDate = lastDay(options)
      const summary = await makeSample({ ...options, toDate })
      process.stdout.write(json ? `${JSON.stringify(summary, null, 1)}\n` : sayWritten(summary, toDate, options))
    })

/** What was written and the next step, for people. */
function sayWritten(summary: SampleSummary, toDate: Day, { to, authorities }: Options): string {
  const folder = /\s/.test(to) ? `"${to}"` : to
  return [
    `Written to ${to}: ${summary.files.toLocaleString('en-GB')} files of ${authorities === 1 ? 'a synthetic council' : `${authorities} synthetic councils`}, every child invented.`,
    `${summary.inCare.toLocaleString('en-GB')} children in care on ${sayDay(toDate)}; returns of ${summary.years[0]} to ${summary.years.at(-1)} with ${summary.episodeRows.toLocaleString('en-GB')} rows of episodes.`,
    `Next: hearth --home try import ${folder}, then hearth --home try scorecard. (A home of its own: a sample never stands beside a real council.)`,
    '',
  ].join('\n')
}
