import { existsSync } from 'node:fs'
import type { Engine } from '../engine/engine.ts'
import type { EarlierVersion } from '../forecast/known-versions.ts'
import type { Day } from '../kit/day.ts'
import { readSettings } from '../model/settings.ts'
import { openVersion } from '../model/version.ts'
import type { Records } from '../records/records.ts'
import { groupsFile, versionFolder } from './home-folders.ts'

/** The data versions before `current` with what each knew, opened when asked for; `close` closes those that were. */
export async function versionsKnown(
  home: string,
  records: Records,
  current: number,
): Promise<{ readonly versions: readonly EarlierVersion[]; readonly close: () => void }> {
  const opened: Engine[] = []
  const before = (await records.dataVersions.list()).filter(
    ({ number }) => number < current && existsSync(versionFolder(home, number)),
  )
  return {
    versions: before.map(({ number, madeAt, extractDate }) => ({
      number,
      madeOn: madeAt.slice(0, 10) as Day,
      reaches: extractDate,
      open: async () => {
        const engine = await openVersion(versionFolder(home, number), readSettings(groupsFile(home)))
        opened.push(engine)
        return engine
      },
    })),
    close: () => {
      for (const engine of opened) engine.close()
    },
  }
}
