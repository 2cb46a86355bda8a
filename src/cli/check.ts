import type { RowPlace } from '../checks/check.ts'
import { sayCollection } from '../checks/collection.ts'
import { sayWhyNotRun } from '../checks/not-run.ts'
import { type Touching, touching } from '../checks/touches.ts'
import { UserError } from '../kit/error.ts'
import { returnNames } from '../model/model.ts'
import { type CheckOrder, checkCsv, checkOrders } from '../papers/check-csv.ts'
import { checkText } from '../papers/check-text.ts'
import { boardOf, type CheckedRule, checkView } from '../report/check-view.ts'
import type { RuleEffects } from '../report/rule-effects.ts'
import { DEFAULT_SCORECARD, findScorecard } from '../report/scorecard-file.ts'
import { type Globals, wordOf } from './answers.ts'
import { type Checked, type CheckOptions, checkFiles } from './checked.ts'
import { saySince, sinceSummary } from './checked-since.ts'
import type { CheckedSince } from './checked-version.ts'
import type { Command } from './command.ts'
import { effectsSummary } from './effects-said.ts'
import { measureFolders, scorecardFolders } from './home-folders.ts'
import { writePaper } from './written-paper.ts'

type Options = CheckOptions & {
  readonly format?: string
  readonly to?: string
  readonly by: string
  readonly fixes?: boolean
  readonly since?: string
  readonly effects?: boolean
}
/** `since`: what became of findings since an earlier data version; `effects`: what they could do to the scorecard; where asked. */
type Answer = Checked & {
  readonly version: number | null
  readonly since: CheckedSince | null
  readonly effects: RuleEffects | null
  readonly notMeasured: string | null
}
const formats = ['text', 'jsonl', 'csv', 'xlsx'] as const

const place = ({ table, fileId, line, row, child }: RowPlace, fileOf: Checked['fileOf']): object => ({
  table: returnNames[table],
  file: fileOf(fileId),
  line,
  row,
  child,
})

/** One line a row at fault, in the order of what matters, then the summary (contracts.md). */
function* jsonLines(
  { report, fileOf, fixes, since, effects, notMeasured }: Answer,
  touches: Touching,
  rules: readonly CheckedRule[],
): Generator<string> {
  const rank = new Map(rules.map(({ rule }, i) => [rule, i]))
  for (const found of report.found.toSorted((a, b) => (rank.get(a.rule) ?? 0) - (rank.get(b.rule) ?? 0)))
    yield JSON.stringify({
      rule: found.rule,
      ...place(found, fileOf),
      fields: found.fields,
      says: report.rules.get(found.rule)?.says ?? '',
      touches: touches(found.table, found.fields, report.rules.get(found.rule)?.definition),
      ...(fixes?.has(found) ? { fix: fixes.get(found) } : {}),
      ...(since ? { since: since.of(found) } : {}),
    })
  yield JSON.stringify({
    summary: {
      year: sayCollection(report.collection),
      rules: {
        run: report.run.length,
        notRun: report.notRun.map(({ rule, why }) => ({ rule, why: sayWhyNotRun(why) })),
        couldNotJudge: report.unjudged.map(one => ({ rule: one.rule, ...place(one, fileOf), why: one.why })),
      },
      found: report.found.length,
      ...(since ? { since: sinceSummary(since) } : {}),
      ...(effects ? { effects: effectsSummary(effects) } : {}),
      ...(notMeasured === null ? {} : { effectsNotMeasured: notMeasured }),
    },
  })
}

/**
 * What the findings of a data version could do to the scorecard, unless nobody asks for it. `notMeasured`: why it is not known, where
 * it was to be; that is an error only to who asked for it by name.
 */
async function effectsOfChecked(
  home: string,
  { report, version }: Pick<Answer, 'report' | 'version'>,
  { effects: asked }: Options,
  unordered: boolean,
): Promise<Pick<Answer, 'effects' | 'notMeasured'>> {
  const none = { effects: null, notMeasured: null }
  if (version === null || asked === false || (asked === undefined && (unordered || report.found.length === 0)))
    return none
  try {
    const { checkEffects } = await import('./check-effects.ts')
    return { effects: await checkEffects(home, version, report), notMeasured: null }
  } catch (error) {
    if (asked || !(error instanceof UserError)) throw error
    return { effects: null, notMeasured: error.message }
  }
}

type Format = (typeof formats)[number]
const endings: Readonly<Record<string, Format>> = { txt: 'text', jsonl: 'jsonl', csv: 'csv', xlsx: 'xlsx' }

/** The format asked for, else what the ending of the file says. Throws HEARTH-1003 for a workbook without a file. */
function formatOf({ format, to }: Options): Format {
  const ending = to?.split('.').at(-1)?.toLowerCase() ?? ''
  const asked = wordOf('format', format ?? (to === undefined ? 'text' : (endings[ending] ?? ending)), formats)
  if (asked === 'xlsx' && to === undefined)
    throw new UserError('HEARTH-1003', 'A workbook cannot be written to the terminal.', 'Name a file: --to check.xlsx')
  return asked
}

async function paperOf(
  checked: Answer,
  format: Format,
  by: CheckOrder,
  touches: Touching,
  home: string,
): Promise<string | Uint8Array> {
  const view = checkView({
    ...checked,
    touches,
    from: checked.version === null ? 'files' : 'data version',
    board: boardOf(findScorecard(scorecardFolders(home), DEFAULT_SCORECARD)),
  })
  if (format === 'jsonl') return `${[...jsonLines(checked, touches, view.rules)].join('\n')}\n`
  if (format === 'csv') return checkCsv(view, by)
  if (format === 'xlsx') return (await import('../papers/check-workbook.ts')).checkWorkbook(view)
  const text = checkText(view, {
    width: process.stdout.columns ?? 100,
    colour: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
  })
  return checked.since ? `${text}\n${saySince(checked.since)}` : text
}

/** `hearth check`: DfE's rules of the return, on files or on the current data version. */
export const checkCommand: Command = program =>
  program
    .command('check')
    .description('the validation rules of the SSDA903 return, on files or on the current data version')
    .argument('[path...]', 'files, folders or zips of the return; absent: the current data version')
    .option('--last <path>', 'last year’s return')
    .option('--year <year>', 'the collection year, such as 2025-26, where the files do not say')
    .option('--as-at <day>', 'the day up to which a part year is complete')
    .option('--authority <code>', 'the council’s GSS code')
    .option('--since <version>', 'hold the data version against an earlier one: new, fixed, still there')
    .option(
      '--effects',
      'of a data version: measure how far the findings could move the scorecard, in CSV by child too',
    )
    .option('--no-effects', 'of a data version: do not measure how far the findings could move the scorecard')
    .option('--fixes', 'also look for fixes that are certain, which takes longer; a workbook always has them')
    .option('--format <format>', `${formats.join(', ')}; text unless the ending of --to says otherwise`)
    .option('--to <file>', 'write to a file; a workbook needs one')
    .option('--by <order>', 'of CSV: child, a line a finding, or rule, a line a rule', 'child')
    .addHelpText(
      'after',
      '\nExamples:\n  hearth check returns/2025-26 --last returns/2024-25\n  hearth check returns/2025-26 --last returns/2024-25 --to check.xlsx\n  hearth check --since 11\n\nRules stand in the order of what matters: of a data version those that could move the scorecard furthest first, which is measured once\nand takes some seconds; of files those whose cells feed most figures of the scorecard.\n\nEnds with 1 where anything is at fault. What it writes names children: for those who mend the return only.',
    )
    .action(async (paths: readonly string[], options: Options, command) => {
      const { home } = command.optsWithGlobals() as Globals
      const format = formatOf(options)
      const by = wordOf('by', options.by, checkOrders)
      const wants = {
        fixes: options.fixes === true || format === 'xlsx',
        cells: format === 'csv' || format === 'xlsx',
      }
      if (paths.length && options.since !== undefined)
        throw new UserError(
          'HEARTH-1003',
          '--since holds a data version against an earlier one, and files are given.',
          'Import the files, then run `hearth check --since N` without them.',
        )
      if (paths.length && options.effects)
        throw new UserError(
          'HEARTH-1003',
          '--effects measures what findings could do to the scorecard of a data version, and files are given.',
          'Import the files, then run `hearth check --effects` without them.',
        )
      const checked = paths.length
        ? { ...(await checkFiles(home, paths, options, wants)), version: null, since: null }
        : await (await import('./checked-version.ts')).checkVersion(home, options, wants)
      const effects = await effectsOfChecked(home, checked, options, format === 'csv' && by === 'child')
      const paper = await paperOf({ ...checked, ...effects }, format, by, touching(measureFolders(home)), home)
      if (options.to === undefined) process.stdout.write(paper)
      else writePaper(options.to, paper)
      if (checked.report.found.length) process.exitCode = 1
    })
