import type { Finding } from '../records/records.ts'

/** A finding as the import collects it; what is not said is null, and it happened once. */
export type Found = Pick<Finding, 'severity' | 'code' | 'why' | 'fix'> & Partial<Finding>

/** A finding with every part, as it is kept. */
export const finding = (found: Found): Finding => ({
  file: null,
  line: null,
  column: null,
  found: null,
  table: null,
  count: 1,
  ...found,
})
