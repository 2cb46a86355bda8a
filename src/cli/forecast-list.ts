import type { Command as Program } from 'commander'
import { pastInCare } from '../forecast/forecast.ts'
import { recordOf, scoresOf } from '../forecast/record.ts'
import { sayDay } from '../kit/day.ts'
import { sayNumber } from '../kit/text.ts'
import { sayRecord } from '../report/forecast-record.ts'
import type { Globals } from './answers.ts'
import { keptIn } from './forecast-issued.ts'
import { openHome } from './home.ts'
import { plainTable } from './plain-table.ts'
import { withRecords } from './with-records.ts'

/** `hearth forecast list`: what was issued, oldest first. */
export function listForecasts(program: Program): void {
  program
    .command('list')
    .description('the forecasts that were issued, as they were kept')
    .addHelpText('after', '\nExample:\n  hearth forecast list --json')
    .action(async (_: unknown, command) => {
      const { home, json } = command.optsWithGlobals() as Globals
      const issued = await withRecords(home, records => records.forecasts.all())
      const read = issued.map(one => ({ ...one, kept: keptIn(one) }))
      if (json) {
        const told = read.map(({ content: _content, ...one }) => one)
        process.stdout.write(`${JSON.stringify({ forecasts: told })}\n`)
        return
      }
      if (read.length === 0) {
        process.stdout.write('No forecast has been issued yet: `hearth forecast` makes one.\n')
        return
      }
      const rows = read.map(({ number, issuedAt, at, dataVersion, method, kept }) => {
        const points = kept?.series.find(({ name, group }) => name === 'in care' && group === null)?.points
        const last = points?.[Math.min(11, points.length - 1)]
        const said = last && `${sayNumber(last.p80[0])} to ${sayNumber(last.p80[1])} on ${sayDay(last.periodEnd)}`
        return [number, issuedAt.slice(0, 10), at, dataVersion, method, said ?? 'changed after it was sealed: not read']
      })
      process.stdout.write(plainTable([['number', 'issued', 'from', 'data version', 'method', '8 in 10'], ...rows]))
    })
}

/** `hearth forecast score`: issued forecasts held against what came. */
export function scoreForecasts(program: Program): void {
  program
    .command('score')
    .description('issued forecasts held against what then happened')
    .addHelpText('after', '\nExample:\n  hearth forecast score')
    .action(async (_: unknown, command) => {
      const { home, json } = command.optsWithGlobals() as Globals
      const open = await openHome(home)
      try {
        const authority = open.council.code
        const kept = (await open.records.forecasts.all()).flatMap(one => keptIn(one) ?? [])
        const own = kept.filter(one => one.authority === authority)
        const outturn = own.length === 0 ? new Map() : await pastInCare(open.session.engine, authority)
        const [scores, record] = [scoresOf(own, outturn), recordOf(own, outturn)]
        if (json) {
          process.stdout.write(`${JSON.stringify({ scores, record })}\n`)
          return
        }
        if (scores.length === 0) {
          process.stdout.write('No outturn of an issued forecast has come yet.\n')
          return
        }
        const rows = scores.map(({ at, horizon, periodEnd, median, p80, came, inside80 }) => [
          at,
          horizon,
          periodEnd,
          sayNumber(median),
          `${sayNumber(p80[0])} to ${sayNumber(p80[1])}`,
          came,
          inside80 ? 'inside' : 'outside',
        ])
        const head = ['from', 'months ahead', 'month end', 'median', '8 in 10', 'outturn', 'range']
        process.stdout.write(`${sayRecord(record).join('\n')}\n\n${plainTable([head, ...rows])}`)
      } finally {
        await open.close()
      }
    })
}
