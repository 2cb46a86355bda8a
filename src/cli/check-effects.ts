import type { CheckReport } from '../checks/check.ts'
import { sayCollection } from '../checks/collection.ts'
import { readingsIn } from '../checks/touches.ts'
import { settleRows } from '../ingest/settle.ts'
import { readSettings } from '../model/settings.ts'
import { openVersionRows } from '../model/version-rows.ts'
import { type RuleEffects, ruleEffects } from '../report/rule-effects.ts'
import { shippedRules } from './checked.ts'
import { openHome } from './home.ts'
import { groupsFile, measureFolders, scorecardFolders, versionFolder } from './home-folders.ts'
import { keptEffects } from './kept-effects.ts'
import { progressLine } from './progress.ts'

/**
 * What the findings of a check of the current data version could do to the scorecard (docs/decisions/0013-effect-of-a-finding.md): as it
 * is kept, else measured now, which takes some seconds.
 */
export const checkEffects = (home: string, version: number, report: CheckReport): Promise<RuleEffects> => {
  const authority = report.collection.authority ?? ''
  return keptEffects(
    {
      home,
      version,
      authority,
      year: sayCollection(report.collection),
      rules: shippedRules,
      measures: measureFolders(home),
      scorecards: scorecardFolders(home),
      groups: groupsFile(home),
    },
    report.found,
    async () => {
      const progress = progressLine('How far the findings could move the scorecard')
      const open = await openHome(home, version)
      try {
        progress.step(0, 1)
        return await ruleEffects(open.session, report.found, {
          authority,
          scorecards: scorecardFolders(home),
          step: progress.step,
          readings: readingsIn(measureFolders(home)),
          rebuild: {
            rows: () => openVersionRows(versionFolder(home, open.version.number)),
            settle: settleRows,
            settings: readSettings(groupsFile(home)),
          },
        })
      } finally {
        progress.end()
        await open.close()
      }
    },
  )
}
