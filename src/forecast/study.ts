import { skillOfParts } from '../analysis/forecast/back-test.ts'
import type { Engine } from '../engine/engine.ts'
import type { Day } from '../kit/day.ts'
import { careHistory } from './exposure.ts'
import { METHOD } from './forecast.ts'
import { historyMark } from './history-mark.ts'
import { type EarlierVersion, knownThen } from './known-versions.ts'
import type { PartsTested } from './parts.ts'
import { learnedBefore, settledOf, type Tested, testHistory } from './tested.ts'

export { type StudyRow, studyWorld } from '../analysis/forecast/study.ts'
export { type LinesStudy, studyLines } from '../analysis/forecast/study-lines.ts'
export { worlds } from '../analysis/forecast/worlds.ts'

/** The council's own record: what was tested, and what each part of the method was worth. */
export type OwnStudy = { readonly tested: Tested; readonly parts: PartsTested }

/** The back-test of a council's own history, beside the open demand model's method, and with each part of the method switched off. */
export async function ownStudy(
  engine: Engine,
  asked: {
    readonly authority: string
    readonly from: Day
    readonly until: Day
    readonly runs: number
    readonly seed: number
    readonly earlier: readonly EarlierVersion[]
    /** The day it is done. */
    readonly today: Day
  },
): Promise<OwnStudy> {
  const { authority, runs, seed } = asked
  const { history } = await careHistory(engine, asked)
  const then = await knownThen(asked.earlier, history, authority)
  const settled = settledOf(history)
  return {
    tested: testHistory(history, { runs, seed, knownThen: then }),
    parts: {
      on: asked.today,
      at: asked.until,
      history: historyMark(history),
      method: METHOD,
      runs,
      skills: settled ? skillOfParts(settled, { runs, seed, after: learnedBefore(settled) }) : [],
    },
  }
}
