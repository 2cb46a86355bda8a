import type { ForecastTable, ForecastView, ForecastWords } from '../report/forecast-view.ts'
import { plainTable } from './plain-table.ts'

const words = (said: ForecastWords): string => said.map(part => (typeof part === 'string' ? part : part.text)).join('')
const lines = (all: readonly ForecastWords[]): string => all.map(said => `${words(said)}\n`).join('')

function table(it: ForecastTable | null): string {
  if (!it) return ''
  const rows = it.rows.map(({ label, cells }) => [
    label,
    ...cells.map(cell => (typeof cell === 'string' ? cell : cell.text)),
  ])
  return `\n${it.caption}\n${plainTable([it.columns, ...rows])}${it.note ? `${it.note}\n` : ''}`
}

const list = (title: string, items: readonly string[]): string =>
  items.length === 0 ? '' : `\n${title}\n${items.map(item => `- ${item}\n`).join('')}`

/** A forecast as people read it in a terminal: what the page shows, in its order. */
export const sayForecast = (view: ForecastView): string =>
  [
    `${view.authority.name}: what is coming, from ${view.atText}\n`,
    view.why === null ? '' : `${view.why}\n`,
    lines(view.answer),
    table(view.months),
    table(view.flows),
    table(view.groups),
    table(view.places),
    table(view.outlook),
    view.money.said.length ? `\nCost\n${lines(view.money.said)}` : '',
    table(view.money.prices),
    ...view.whatIfs.map(({ label, note, table: own }) => `\nWhat if: ${label}\n${note}\n${table(own).trimStart()}`),
    table(view.trends),
    list('The record of forecasts made before', view.record),
    table(view.backTest),
    table(view.scores),
    table(view.backTestGroups),
    view.partsNote === null ? '' : `\n${view.partsNote}\n`,
    table(view.parts),
    list('What it assumes', view.assumptions),
    list('What it does not know of', view.outside),
    view.method ? `\n${view.method}\n` : '',
  ].join('')
