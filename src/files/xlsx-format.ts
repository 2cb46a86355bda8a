import { fromNumber } from '../kit/day.ts'

/** How a number in a cell is to be read. `digits` is a format of zeros only: the number is an id padded to that many. */
export type NumberFormat =
  | { readonly kind: 'plain' }
  | { readonly kind: 'date' }
  | { readonly kind: 'digits'; readonly width: number }

/** The built-in formats that are dates or times (ECMA-376 part 1, 18.8.30). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return isBuiltInDate(id) ? { kind: 'date' } : { kind: 'plain' }
  if (/^0{2,}$/.test(code)) return { kind: 'digits', width: code.length }
  const bare = code.replace(/"[^"]*"|\\.|_.|\[[^\]]*\]|general/gi, '')
  return /[dmyhs]/i.test(bare) ? { kind: 'date' } : { kind: 'plain' }
}

const EPOCH_1900 = -25_569
const EPOCH_1904 = -24_107
const DAY_SECONDS = 86_400

/**
 * A serial number as ISO text: `2026-03-31`, with `T14:30:00` where it has a time, the time alone where it is below 1.
 * Excel's 1900 has a 29 February that never was: earlier serials count from a day later, and 60 itself is left a number.
 */
export function serialText(serial: number, from1904: boolean): string {
  const seconds = Math.round(serial * DAY_SECONDS)
  const days = Math.floor(seconds / DAY_SECONDS)
  if (seconds < 0 || days > 2_958_465 || (!from1904 && days === 60)) return String(serial)
  const time = new Date((seconds - days * DAY_SECONDS) * 1000).toISOString().slice(11, 19)
  if (days === 0 && seconds > 0) return time
  const day = from1904 ? fromNumber(EPOCH_1904 + days) : fromNumber(EPOCH_1900 + days + (days < 60 ? 1 : 0))
  return time === '00:00:00' ? day : `${day}T${time}`
}

/** A number as text, as its format shows it; without the noise of its last binary digit. */
export function numberText(raw: string, format: NumberFormat, from1904: boolean): string {
  const value = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(value)) return raw
  if (format.kind === 'date') return serialText(value, from1904)
  if (format.kind === 'digits' && Number.isInteger(value) && value >= 0)
    return String(value).padStart(format.width, '0')
  return String(Number(value.toPrecision(15)))
}

/** The index of the column that a reference such as `BC12` names; A is 0. */
export function columnOf(reference: string): number {
  let column = 0
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64
    if (value < 1 || value > 26) break
    column = column * 26 + value
  }
  return column - 1
}

/** Control characters are written `_x000D_`. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
