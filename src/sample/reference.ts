import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { yearIn } from './calendar.ts'
import { csvText, writeText } from './csv.ts'
import type { Country, Place } from './geography.ts'
import { randomFrom, seedOf } from './random.ts'

export type Authority = { readonly place: Place; readonly children: number }

/** Percentages, rates and days near which the invented published figures lie, and how far councils differ. */
const PUBLISHED: readonly (readonly [string, number, number, string])[] = [
  ['NUM-02', 70, 14, ''],
  ['NUM-04:rate', 27, 4, ''],
  ['NUM-05:rate', 27, 4, ''],
  ['PLC-01', 21, 4, ''],
  ['PLC-02', 43, 7, ''],
  ['PLC-07', 68, 4, ''],
  ['PRM-04', 12, 3, ''],
  ['PRM-08', 6, 2, ''],
  ['ADO-02', 9, 3, ''],
  ['STB-02', 10, 1.5, ''],
  ['STB-03', 68, 4, ''],
  ['HLT-01', 89, 4, 'in care for 12 months'],
  ['HLT-03', 78, 6, 'in care for 12 months'],
  ['HLT-04', 84, 5, 'in care for 12 months'],
  ['HLT-05', 77, 7, 'in care for 12 months'],
  ['HLT-06', 14.6, 0.8, 'in care for 12 months'],
  ['OFF-01', 2.5, 1, 'in care for 12 months'],
  ['MIS-01:percent', 11, 3, ''],
  ['CL-04:age_19_21', 88, 4, 'aged 19 to 21'],
  ['CL-05:age_19_21', 54, 5, 'aged 19 to 21'],
]

const TARGETS: readonly (readonly [string, string, number, number | '', string])[] = [
  ['CP2', '<=', 12, 3, 'Nearer to the region'],
  ['CP3', '<', 1, 0.2, 'More children leave than enter'],
  ['CP4', '<=', 71.8, 4, 'Budget agreed by council'],
  ['CP5', '>=', 44.7, 5, 'Stable workforce'],
  ['CP6', '<=', 132.4, 6, 'Last year'],
  ['CP7', '>=', 95, 5, 'Every child has a plan'],
  ['CP8', '>=', 20, 2, 'Last year and regional average'],
  ['CP9', '<=', 5, 1, 'Regional average'],
  ['CP10', '>=', 10, 2, 'England average'],
  ['CP11', '<=', 541, 30, 'Last year'],
  ['CP12', '<=', 15, 2, 'Sufficiency strategy'],
  ['CP13', '>=', 21, 2, 'Sufficiency strategy'],
  ['CP14', '<=', 29, 2, 'Sufficiency strategy'],
  ['CP15', '<=', 10, 1, 'Sufficiency strategy'],
  ['CP16', '<=', 3, 0.5, 'Sufficiency strategy'],
  ['CP17', '>=', 70, 3, 'England average'],
  ['CP18', '>=', 12, 2, 'Last year'],
  ['CP19', '<=', 5, 1, 'Last year'],
  ['CP20', '>=', 80, 5, ''],
  ['CP22', '>=', 65, 5, 'Last year'],
  ['CP23', '>=', 54, 4, 'England average'],
  ['CP24', '>=', 92, 3, 'England average'],
  ['CP25', '>=', 80, 5, ''],
  ['CP26', '>=', 20, 5, ''],
]

/** Children aged 0 to 17 for each child in care: a rate of about 85 for every 10,000. */
const PER_CHILD = 117

/**
 * Writes the reference files of `local-extracts.md` section 4 for every authority, invented throughout. `firstYear` and
 * `lastYear` are collection years by the year they end in; `to` is the last day known.
 */
export async function writeReference(
  folder: string,
  country: Country,
  authorities: readonly Authority[],
  seed: number,
  firstYear: number,
  lastYear: number,
  to: number,
): Promise<void> {
  await mkdir(folder, { recursive: true })
  const put = (name: string, header: string, rows: string[][]): Promise<void> =>
    writeText(join(folder, name), csvText(header.split(','), rows))
  const posts = [...country.places.flatMap(p => p.posts), ...country.abroad]
  await put(
    'postcodes.csv',
    'postcode,easting,northing,la_code,ward_code,imd_rank,imd_edition',
    posts.map(p => [
      p.text,
      String(p.east),
      String(p.north),
      p.la,
      p.ward,
      p.rank ? String(p.rank) : '',
      p.rank ? '2025' : '',
    ]),
  )
  await put(
    'wards.csv',
    'ward_code,ward_name,area_code,imd_edition,imd_band',
    authorities.flatMap(({ place }) => place.wards.map(w => [w.code, w.name, place.code, '2025', String(w.band)])),
  )
  await put('areas.csv', 'area_code,old_la_code,name,level,region_code,same_la_as', [
    ...country.places.map(p => [p.code, p.oldCode, p.name, 'la', p.region, '']),
    ...country.regions.map(r => [r.code, '', r.name, 'region', '', '']),
    ['E92000001', '', 'England', 'country', '', ''],
  ])
  await put(
    'population.csv',
    'area_code,area_type,year,population_type,ethnic_group,age_from,age_to,persons',
    authorities.flatMap(a => populationRows(a, seed, firstYear - 2, midYear(to))),
  )
  await put(
    'targets.csv',
    'measure,from,to,operator,value,amber_within,rationale,set_by,agreed_on',
    targetRows(authorities[0]?.children ?? 0, lastYear),
  )
  await put(
    'benchmarks.csv',
    'indicator,comparator,area_code,period,value,release,breakdown,status,model,method,cohort',
    benchmarkRows(country, authorities, seed, lastYear),
  )
  await put(
    'stat_neighbours.csv',
    'model,area_code,rank,sn_area_code,closeness',
    neighbourRows(country, authorities, seed),
  )
}

/** The latest 30 June that has passed. */
const midYear = (to: number): number => yearIn(to - 180)

function populationRows({ place, children }: Authority, seed: number, from: number, to: number): string[][] {
  const random = randomFrom(seedOf(seed, 91, Number(place.oldCode)))
  const per = PER_CHILD * (0.9 + random.next() * 0.2)
  const rows: string[][] = []
  const groups: readonly (readonly [string, number])[] = [
    ['white', 0.79],
    ['mixed', 0.06],
    ['asian', 0.08],
    ['black', 0.04],
    ['other', 0.02],
    ['unknown', 0.01],
  ]
  for (let year = from; year <= to; year++) {
    const persons = Math.round(children * per * (1 - (to - year) * 0.003))
    rows.push([place.code, 'la', String(year), 'resident', 'all', '0', '17', String(persons)])
    for (const [group, share] of groups)
      rows.push([
        place.code,
        'la',
        String(year),
        'school',
        group,
        '4',
        '18',
        String(Math.round(persons * 0.72 * share)),
      ])
    let left = persons
    place.wards.forEach((ward, i) => {
      const share =
        i === place.wards.length - 1 ? left : Math.round((persons / place.wards.length) * (0.7 + random.next() * 0.6))
      left -= share
      rows.push([ward.code, 'ward', String(year), 'resident', 'all', '0', '17', String(Math.max(1, share))])
    })
  }
  return rows
}

/** Four years of targets: the year before last has none yet, CP21 none at all. */
function targetRows(children: number, lastYear: number): string[][] {
  return [lastYear - 4, lastYear - 3, lastYear - 1, lastYear].flatMap(year => {
    const own: readonly (readonly [string, string, number, number | '', string])[] = [
      ['CP1', '<=', Math.round(children * (0.96 + (lastYear - year) * 0.01)), 12, 'Sufficiency strategy'],
    ]
    return [...own, ...TARGETS].map(([measure, operator, value, amber, why]) => [
      measure,
      `${year - 1}-04-01`,
      `${year}-04-01`,
      operator,
      String(value),
      String(amber),
      why,
      'Corporate Parenting Board',
      `${year - 1}-03-11`,
    ])
  })
}

function benchmarkRows(
  country: Country,
  authorities: readonly Authority[],
  seed: number,
  lastYear: number,
): string[][] {
  const rows: string[][] = []
  PUBLISHED.forEach(([indicator, middle, spread, cohort], n) => {
    for (let year = lastYear - 7; year < lastYear; year++) {
      const value = (area: number): string => {
        const steady = randomFrom(seedOf(seed, 92, n, area)).normal(0, area === 0 ? 0 : spread * 0.5)
        const found =
          middle +
          steady +
          randomFrom(seedOf(seed, 93, n, area, year)).normal(0, spread * 0.08) +
          (year - lastYear + 3) * spread * 0.03
        return indicator === 'HLT-06' ? found.toFixed(1) : String(Math.max(0, Math.round(found)))
      }
      const release = `${year}-11-20`
      rows.push([indicator, 'england', 'E92000001', String(year), value(0), release, '', 'final', '', '', cohort])
      country.regions.forEach(
        (r, i) =>
          void rows.push([
            indicator,
            'region',
            r.code,
            String(year),
            value(i + 1),
            release,
            '',
            'final',
            '',
            '',
            cohort,
          ]),
      )
      for (const { place } of authorities)
        rows.push([
          indicator,
          'sn',
          place.code,
          String(year),
          value(100 + Number(place.oldCode)),
          release,
          '',
          'final',
          '2025-05',
          'mean',
          cohort,
        ])
    }
  })
  return rows
}

function neighbourRows(country: Country, authorities: readonly Authority[], seed: number): string[][] {
  const words = [
    'Extremely close',
    'Very close',
    'Very close',
    'Close',
    'Close',
    'Close',
    'Somewhat close',
    'Somewhat close',
    'Not close',
    'Not close',
  ]
  return ['2021-04', '2025-05'].flatMap((model, m) =>
    authorities.flatMap(({ place }) => {
      const random = randomFrom(seedOf(seed, 94, m, Number(place.oldCode)))
      const chosen = new Set<string>()
      while (chosen.size < 10) {
        const other = random.pick(country.places)
        if (other !== place) chosen.add(other.code)
      }
      return [...chosen].map((code, i) => [model, place.code, String(i + 1), code, words[i] ?? ''])
    }),
  )
}
