import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const shape = z
  .object({ slices: z.record(z.string(), z.string()), codes: z.record(z.string(), z.record(z.string(), z.string())) })
  .strict()

/** Reads `returns/labels.yaml`: the words for slices and codes. */
export const yamlLabels = (): z.infer<typeof shape> =>
  shape.parse(parse(readFileSync(new URL('../../returns/labels.yaml', import.meta.url), 'utf8')))
