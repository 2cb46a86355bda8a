import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { UserError } from '../kit/error.ts'
import { windows } from '../kit/period.ts'
import { didYouMean } from '../kit/text.ts'

const row = z
  .object({
    number: z.string().optional(),
    measure: z.string().optional(),
    catalogue: z.string(),
    title: z.string().optional(),
    alias: z.string().optional(),
    asks: z.string().optional(),
    unit: z.string().optional(),
    good: z.enum(['low', 'high', 'neither', 'band']).optional(),
    window: z.enum(windows).optional(),
    feeds: z.string().optional(),
    /** The measure of another row whose children this row's are among: their difference is protected too. */
    within: z.string().optional(),
  })
  .strict()

const shape = z
  .object({
    title: z.string(),
    themes: z.array(z.object({ id: z.string(), title: z.string(), rows: z.array(row) }).strict()),
  })
  .strict()

/**
 * A scorecard as its file writes it: themes, and rows in order. A row names a measure; one whose measure is not built yet
 * gives the catalogue reference, title, unit and the file that would feed it, and reads "Awaiting data".
 */
export type ScorecardFile = z.infer<typeof shape>
export type ScorecardRow = z.infer<typeof row>

/** Reads a scorecard file. Throws HEARTH-1210 with what is wrong and where. */
export function readScorecard(file: string): ScorecardFile {
  const found = shape.safeParse(parse(readFileSync(file, 'utf8')))
  const wrong = (what: string): UserError =>
    new UserError(
      'HEARTH-1210',
      `The scorecard file is not as expected: ${what}.`,
      'Compare it with scorecards/corporate-parenting.yaml.',
      { file },
    )
  if (!found.success) {
    const [first] = found.error.issues
    throw wrong(`${first?.path.join('.')}: ${first?.message}`)
  }
  const rows = found.data.themes.flatMap(theme => theme.rows)
  const measures = rows.flatMap(row => row.measure ?? [])
  const astray = rows.find(({ within }) => within !== undefined && !measures.includes(within))
  // A name that is none would leave the difference unprotected, and nobody would see.
  if (astray?.within)
    throw wrong(
      `${astray.number ?? astray.catalogue} is within "${astray.within}", which no row measures.${didYouMean(astray.within, measures)}`,
    )
  return found.data
}

/** The scorecard shown where none is named. */
export const DEFAULT_SCORECARD = 'corporate-parenting'

/** The scorecard of a name, from the first folder that has one. Throws HEARTH-1211. */
export function findScorecard(folders: readonly string[], name: string): ScorecardFile {
  const found = folders.map(folder => join(folder, `${name}.yaml`)).find(file => existsSync(file))
  if (found) return readScorecard(found)
  const known = folders
    .filter(existsSync)
    .flatMap(folder => readdirSync(folder))
    .filter(file => file.endsWith('.yaml'))
    .map(file => file.slice(0, -5))
  throw new UserError(
    'HEARTH-1211',
    `There is no scorecard "${name}".${didYouMean(name, known)}`,
    `The scorecards are: ${known.join(', ')}.`,
  )
}
