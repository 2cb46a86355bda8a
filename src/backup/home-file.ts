import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A file of the home: its name below the home with forward slashes, where it is, and bytes. */
export type HomeFile = { readonly name: string; readonly disk: string; readonly size: number }
export type HomeFound = { readonly files: readonly HomeFile[]; readonly folders: readonly string[] }

/**
 * What is in a home and not in a backup of its settings: the records and data versions, which have places of their own; an import's
 * work and lock; what is worked out from a version and kept (proven queries, effects of findings, back-tests of forecasts); the synthetic council's files.
 */
const elsewhere =
  /^(versions|work|sample|records\.sqlite(-wal|-shm|-journal)?|import\.lock(-journal|-wal|-shm)?|restore\.mark|proven-\d+\.txt|effects-.*\.json|forecast-test-.*\.json)$/

/** What is made anew of a data version: the file for a DuckDB shell, which names the home by full path, and a model of other settings. */
const remade = /^(hearth\.duckdb.*|rebuilt)$/

/** Everything else in a home is taken for the council's: measures, scorecards, templates, groups, and what comes to stand there later. */
export const settingsOf = (home: string): HomeFound => below(home, '', name => elsewhere.test(name))

/** The files of a data version; `folder` is its place below the home, such as `versions/000012`. */
export const versionFiles = (home: string, folder: string): HomeFound =>
  below(join(home, folder), folder, name => remade.test(name))

/** Files and folders below a folder. `leave` is asked of the first level only. A link is followed, once: a zip holds what it leads to. */
function below(top: string, prefix: string, leave: (name: string) => boolean): HomeFound {
  const files: HomeFile[] = []
  const folders: string[] = prefix === '' ? [] : [prefix]
  const walk = (disk: string, name: string, above: readonly string[]): void => {
    const real = realpathSync(disk)
    if (above.includes(real)) return
    const entries: readonly Dirent[] = readdirSync(disk, { withFileTypes: true })
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (above.length === 0 && leave(entry.name)) continue
      const path = join(disk, entry.name)
      const below = name === '' ? entry.name : `${name}/${entry.name}`
      const found = statSync(path, { throwIfNoEntry: false })
      if (found?.isDirectory()) {
        folders.push(below)
        walk(path, below, [...above, real])
      } else if (found?.isFile()) files.push({ name: below, disk: path, size: found.size })
    }
  }
  walk(top, prefix, [])
  return { files, folders }
}
