import type { z } from 'zod'
import type { Day } from '../kit/day.ts'
import { didYouMean } from '../kit/text.ts'
import type { Json, NewWord } from '../records/records.ts'
import { checkReferences } from './reference.ts'
import type { Named } from './target-file.ts'
import { columns, fileName, type Kind, kinds } from './word-kinds.ts'

/** A field as a file has it, and the line it stands on (the first is 1). */
export type Given = { readonly value: string | readonly string[]; readonly line: number }

/** A word as a file has it: its fields by the names that files call them. */
export type GivenWord = {
  readonly kind: Kind
  readonly file: string
  readonly line: number
  readonly fields: ReadonlyMap<string, Given>
}

/** A fault in a file of words: where it is, what was found, and what to do. Nothing of what was given is saved. */
export type WordFault = {
  readonly file: string
  readonly line: number
  /** The field, as files call it; null: the whole file or row. */
  readonly field: string | null
  readonly found: string
  readonly says: string
}

/** A word that is well said, and where; what it replaces is not known yet. */
export type ReadWord = Omit<NewWord, 'replaces' | 'withdrawn'> & {
  readonly kind: Kind
  readonly file: string
  readonly line: number
}

/** What words are checked against. */
export type Known = {
  /** What a name of a measure stands for; `says` of one that stands for none has the suggestion. */
  readonly named: (reference: string) => Named
  readonly dataVersions: ReadonlySet<number>
}

type Values = Record<string, unknown>

/** Reads a word as a file has it. Collects every fault; with one there is no word. */
export function readWord(given: GivenWord, known: Known): ReadWord | readonly WordFault[] {
  const faults: WordFault[] = []
  const form = kinds[given.kind]
  const shape: Readonly<Record<string, z.ZodType>> = form.fields
  const names = Object.keys(shape).map(fileName)
  const fault = (field: string, says: string, found?: string, line?: number): void => {
    const cell = given.fields.get(field)
    const shown = found ?? (typeof cell?.value === 'string' ? cell.value : (cell?.value ?? []).join('; '))
    faults.push({ file: given.file, line: line ?? cell?.line ?? given.line, field, found: shown.slice(0, 100), says })
  }
  for (const name of given.fields.keys())
    if (!names.includes(name)) fault(name, `${form.title} has no field "${name}".${didYouMean(name, names)}`, name)

  const values: Values = {}
  for (const [field, type] of Object.entries(shape)) {
    const value = given.fields.get(fileName(field))?.value
    const blank = value === undefined || value === '' || value.length === 0
    const read = type.safeParse(blank ? undefined : value)
    if (read.success) values[field] = read.data
    else fault(fileName(field), read.error.issues[0]?.message ?? 'This cannot be read.')
  }
  resolveMeasures(values, known, fault)
  const { words } = form
  const spoken = values[words]
  const references = typeof spoken === 'string' ? checkReferences(spoken, known.named) : { faults: [], named: {} }
  const from = given.fields.get(words)?.line ?? given.line
  for (const { line, found, says } of references.faults) fault(words, says, found, from + line)
  for (const [field, value] of Object.entries(values))
    if (field !== words && [value].flat().some(one => typeof one === 'string' && one.includes('{{')))
      fault(fileName(field), `Figures are named in the words only (${fileName(words)}): they are not filled in here.`)
  if (!form.figures && typeof spoken === 'string' && spoken.includes('{{'))
    fault(words, `${form.title}: no figure is named in it, since it is no part of any table of figures.`, '{{')
  if (typeof values.dataVersion === 'number' && !known.dataVersions.has(values.dataVersion))
    fault('data_version', `There is no data version ${values.dataVersion}; \`hearth versions\` lists them.`)
  for (const clash of form.clashes(values as never)) if (clash) fault(clash[0], clash[1])
  if (faults.length) return faults

  const body = Object.fromEntries(
    Object.entries(values).filter(([field]) => !(columns as readonly string[]).includes(field)),
  )
  const { author, informedBy, date, period, tag } = values as {
    author: string
    informedBy: string | null
    date: Day
    period?: Day
    tag?: string
  }
  return {
    kind: given.kind,
    key: form.key(values as never),
    period: period ?? null,
    body: (Object.keys(references.named).length ? { ...body, named: references.named } : body) as Json,
    tag: tag ?? null,
    author,
    informedBy,
    saidOn: date,
    file: given.file,
    line: given.line,
  }
}

/** Puts the one name of a measure in the place of what it was called. */
function resolveMeasures(
  values: Values,
  { named }: Known,
  fault: (field: string, says: string, found?: string) => void,
) {
  if (typeof values.measure === 'string') {
    const found = named(values.measure)
    if (found.kind === 'none') fault('measure', found.says)
    else values.measure = found.id
  }
  if (Array.isArray(values.measures))
    values.measures = values.measures.map((reference: string) => {
      const found = named(reference)
      if (found.kind === 'measure') return found.id
      fault('measures', found.says, reference)
      return reference
    })
}
