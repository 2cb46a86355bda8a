import { type FileShape, fileShapes } from '../model/file-shape.ts'

/** What a file's or sheet's name and header say it is. `columns` gives, for each cell of a row, our column or null. */
export type NamedFile =
  | {
      readonly kind: 'named'
      readonly shape: FileShape
      readonly columns: readonly (string | null)[]
      readonly notes: readonly string[]
    }
  | { readonly kind: 'unknown'; readonly says: string }

/** A name as shapes have it: small letters, `_` for spaces and hyphens. */
export const plainName = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '_')

/** The kind of file whose stem is the longest that the name begins with, followed by its end or by `_`, `-`, `.` or a space. */
function shapeNamed(fileName: string): FileShape | null {
  const name = plainName(fileName.split(/[\\/]/).at(-1) ?? '')
  const fitting = fileShapes().flatMap(shape =>
    [shape.stem, ...shape.also]
      .filter(stem => name === stem || (name.startsWith(stem) && /[_.]/.test(name[stem.length] ?? '')))
      .map(stem => ({ shape, length: stem.length })),
  )
  return fitting.sort((a, b) => b.length - a.length)[0]?.shape ?? null
}

/** A header's words as patterns are written for: no quotation marks, one space for any run of them, no star or colon at the end. */
const plainWords = (header: string): string =>
  header
    .replaceAll(/['‘’"“”`´]/g, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s*:.]+$/, '')
    .trim()

/** Our column for each cell of a header: by its name, else by the shape's pattern for it. */
function columnsOf(shape: FileShape, header: readonly string[]): readonly (string | null)[] {
  const patterned = Object.entries(shape.columns).flatMap(([name, { header: pattern }]) =>
    pattern ? [[name, pattern] as const] : [],
  )
  return header.map(text => {
    const name = plainName(text)
    if (Object.hasOwn(shape.columns, name)) return name
    const words = plainWords(text)
    return patterned.find(([, pattern]) => pattern.test(words))?.[0] ?? null
  })
}

const always = (shape: FileShape): readonly string[] =>
  Object.entries(shape.columns).flatMap(([name, { needed }]) => (needed === 'always' ? [name] : []))

/** Knows a file by its name and header; null where the name is none of ours. */
export function namedFile(fileName: string, header: readonly string[]): NamedFile | null {
  const shape = shapeNamed(fileName)
  if (!shape) return null
  const columns = columnsOf(shape, header)
  const lacks = always(shape).filter(column => !columns.includes(column))
  if (lacks.length)
    return { kind: 'unknown', says: `Its name says ${shape.stem}, but it has no column ${lacks.join(', ')}.` }
  const twice = columns.find((column, i) => column !== null && columns.indexOf(column) !== i)
  if (twice)
    return { kind: 'unknown', says: `Its name says ${shape.stem}, but its column ${twice} stands twice: keep one.` }
  const extra = header.filter((text, i) => columns[i] === null && text.trim() !== '')
  return {
    kind: 'named',
    shape,
    columns,
    notes: extra.length ? [`columns not used: ${extra.join(', ')}`] : [],
  }
}

/** The stem of the one kind of file that has all its columns in this header: what a file of another name seems to be. */
export function seemsToBe(header: readonly string[]): string | null {
  const fitting = fileShapes().filter(shape => {
    const columns = columnsOf(shape, header)
    return always(shape).length > 2 && always(shape).every(column => columns.includes(column))
  })
  return fitting.length === 1 ? (fitting[0]?.stem ?? null) : null
}
