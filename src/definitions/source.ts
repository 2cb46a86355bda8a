import { LineCounter, parseDocument } from 'yaml'
import { DefinitionError } from '../kit/error.ts'
import { lineFinder } from './line-of.ts'

/** A definition file taken apart: its YAML header with line numbers, and its SQL. Measures and rules have the same form. */
export type DefinitionSource = {
  readonly file: string
  readonly header: unknown
  /** The line in the file of a header key, or of the header itself. */
  readonly lineOf: (path: readonly PropertyKey[]) => number
  readonly sql: string
  /** The line in the file on which the SQL begins. */
  readonly sqlLine: number
}

const lineNumber = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

/**
 * Splits `/* measure …YAML… *\/ select …`. `word` is what the opening comment must begin with.
 * Throws a DefinitionError with file and line where there is no such comment, the YAML is broken or a key stands twice.
 */
export function readSource(file: string, text: string, word: 'measure' | 'rule'): DefinitionSource {
  const opening = new RegExp(`^\\s*/\\*\\s*${word}\\b[^\\n]*\\n`).exec(text)
  const end = text.indexOf('*/')
  if (!opening || end < 0) {
    throw new DefinitionError(
      'HEARTH-1202',
      `The file does not begin with a /* ${word} … */ header.`,
      `Begin it with "/* ${word}", the header's keys one a line, then "*/" and the query.`,
      { file, line: 1 },
    )
  }
  const first = lineNumber(text, opening[0].length)
  const lines = new LineCounter()
  const yaml = parseDocument(text.slice(opening[0].length, end), { lineCounter: lines })
  const [fault] = yaml.errors
  if (fault) {
    const [message = 'not valid YAML'] = fault.message.split('\n')
    throw new DefinitionError(
      'HEARTH-1203',
      `The header is not valid YAML: ${message}`,
      'Write one "key: value" a line; put a value that holds ": " or "#" in quotes.',
      { file, line: lines.linePos(fault.pos[0]).line + first - 1 },
    )
  }
  const lineOf = lineFinder(yaml, lines, first - 1)
  const sql = text.slice(end + 2)
  return {
    file,
    header: yaml.toJS(),
    lineOf,
    sql: sql.trim().replace(/;\s*$/, ''),
    sqlLine: lineNumber(text, end + 2 + (sql.length - sql.trimStart().length)),
  }
}
