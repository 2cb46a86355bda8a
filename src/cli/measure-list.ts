import { readNotBuilt, withoutMeasure } from '../definitions/not-built.ts'
import { continuedMeasures } from '../forecast/continued.ts'
import { latestPeriod } from '../kit/period.ts'
import {
  careKnown,
  type MeasureDefinition,
  type Session,
  type State,
  series,
  sourcesBehind,
} from '../measures/measures.ts'
import type { Globals } from './answers.ts'
import type { Command } from './command.ts'
import { shippedMeasures } from './home-folders.ts'
import { openDefinitions } from './measure-session.ts'
import { plainTable } from './plain-table.ts'

/** What a measure's latest figure is: for our own council where there is data, else awaited. */
async function stateOf(session: Session, measure: MeasureDefinition, authority: string | null): Promise<State> {
  const window = measure.windows[0] ?? 'month'
  const last = authority === null ? undefined : careKnown(session.holdingsOf(authority))?.last
  if (authority === null || last === undefined || window === 'between') return 'awaiting data'
  const points = await series(session, { measure, periods: [latestPeriod(window, last)], authority })
  return points.find(({ slice }) => slice === null)?.state ?? 'awaiting data'
}

/** `hearth measure list`: every measure, and why the rest of the catalogue is not built. */
export const listCommand: Command = program =>
  program
    .command('list')
    .description('every measure, and what of the catalogue has none')
    .addHelpText('after', '\nExample:\n  hearth measure list --json')
    .action(async (_: unknown, command) => {
      const { home, json } = command.optsWithGlobals() as Globals
      const open = await openDefinitions(home)
      try {
        const { session, authority } = open
        const told: ReadonlySet<string> = new Set(continuedMeasures.map(({ catalogue }) => catalogue))
        const notBuilt = withoutMeasure(readNotBuilt(shippedMeasures), session.measures).filter(
          ({ catalogue }) => !told.has(catalogue),
        )
        const measures = []
        for (const measure of session.measures.values()) {
          const { id, catalogue, title, theme, kind, at, windows, good } = measure
          const sources = await sourcesBehind(session, measure)
          const state = await stateOf(session, measure, authority)
          measures.push({ id, catalogue, title, theme, kind, at, windows, good, sources, state })
        }
        const known = authority !== null && careKnown(session.holdingsOf(authority)) !== null
        for (const { id, catalogue, title } of continuedMeasures)
          measures.push({
            id,
            catalogue,
            title,
            theme: 'forecasts',
            kind: 'forecast',
            at: 'period end',
            windows: ['month'],
            good: 'neither',
            sources: ['Episodes'],
            state: known ? 'measured' : 'awaiting data',
          })
        if (json) {
          process.stdout.write(`${JSON.stringify({ measures, notBuilt })}\n`)
          return
        }
        const rows = measures.map(({ theme, id, catalogue, title, state }) => [theme, id, catalogue, title, state])
        process.stdout.write(plainTable([['theme', 'id', 'catalogue', 'title', 'state'], ...rows]))
        const why = Map.groupBy(notBuilt, one => one.why)
        process.stdout.write(`\nNot built: ${notBuilt.length}\n`)
        for (const [reason, list] of why)
          process.stdout.write(`  ${reason}:\n    ${list.map(one => one.catalogue).join(' ')}\n`)
      } finally {
        await open.close()
      }
    })
