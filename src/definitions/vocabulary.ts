import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { returnTables } from './names.ts'

/** The names at the top of a content file under `returns/`. */
const namesIn = (file: string): readonly string[] =>
  Object.keys(parse(readFileSync(new URL(`../../returns/${file}.yaml`, import.meta.url), 'utf8')) ?? {})

const extracts = [...namesIn('local'), ...namesIn('ssd'), ...namesIn('annex-a')]
const references = namesIn('reference')

/** Relations of the model that a source feeds. */
export const relationNames: readonly string[] = namesIn('facts')

/** What can feed a measure: tables of the return by their own names, extracts and reference files by their stems, or a relation of the model by its own. */
export const sourceNames: readonly string[] = [...returnTables, ...extracts, ...references, ...relationNames]

/** The tables that a worked example may give: those of the return, extracts and reference files. */
export const tableNames: readonly string[] = [
  'header',
  'episodes',
  'uasc',
  'reviews',
  'oc2',
  'oc3',
  'ad1',
  'placed_adoption',
  'prev_perm',
  'missing',
  'sw_episodes',
  ...extracts,
  ...references,
]
