import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Day, fromNumber, toNumber } from '../kit/day.ts'
import { collectionYear, dayNumber } from './calendar.ts'
import { HEADERS, STEMS, type TableName, yearName } from './codes.ts'
import { csvText, writeText } from './csv.ts'
import { writeExtracts } from './extracts.ts'
import { sheetOf, spoiled } from './faults.ts'
import { readyFolder } from './folder.ts'
import { type Country, countryOf } from './geography.ts'
import { populate } from './population.ts'
import { providersOf } from './providers.ts'
import { type Random, randomFrom, seedOf } from './random.ts'
import { type Authority, writeReference } from './reference.ts'
import { xmlOf } from './xml.ts'
import { eventsOf, returnOf, type YearReturn } from './year-return.ts'

export type SampleOptions = {
  /** The folder to write in: made if it is not there, else empty or an earlier sample's, which is cleared. */
  readonly to: string
  /** Children in care to aim at on the last day, for each authority on average. */
  readonly children: number
  /** Collection years, the one that `toDate` is in included. */
  readonly years: number
  readonly authorities: number
  /** The last day that the newest return covers. */
  readonly toDate: Day
  readonly seed: number
  /** Share of rows at fault, 0 to 1; 0 gives a return with no fault that its rules would find. */
  readonly faults: number
  readonly xml: boolean
  /** Also what a council has besides the return: its own extracts, the safeguarding dataset, Annex A. */
  readonly extracts?: boolean
  readonly onProgress?: (done: number, of: number) => void
}

export type SampleSummary = {
  readonly authorities: readonly {
    readonly code: string
    readonly name: string
    readonly folder: string
    readonly children: number
  }[]
  /** Names of the yearly folders, oldest first. */
  readonly years: readonly string[]
  /** Children in care on the last day, short breaks apart. */
  readonly inCare: number
  /** Rows of Episodes over all years, an open episode counted in each year that returns it. */
  readonly episodeRows: number
  /** Different episodes among them. */
  readonly episodes: number
  readonly files: number
}

const ABOUT = `This folder holds a synthetic council, made by a program.
No child, family, worker, council, home or postcode in it is real: every name and number is invented.
Postcodes begin with Q, V or X, which no real postcode does; authority codes begin with E0699.

Folders named by year (2018-19) hold the yearly return of children in care (SSDA903). The newest may be a part year:
its files carry the date they reach in their names. The folder reference holds postcodes, population, targets and
invented published figures. The folders extracts, ssd and annex-a hold what a council has besides the return: its own
extracts, the Standard Safeguarding Dataset and Ofsted's lists, about the same children.
`

/**
 * Writes one or more synthetic councils as the files a real council has (see CONTEXT.md). The same options give the same
 * bytes on every machine. Council by council, so memory does not grow with their number.
 */
export async function writeSample(options: SampleOptions): Promise<SampleSummary> {
  const { to, seed, authorities, years } = options
  const last = toNumber(options.toDate)
  const lastYear = collectionYear(last)
  const firstYear = lastYear - years + 1
  const country = countryOf(seed, authorities, Math.max(250, Math.min(2400, Math.round(options.children * 0.9))))
  const sizes = sizesOf(options)
  const list: Authority[] = sizes.map((children, i) => ({ place: placeAt(country, i), children }))
  readyFolder(to)
  // The card first: what a kill leaves is known for a sample's, and the next one may clear it.
  if (authorities > 1) await writeCard(to, options, { authorities: list.map(({ place }) => nameOf(place)) })
  await writeText(join(to, 'README.txt'), ABOUT.replaceAll('\n', '\r\n'))
  await writeReference(join(to, 'reference'), country, list, seed, firstYear, lastYear, last)
  let sum = { inCare: 0, episodeRows: 0, episodes: 0, files: authorities > 1 ? 9 : 8 }
  const found: SampleSummary['authorities'][number][] = []
  for (const [i, { place, children }] of list.entries()) {
    const folder = authorities > 1 ? join(to, place.code) : to
    await writeCard(folder, options, { authority: nameOf(place) })
    const made = await writeCouncil(options, country, i, children, folder, firstYear, lastYear, last)
    sum = {
      inCare: sum.inCare + made.inCare,
      episodeRows: sum.episodeRows + made.episodeRows,
      episodes: sum.episodes + made.episodes,
      files: sum.files + made.files,
    }
    found.push({ code: place.code, name: place.name, folder, children: made.inCare })
    options.onProgress?.(i + 1, authorities)
  }
  return { authorities: found, years: Array.from({ length: years }, (_, i) => yearName(firstYear + i)), ...sum }
}

/** `council.json`: how an import knows that what it is given is not a real council. */
async function writeCard(
  folder: string,
  { seed, children, years, toDate, faults }: SampleOptions,
  who: object,
): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(
    join(folder, 'council.json'),
    `${JSON.stringify({ synthetic: true, ...who, children, years, toDate, seed, faults }, null, 2)}\n`,
  )
}

const nameOf = ({ code, name }: Country['places'][number]) => ({ code, name })

function placeAt(country: Country, i: number): Country['places'][number] {
  const place = country.places[i]
  if (!place) throw new Error(`no authority ${i}`)
  return place
}

/** Councils differ in size, as England's do; one alone has the size asked for. */
function sizesOf({ authorities, children, seed }: SampleOptions): number[] {
  if (authorities === 1) return [children]
  const random = randomFrom(seedOf(seed, 12))
  const raw = Array.from({ length: authorities }, () => Math.exp(random.normal(0, 0.5)))
  const mean = raw.reduce((a, b) => a + b, 0) / authorities
  return raw.map(r => Math.max(20, Math.round((children * r) / mean)))
}

async function writeCouncil(
  options: SampleOptions,
  country: Country,
  index: number,
  children: number,
  folder: string,
  firstYear: number,
  lastYear: number,
  last: number,
) {
  const { seed, faults } = options
  const providers = providersOf(country, index, seed)
  const from = dayNumber(firstYear - 1, 4, 1)
  const people = populate({ seed, index, children, from, to: last, sameDay: faults > 0 }, providers)
  const known = eventsOf(people, firstYear, last)
  const random = randomFrom(seedOf(seed, 13, index))
  let episodeRows = 0
  let files = 1
  for (let year = firstYear; year <= lastYear; year++) {
    const made = returnOf(known, year, Math.min(dayNumber(year, 3, 31), last))
    episodeRows += made.tables.get('Episodes')?.length ?? 0
    const written = spoiled(made, faults, random)
    files += await writeYear(
      join(folder, yearName(year)),
      written,
      made.whole ? '' : `_${fromNumber(last)}`,
      faults,
      random,
    )
    if (options.xml) {
      await mkdir(join(folder, 'xml'), { recursive: true })
      await writeText(
        join(folder, 'xml', `${yearName(year)}${made.whole ? '' : `_${fromNumber(last)}`}.xml`),
        xmlOf(written),
      )
      files++
    }
  }
  if (options.extracts)
    files += await writeExtracts(folder, known, {
      country,
      place: placeAt(country, index),
      seed,
      firstYear,
      until: last,
    })
  const inCare = people.filter(c => c.periods.some(p => p.kind === 'care' && p.start <= last && p.end > last)).length
  const episodes = people.reduce((n, c) => n + c.episodes.filter(e => e.start <= last && e.end >= from).length, 0)
  return { inCare, episodeRows, episodes, files }
}

async function writeYear(
  folder: string,
  made: YearReturn,
  suffix: string,
  faults: number,
  random: Random,
): Promise<number> {
  await mkdir(folder, { recursive: true })
  for (const [name, rows] of made.tables) {
    const sheet = sheetOf(HEADERS[name].split(','), rows, faults, random)
    const text = `${sheet.mark ? '\ufeff' : ''}${csvText(sheet.header, sheet.rows)}${`${','.repeat(sheet.header.length - 1)}\r\n`.repeat(sheet.trailing)}`
    await writeText(join(folder, `${STEMS[name as TableName]}${suffix}.csv`), text, sheet.latin ? 'latin1' : 'utf8')
  }
  return made.tables.size
}
