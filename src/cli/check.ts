import type { RowPlace } from '../checks/check.ts'
import { sayCollection } from '../checks/collection.ts'
import { sayNumber } from '../kit/text.ts'
import { returnNames } from '../model/model.ts'
import { type Globals, wordOf } from './answers.ts'
import { type Checked, type CheckOptions, checkFiles } from './checked.ts'
import type { Command } from './command.ts'

type Options = CheckOptions & { readonly format?: string; readonly fixes?: boolean }
const formats = ['text', 'jsonl'] as const

const place = ({ table, fileId, line, row, child }: RowPlace, fileOf: Checked['fileOf']): object => ({
  table: returnNames[table],
  file: fileOf(fileId),
  line,
  row,
  child,
})

/** One line a row at fault, then the summary (contracts.md). */
function* jsonLines({ report, fileOf, fixes }: Checked): Generator<string> {
  for (const found of report.found)
    yield JSON.stringify({
      rule: found.rule,
      ...place(found, fileOf),
      fields: found.fields,
      says: report.rules.get(found.rule)?.says ?? '',
      touches: [],
      ...(fixes.has(found) ? { fix: fixes.get(found) } : {}),
    })
  yield JSON.stringify({
    summary: {
      year: sayCollection(report.collection),
      rules: {
        run: report.run.length,
        notRun: report.notRun,
        couldNotJudge: report.unjudged.map(one => ({ rule: one.rule, ...place(one, fileOf), why: one.why })),
      },
      found: report.found.length,
    },
  })
}

/** What was found, by rule, the commonest first; then what could not be judged, and which rules did not run. */
function sayText({ report, fileOf }: Checked): string {
  const byRule = [...Map.groupBy(report.found, ({ rule }) => rule)].sort((a, b) => b[1].length - a[1].length)
  const where = (one: RowPlace): string =>
    `${fileOf(one.fileId)}, line ${one.line}${one.child ? `, child ${one.child}` : ''}`
  const lines = byRule.map(([rule, rows]) => {
    const [first] = rows
    return `  ${rule.padEnd(10)} ${sayNumber(rows.length).padStart(7)}  ${report.rules.get(rule)?.says}${first ? ` First: ${where(first)}.` : ''}`
  })
  const unjudged = [...Map.groupBy(report.unjudged, ({ rule }) => rule)]
  const notRun = [...Map.groupBy(report.notRun, ({ why }) => why)]
  return [
    `Rules of the return, collection ${sayCollection(report.collection)}: ${sayNumber(report.run.length)} run, ${sayNumber(report.notRun.length)} not run. ${sayNumber(report.found.length)} rows at fault, ${sayNumber(report.unjudged.length)} that could not be judged.`,
    ...(lines.length ? ['', 'Found:', ...lines] : []),
    ...(unjudged.length
      ? [
          '',
          'Could not be judged:',
          ...unjudged.map(
            ([rule, rows]) =>
              `  ${rule.padEnd(10)} ${sayNumber(rows.length).padStart(7)}  ${rows[0] ? `${rows[0].why} (${where(rows[0])})` : ''}`,
          ),
        ]
      : []),
    ...(notRun.length
      ? ['', 'Did not run:', ...notRun.map(([why, rules]) => `  ${why}: ${rules.map(({ rule }) => rule).join(', ')}`)]
      : []),
    '',
  ].join('\n')
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
    .option('--fixes', 'also look for fixes that are certain (takes longer)')
    .option('--format <format>', `one of ${formats.join(', ')}`, 'text')
    .addHelpText('after', '\nExample:\n  hearth check returns/2025-26 --last returns/2024-25')
    .action(async (paths: readonly string[], options: Options, command) => {
      const { home } = command.optsWithGlobals() as Globals
      const format = wordOf('format', options.format ?? 'text', formats)
      const checked = await checkFiles(home, paths, options, { fixes: options.fixes === true, cells: false })
      if (format === 'jsonl') for (const line of jsonLines(checked)) process.stdout.write(`${line}\n`)
      else process.stdout.write(sayText(checked))
      if (checked.report.found.length) process.exitCode = 1
    })
