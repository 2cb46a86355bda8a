import type { TableNumber } from '../table.ts'

const printed = /^([+−-]?)(£?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(%?)([^\d"]*)$/

/**
 * A printed figure as a number of a spreadsheet with the format that prints it as the paper does: `12.4%` is 0.124 as `0.0%`,
 * `−1.2 points` is −1.2. No more is told than the paper tells: the number is the one printed. Null: it is not one number (`5 of 6`).
 */
export function printedNumber(text: string): TableNumber | null {
  const [whole, sign = '', pound = '', digits = '', decimals = '', percent = '', after = ''] = printed.exec(text) ?? []
  if (whole === undefined) return null
  const places = decimals.length
  const size = Number(`${digits.replaceAll(',', '')}.${decimals || '0'}`)
  const value = Number((percent ? size / 100 : size).toFixed(places + 2)) * (sign === '−' || sign === '-' ? -1 : 1)
  const one = [
    pound && '"£"',
    digits.includes(',') || digits.length < 4 ? '#,##0' : '0',
    places > 0 ? `.${'0'.repeat(places)}` : '',
    percent,
    after && `"${after}"`,
  ].join('')
  return { value, places, format: sign === '+' ? `"+"${one}` : sign === '' ? one : `${one};"${sign}"${one}` }
}
