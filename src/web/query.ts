import { z } from 'zod'
import { type Day, parseDay } from '../kit/day.ts'
import { UserError } from '../kit/error.ts'

const once = z.record(z.string(), z.string())

/** Every question of an address is asked once. Throws HEARTH-1503 with the one that is not. */
export function askedOnce(query: unknown): void {
  const read = once.safeParse(query)
  if (read.success) return
  const name = read.error.issues[0]?.path.join('.') ?? ''
  throw new UserError(
    'HEARTH-1503',
    `The address asks for "${name}" more than once, or in a way that is not understood.`,
    'Ask once, as in ?at=2026-03-31.',
  )
}

/** The day that an address asks for, where a page has no form to say beside it what is wrong. Throws HEARTH-1002. */
export function dayAsked(name: string, text: string | undefined): Day | undefined {
  if (text === undefined || text.trim() === '') return undefined
  const found = parseDay(text)
  if (found) return found
  throw new UserError(
    'HEARTH-1002',
    `The address asks for "${name}" of "${text}", which is not a day.`,
    'Write a real day, such as 2026-03-31 or 31/03/2026.',
  )
}
