import type { Forecast, WhatIfResult } from '../forecast/result.ts'
import { sayNumber } from '../kit/text.ts'
import { type ForecastPack, likely } from './forecast-cells.ts'
import type { Made } from './forecast-tables.ts'
import { groupOf, monthSaid, saying, signedBy, spanOf, yearsAhead } from './forecast-words.ts'

/** Under so many children a mean is said with a decimal: a mean of 0 beside a cost that changes would say that nothing does. */
const FEW = 10

/** A mean difference with the middle 8 in 10: `−0.4 (−1 to 0)`. */
export function sayDifference(mean: number, [low, high]: readonly [number, number], unit: string): string {
  const signed = signedBy(saying(unit))
  const ofMean = unit === 'children' && Math.abs(mean) < FEW ? signedBy(value => sayNumber(value, 1)) : signed
  const range = spanOf(signed, [low, high])
  return range === ofMean(mean) || (range === '0' && ofMean(mean) === ofMean(0)) ? range : `${ofMean(mean)} (${range})`
}

const sayAges = ([from, to]: readonly [number, number]): string =>
  to === 0 ? 'Under 1' : `Aged ${from} ${to === from + 1 ? 'and' : 'to'} ${to}`
const sayPoints = signedBy(share => sayNumber(share * 100))

/** What a what-if changes: the difference from the forecast, run by run. */
export function whatIfTable(pack: ForecastPack, forecast: Forecast, result: WhatIfResult, n: number): Made {
  const chosen = yearsAhead(forecast.horizon)
  if (result.note !== null) return () => null
  const put = (what: string, group: string | null, value: number, text: string): string =>
    pack.put(likely(`what if ${n} ${what} ${group}`, value, text), group)
  const rows = result.series
    .filter(({ name, group }) => name === 'in care' || (name === 'cost' && group === null))
    .toSorted((a, b) => Number(a.name === 'cost') - Number(b.name === 'cost'))
    .map(({ name, group, ages, unit, points }) => ({
      label: name === 'cost' ? 'Cost of the month' : ages ? sayAges(ages) : groupOf(group),
      ids: chosen.map(month => {
        const found = points[month]
        if (!found) return null
        const { mean, p80 } = found.difference
        return put(`${name} ${ages?.join() ?? ''} ${month}`, group, mean, sayDifference(mean, p80, unit))
      }),
    }))
  const short = result.short.map(({ group, months }) => ({
    label: `Chance of too few places: ${groupOf(group).toLowerCase()}, in percentage points`,
    ids: chosen.map(month => {
      const found = months[month]
      return found
        ? put(`short ${month}`, group, found.chance - found.without, sayPoints(found.chance - found.without))
        : null
    }),
  }))
  const adds = result.short.some(({ group, months }) => {
    const held = forecast.sufficiency.find(one => one.group === group)?.held?.places ?? 0
    return months.some(({ places }) => places > held)
  })
  const ends = chosen.map(month => monthSaid(result.series[0]?.points[month]?.periodEnd ?? forecast.at))
  return shown => ({
    caption: `The difference it makes: ${result.label}`,
    columns: ['', ...ends],
    rows: [...rows, ...short].map(({ label, ids }) => ({
      label,
      cells: ids.map(id => (id === null ? '' : shown(id))),
    })),
    note: `The mean difference, and 8 in 10 futures, each future with and without it.${adds ? ' Places that it adds are held from the month they are there.' : ''}`,
  })
}
