import { basename, dirname, join } from 'node:path'
import { checkMark } from '../checks/keep.ts'
import { type CheckBy, type KeptReport, keepChanged } from '../checks/keep-changed.ts'
import { readRules } from '../definitions/rule.ts'
import { type ImportReport, importPaths, type ReadAnnotations, type ReadTargets } from '../ingest/import.ts'
import type { TargetRows } from '../ingest/references.ts'
import { UserError } from '../kit/error.ts'
import { sayCount } from '../kit/text.ts'
import { readSettings } from '../model/settings.ts'
import { type Finding, openRecords, type Records } from '../records/records.ts'
import { readAnnotations, type Span } from '../review/annotation-file.ts'
import { type Named, overlap, readTargets, sameMeasure, type TargetFault } from '../review/target-file.ts'
import { dayOf, today } from './answers.ts'
import { shippedRules } from './checked.ts'
import { sayChecks } from './checks-said.ts'
import type { Command } from './command.ts'
import { allMeasures } from './home.ts'
import { groupsFile } from './home-folders.ts'
import { type Resolved, referenceReader } from './measure-reference.ts'
import { statusLine } from './progress.ts'

type Options = {
  readonly authority?: string
  readonly extractDate?: string
  readonly release?: string
  readonly model?: string
  readonly fresh?: boolean
  readonly strict?: boolean
}

/** Imports into a home: the data version, then the targets that came with it. `findings` are of the whole home, `brought` those that came with this import. */
export async function importInto(
  home: string,
  paths: readonly string[],
  options: Options,
): Promise<{
  readonly report: ImportReport
  readonly findings: readonly Finding[]
  readonly brought: readonly Finding[]
  readonly checks: KeptReport | null
}> {
  const extractDate = options.extractDate === undefined ? null : dayOf('extract-date', options.extractDate)
  if (options.authority !== undefined && !/^[ENSW]\d{8}$/.test(options.authority))
    // A slip of the pen would be a second council, with all children twice.
    throw new UserError(
      'HEARTH-1001',
      `--authority is "${options.authority}", which is not a GSS code.`,
      'Write the code of the council: a letter and eight digits, such as E06000001.',
    )
  const release = options.release === undefined ? null : dayOf('release', options.release)
  if (options.model !== undefined && !/^20\d\d-(0[1-9]|1[0-2])$/.test(options.model))
    throw new UserError(
      'HEARTH-1001',
      `--model is "${options.model}", which is not a month.`,
      'Write the month of the model of statistical neighbours as 2025-05.',
    )
  const records = await openRecords({ home, databaseUrl: process.env.DATABASE_URL })
  const status = statusLine()
  try {
    const before = options.fresh ? null : await records.dataVersions.current()
    let checks: KeptReport | null = null
    const report = await importPaths({
      home,
      records,
      settings: readSettings(groupsFile(home)),
      paths,
      authority: options.authority ?? null,
      extractDate,
      release,
      model: options.model ?? null,
      fresh: options.fresh ?? false,
      today: today(),
      readTargets: files => targetsIn(files, namedIn(home)),
      readAnnotations: (files, span) => annotationsIn(files, namedIn(home), span),
      keepChecks: async (engine, changed, onStep) => {
        checks = await keepChanged(engine, changed, rulesOfToday(), onStep)
      },
      onStep: status.say,
    })
    if (report.kind !== 'done') return { report, findings: [], brought: [], checks }
    return {
      report,
      checks,
      findings: report.findings,
      brought: before === null ? report.findings : await broughtBy(report, before.number, records),
    }
  } finally {
    status.end()
    await records.close()
  }
}

/** By what returns are checked: the rules are read only where a return is. */
function rulesOfToday(): CheckBy {
  let rules: ReturnType<CheckBy['rules']> | undefined
  return {
    mark: checkMark(shippedRules),
    rules: () => {
      rules ??= readRules(shippedRules)
      return rules
    },
  }
}

/** The findings that an import brought: of files that the version before did not stand on, or that it did not have. */
async function broughtBy(
  { files, findings }: Extract<ImportReport, { kind: 'done' }>,
  before: number,
  { dataVersions }: Records,
): Promise<readonly Finding[]> {
  const stood = new Set((await dataVersions.files(before)).map(({ path, sha256 }) => `${sha256} ${path}`))
  const came = new Set(files.flatMap(({ path, sha256 }) => (stood.has(`${sha256} ${path}`) ? [] : [path])))
  const keyOf = ({ severity, code, file, line, column, found, why, table, count }: Finding): string =>
    JSON.stringify([severity, code, file, line, column, found, why, table, count])
  const had = new Set((await dataVersions.findings(before)).map(keyOf))
  return findings.filter(one => (one.file !== null && came.has(one.file)) || !had.has(keyOf(one)))
}

/** What each reference names, by the measures and scorecards of a home, read once. */
function namedIn(home: string): (reference: string) => Named {
  const resolve = referenceReader(home, allMeasures(home))
  return reference => named(resolve(reference), reference)
}

/** What a reference of a targets file names. A target may be agreed before anything measures it. */
function named(found: Resolved, reference: string): Named {
  if (found === null)
    return {
      kind: 'none',
      says: `There is no measure "${reference}": write a reference such as NUM-07, or a number of the scorecard such as CP8.`,
    }
  if ('catalogue' in found) return { kind: 'measure', id: found.catalogue, share: false }
  return { kind: 'measure', id: found.measure.id, share: found.measure.kind === 'proportion' }
}

/** The faults in files of decisions as findings: with an error in any row none of that kind is changed. */
const faultsOf = (
  what: 'target' | 'annotation',
  files: readonly { readonly path: string; readonly faults: readonly TargetFault[] }[],
): readonly Finding[] =>
  files.flatMap(({ path, faults }) =>
    faults.map(({ line, column, found, says, warning }) => ({
      severity: warning ? 'warning' : 'error',
      code: what,
      file: path,
      line,
      column,
      found,
      why: says,
      fix: warning ? 'Check it.' : `Mend the row and import the file again. No ${what} was changed.`,
      table: `${what}s`,
      count: 1,
    })),
  )

/** Reads targets files. Targets are decisions: with an error in any row none is changed, so that none is lost unseen. */
export function targetsIn(files: readonly TargetRows[], named?: (reference: string) => Named): ReadTargets {
  const read = files.map(({ path, rows }) => ({ path, ...readTargets(rows, named) }))
  const findings = faultsOf('target', read)
  const targets = read.flatMap(file => file.targets)
  const clashing = targets.find((target, i) =>
    targets.slice(0, i).some(other => sameMeasure(other, target, named) && overlap(other, target)),
  )
  const wrong = findings.some(({ severity }) => severity === 'error')
  if (wrong || clashing === undefined) return { targets: wrong ? null : targets, findings }
  const clash: Finding = {
    severity: 'error',
    code: 'target',
    file: files.at(-1)?.path ?? null,
    line: null,
    column: 'from',
    found: `${clashing.measure} ${clashing.from}`,
    why: 'Two files have targets of the same measure that are in force at once.',
    fix: 'Keep one of the two and import again. No target was changed.',
    table: 'targets',
    count: 1,
  }
  return { targets: null, findings: [...findings, clash] }
}

/** Reads annotations files. They are decisions too: with an error in any row none is changed. */
export function annotationsIn(
  files: readonly TargetRows[],
  named: (reference: string) => Named,
  span: Span | null,
): ReadAnnotations {
  const read = files.map(({ path, rows }) => ({ path, ...readAnnotations(rows, named, span) }))
  const findings = faultsOf('annotation', read)
  const wrong = findings.some(({ severity }) => severity === 'error')
  return { annotations: wrong ? null : read.flatMap(({ annotations }) => annotations), findings }
}

const total = (
  report: Extract<ImportReport, { kind: 'done' }>,
  of: 'rowsRead' | 'used' | 'duplicate' | 'superseded' | 'setAside',
): number => report.files.reduce((sum, file) => sum + file[of], 0)

/** What an import did, for people: totals, then the findings it brought by kind, the worst first, each with where to look first. */
function sayReport(
  report: ImportReport,
  findings: readonly Finding[],
  brought: readonly Finding[],
  checks: KeptReport | null,
): string {
  if (report.kind === 'nothing new') return `Nothing new: these files are already in data version ${report.version}.\n`
  const kinds = [
    ...Map.groupBy(brought, ({ severity, code, table, column }) => `${severity} ${code} ${table} ${column}`).values(),
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
      ? ` First: ${join(basename(dirname(first.file)), basename(first.file))}${first.line ? `, line ${first.line}` : ''}${first.found ? ` (${first.found})` : ''}.`
      : ''
    const what = [first.table, first.column].filter(Boolean).join('.')
    return `  ${first.severity.padEnd(9)} ${String(times).padStart(6)}  ${first.code}${what ? ` in ${what}` : ''}: ${first.why} ${first.fix}${place}`
  })
  const before = findings.length - brought.length
  const numbers = (['used', 'duplicate', 'superseded', 'setAside'] as const).map(
    of => `${total(report, of).toLocaleString('en-GB')} ${of === 'setAside' ? 'set aside' : of}`,
  )
  return [
    `Data version ${report.version} is made and current: ${sayCount(report.files.length, 'table')} of files, ${sayCount(total(report, 'rowsRead'), 'row')} (${numbers.join(', ')}).`,
    ...(lines.length ? ['', 'Findings:', ...lines] : [before > 0 ? 'No new findings.' : 'No findings.']),
    ...(before > 0
      ? [
          `${sayCount(before, 'finding')} from earlier imports still ${before === 1 ? 'stands' : 'stand'}: \`hearth versions show ${report.version}\` lists all.`,
        ]
      : []),
    '',
    `\`hearth versions show ${report.version}\` accounts for every file; \`hearth scorecard\` shows the scorecard.`,
    ...(checks ? sayChecks(checks) : []),
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
    .option('--release <day>', 'when published statistics were published, where their names do not say')
    .option('--model <month>', 'the month of a model of statistical neighbours, such as 2025-05')
    .option('--fresh', 'start from nothing instead of adding to what is current')
    .option('--strict', 'exit 1 when rows were set aside or a file was not recognised')
    .addHelpText(
      'after',
      '\nExample:\n  hearth import returns/2024-25 returns/2025-26 postcodes.csv --authority E06000001',
    )
    .action(async (paths: readonly string[], options: Options, command) => {
      const { home, json } = command.optsWithGlobals() as { home: string; json?: boolean }
      const { report, findings, brought, checks } = await importInto(home, paths, options)
      process.stdout.write(
        json
          ? `${JSON.stringify({ ...report, findings, ...(checks ? { checks } : {}) })}\n`
          : sayReport(report, findings, brought, checks),
      )
      const left = findings.some(({ code }) => code === 'not-recognised')
      if (options.strict && report.kind === 'done' && (left || total(report, 'setAside') > 0)) process.exitCode = 1
    })
