import type { ForecastAsked } from '../forecast/forecast.ts'
import { outlookItems } from '../report/outlook-items.ts'
import { DEFAULT_SCORECARD, findScorecard } from '../report/scorecard-file.ts'
import { scorecardFolders } from './home-folders.ts'
import type { OpenHome } from './open-home.ts'

/** What a forecast of an open home is asked for, with the year-end figures that its targets and last year ask for. */
export async function askedOf(
  home: string,
  open: OpenHome,
  authority: string,
  asked: Omit<ForecastAsked, 'authority' | 'outlook'>,
): Promise<ForecastAsked> {
  const targets = await open.records.targets.all()
  const rows = findScorecard(scorecardFolders(home), DEFAULT_SCORECARD).themes.flatMap(theme => theme.rows)
  const from = { session: open.session, authority, targets, rows }
  return { ...asked, authority, outlook: (at, yearEnd, inCare) => outlookItems(from, at, yearEnd, inCare) }
}
