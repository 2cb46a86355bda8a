import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PartsTested } from '../forecast/parts.ts'

/** Where a home keeps the last test of what each part of the method is worth. Figures only; beside the back-test. */
const fileOf = (home: string, authority: string): string =>
  join(home, `forecast-parts-${authority.replaceAll(/\W/g, '_')}.json`)

/** The last test that was kept; null where there is none that can be read. */
export function readParts(home: string, authority: string): PartsTested | null {
  try {
    return JSON.parse(readFileSync(fileOf(home, authority), 'utf8')) as PartsTested
  } catch {
    return null
  }
}

/** Keeps a test in the place of the one before; a home that cannot be written to keeps none. */
export function keepParts(home: string, authority: string, parts: PartsTested): void {
  try {
    writeFileSync(fileOf(home, authority), JSON.stringify(parts))
  } catch {
    // It is told all the same, this once.
  }
}
