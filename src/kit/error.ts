import type { ErrorCode } from './error-titles.ts'

/** Where a fault was found: a file, and the line and column in it where known (line 1 is the first). */
export type Place = { readonly file?: string; readonly line?: number; readonly column?: string }

/**
 * A fault the user can mend: shown as a sentence with what to do. Every code has a title in `error-titles.ts` and a page in `docs/errors/`.
 * Codes: 10xx use of the command, 11xx files, 12xx measure and rule files, 13xx imports, 14xx data versions and home, 15xx web, 16xx words, 17xx editions, 19xx papers read, 20xx forecasts.
 */
export class UserError extends Error {
  readonly code: ErrorCode
  readonly fix: string
  readonly where: Place
  constructor(code: ErrorCode, message: string, fix: string, where: Place = {}) {
    super(message)
    this.name = 'UserError'
    this.code = code
    this.fix = fix
    this.where = where
  }
}

/** A fault in a measure, rule or scorecard file: always names `file:line`. */
export class DefinitionError extends UserError {
  constructor(code: ErrorCode, message: string, fix: string, where: Required<Pick<Place, 'file' | 'line'>>) {
    super(code, message, fix, where)
    this.name = 'DefinitionError'
  }
}
