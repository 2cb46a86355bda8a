import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { DefinitionError } from '../kit/error.ts'
import type { MeasureDefinition } from './measure.ts'

/** A reference of the indicator catalogue with no measure, and why. */
export type NotBuilt = { readonly catalogue: string; readonly why: string }

const shape = z.array(z.object({ why: z.string(), references: z.array(z.string()).min(1) }).strict())

/** Why references of the catalogue have no measure: `not-built.yaml` of a measures folder; none where there is no such file. */
export function readNotBuilt(folder: string): readonly NotBuilt[] {
  const file = join(folder, 'not-built.yaml')
  if (!existsSync(file)) return []
  const found = shape.safeParse(parse(readFileSync(file, 'utf8')))
  if (!found.success)
    throw new DefinitionError(
      'HEARTH-1212',
      `The list of what is not built is not as expected: ${found.error.issues[0]?.path.join('.')}: ${found.error.issues[0]?.message}.`,
      'Each entry has a why and a list of references.',
      { file, line: 1 },
    )
  return found.data.flatMap(({ why, references }) => references.map(catalogue => ({ catalogue, why })))
}

/** Those that none of the measures has; a measure wins over the list. */
export function withoutMeasure(
  listed: readonly NotBuilt[],
  measures: ReadonlyMap<string, MeasureDefinition>,
): readonly NotBuilt[] {
  const built = new Set([...measures.values()].map(({ catalogue }) => catalogue))
  return listed.filter(({ catalogue }) => !built.has(catalogue))
}
