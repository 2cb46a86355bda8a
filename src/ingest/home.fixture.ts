import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Engine } from '../engine/engine.ts'
import { type Day, day } from '../kit/day.ts'
import { readSettings } from '../model/settings.ts'
import { openVersion } from '../model/version.ts'
import { type Finding, openRecords, type VersionFile } from '../records/records.ts'
import { type ImportReport, importPaths } from './import.ts'
import { versionFolder } from './version-folder.ts'

const made: string[] = []

/** A new empty folder, removed by `removeFolders`. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hearth-ingest-'))
  made.push(folder)
  return folder
}

export function removeFolders(): void {
  closeAsked()
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
}

export type Given = {
  readonly authority?: string
  readonly extractDate?: string
  readonly release?: string
  readonly model?: string
  readonly fresh?: boolean
  readonly today?: string
}

/** Imports as the command does; today is 27 November 2026 unless said. */
export async function importInto(home: string, paths: readonly string[], given: Given = {}): Promise<ImportReport> {
  const records = await openRecords({ home })
  try {
    return await importPaths({
      home,
      records,
      settings: readSettings(),
      paths,
      authority: given.authority ?? null,
      extractDate: (given.extractDate as Day | undefined) ?? null,
      release: (given.release as Day | undefined) ?? null,
      model: given.model ?? null,
      fresh: given.fresh ?? false,
      today: day(given.today ?? '2026-11-27'),
    })
  } finally {
    await records.close()
  }
}

export type Done = Extract<ImportReport, { kind: 'done' }>

/** Imports, and it must be done. */
export async function mustImport(home: string, paths: readonly string[], given: Given = {}): Promise<Done> {
  const report = await importInto(home, paths, given)
  if (report.kind !== 'done') throw new Error(`the import was ${report.kind}`)
  return report
}

/** The version asked last, kept open: opening one takes longer than any question. The folder's own number tells it from one made in its place. */
let asked: { readonly folder: string; readonly made: number; readonly engine: Engine } | null = null

function closeAsked(): void {
  asked?.engine.close()
  asked = null
}

async function engineOf(home: string, version?: number): Promise<Engine> {
  let number = version
  if (number === undefined) {
    const records = await openRecords({ home })
    number = (await records.dataVersions.current())?.number ?? 0
    await records.close()
  }
  const folder = versionFolder(home, number)
  const made = statSync(folder, { throwIfNoEntry: false })?.ino ?? 0
  if (asked?.folder === folder && asked.made === made) return asked.engine
  closeAsked()
  const engine = await openVersion(folder, readSettings())
  asked = { folder, made, engine }
  return engine
}

/** Asks a version of a home; the current one unless said. */
export async function ask(home: string, sql: string, version?: number): Promise<readonly Record<string, unknown>[]> {
  return (await engineOf(home, version)).rows(sql)
}

/** Several questions asked of the current version. */
export async function askEach(home: string, questions: readonly string[]): Promise<readonly unknown[]> {
  const answers = []
  for (const sql of questions) answers.push(await ask(home, sql))
  return answers
}

/** The findings of a kind, with the name of the file without its folders. */
export const findingsOf = (
  report: Done,
  code: string,
): readonly (Pick<Finding, 'severity' | 'line' | 'column' | 'found' | 'table' | 'count'> & {
  readonly name: string
})[] =>
  report.findings
    .filter(finding => finding.code === code || finding.code.startsWith(`${code} `))
    .map(({ severity, file, line, column, found, table, count }) => ({
      name: file?.split('/').at(-1) ?? '',
      severity,
      line,
      column,
      found,
      table,
      count,
    }))

/** What became of the rows of a table: read, used, duplicate, superseded, set aside. */
export const accountOf = (files: readonly VersionFile[], table: string): readonly (readonly number[])[] =>
  files
    .filter(file => file.table === table)
    .map(({ rowsRead, used, duplicate, superseded, setAside }) => [rowsRead, used, duplicate, superseded, setAside])
