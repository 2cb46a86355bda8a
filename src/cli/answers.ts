import { type Day, parseDay } from '../kit/day.ts'
import { UserError } from '../kit/error.ts'
import { type Window, windows } from '../kit/period.ts'
import { didYouMean } from '../kit/text.ts'

/** An option's day. Throws HEARTH-1002 for anything that is not one. */
export function dayOf(option: string, text: string): Day {
  const found = parseDay(text)
  if (found) return found
  throw new UserError(
    'HEARTH-1002',
    `--${option} is "${text}", which is not a day.`,
    'Write it as 2026-10-31 or 31/10/2026.',
  )
}

/** One of the known words. Throws HEARTH-1001 with "did you mean". */
export function wordOf<T extends string>(option: string, text: string, known: readonly T[]): T {
  const found = known.find(word => word === text)
  if (found) return found
  throw new UserError(
    'HEARTH-1001',
    `--${option} is "${text}".${didYouMean(text, known)}`,
    `Use one of: ${known.join(', ')}.`,
  )
}

export const windowOf = (text: string): Window => wordOf('window', text, windows)

/** Today, by this machine's clock. */
export const today = (): Day => new Date().toISOString().slice(0, 10) as Day

/** What every command may ask of the whole program. */
export type Globals = { readonly home: string; readonly json?: boolean }
