import { basename } from 'node:path'
import { type ImportReport, importPaths, rememberCouncil } from '../ingest/import.ts'
import { parseDay } from '../kit/day.ts'
import { UserError } from '../kit/error.ts'
import { readSettings } from '../model/settings.ts'
import { type Finding, openRecords, type Records, type Target } from '../records/records.ts'
import { readTargets } from '../review/target-file.ts'
import type { Command } from './command.ts'
import { groupsFile } from './home.ts'
import { statusLine } from './progress.ts'
import { today } from './sample.ts'

type Options = {
  readonly authority?: string
  readonly extractDate?: string
  readonly fresh?: boolean
  readonly strict?: boolean
}

/** Imports into a home: the data version, then the targets that came with it. */
export async function importInto(
  home: string,
  paths: readonly string[],
  options: Options,
): Promise<{ readonly report: ImportReport; readonly findings: readonly Finding[] }> {
  const extractDate = options.extractDate === undefined ? null : parseDay(options.extractDate)
  if (options.extractDate !== undefined && extractDate === null)
    throw new UserError(
      'HEARTH-1002',
      `--extract-date is "${options.extractDate}", which is not a day.`,
      'Write it as 2026-10-31 or 31/10/2026.',
    )
  const records = await openRecords({
    home,
    ...(process.env.DATABASE_URL ? { databaseUrl: process.env.DATABASE_URL } : {}),
  })
  const status = statusLine()
  try {
    const report = await importPaths({
      home,
      records,
      settings: readSettings(groupsFile(home)),
      paths,
      authority: options.authority ?? null,
      extractDate,
      fresh: options.fresh ?? false,
      today: today(),
      onStep: status.say,
    })
    const council =
      report.kind === 'done'
        ? report.councils.length === 1
          ? (report.councils[0] ?? null)
          : options.authority
            ? { code: options.authority, name: options.authority }
            : null
        : null
    await rememberCouncil(records, report, council)
    return {
      report,
      findings: report.kind === 'done' ? [...report.findings, ...(await keepTargets(records, report))] : [],
    }
  } finally {
    status.end()
    await records.close()
  }
}

/** Puts the targets of a targets file in the place of those there were; a file with an error changes none. */
async function keepTargets(
  records: Records,
  report: Extract<ImportReport, { kind: 'done' }>,
): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  const targets: Target[] = []
  for (const file of report.targets) {
    const read = readTargets(file.rows)
    targets.push(...read.targets)
    for (const { line, column, found, says, warning } of read.faults)
      findings.push({
        severity: warning ? 'warning' : 'error',
        code: 'target',
        file: file.path,
        line,
        column,
        found,
        why: says,
        fix: warning ? 'Check it.' : 'Mend the row and import the file again. The row was left out.',
        table: 'targets',
        count: 1,
      })
  }
  if (report.targets.length)
    await records.targets.replaceAll(targets, report.targets.map(({ path }) => path).join(', '))
  return findings
}

const total = (
  report: Extract<ImportReport, { kind: 'done' }>,
  of: 'rowsRead' | 'used' | 'duplicate' | 'superseded' | 'setAside',
): number => report.files.reduce((sum, file) => sum + file[of], 0)

/** What an import did, for people: totals, then findings by kind, the worst first, each with where to look first. */
function sayReport(report: ImportReport, findings: readonly Finding[]): string {
  if (report.kind === 'nothing new') return `Nothing new: these files are already in data version ${report.version}.\n`
  const kinds = [
    ...Map.groupBy(findings, ({ severity, code, table, column }) => `${severity} ${code} ${table} ${column}`).values(),
  ]
  const rank = { error: 0, warning: 1, tolerated: 2 }
  const worst = kinds.toSorted(
    (a, b) => rank[a[0]?.severity ?? 'tolerated'] - rank[b[0]?.severity ?? 'tolerated'] || b.length - a.length,
  )
  const lines = worst.map(group => {
    const [first] = group
    if (!first) return ''
    const times = group.reduce((sum, { count }) => sum + count, 0)
    const place = first.file
      ? ` First: ${basename(first.file)}${first.line ? `, line ${first.line}` : ''}${first.found ? ` (${first.found})` : ''}.`
      : ''
    const what = [first.table, first.column].filter(Boolean).join('.')
    return `  ${first.severity.padEnd(9)} ${String(times).padStart(6)}  ${first.code}${what ? ` in ${what}` : ''}: ${first.why} ${first.fix}${place}`
  })
  const numbers = (['used', 'duplicate', 'superseded', 'setAside'] as const).map(
    of => `${total(report, of).toLocaleString('en-GB')} ${of === 'setAside' ? 'set aside' : of}`,
  )
  return [
    `Data version ${report.version} is made and current: ${report.files.length} tables of files, ${total(report, 'rowsRead').toLocaleString('en-GB')} rows (${numbers.join(', ')}).`,
    ...(lines.length ? ['', 'Findings:', ...lines] : ['No findings.']),
    '',
    `\`hearth versions show ${report.version}\` accounts for every file; \`hearth scorecard\` shows the scorecard.`,
    '',
  ].join('\n')
}

/** `hearth import`: files, folders and zips become a data version. */
export const importCommand: Command = program =>
  program
    .command('import')
    .description('bring in SSDA903 files (CSV, XML, folders, zips) and reference files as a new data version')
    .argument('<path...>', 'files, folders or zips')
    .option('--authority <code>', 'the council’s GSS code, such as E06000001, where the files do not say')
    .option('--extract-date <day>', 'up to which day a part year is complete')
    .option('--fresh', 'start from nothing instead of adding to what is current')
    .option('--strict', 'exit 1 when rows were set aside')
    .addHelpText(
      'after',
      '\nExample:\n  hearth import returns/2024-25 returns/2025-26 postcodes.csv --authority E06000001',
    )
    .action(async (paths: readonly string[], options: Options, command) => {
      const { home, json } = command.optsWithGlobals() as { home: string; json?: boolean }
      const { report, findings } = await importInto(home, paths, options)
      process.stdout.write(json ? `${JSON.stringify({ ...report, findings })}\n` : sayReport(report, findings))
      if (options.strict && report.kind === 'done' && total(report, 'setAside') > 0) process.exitCode = 1
    })
