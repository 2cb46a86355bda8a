import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readNotBuilt } from '../definitions/not-built.ts'
import { UserError } from '../kit/error.ts'
import { didYouMean } from '../kit/text.ts'
import { findMeasure, type MeasureDefinition, measureNamed, type Session } from '../measures/measures.ts'
import { readScorecard, type ScorecardRow } from '../report/scorecard-file.ts'
import { shippedMeasures } from './home-folders.ts'

const DEFAULT = 'corporate-parenting.yaml'
const shipped = fileURLToPath(new URL('../../scorecards/', import.meta.url))

/** The rows of the default scorecard: the council's own file where there is one. */
function scorecardRows(home: string): readonly ScorecardRow[] {
  const file = [join(home, 'scorecards', DEFAULT), join(shipped, DEFAULT)].find(existsSync)
  return file ? readScorecard(file).themes.flatMap(({ rows }) => rows) : []
}

const NUMBER = /^([A-Z]+\d+)(:[a-z0-9_:]+)?$/i

/** What a reference names: the measure, or the catalogue reference that has none, or nothing. */
export type Resolved = { readonly measure: MeasureDefinition } | { readonly catalogue: string } | null

/**
 * What measure references name (local-extracts.md 4.12): a measure by its id or catalogue reference, or by its number on the
 * default scorecard, CP12, with a part after a colon where the indicator has parts. The scorecard and the list of what is not
 * built are read once, when first needed; every answer is kept, since a file of targets asks for the same few many times.
 */
export function referenceReader(home: string, measures: Session['measures']): (name: string) => Resolved {
  const rows = once(() => scorecardRows(home))
  const notBuilt = once(() => readNotBuilt(shippedMeasures))
  const resolve = (name: string): Resolved => {
    const direct = findMeasure(measures, name)
    if (direct) return { measure: direct }
    const [, number, part] = NUMBER.exec(name) ?? []
    const row = number && rows().find(candidate => candidate.number?.toUpperCase() === number.toUpperCase())
    if (row) {
      const catalogue = part ? `${row.catalogue.split(':')[0]}${part.toLowerCase()}` : row.catalogue
      const found = findMeasure(measures, part ? catalogue : (row.measure ?? catalogue))
      return found ? { measure: found } : { catalogue }
    }
    const listed = notBuilt().find(({ catalogue }) => catalogue.toUpperCase() === name.toUpperCase())
    return listed ? { catalogue: listed.catalogue } : null
  }
  const known = new Map<string, Resolved>()
  return name => {
    const found = known.get(name)
    if (found !== undefined) return found
    const answer = resolve(name)
    known.set(name, answer)
    return answer
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Every name that a measure may be called by: ids, catalogue references and the numbers of the default scorecard. */
export const referenceNames = (home: string, measures: Session['measures']): readonly string[] => [
  ...scorecardRows(home).flatMap(({ number }) => number ?? []),
  ...[...measures.values()].flatMap(({ id, catalogue }) => [id, catalogue]),
]

/** `CP1 to CP26`. */
function spanOf(rows: readonly ScorecardRow[]): string {
  const numbers = rows.flatMap(({ number }) => number ?? [])
  return `${numbers[0] ?? ''} to ${numbers.at(-1) ?? ''}`
}

/** The measure that a command names. Throws HEARTH-1201: with the reason where the catalogue has it and nothing measures it. */
export function measureAsked(home: string, session: Pick<Session, 'measures'>, name: string): MeasureDefinition {
  const found = referenceReader(home, session.measures)(name)
  if (found && 'measure' in found) return found.measure
  if (found === null && /^CP\d+/i.test(name))
    throw new UserError(
      'HEARTH-1201',
      `The scorecard has no row ${name}.`,
      `Its rows are numbered ${spanOf(scorecardRows(home))}; \`hearth measure list\` shows every measure.`,
    )
  if (found === null) return measureNamed(session, name)
  const why = readNotBuilt(shippedMeasures).find(({ catalogue }) => catalogue === found.catalogue)?.why
  throw new UserError(
    'HEARTH-1201',
    `${name} has no measure yet${found.catalogue === name ? '' : ` (${found.catalogue})`}. ${why ? `${why}.` : `Nothing measures it.${partMeant(session, name, found.catalogue)}`}`,
    '`hearth measure list` shows those that there are.',
  )
}

/** Of a reference whose part nothing measures: the part that may have been meant, in the words it was asked in. */
function partMeant({ measures }: Pick<Session, 'measures'>, name: string, catalogue: string): string {
  const [base = ''] = catalogue.split(':')
  const parts = [...measures.values()].flatMap(measure =>
    measure.catalogue.startsWith(`${base}:`) ? [measure.catalogue.slice(base.length)] : [],
  )
  return name.includes(':')
    ? didYouMean(
        name,
        parts.map(part => `${name.split(':')[0]}${part}`),
      )
    : ''
}
