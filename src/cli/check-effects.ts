import type { CheckReport } from '../checks/check.ts'
import { readingsIn } from '../checks/touches.ts'
import { settleRows } from '../ingest/settle.ts'
import { readSettings } from '../model/settings.ts'
import { openVersionRows } from '../model/version-rows.ts'
import { type RuleEffects, ruleEffects } from '../report/rule-effects.ts'
import { groupsFile, measureFolders, openHome, scorecardFolders, versionFolder } from './home.ts'
import { statusLine } from './progress.ts'

/** What the findings of a check of the current data version could do to the scorecard: see docs/decisions/0013-effect-of-a-finding.md. */
export async function checkEffects(home: string, report: CheckReport): Promise<RuleEffects> {
  const status = statusLine()
  status.say('How far the findings could move the scorecard: the children concerned are built again')
  const open = await openHome(home)
  try {
    return await ruleEffects(open.session, report.found, {
      authority: report.collection.authority ?? open.council.code,
      scorecards: scorecardFolders(home),
      readings: readingsIn(measureFolders(home)),
      rebuild: {
        rows: () => openVersionRows(versionFolder(home, open.version.number)),
        settle: settleRows,
        settings: readSettings(groupsFile(home)),
      },
    })
  } finally {
    status.end()
    await open.close()
  }
}

/** What the summary line says of effects: by rule, those that could move a figure furthest first. Values are unrounded. */
export const effectsSummary = ({ at, byRule }: RuleEffects): object => ({
  at,
  rules: [...byRule].map(([rule, { reach, moved }]) => ({
    rule,
    reach,
    moved: moved.map(({ number, measure, catalogue, value, without, low, high }) => ({
      number,
      measure,
      catalogue,
      value,
      without,
      low,
      high,
    })),
  })),
})
