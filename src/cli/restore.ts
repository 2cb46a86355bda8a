import type { Manifest } from '../backup/manifest.ts'
import { restoreBackup } from '../backup/restore.ts'
import { mendShellFile } from '../ingest/version-folder.ts'
import { type ModelSettings, readSettings } from '../model/settings.ts'
import { bytesLine, sayHeld } from './backup.ts'
import type { Command } from './command.ts'
import { groupsFile, versionFolder } from './home-folders.ts'

/** The files for a DuckDB shell, which name the home by full path. No backup has them, and a home is whole without. */
async function remakeShellFiles(home: string, { versions }: Manifest): Promise<void> {
  let settings: ModelSettings
  try {
    settings = readSettings(groupsFile(home))
  } catch {
    // A groups file that was wrong is restored as it was; whoever opens the home is told.
    return
  }
  for (const { number } of versions) await mendShellFile(versionFolder(home, number), settings)
}

/** `hearth restore`: a home of a backup, whole or not at all. */
export const restoreCommand: Command = program =>
  program
    .command('restore')
    .argument('<file>', 'the backup')
    .description('make a home of a backup; records go to PostgreSQL where DATABASE_URL is set')
    .option('--replace', 'also where a home is there already, which is kept beside')
    .addHelpText('after', '\nExample:\n  hearth --home D:/hearth restore E:/backups/hearth-2026-11-30.zip')
    .action(async (from: string, { replace }: { readonly replace?: boolean }, command) => {
      const { home, json } = command.optsWithGlobals() as { home: string; json?: boolean }
      const line = bytesLine('Restoring (MB)')
      try {
        const { manifest, kept } = await restoreBackup({
          from,
          home,
          databaseUrl: process.env.DATABASE_URL,
          replace: replace ?? false,
          onProgress: line.step,
        })
        await remakeShellFiles(home, manifest)
        line.end()
        process.stdout.write(
          json
            ? `${JSON.stringify({ home, kept, versions: manifest.versions.map(({ number }) => number), current: manifest.current })}\n`
            : [
                `${home} is restored.`,
                ...(kept.folder ? [`What was there is kept in ${kept.folder}.`] : []),
                ...(kept.schema
                  ? [`The records that were in the database are kept in its schema ${kept.schema}.`]
                  : []),
                sayHeld(manifest),
              ].join('\n'),
        )
      } finally {
        line.end()
      }
    })
