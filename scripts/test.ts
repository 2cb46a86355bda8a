/** `npm test`: the check, then every project of tests, then the slowest and the closing line. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Report = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numFailedTestSuites: number
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly duration?: number | null }[]
  }[]
}

const folder = mkdtempSync(join(tmpdir(), 'hearth-test-'))
const windows = process.platform === 'win32'

function runProject(project: string): { readonly ok: boolean; readonly report: Report | null } {
  const output = join(folder, `${project}.json`)
  const { status } = spawnSync(
    'vitest',
    ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${output}`],
    { stdio: 'inherit', shell: windows },
  )
  try {
    return { ok: status === 0, report: JSON.parse(readFileSync(output, 'utf8')) as Report }
  } catch {
    return { ok: false, report: null }
  }
}

const started = Date.now()
const check = spawnSync(process.execPath, [join(import.meta.dirname, 'check.ts')], { stdio: 'inherit' }).status === 0
const results = ['rooms', 'browser', 'kills', 'postgres'].map(runProject)
rmSync(folder, { recursive: true, force: true })

const reports = results.flatMap(({ report }) => (report ? [report] : []))
const tests = reports.flatMap(report => report.testResults.flatMap(({ assertionResults }) => assertionResults))
const slowest = tests.toSorted((a, b) => (b.duration ?? 0) - (a.duration ?? 0)).slice(0, 20)
process.stdout.write('\nThe slowest 20 tests:\n')
for (const { fullName, duration } of slowest)
  process.stdout.write(`  ${((duration ?? 0) / 1000).toFixed(1).padStart(6)} s  ${fullName}\n`)

const sum = (of: (report: Report) => number): number => reports.reduce((total, report) => total + of(report), 0)
const brokenRuns = results.filter(({ ok, report }) => !ok && (report?.numFailedTests ?? 0) === 0).length
const failed = sum(report => report.numFailedTests) + brokenRuns + (check ? 0 : 1)
const skipped = sum(report => report.numPendingTests)
process.stdout.write(
  `\n${check ? 'check passed' : 'check FAILED'}; ${Math.round((Date.now() - started) / 1000)} seconds in all\n`,
)
process.stdout.write(
  `${sum(report => report.numPassedTests)} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}\n`,
)
process.exitCode = failed ? 1 : 0
