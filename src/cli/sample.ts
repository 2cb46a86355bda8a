import { addDays, type Day, day, isMonthEnd, parseDay } from '../kit/day.ts'
import { UserError } from '../kit/error.ts'
import { type SampleOptions, type SampleSummary, writeSample } from '../sample/sample.ts'
import { today } from './answers.ts'
import type { Command } from './command.ts'
import { progressLine } from './progress.ts'

/** The last month end that has passed. */
export const lastMonthEnd = (now = today()): Day => (isMonthEnd(now) ? now : addDays(day(`${now.slice(0, 8)}01`), -1))

const whole =
  (name: string) =>
  (text: string): number => {
    if (/^\d+$/.test(text)) return Number(text)
    throw new UserError('HEARTH-1001', `--${name} is "${text}", which is not a whole number.`, 'Write digits only.')
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
    .requiredOption('--to <folder>', 'where to write')
    .option('--children <n>', 'children in care at the end', whole('children'), 600)
    .option('--years <n>', 'collection years', whole('years'), 8)
    .option('--authorities <n>', 'how many councils', whole('authorities'), 1)
    .option('--to-date <day>', 'the day the data end; absent: the last month end')
    .option('--seed <n>', 'the same seed gives the same council', whole('seed'), 1)
    .option('--faults <share>', 'share of rows with a realistic fault', share, 0.02)
    .option('--no-xml', 'leave out the returns as XML')
    .option('--no-extracts', 'only the returns: no extracts, safeguarding dataset or Annex A')
    .addHelpText('after', '\nExample:\n  hearth sample --to sample --children 600 --years 8 --faults 0')
    .action(async (options: Options) => {
      const toDate = options.toDate === undefined ? lastMonthEnd() : parseDay(options.toDate)
      if (toDate === null)
        throw new UserError(
          'HEARTH-1002',
          `--to-date is "${options.toDate}", which is not a day.`,
          'Write it as 2026-10-31.',
        )
      const summary = await makeSample({ ...options, toDate })
      process.stdout.write(`${JSON.stringify(summary, null, 1)}\n`)
    })
