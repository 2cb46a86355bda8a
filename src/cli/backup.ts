import { relative, resolve } from 'node:path'
import { makeBackup } from '../backup/backup.ts'
import type { Manifest } from '../backup/manifest.ts'
import { verifyBackup } from '../backup/verify.ts'
import { UserError } from '../kit/error.ts'
import { sayCount } from '../kit/text.ts'
import type { Command } from './command.ts'
import { versionFolder } from './home-folders.ts'
import { progressLine } from './progress.ts'

const MEGABYTE = 2 ** 20

/** Bytes as a progress line counts them. */
export function bytesLine(what: string): {
  readonly step: (done: number, of: number) => void
  readonly end: () => void
} {
  const line = progressLine(what)
  let last = -1
  return {
    end: line.end,
    step: (done, of) => {
      const now = Math.floor(done / MEGABYTE)
      if (now !== last) line.step(now, Math.ceil(of / MEGABYTE))
      last = now
    },
  }
}

const sayBytes = (bytes: number): string =>
  bytes < MEGABYTE
    ? `${Math.ceil(bytes / 1024)} KB`
    : `${(bytes / MEGABYTE).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`

/** What is in a backup, in words. */
export function sayHeld({ records, versions, current, files, hearth, madeAt }: Manifest): string {
  const rows = Object.entries(records.rows).filter(([name, n]) => n > 0 && name !== 'migration')
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  const settings = files.filter(
    ({ name }) => name.startsWith('home/') && !versions.some(({ folder }) => name.startsWith(`home/${folder}/`)),
  )
  return [
    `Made on ${madeAt.slice(0, 10)} at ${madeAt.slice(11, 16)} UTC by Hearth ${hearth}, from records in ${records.kind === 'sqlite' ? 'SQLite' : 'PostgreSQL'} (schema ${records.schema}).`,
    versions.length === 0
      ? 'No data version.'
      : `${sayCount(versions.length, 'data version')}: ${versions.map(({ number }) => `${number}${number === current ? ' (current)' : ''}`).join(', ')}.`,
    `Records: ${rows.map(([name, n]) => `${n.toLocaleString('en-GB')} in ${name}`).join(', ') || 'none'}.`,
    settings.length === 0
      ? 'No settings files.'
      : `Settings files: ${settings.map(({ name }) => name.slice('home/'.length)).join(', ')}.`,
    `${sayCount(files.length, 'file')}, ${sayBytes(bytes)} unpacked.`,
    '',
  ].join('\n')
}

const summaryOf = ({ files, folders: _, ...rest }: Manifest) => ({
  ...rest,
  files: files.length,
  bytes: files.reduce((sum, { size }) => sum + size, 0),
})

/** `hearth backup`: a home in one file, while the app runs; `hearth backup verify` reads one through. */
export const backupCommand: Command = program => {
  const backup = program
    .command('backup')
    .description('put everything of this home into one file, also while Hearth runs')
    .option('--to <file>', 'the file to make, outside the home')
    .addHelpText(
      'after',
      '\nExamples:\n  hearth backup --to E:/backups/hearth-2026-11-30.zip\n  hearth backup verify E:/backups/hearth-2026-11-30.zip',
    )
    .action(async ({ to }: { readonly to?: string }, command) => {
      const { home, json } = command.optsWithGlobals() as { home: string; json?: boolean }
      if (to === undefined)
        throw new UserError(
          'HEARTH-1001',
          'The file to make is not named.',
          'Give it with --to, such as --to E:/backups/hearth-2026-11-30.zip.',
        )
      const line = bytesLine('Backing up (MB)')
      try {
        const manifest = await makeBackup({
          home,
          databaseUrl: process.env.DATABASE_URL,
          to,
          hearth: program.version() ?? '',
          folderOf: number => relative(resolve(home), resolve(versionFolder(home, number))),
          onProgress: line.step,
        })
        line.end()
        process.stdout.write(
          json
            ? `${JSON.stringify({ file: to, ...summaryOf(manifest) })}\n`
            : `${to} is made.\n${sayHeld(manifest)}It holds personal data of children: keep it where only those may read it who may see the case system.\nCheck the copy that you keep: hearth backup verify FILE\n`,
        )
      } finally {
        line.end()
      }
    })
  backup
    .command('verify')
    .argument('<file>', 'the backup')
    .description('read a backup through: every sum, the database, every data version')
    .addHelpText('after', '\nExample:\n  hearth backup verify E:/backups/hearth-2026-11-30.zip')
    .action(async (file: string, _, command) => {
      const { json } = command.optsWithGlobals() as { json?: boolean }
      const line = bytesLine('Reading (MB)')
      try {
        const manifest = await verifyBackup(file, line.step)
        line.end()
        process.stdout.write(
          json
            ? `${JSON.stringify({ file, whole: true, ...summaryOf(manifest) })}\n`
            : `${file} is whole.\n${sayHeld(manifest)}`,
        )
      } finally {
        line.end()
      }
    })
}
