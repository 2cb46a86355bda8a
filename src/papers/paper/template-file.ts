import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { UserError } from '../../kit/error.ts'
import { didYouMean } from '../../kit/text.ts'
import type { KnownNames } from './known-names.ts'
import {
  blockKinds,
  blockShape,
  sectionShape,
  type Template,
  type TemplateBlock,
  type TemplateSection,
  templateShape,
} from './template.ts'
import { lineAt, type Path } from './template-line.ts'
import { unknownName } from './template-names.ts'

/** A fault at a place of the file, by its path in it. */
type Fault = (path: Path, what: string) => UserError
/** What a reading knows: how to say a fault, and the names that there are. */
type Reading = { readonly fault: Fault; readonly known: KnownNames }

const GUIDE = 'docs/guides/papers.md lists what a template may hold.'

/** Headings are three deep: the section, what is in it, and once more. */
const DEEPEST = 3

const idOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

/** Says the first thing that a reading by its shape found wrong. */
function readAs<T>(shape: z.ZodType<T>, value: unknown, path: Path, fault: Fault, known: readonly string[]): T {
  const found = shape.safeParse(value)
  if (found.success) return found.data
  const [issue] = found.error.issues
  const at = [...path, ...(issue?.path ?? [])]
  if (issue?.code === 'unrecognized_keys') {
    const [key] = issue.keys
    throw fault([...at, key ?? ''], `"${key}" is not known here.${didYouMean(key ?? '', known)}`)
  }
  if (issue?.code === 'invalid_value' && typeof valueAt(value, issue.path) === 'string') {
    const given = String(valueAt(value, issue.path))
    const words = issue.values.map(String)
    throw fault(at, `"${given}" is none of: ${words.join(', ')}.${didYouMean(given, words)}`)
  }
  const where = issue?.path.length ? `"${issue.path.join('.')}"` : 'this'
  throw fault(at, `${where} is not as expected: ${issue?.message ?? 'it cannot be read'}.`)
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((held, key) => (held as Record<PropertyKey, unknown> | undefined)?.[key], value)

const keysOf = (shape: z.ZodType): readonly string[] => ('shape' in shape ? Object.keys(shape.shape as object) : [])

function readBlock(value: unknown, path: Path, { fault, known }: Reading): TemplateBlock {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : []
  const kind = blockKinds.find(one => one === keys[0]) ?? blockKinds.find(one => keys.includes(one))
  if (kind === undefined)
    throw fault(
      keys[0] === undefined ? path : [...path, keys[0]],
      `A block begins with what it is: ${blockKinds.join(', ')}.${didYouMean(keys[0] ?? '', blockKinds)}`,
    )
  const shape = blockShape(kind)
  const block = { kind, ...(readAs(shape, value, path, fault, keysOf(shape)) as object) } as TemplateBlock
  const unknown = unknownName(block, known)
  if (unknown) throw fault([...path, ...unknown.path], unknown.what)
  return block
}

function readSection(value: unknown, path: Path, reading: Reading, depth: number): TemplateSection {
  const { fault } = reading
  const { blocks, sections, ...section } = readAs(sectionShape, value, path, fault, keysOf(sectionShape))
  if (depth > DEEPEST) throw fault(path, `Sections are ${DEEPEST} deep at most.`)
  return {
    id: section.id ?? idOf(section.title),
    title: section.title,
    numbered: section.numbered,
    exempt: section.exempt,
    for: section.for,
    slides: section.slides ?? true,
    newPage: section['new page'] ?? false,
    blocks: blocks.map((block, i) => readBlock(block, [...path, 'blocks', i], reading)),
    sections: sections.map((inner, i) => readSection(inner, [...path, 'sections', i], reading, depth + 1)),
  }
}

/** Reads a template, all of whose names must be known. Throws HEARTH-1801 with file, line, what is wrong and "did you mean". */
export function readTemplate(file: string, name: string, knownOf: (scorecard: string) => KnownNames): Template {
  const lines = new LineCounter()
  const yaml = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines })
  const at = (line: number, what: string): UserError =>
    new UserError('HEARTH-1801', `The template "${name}" cannot be used: ${what}`, GUIDE, { file, line })
  const [broken] = yaml.errors
  if (broken) throw at(lines.linePos(broken.pos[0]).line, `it is not YAML (${broken.message.split('\n')[0]})`)
  const fault: Fault = (path, what) => at(lineAt(yaml, lines, path), what)
  const { sections, ...head } = readAs(templateShape, yaml.toJS(), [], fault, keysOf(templateShape))
  const reading = { fault, known: knownOf(head.scorecard) }
  return { name, ...head, sections: sections.map((one, i) => readSection(one, ['sections', i], reading, 1)) }
}

/** The names of all templates in some folders, the first folder's first. */
export const templateNames = (folders: readonly string[]): readonly string[] => [
  ...new Set(
    folders
      .filter(folder => existsSync(folder))
      .flatMap(folder => readdirSync(folder).toSorted())
      .filter(file => file.endsWith('.yaml'))
      .map(file => file.slice(0, -5)),
  ),
]

/** The file of the template of a name, in the first folder that has one. Throws HEARTH-1802. */
export function templateFile(folders: readonly string[], name: string): string {
  const file = folders.map(folder => join(folder, `${name}.yaml`)).find(existsSync)
  if (file) return file
  const known = templateNames(folders)
  throw new UserError(
    'HEARTH-1802',
    `There is no template "${name}".${didYouMean(name, known)}`,
    `The templates are: ${known.join(', ')}.`,
  )
}
