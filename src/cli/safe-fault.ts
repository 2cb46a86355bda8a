import { UserError } from '../kit/error.ts'
import { errorTitles } from '../kit/error-titles.ts'

/** Kinds of fault whose words name tables, columns, files and code, and hold no cell of a row. */
const HOLDS_NO_CELL = /^(Catalog Error|Binder Error|IO Error|TypeError|ReferenceError|HEARTH-1207)\b/

/**
 * A fault met while figures were worked out, as one line that can stand in a log: what it is and where it was met. The words
 * of a fault can hold a cell of a row (a day that is none, a subject counted twice), so they are given only of kinds that hold none.
 */
export function sayFaultSafely(fault: unknown): string {
  if (!(fault instanceof Error)) return 'a fault without words'
  if (fault instanceof UserError) {
    const { file, line } = fault.where
    const words = HOLDS_NO_CELL.test(fault.code) ? fault.message : errorTitles[fault.code]
    return `${fault.code}: ${words}${file ? ` (${file}${line ? `:${line}` : ''})` : ''}`
  }
  const [first = ''] = `${fault.name === 'Error' ? '' : `${fault.name}: `}${fault.message}`.split('\n')
  const kind = /^[A-Z][A-Za-z ]*(?=:)/.exec(first)?.[0] ?? fault.name
  const at = /\n\s+at (.+)/.exec(fault.stack ?? '')?.[1]
  return `${HOLDS_NO_CELL.test(first) ? first : kind}${at ? ` (${at})` : ''}`
}
