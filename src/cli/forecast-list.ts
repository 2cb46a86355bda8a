import type { Command as Program } from 'commander'
import { pastOf } from '../forecast/outturn.ts'
import {
  isWhole,
  type KeptForecast,
  type OutlookScore,
  outlookRecordOf,
  outlookScoresOf,
  recordOf,
  scoresOf,
} from '../forecast/record.ts'
import type { RecordLine } from '../forecast/result.ts'
import { type Day, sayDay } from '../kit/day.ts'
import { sayNumber } from '../kit/text.ts'
import { sayOutlookRecord, sayRecord } from '../report/forecast-record.ts'
import { groupOf, saying, span } from '../report/forecast-words.ts'
import { cameTo } from '../report/outlook-items.ts'
import type { Globals } from './answers.ts'
import { keptIn } from './forecast-issued.ts'
import { openHome } from './home.ts'
import type { OpenHome } from './open-home.ts'
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

/** How the figures of years' ends that were told have come out, as far as the years are over. */
async function outlookScores(
  { session }: OpenHome,
  authority: string,
  kept: readonly KeptForecast[],
  until: Day | undefined,
): Promise<readonly OutlookScore[]> {
  const over = kept.flatMap(({ outlook }) => outlook).filter(({ yearEnd }) => until !== undefined && yearEnd <= until)
  const came = new Map<string, number>()
  for (const { measure, yearEnd } of new Map(over.map(one => [`${one.measure} ${one.yearEnd}`, one])).values()) {
    const value = await cameTo({ session, authority }, measure, yearEnd)
    if (value !== null) came.set(`${measure} ${yearEnd}`, value)
  }
  return outlookScoresOf(kept, (measure, yearEnd) => came.get(`${measure} ${yearEnd}`))
}

/** The record by placement, and of starts and ends, a line a series and months ahead. */
function sayOthers(record: readonly RecordLine[]): string {
  const rows = record
    .filter(line => !isWhole(line))
    .map(({ name, group, horizon, forecasts, inside80, meanError, naiveError }) => [
      name === 'in care' ? groupOf(group) : name,
      horizon,
      forecasts,
      inside80,
      sayNumber(meanError, 1),
      naiveError === null ? '' : sayNumber(naiveError, 1),
    ])
  const head = ['of', 'months ahead', 'forecasts', 'inside 80%', 'error', 'error of no change']
  return rows.length === 0 ? '' : `\nBy placement, and starts and ends\n${plainTable([head, ...rows])}`
}

/** The year's ends that were told, each beside what came. */
function sayOutlooks(scores: readonly OutlookScore[]): string {
  if (scores.length === 0) return ''
  const rows = scores.map(({ at, measure, yearEnd, median, p80, lastYear, came, inside80, chance, reached }) => {
    const unit = Number.isInteger(came) ? 'children' : came < 1 ? 'share' : 'ratio'
    const say = saying(unit)
    return [
      at,
      measure,
      yearEnd,
      `${say(median)} (${span(p80, unit)})`,
      lastYear === null ? '' : say(lastYear),
      say(came),
      inside80 ? 'inside' : 'outside',
      chance === null ? '' : `${sayNumber(chance * 100)}%`,
      reached === null ? '' : reached ? 'reached' : 'missed',
    ]
  })
  const head = ['from', 'figure', 'year end', '8 in 10', 'last year', 'came to', 'range', 'chance told', 'target']
  return `\nWhere the year was to end\n${sayOutlookRecord(outlookRecordOf(scores))
    .map(said => `${said}\n`)
    .join('')}${plainTable([head, ...rows])}`
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
        const outturns = own.length === 0 ? new Map() : await pastOf(open.session.engine, authority)
        const [scores, record] = [scoresOf(own, outturns), recordOf(own, outturns)]
        const until = [...outturns.values()]
          .flatMap(past => [...past.keys()])
          .sort()
          .at(-1)
        const outlook = await outlookScores(open, authority, own, until)
        if (json) {
          const told = { scores: outlook, record: outlookRecordOf(outlook) }
          process.stdout.write(`${JSON.stringify({ scores, record, outlook: told })}\n`)
          return
        }
        const whole = scores.filter(isWhole)
        if (whole.length === 0) {
          process.stdout.write('No outturn of an issued forecast has come yet.\n')
          return
        }
        const rows = whole.map(({ at, horizon, periodEnd, median, p80, naive, came, inside80 }) => [
          at,
          horizon,
          periodEnd,
          sayNumber(median),
          `${sayNumber(p80[0])} to ${sayNumber(p80[1])}`,
          naive === null ? '' : sayNumber(naive),
          came,
          inside80 ? 'inside' : 'outside',
        ])
        const head = ['from', 'months ahead', 'month end', 'median', '8 in 10', 'no change', 'outturn', 'range']
        const all = plainTable([head, ...rows])
        process.stdout.write(`${sayRecord(record).join('\n')}\n\n${all}${sayOthers(record)}${sayOutlooks(outlook)}`)
      } finally {
        await open.close()
      }
    })
}
