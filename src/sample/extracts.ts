import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fromNumber } from '../kit/day.ts'
import { annexOf } from './annex-a.ts'
import { collectionYear, dayNumber } from './calendar.ts'
import { visitsOf } from './contacts.ts'
import { budgetOf, pricesOf, unitCostsOf } from './costs.ts'
import { csvText, writeText } from './csv.ts'
import type { ExtractTable } from './extract-table.ts'
import { fosteringOf } from './fostering.ts'
import type { Country, Place } from './geography.ts'
import { courtOf, plansOf } from './plans.ts'
import { safeguardingOf } from './safeguarding.ts'
import { attainmentOf, educationOf } from './schooling.ts'
import { caseloadsOf, homesOf, qualityOf } from './services.ts'
import { cohortsOf, supportOf } from './support.ts'
import type { Known } from './year-return.ts'

export type ExtractOptions = {
  readonly country: Country
  readonly place: Place
  readonly seed: number
  readonly firstYear: number
  readonly until: number
}

/**
 * Writes what a council has besides the return, as known at the close of `until` and about the same children: its own extracts
 * (`extracts/`), the Standard Safeguarding Dataset (`ssd/`) and Ofsted's Annex A (a workbook). Gives how many files.
 */
export async function writeExtracts(folder: string, known: readonly Known[], options: ExtractOptions): Promise<number> {
  const { country, place, until } = options
  const day = fromNumber(until)
  const from = dayNumber(options.firstYear - 1, 4, 1)
  const local = localOf(known, options, from)
  await writeAll(join(folder, 'extracts'), local, day)
  const safeguarding = safeguardingOf(known, from, until)
  await writeAll(join(folder, 'ssd'), safeguarding, day)
  const names = new Map(country.places.flatMap(({ name, posts }) => posts.map(({ text }) => [text, name] as const)))
  const lists = annexOf(known, options.seed, until, post => names.get(post) ?? null, place.name)
  await mkdir(join(folder, 'annex-a'), { recursive: true })
  await writeFile(join(folder, 'annex-a', `annex_a_${day}.xlsx`), await workbookOf(lists))
  return local.size + safeguarding.size + 1
}

function localOf(known: readonly Known[], options: ExtractOptions, from: number): ReadonlyMap<string, ExtractTable> {
  const { place, seed, until } = options
  const lastYear = collectionYear(until)
  const inCare = known.filter(({ child }) =>
    child.periods.some(p => p.kind === 'care' && p.start <= until && p.end > until),
  )
  const ownFoster = inCare.filter(({ child }) => {
    const stay = child.periods
      .flatMap(p => p.placements)
      .filter(p => p.from <= until)
      .at(-1)
    return stay?.place.startsWith('U') && stay.provider === 'PR1'
  }).length
  const fostering = fosteringOf(seed, ownFoster, from, until)
  const prices = pricesOf(known, from, until)
  const schoolYear = lastYear - 1 - (until < dayNumber(lastYear - 1, 9, 1) ? 1 : 0)
  return new Map([
    ['visits', visitsOf(known, from, until)],
    ['support', supportOf(known, seed, from, until)],
    ['cohorts', cohortsOf(known, from, until)],
    ['plans', plansOf(known, until)],
    ['court', courtOf(known, place.name, from, until)],
    ['education', educationOf(known, Math.max(options.firstYear - 1, schoolYear - 5), schoolYear, until)],
    ['attainment', attainmentOf(known, Math.max(options.firstYear - 1, schoolYear - 5), schoolYear, until)],
    ['placements', prices],
    ['foster_households', fostering.households],
    ['foster_places', fostering.places],
    ['foster_events', fostering.events],
    ['quality', qualityOf(known, seed, from, until)],
    ['homes', homesOf(seed, inCare.length, from, until)],
    ['workers', caseloadsOf(known, seed, from, until)],
    ['unit_costs', unitCostsOf(options.firstYear, lastYear)],
    ['budget', budgetOf(prices, options.firstYear, lastYear, until)],
  ])
}

async function writeAll(folder: string, tables: ReadonlyMap<string, ExtractTable>, day: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [stem, { header, rows }] of tables)
    await writeText(join(folder, `${stem}_${day}.csv`), csvText(header, rows))
}

/** A sheet a list, days as Excel has them. The same lists give the same bytes: nothing of today is in it. */
async function workbookOf(lists: ReadonlyMap<string, ExtractTable>): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs')
  const book = new exceljs.Workbook()
  book.created = new Date(0)
  book.modified = new Date(0)
  for (const [name, { header, rows }] of lists) {
    const sheet = book.addWorksheet(name)
    sheet.addRow([...header])
    for (const row of rows) sheet.addRow(row.map(cellOf))
    for (let i = 1; i <= header.length; i++) sheet.getColumn(i).numFmt = 'dd/mm/yyyy'
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const DAY_MS = 86_400_000
const cellOf = (text: string): string | Date => {
  const [, d, m, y] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text) ?? []
  return d ? new Date(dayNumber(Number(y), Number(m), Number(d)) * DAY_MS) : text
}
