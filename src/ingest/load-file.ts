import { basename } from 'node:path'
import { readCsv } from '../files/csv.ts'
import type { InputFile, Note, TextRow } from '../files/input.ts'
import { readXlsx, type Sheet } from '../files/xlsx.ts'
import { type Day, parseDay } from '../kit/day.ts'
import { UserError } from '../kit/error.ts'
import { keptColumns, type ReturnedTable } from '../model/returned.ts'
import type { Finding } from '../records/records.ts'
import { finding } from './finding.ts'
import { readHolidays } from './layout-holidays.ts'
import type { LoadedNamed } from './named-rows.ts'
import { recognise } from './recognise.ts'
import type { Recognised } from './recognised.ts'
import { tables } from './shape.ts'
import type { Staging } from './staging.ts'
import { readReturnXml } from './xml-return.ts'

/** A file whose rows are in staging, and what its name says of them. */
export type LoadedFile = About & {
  readonly id: number
  readonly path: string
  readonly sha256: string
  readonly tables: readonly ReturnedTable[]
  /** The columns of a CSV table as the return names them; null of XML, where a blank may be left out. */
  readonly columns: readonly string[] | null
}

/** What the name and the folder of a file say. */
export type About = {
  readonly authority: string | null
  /** The collection year its folder or name gives plainly (`2018-19`), and the one a lone year may mean. */
  readonly namedYear: number | null
  readonly loneYear: number | null
  readonly extractDate: Day | null
  /** What published files do not hold: from the name, else as given with the import. */
  readonly release: Day | null
  readonly model: string | null
  /** Files that belong together: one folder, one set of digits in the name. */
  readonly group: string
}

/** Where what is read is kept. */
export type Keep = {
  readonly stage: Staging
  readonly files: LoadedFile[]
  readonly named: LoadedNamed[]
  readonly findings: Finding[]
  readonly nextId: () => number
  /** A table of the return is known by its name too, whatever columns it lacks. */
  readonly byName?: boolean
}

/** A table of text with the row that is its header: a CSV file, or a sheet of a workbook. */
type TextSource = {
  readonly path: string
  readonly header: TextRow
  readonly known: Recognised
  readonly batches: () => AsyncIterable<readonly TextRow[]>
  readonly notes: () => readonly Note[]
}

export const isXml = ({ name }: InputFile): boolean => /\.xml$/i.test(name)

/** Reads one file: the return's rows into staging, other kinds as far as their header. Throws a UserError where it cannot be understood. */
export async function loadFile(file: InputFile, about: About, keep: Keep): Promise<void> {
  const name = basename(file.path)
  if (isXml(file)) {
    const id = keep.nextId()
    for (const table of tables) await keep.stage.open(table)
    const found = await readReturnXml(file, (table, line, row, cells) =>
      keep.stage.append(table, [id, line, row, null, null, ...cells]),
    )
    keep.files.push({ ...about, id, path: file.path, sha256: await file.sha256(), tables: found, columns: null })
  } else if (/\.(csv|txt|tsv)$/i.test(name)) {
    const { header, batches, notes } = await readCsv(file)
    const known = recognise(name, header.cells, keep.byName)
    await loadSource(file, { path: file.path, header, known, batches, notes }, about, keep)
  } else if (/\.(xlsx|xlsm)$/i.test(name)) {
    for (const sheet of await readXlsx(file)) await loadSheet(file, sheet, about, keep)
  } else if (await loadHolidays(file, about, keep)) return
  else
    keep.findings.push(
      finding({
        severity: 'warning',
        code: 'not-read',
        file: file.path,
        why: 'Hearth reads CSV and XML returns, and CSV files and Excel workbooks of the other kinds.',
        fix: /\.(md|markdown)$/i.test(name)
          ? 'If it holds commentary or other words, give it to `hearth words import`.'
          : 'Nothing, if it is not data; otherwise save it as CSV.',
      }),
    )
}

/** Loads GOV.UK's bank holidays; false where the file is not that. */
async function loadHolidays(file: InputFile, about: About, keep: Keep): Promise<boolean> {
  const found = /\.json$/i.test(file.name) ? await readHolidays(file) : null
  if (!found) return false
  const { header, known, rows } = found
  const batches = async function* () {
    if (rows.length) yield rows
  }
  await loadSource(file, { path: file.path, header, known, batches, notes: () => [] }, about, keep)
  return true
}

/** How far down a sheet its header may stand: there may be a title above it. */
const HEADER_ROWS = 10

/** Loads a sheet by the first of its rows that is a header we know, by the sheet's own name or the workbook's. */
async function loadSheet(file: InputFile, sheet: Sheet, about: About, keep: Keep): Promise<void> {
  const path = `${file.path}, sheet ${sheet.name}`
  const top: TextRow[] = []
  for await (const batch of sheet.batches()) {
    top.push(...batch.slice(0, HEADER_ROWS - top.length))
    if (top.length >= HEADER_ROWS) break
  }
  for (const header of top)
    for (const name of [sheet.name, basename(file.path)]) {
      const known = recognise(name, header.cells)
      if (known.kind === 'unknown') continue
      if (sheet.hidden) {
        // What is left of another time, or stands behind the sheet that people see: read with it, it would count twice.
        keep.findings.push(hiddenSheet(path, header))
        return
      }
      await loadSource(
        file,
        { path, header, known, batches: below(sheet, header.line), notes: sheet.notes },
        about,
        keep,
      )
      return
    }
  // Of the rows that may be its header the widest: a title is of one cell or two.
  const width = ({ cells }: TextRow): number => cells.filter(text => text.trim() !== '').length
  const [header] = top.toSorted((a, b) => width(b) - width(a))
  if (header && !sheet.hidden) keep.findings.push(notKnown(path, header, recognise(sheet.name, header.cells)))
}

const hiddenSheet = (path: string, header: TextRow): Finding =>
  finding({
    severity: 'warning',
    code: 'hidden-sheet',
    file: path,
    line: header.line,
    why: 'The sheet is hidden. None of its rows were used.',
    fix: 'Nothing, if it is not meant; otherwise unhide the sheet and import the file again.',
  })

/** The rows of a sheet under its header. */
const below = (sheet: Sheet, line: number): TextSource['batches'] =>
  async function* () {
    for await (const batch of sheet.batches()) {
      const rows = batch.filter(row => row.line > line)
      if (rows.length) yield rows
    }
  }

const notKnown = (path: string, header: TextRow, known: Recognised): Finding =>
  finding({
    severity: 'warning',
    code: 'not-recognised',
    file: path,
    line: header.line,
    found: header.cells.join(',').slice(0, 200),
    why: `${known.kind === 'unknown' ? known.says : 'It was not understood.'} None of its rows were used.`,
    fix: 'Nothing, if it is not data that Hearth reads; otherwise give it the name and column names of its kind.',
  })

/** Bytes above which a published file is read only once. */
const COUNTRY = 64 * 2 ** 20

/** The first day of a month such as `2025-05`. */
const firstOf = (month: string | null): Day | null => parseDay(`${month}-01`)

/** Why a published file cannot be used yet: it does not hold, and nothing says, when it was published or of which month it is. */
function notAsked(
  path: string,
  { layout, shape }: Extract<Recognised, { kind: 'named' }>,
  { release, model }: About,
): Finding | null {
  const asks = layout?.asks ?? null
  if (asks === null || (asks === 'release' ? release : model) !== null) return null
  return finding({
    severity: 'error',
    code: `${asks}-missing`,
    file: path,
    table: shape.stem,
    why:
      asks === 'release'
        ? 'The file does not hold the day on which it was published, and nothing says it: none of its rows were used.'
        : 'The file does not hold the month of its model of neighbours, and nothing says it: none of its rows were used.',
    fix:
      asks === 'release'
        ? 'Import it again with --release 2026-11-20 (the day it was published), or put that day into its name: figures_2026-11-20.csv.'
        : 'Import it again with --model 2025-05, or put the month into its name: neighbours_2025-05.xlsx.',
  })
}

async function loadSource(file: InputFile, source: TextSource, about: About, keep: Keep): Promise<void> {
  const { path, header, known, batches } = source
  if (known.kind === 'unknown') {
    keep.findings.push(notKnown(path, header, known))
    return
  }
  if (known.kind === 'refused')
    throw new UserError('HEARTH-1301', `${path}: ${known.says}`, known.fix, { file: path, line: header.line })
  const lacking = known.kind === 'named' ? notAsked(path, known, about) : null
  if (lacking) {
    keep.findings.push(lacking)
    return
  }
  const id = keep.nextId()
  const sha256 = await file.sha256()
  if (known.kind === 'named') {
    const { shape, columns, layout } = known
    // Read through now, so that a broken file refuses the import, and again when it is loaded: a country's postcodes are not held.
    // A country's file that others publish is read once: if it is broken, loading it refuses the import.
    let rowsRead = 0
    if (layout === null || file.size < COUNTRY) for await (const batch of batches()) rowsRead += batch.length
    const { authority, release, model } = about
    const extractDate = layout?.asks === 'release' ? release : layout?.asks ? firstOf(model) : about.extractDate
    const asked = { release, model }
    keep.named.push({ id, path, sha256, shape, columns, layout, asked, rowsRead, authority, extractDate, batches })
  } else {
    await stageRows(id, known, batches, keep.stage)
    keep.files.push({
      ...about,
      id,
      path,
      sha256,
      tables: [known.table],
      columns: known.columns.filter(name => name !== null),
    })
  }
  for (const note of known.notes)
    keep.findings.push(
      finding({
        severity: 'tolerated',
        code: 'header',
        file: path,
        line: header.line,
        table: known.kind === 'named' ? known.shape.stem : known.table,
        found: note,
        why: 'The header is not exactly that of its kind.',
        fix: 'Nothing: it was understood.',
      }),
    )
  for (const note of source.notes())
    keep.findings.push(
      finding({
        severity: 'tolerated',
        code: `text-${note.about.replaceAll(' ', '-')}`,
        file: path,
        line: note.line ?? null,
        count: note.count,
        found: note.says,
        why: 'The file is not exactly as it should be.',
        fix: 'Nothing: it was understood.',
      }),
    )
}

/** Puts the rows of a table of the return into staging, as text. */
async function stageRows(
  id: number,
  known: Extract<Recognised, { kind: 'returned' }>,
  batches: TextSource['batches'],
  stage: Staging,
): Promise<void> {
  await stage.open(known.table)
  const own = Object.keys(keptColumns(known.table)).map(column => known.columns.indexOf(column.toUpperCase()))
  const [la, year] = [known.columns.indexOf('LA'), known.columns.indexOf('YEAR')]
  const cell = (cells: readonly string[], at: number): string | null => (at < 0 ? null : (cells[at] ?? null))
  let row = 0
  for await (const batch of batches())
    for (const { line, cells } of batch)
      stage.append(known.table, [
        id,
        line,
        row++,
        cell(cells, la),
        cell(cells, year),
        ...own.map(at => cell(cells, at)),
      ])
}
