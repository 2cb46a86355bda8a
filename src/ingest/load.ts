import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import type { Engine, TableAppender } from '../engine/engine.ts'
import { readCsv } from '../files/csv.ts'
import type { Inputs } from '../files/folder.ts'
import type { InputFile, TextRow } from '../files/input.ts'
import { type Day, parseDay } from '../kit/day.ts'
import { UserError } from '../kit/error.ts'
import { type ReturnedTable, returnedColumns } from '../model/returned.ts'
import type { Finding } from '../records/records.ts'
import { finding } from './finding.ts'
import { recognise } from './recognise.ts'
import type { ReferenceStem } from './reference-shape.ts'
import { tables } from './shape.ts'
import { readReturnXml } from './xml-return.ts'

/** A file whose rows are in staging, and what its name says of them. */
export type LoadedFile = {
  readonly id: number
  readonly path: string
  readonly sha256: string
  readonly tables: readonly ReturnedTable[]
  readonly authority: string | null
  /** The collection year its folder or name gives plainly (`2018-19`), and the one a lone year may mean. */
  readonly namedYear: number | null
  readonly loneYear: number | null
  readonly extractDate: Day | null
  /** Files that belong together: one folder, one set of digits in the name. */
  readonly group: string
}

/** A reference file: which, its columns, and its rows as text, read from the file at each asking. */
export type LoadedReference = {
  readonly path: string
  readonly sha256: string
  readonly stem: ReferenceStem
  readonly columns: readonly (string | null)[]
  readonly rowsRead: number
  readonly batches: () => AsyncIterable<readonly TextRow[]>
}

export type Council = { readonly code: string; readonly name: string }
export type Loaded = {
  readonly files: readonly LoadedFile[]
  readonly references: readonly LoadedReference[]
  readonly findings: readonly Finding[]
  /** What makes the whole import impossible, all of it. */
  readonly refusals: readonly UserError[]
  /** Whose children the returned files are of; `neither` where there are only reference files. */
  readonly kind: 'synthetic' | 'real' | 'both' | 'neither'
  readonly councils: readonly Council[]
}

const councilShape = z.object({
  synthetic: z.boolean().optional(),
  authority: z.object({ code: z.string(), name: z.string() }).optional(),
  authorities: z.array(z.object({ code: z.string(), name: z.string() })).optional(),
})
type CouncilFile = z.infer<typeof councilShape>
const COUNCIL_SIZE = 100_000

/** What a `council.json` says; nothing where it is not one. */
const readCouncil = (text: string): CouncilFile | null => {
  try {
    return councilShape.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

async function textOf(file: InputFile): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of await file.open()) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}

/** The nearest `council.json` at or above a file, by folder, looked for once; those among the inputs may be inside a zip. */
async function councilLookup(inputs: readonly InputFile[]): Promise<(path: string) => CouncilFile | null> {
  const known = new Map<string, CouncilFile | null>()
  for (const file of inputs)
    if (file.name === 'council.json' && file.size < COUNCIL_SIZE)
      known.set(dirname(file.path), readCouncil(await textOf(file)))
  const at = (folder: string, depth: number): CouncilFile | null => {
    if (known.has(folder)) return known.get(folder) ?? null
    const file = join(folder, 'council.json')
    let found: CouncilFile | null = null
    if (existsSync(file) && statSync(file).size < COUNCIL_SIZE) found = readCouncil(readFileSync(file, 'utf8'))
    else if (depth > 0 && dirname(folder) !== folder) found = at(dirname(folder), depth - 1)
    known.set(folder, found)
    return found
  }
  return path => at(dirname(path), 3)
}

/** `2018-19`, `2018_19`, `2018-2019`, `201819`: the year it ends in. The last in the path that is two years running. */
export function plainYear(path: string): number | null {
  const found = [...path.matchAll(/(?<!\d)(20\d\d)[-_ ]?(?:20)?(\d\d)(?!\d|-\d)/g)]
  const years = found.flatMap(([, from, to]) => ((Number(from) + 1) % 100 === Number(to) ? [Number(from) + 1] : []))
  return years.at(-1) ?? null
}
const loneYear = (path: string): number | null => {
  const found = [...path.matchAll(/(?<![\d-])(20\d\d)(?![\d-])/g)].at(-1)
  return found ? Number(found[1]) : null
}
const dateIn = (name: string): Day | null => parseDay(/\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? '')

const isXml = ({ name }: InputFile): boolean => /\.xml$/i.test(name)

/** One appender a table, opened when first needed. */
function staging(engine: Engine): {
  readonly append: (table: ReturnedTable, row: readonly (string | number | null)[]) => void
  readonly open: (table: ReturnedTable) => Promise<void>
  readonly close: () => void
} {
  const appenders = new Map<ReturnedTable, TableAppender>()
  return {
    open: async table => {
      if (!appenders.has(table)) appenders.set(table, await engine.appender(table, 'staging'))
    },
    append: (table, row) => appenders.get(table)?.append(row),
    close: () => {
      for (const appender of appenders.values()) appender.close()
    },
  }
}

/** Statements that make the staging tables: everything text. `la` and `year` are what a row says of itself. */
export const stagingTables = (): readonly string[] => [
  'create schema staging',
  ...tables.map(
    table =>
      `create table staging.${table} (file_id integer, line integer, row integer, la varchar, year varchar, ${Object.keys(
        returnedColumns[table],
      )
        .map(name => `${name} varchar`)
        .join(', ')})`,
  ),
]

/** Reads every input into staging. Collects findings and refusals; reads on after either. */
export async function loadInputs(
  engine: Engine,
  inputs: Inputs,
  firstId: number,
  authority: string | null,
  onFile: (done: number, of: number) => void,
): Promise<Loaded> {
  const refusals: UserError[] = [...inputs.faults]
  const findings: Finding[] = []
  const files: LoadedFile[] = []
  const references: LoadedReference[] = []
  const councils = new Map<string, Council>()
  const councilFor = await councilLookup(inputs.files)
  const stage = staging(engine)
  const kinds = new Set<boolean>()
  // XML first: of two files of one return the later read stands, and a line of a CSV file says more than one of an XML.
  const ordered = [...inputs.files.filter(isXml), ...inputs.files.filter(file => !isXml(file))]
  for (const [i, file] of ordered.entries()) {
    const name = basename(file.path)
    if (name === 'council.json' || /^readme/i.test(name)) continue
    const council = councilFor(file.path)
    for (const known of [council?.authority, ...(council?.authorities ?? [])])
      if (known) councils.set(known.code, known)
    const about = {
      id: firstId + i,
      path: file.path,
      authority: authority ?? council?.authority?.code ?? /(?:^|[\\/])(E\d{8})(?:[\\/])/.exec(file.path)?.[1] ?? null,
      namedYear: plainYear(file.path),
      loneYear: loneYear(file.path),
      extractDate: dateIn(name),
      // A single digit is part of a table's name: oc2, ad1.
      group: `${dirname(file.path)} ${(name.match(/\d{2,}/g) ?? []).join(' ')}`,
    }
    const before = files.length
    try {
      await readOne(file, about)
      if (files.length > before) kinds.add(council?.synthetic === true)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      refusals.push(error)
    }
    onFile(i + 1, inputs.files.length)
  }
  stage.close()
  return {
    files,
    references,
    findings,
    refusals,
    kind: kinds.size === 2 ? 'both' : kinds.has(true) ? 'synthetic' : kinds.has(false) ? 'real' : 'neither',
    councils: [...councils.values()],
  }

  async function readOne(file: InputFile, about: Omit<LoadedFile, 'sha256' | 'tables'>): Promise<void> {
    const name = basename(file.path)
    if (isXml(file)) {
      for (const table of tables) await stage.open(table)
      const found = await readReturnXml(file, (table, line, row, cells) =>
        stage.append(table, [about.id, line, row, null, null, ...cells]),
      )
      files.push({ ...about, sha256: await file.sha256(), tables: found })
      return
    }
    if (!/\.(csv|txt|tsv)$/i.test(name)) {
      findings.push(
        finding({
          severity: 'warning',
          code: 'not-read',
          file: file.path,
          why: 'Hearth reads CSV and XML returns and CSV reference files.',
          fix: 'Nothing, if it is not data; otherwise save it as CSV.',
        }),
      )
      return
    }
    const table = await readCsv(file)
    const known = recognise(name, table.header.cells)
    if (known.kind === 'unknown') {
      findings.push(
        finding({
          severity: 'warning',
          code: 'not-recognised',
          file: file.path,
          line: table.header.line,
          found: table.header.cells.join(',').slice(0, 200),
          why: `${known.says} None of its rows were used.`,
          fix: 'Nothing, if it is not part of a return; otherwise give it the column names of the return.',
        }),
      )
      return
    }
    if (known.kind === 'refused')
      throw new UserError('HEARTH-1301', `${file.path}: ${known.says}`, known.fix, {
        file: file.path,
        line: table.header.line,
      })
    if (known.kind === 'reference') {
      // Read through now, so that a broken file refuses the import, and again when it is loaded: a country's postcodes are not held.
      let rowsRead = 0
      for await (const batch of table.batches()) rowsRead += batch.length
      const { stem, columns } = known
      const { batches } = table
      references.push({ path: file.path, sha256: await file.sha256(), stem, columns, rowsRead, batches })
    } else {
      await stage.open(known.table)
      const own = Object.keys(returnedColumns[known.table]).map(column => known.columns.indexOf(column.toUpperCase()))
      const [la, year] = [known.columns.indexOf('LA'), known.columns.indexOf('YEAR')]
      const cell = (cells: readonly string[], at: number): string | null => (at < 0 ? null : (cells[at] ?? null))
      let row = 0
      for await (const batch of table.batches())
        for (const { line, cells } of batch)
          stage.append(known.table, [
            about.id,
            line,
            row++,
            cell(cells, la),
            cell(cells, year),
            ...own.map(at => cell(cells, at)),
          ])
      files.push({ ...about, sha256: await file.sha256(), tables: [known.table] })
      for (const note of known.notes)
        findings.push(
          finding({
            severity: 'tolerated',
            code: 'header',
            file: file.path,
            line: table.header.line,
            table: known.table,
            found: note,
            why: 'The header is not exactly the return’s.',
            fix: 'Nothing: it was understood.',
          }),
        )
    }
    for (const note of table.notes())
      findings.push(
        finding({
          severity: 'tolerated',
          code: `text-${note.about.replaceAll(' ', '-')}`,
          file: file.path,
          line: note.line ?? null,
          count: note.count,
          found: note.says,
          why: 'The file is not exactly as the return should be.',
          fix: 'Nothing: it was understood.',
        }),
      )
  }
}
