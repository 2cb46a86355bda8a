import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const entry = z
  .object({
    codes: z.array(z.string()),
    from: z.number().optional(),
    to: z.number().optional(),
    tolerated: z.boolean().optional(),
  })
  .strict()
const codesShape = z.record(z.string(), z.record(z.string(), z.array(entry)))

/** Every code: table, column, code, first and last collection year, and whether it is only tolerated. */
export type CodeRow = readonly [
  table: string,
  column: string,
  code: string,
  from: number,
  to: number,
  tolerated: boolean,
]
export const codeRows: readonly CodeRow[] = Object.entries(
  codesShape.parse(parse(readFileSync(new URL('../../returns/ssda903/codes.yaml', import.meta.url), 'utf8'))),
).flatMap(([name, columns]) =>
  Object.entries(columns).flatMap(([column, entries]) =>
    entries.flatMap(({ codes, from, to, tolerated }) =>
      codes.map(code => [name, column, code, from ?? 0, to ?? 9999, tolerated ?? false] as const),
    ),
  ),
)
