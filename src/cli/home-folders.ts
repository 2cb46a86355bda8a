import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { shippedGroups } from '../model/settings.ts'

/** A folder of content that comes with Hearth. */
export const shipped = (name: string): string => fileURLToPath(new URL(`../../${name}/`, import.meta.url))

/** The folder of the measures shipped with Hearth. */
export const shippedMeasures = shipped('measures')

/** Where measures are: those shipped, then the council's own, which win. */
export const measureFolders = (home: string): readonly string[] => [shippedMeasures, join(home, 'measures')]

/** Where scorecards are: the council's own, which win, then those shipped. */
export const scorecardFolders = (home: string): readonly string[] => [join(home, 'scorecards'), shipped('scorecards')]

/** The groups of codes in force: the council's own file where there is one. */
export const groupsFile = (home: string): string => [join(home, 'groups.yaml')].find(existsSync) ?? shippedGroups

/** Where a data version's files are. */
export const versionFolder = (home: string, number: number): string =>
  join(home, 'versions', String(number).padStart(6, '0'))
