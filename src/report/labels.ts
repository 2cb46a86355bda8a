import { yamlLabels } from './label-file.ts'

const { slices, codes } = yamlLabels()

/** What people see for a slice and a code: `age_band` is "Age", `10_15` is "10 to 15". A code without a label is shown as it is. */
export const sliceTitle = (slice: string): string => slices[slice] ?? slice.replaceAll('_', ' ')
export const codeLabel = (slice: string, code: string): string =>
  codes[slice]?.[code] ?? codes.any?.[code] ?? (/^\d+_\d+$/.test(code) ? code.replace('_', ' to ') : code)
/** Codes of a slice in the order they should stand; those not named come last. */
export const codeOrder = (slice: string, code: string): number => {
  const known = Object.keys(codes[slice] ?? {})
  const place = known.indexOf(code)
  return place < 0 ? known.length : place
}
