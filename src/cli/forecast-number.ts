import { UserError } from '../kit/error.ts'

/** A number from `low` to `high`, a whole one unless said. Throws HEARTH-1001. */
export function numberOf(option: string, text: string, low: number, high: number, whole = true): number {
  const found = text.trim() === '' ? Number.NaN : Number(text)
  if (found >= low && found <= high && (!whole || Number.isInteger(found))) return found
  throw new UserError(
    'HEARTH-1001',
    `--${option} is "${text}".`,
    `Give a ${whole ? 'whole ' : ''}number from ${low} to ${high}.`,
  )
}
