import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import type { Inputs } from '../files/folder.ts'
import type { InputFile } from '../files/input.ts'
import { type Day, parseDay } from '../kit/day.ts'
import { UserError } from '../kit/error.ts'
import type { Finding } from '../records/records.ts'
import type { Asked } from './layout.ts'
import { isXml, type Keep, type LoadedFile, loadFile } from './load-file.ts'
import type { LoadedNamed } from './named-rows.ts'
import type { Staging } from './staging.ts'

export type Council = { readonly code: string; readonly name: string }
export type Loaded = {
  readonly files: readonly LoadedFile[]
  /** Files known by their name: extracts and reference files. */
  readonly named: readonly LoadedNamed[]
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

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** The month in a name: `sn_2025-05.csv`, `sn_may_2025.xlsx`. */
export function modelIn(name: string): string | null {
  const [, year, month] = /(?<!\d)(20\d\d)[-_ ]?(0[1-9]|1[0-2])(?!\d)/.exec(name) ?? []
  if (year && month) return `${year}-${month}`
  const words = new RegExp(`(${months.join('|')})[a-z]*[-_ ]*(20\\d\\d)`, 'i').exec(name)
  return words ? `${words[2]}-${String(months.indexOf((words[1] ?? '').toLowerCase()) + 1).padStart(2, '0')}` : null
}

/** Reads every input into staging, which it closes. Collects findings and refusals; reads on after either. */
export async function loadInputs(
  stage: Staging,
  inputs: Inputs,
  firstId: number,
  authority: string | null,
  asked: Asked,
  onFile: (done: number, of: number) => void,
  byName = false,
): Promise<Loaded> {
  const refusals: UserError[] = [...inputs.faults]
  const findings: Finding[] = []
  const files: LoadedFile[] = []
  const named: LoadedNamed[] = []
  const councils = new Map<string, Council>()
  const councilFor = await councilLookup(inputs.files)
  const kinds = new Set<boolean>()
  let id = firstId
  const keep: Keep = { stage, files, named, findings, nextId: () => id++, byName }
  // XML first: of two files of one return the later read stands, and a line of a CSV file says more than one of an XML.
  const ordered = [...inputs.files.filter(isXml), ...inputs.files.filter(file => !isXml(file))]
  for (const [i, file] of ordered.entries()) {
    const name = basename(file.path)
    if (name === 'council.json' || /^readme/i.test(name)) continue
    const council = councilFor(file.path)
    for (const known of [council?.authority, ...(council?.authorities ?? [])])
      if (known) councils.set(known.code, known)
    const about = {
      authority: authority ?? council?.authority?.code ?? /(?:^|[\\/])(E\d{8})(?:[\\/])/.exec(file.path)?.[1] ?? null,
      namedYear: plainYear(file.path),
      loneYear: loneYear(file.path),
      extractDate: dateIn(name),
      release: dateIn(name) ?? asked.release,
      model: modelIn(name) ?? asked.model,
      // A single digit is part of a table's name: oc2, ad1.
      group: `${dirname(file.path)} ${(name.match(/\d{2,}/g) ?? []).join(' ')}`,
    }
    const before = files.length + named.filter(({ shape }) => shape.schema === 'extract').length
    try {
      await loadFile(file, about, keep)
      if (files.length + named.filter(({ shape }) => shape.schema === 'extract').length > before)
        kinds.add(council?.synthetic === true)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      refusals.push(error)
    }
    onFile(i + 1, inputs.files.length)
  }
  stage.close()
  return {
    files,
    named,
    findings,
    refusals,
    kind: kinds.size === 2 ? 'both' : kinds.has(true) ? 'synthetic' : kinds.has(false) ? 'real' : 'neither',
    councils: [...councils.values()],
  }
}
