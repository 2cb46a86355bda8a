import type { Layout } from './layout.ts'
import { neighbours } from './layout-neighbours.ts'
import { midYearPopulation, shortPopulation } from './layout-population.ts'
import { directory, sectors } from './layout-postcodes.ts'
import { providers } from './layout-providers.ts'
import { eesFile, laitFile } from './layout-published.ts'
import { plainName } from './named-file.ts'

const layouts: readonly ((names: readonly string[]) => Layout | null)[] = [
  shortPopulation,
  midYearPopulation,
  eesFile,
  laitFile,
  neighbours,
  directory,
  sectors,
  providers,
]

/** The layout that a header is of; null where none. */
export function layoutOf(header: readonly string[]): Layout | null {
  const names = header.map(name => plainName(name).replaceAll('.', '_'))
  for (const layout of layouts) {
    const found = layout(names)
    if (found) return found
  }
  return null
}
