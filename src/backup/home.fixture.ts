import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { zipMembers } from '../files/zip.ts'
import { zipWriter } from '../files/zip-writer.ts'
import { day } from '../kit/day.ts'
import { someAnnotation, someEdition, someFinding, someTarget, someVersion, someWord } from '../records/builders.ts'
import { DatabaseSync } from '../records/raw-sqlite.fixture.ts'
import { openRecords } from '../records/records.ts'
import { type BackupOptions, makeBackup } from './backup.ts'
import type { Manifest } from './manifest.ts'

const made: string[] = []

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hearth-backup-'))
  made.push(folder)
  return folder
}

export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
}

export const folderOf = (number: number): string => `versions/${String(number).padStart(6, '0')}`

function write(home: string, name: string, text: string): void {
  mkdirSync(dirname(join(home, name)), { recursive: true })
  writeFileSync(join(home, name), text)
}

/** Records with something in every table, and words and editions that stand in the place of others. */
export async function fillRecords(options: { readonly home: string; readonly databaseUrl?: string }): Promise<void> {
  const records = await openRecords(options)
  const findings = Array.from({ length: 450 }, (_, i) =>
    someFinding({ line: i + 1, found: i % 2 ? null : '“ü”\n\t\u{1F600}' }),
  )
  const targets = [someTarget(), someTarget({ measure: 'CP9', value: 0.1 + 0.2, high: 1e-7, operator: 'between' })]
  await records.dataVersions.commit(
    someVersion(1, { findings, settings: { council: { code: 'E06000999', name: 'Northbridge' } } }),
    { rows: targets, source: 'targets.csv' },
    { rows: [someAnnotation()], source: 'annotations.csv' },
  )
  await records.dataVersions.commit(someVersion(3))
  await records.dataVersions.markSubmitted(1, day('2026-06-30'))
  await records.words.save([someWord(), someWord({ key: 'CP1', period: null })])
  await records.words.save([someWord({ replaces: 1, body: { text: 'Said again.' } })])
  await records.editions.make(someEdition())
  await records.editions.make(someEdition({ replaces: 1, content: JSON.stringify({ long: 'x'.repeat(100_000) }) }))
  await records.close()
}

/** A home with records, two data versions (of bytes that nobody reads), settings, and all that is made anew. */
export async function someHome(): Promise<string> {
  const home = join(newFolder(), 'home')
  await fillRecords({ home })
  writeFolders(home)
  return home
}

export function writeFolders(home: string): void {
  for (const number of [1, 3]) {
    write(home, `${folderOf(number)}/returned/episodes.parquet`, `episodes of ${number} ${'e'.repeat(5_000)}`)
    write(home, `${folderOf(number)}/model/mark`, 'mark')
    mkdirSync(join(home, folderOf(number), 'extract'))
    write(home, `${folderOf(number)}/hearth.duckdb`, home)
    write(home, `${folderOf(number)}/rebuilt/mark/model/placement.parquet`, 'rebuilt')
  }
  write(home, `${folderOf(2)}/returned/episodes.parquet`, 'of an import that was killed')
  write(home, 'groups.yaml', 'groups: ours\n')
  write(home, 'measures/placements/ours.sql', 'select 1')
  write(home, 'proven-1.txt', 'proven')
  write(home, 'effects-1-2025-26.json', '{}')
  write(home, 'work/version', '2')
  write(home, 'sample/2025-26/episodes.csv', 'CHILD')
}

export const backUp = (home: string, to: string, more: Partial<BackupOptions> = {}): Promise<Manifest> =>
  makeBackup({ home, to, hearth: '0.0.0', folderOf, ...more })

/** Every row of every table of SQLite records. */
export function rowsOf(home: string): Readonly<Record<string, readonly unknown[]>> {
  const database = new DatabaseSync(join(home, 'records.sqlite'), { readOnly: true })
  try {
    const names = database.prepare("select name from sqlite_schema where type = 'table' order by name").all()
    return Object.fromEntries(
      names.map(({ name }) => [
        String(name),
        database
          .prepare(`select * from "${name}" order by 1, 2`)
          .all()
          .map(row => ({ ...row })),
      ]),
    )
  } finally {
    database.close()
  }
}

/** Names and text of all files below a folder but the records, and folders with null. */
export const filesOf = (folder: string): Readonly<Record<string, string | null>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => !/^(records\.sqlite|import\.lock)/.test(name))
      .sort()
      .map(name => [
        name.replaceAll('\\', '/'),
        statSync(join(folder, name)).isDirectory() ? null : readFileSync(join(folder, name), 'latin1'),
      ]),
  )

/** A backup written again with its members changed, and a seal that is right: what only a look at each member finds. */
export async function rewritten(
  path: string,
  change: (members: Map<string, Buffer>) => void | Promise<void>,
): Promise<string> {
  const members = new Map<string, Buffer>()
  for (const member of await zipMembers(path, path)) {
    const chunks: Buffer[] = []
    for await (const chunk of await member.open()) chunks.push(chunk as Buffer)
    members.set(member.path.slice(path.length + 1), Buffer.concat(chunks))
  }
  await change(members)
  const to = join(newFolder(), 'rewritten.zip')
  const zip = zipWriter(to)
  for (const [name, bytes] of members)
    await zip.add(name, bytes.length, () => Readable.from([bytes], { objectMode: false }), true)
  await zip.end()
  return to
}
