import type { PartsTold } from '../forecast/parts.ts'
import { isWhole } from '../forecast/record.ts'
import type { BackTestLine, OutlookLine, RecordLine } from '../forecast/result.ts'
import { sayDay } from '../kit/day.ts'
import { sayCount, sayNumber } from '../kit/text.ts'
import type { ForecastTable } from './forecast-view.ts'
import { groupOf, percent, signedBy } from './forecast-words.ts'

// How forecasts have done, and would have done. Errors of the past tell of no child.

/** `In the last 12 forecasts made 6 months ahead, the outturn fell inside the 80% range 10 times`, of all children in care, with no change beside it. */
export const sayRecord = (record: readonly RecordLine[]): readonly string[] =>
  record
    .filter(isWhole)
    .map(
      ({ horizon, forecasts, inside80, meanError, naiveError }) =>
        `In the last ${forecasts === 1 ? 'forecast' : sayCount(forecasts, 'forecast')} made ${sayCount(horizon, 'month')} ahead, the outturn fell inside the 80% range ${sayCount(inside80, 'time')}; the middle was ${sayNumber(meanError, 1)} children out on average${naiveError === null ? '' : `, no change ${sayNumber(naiveError, 1)}`}.`,
    )

/** `Of 5 figures that were said to be on track, 4 reached their target at the year’s end.` */
export const sayOutlookRecord = (record: readonly OutlookLine[]): readonly string[] =>
  record.map(
    ({ standing, told, reached }) =>
      `Of ${sayCount(told, 'figure')} said to be ${standing}, ${sayNumber(reached)} reached the target at the year’s end.`,
  )

type Share = BackTestLine['coverage80']
/** A share with its own interval: `60% (23% to 88%)`. */
const held = ({ value, low, high }: Share): string => `${percent(value)} (${percent(low)} to ${percent(high)})`
/** Which is shown first: the model alone is set against no change, whatever is printed of the two. */
const first = ({ leads }: BackTestLine): string => (leads === 'model' ? 'The model' : 'No change')

/** How forecasts made as this one is would have done. */
export function backTestTable(lines: readonly BackTestLine[], note: string): ForecastTable | null {
  const own = lines.filter(({ group }) => group === null)
  if (own.length === 0) return null
  return {
    caption: 'How forecasts like this one would have done',
    columns: [
      'Ahead',
      'Tests',
      'Error as printed',
      'Error of no change',
      'CRPS as printed',
      'CRPS of the model',
      'CRPS of no change',
      '80% range held',
      'Comes first',
    ],
    rows: own.map(line => ({
      label: sayCount(line.horizon, 'month'),
      cells: [
        sayNumber(line.origins),
        sayNumber(line.mae, 1),
        sayNumber(line.naiveMae, 1),
        sayNumber(line.crps, 1),
        sayNumber(line.model.crps, 1),
        sayNumber(line.naiveCrps, 1),
        held(line.coverage80),
        first(line),
      ],
    })),
    note: `${note} “As printed” is the model averaged with no change: it is given first, or beside no change where that comes first. Of the model alone and no change the lower CRPS comes first.`,
  }
}

/** The same tests by the measures that forecasters ask for. */
export function scoresTable(lines: readonly BackTestLine[]): ForecastTable | null {
  const own = lines.filter(({ group }) => group === null)
  if (own.length === 0) return null
  const ratio = (value: number | null): string => (value === null ? '' : sayNumber(value, 2))
  return {
    caption: 'The same tests by other measures, as printed',
    columns: [
      'Ahead',
      'MASE, 1 month',
      'MASE, 12 months',
      'Pinball loss',
      'Interval score, 80%',
      '95% range held',
      'In the lowest tenth',
      'In the highest tenth',
    ],
    rows: own.map(({ horizon, mase, mase12, pinball, interval80, coverage95, pit }) => ({
      label: sayCount(horizon, 'month'),
      cells: [
        ratio(mase),
        ratio(mase12),
        sayNumber(pinball, 2),
        sayNumber(interval80, 1),
        held(coverage95),
        percent(pit[0] ?? 0),
        percent(pit.at(-1) ?? 0),
      ],
    })),
    note: 'MASE: the error over the mean change of 1 month, and of 12. Pinball loss and interval score are in children, lower is better. Of what came 10% should lie in the lowest tenth of the forecast and 10% in the highest.',
  }
}

const horizonsOf = (lines: readonly { readonly horizon: number }[]): readonly number[] =>
  [...new Set(lines.map(({ horizon }) => horizon))].toSorted((a, b) => a - b)

/** The same by placement: how often each 80% range held, and the errors at the longest horizon. */
export function groupTestsTable(lines: readonly BackTestLine[]): ForecastTable | null {
  const horizons = horizonsOf(lines)
  const longest = horizons.at(-1)
  if (longest === undefined) return null
  return {
    caption: 'How often the 80% range would have held, by placement',
    columns: [
      'Placement',
      ...horizons.map(horizon => `${sayCount(horizon, 'month')} ahead`),
      `Error, ${sayCount(longest, 'month')} ahead`,
      'Error of no change',
      'Comes first',
    ],
    rows: [...Map.groupBy(lines, ({ group }) => group)].map(([group, own]) => {
      const last = own.find(({ horizon }) => horizon === longest)
      return {
        label: groupOf(group),
        cells: [
          ...horizons.map(horizon => {
            const line = own.find(one => one.horizon === horizon)
            return line ? held(line.coverage80) : ''
          }),
          ...(last ? [sayNumber(last.mae, 1), sayNumber(last.naiveMae, 1), first(last)] : ['', '', '']),
        ],
      }
    }),
    note: 'In brackets what is known of that share: forecasts a month apart share their fate.',
  }
}

const partNames: Readonly<Record<PartsTold['skills'][number]['part'], string>> = {
  duration: 'How long a child has been in care counts',
  shrinkage: 'Where few children were seen, what holds for all counts',
  draws: 'Each future draws its own rates',
  drift: 'Rates drift as they have drifted',
  weighting: 'Recent months count most',
  siblings: 'Brothers and sisters come together',
  conformal: 'The range is mended by its record',
  pooling: 'It is averaged with no change',
}

const gain = signedBy(percent)

/** What each part of the method was worth: the share of the error (CRPS) that it takes off, by how far ahead. */
export function partsTable(parts: PartsTold | null): ForecastTable | null {
  if (parts === null || parts.skills.length === 0) return null
  const { skills } = parts
  const horizons = horizonsOf(skills)
  return {
    caption: 'What each part of the method was worth here',
    columns: ['Part', ...horizons.map(horizon => `${sayCount(horizon, 'month')} ahead`)],
    rows: [...Map.groupBy(skills, ({ part }) => part)].map(([part, own]) => ({
      label: partNames[part],
      cells: horizons.map(horizon => {
        const skill = own.find(one => one.horizon === horizon)?.skill
        // Nothing to be better than: the error without it was none.
        return Number.isFinite(skill) ? gain(skill ?? 0) : ''
      }),
    })),
    note: 'By how much the error of the whole range (CRPS) is less with the part than without it: above 0% it helps. Of few tests, a few per cent either way are chance.',
  }
}

/** When the parts were last tested, and of what. */
export function sayParts(parts: PartsTold | null): string {
  const again = '`hearth forecast study --councils 0` tests them, in some minutes'
  if (parts === null) return `What each part of the method is worth here has not been tested yet: ${again}.`
  const { on, at, same, skills, runs } = parts
  const last = `The parts of the method were last tested on ${sayDay(on)}, on what was known to ${sayDay(at)}`
  if (skills.length === 0) return `${last}: too little is known for a test.`
  return `${last}, each switched off in turn, with ${sayNumber(runs)} futures from every earlier month end.${same ? '' : ` The history or the method is another since: ${again}.`}`
}
