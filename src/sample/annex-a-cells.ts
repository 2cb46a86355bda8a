import { ageAt, british } from './calendar.ts'
import type { Child } from './child.ts'
import type { ExtractTable } from './extract-table.ts'

export const COMMON = ['Child Unique ID', 'Gender', 'Ethnicity', 'Date of Birth', 'Age of Child (Years)'] as const
export const SIX_MONTHS = 183
export const YEAR = 365

const ETHNIC = [
  'WBRI',
  'WIRI',
  'WIRT',
  'WOTH',
  'WROM',
  'MWBC',
  'MWBA',
  'MWAS',
  'MOTH',
  'AIND',
  'APKN',
  'ABAN',
  'AOTH',
  'BCRB',
  'BAFR',
  'BOTH',
  'CHNE',
  'OOTH',
  'REFU',
  'NOBT',
]
export const lettered = (list: readonly string[], code: string): string => {
  const at = list.indexOf(code)
  return at < 0 ? code : `${String.fromCharCode(97 + at)}) ${code}`
}
export const yesNo = (is: boolean): string => (is ? 'a) Yes' : 'b) No')
export const day = (n: number | null | undefined, until: number): string =>
  n === null || n === undefined || n > until ? '' : british(n)

export const who = (child: Child, until: number): string[] => [
  child.id,
  child.sex === 'M' ? 'a) Male' : 'b) Female',
  lettered(ETHNIC, child.ethnic),
  british(child.born),
  String(Math.max(0, ageAt(child.born, until))),
]
export const table = (header: readonly string[]): ExtractTable => ({ header, rows: [] })
