import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newFolder, removeFolders } from '../ingest/home.fixture.ts'
import { writeReturn } from '../ingest/import.fixture.ts'
import { addDays, type Day, day, sayDay } from '../kit/day.ts'
import { today } from './answers.ts'
import { deskForecast } from './desk-forecast.ts'
import { heard } from './heard.fixture.ts'
import { openHome } from './home.ts'
import { run } from './main.ts'

const said = heard()
beforeEach(() => said.clear())
afterAll(() => removeFolders())

const home = newFolder()
const folder = newFolder()
const british = (d: Day): string => d.split('-').toReversed().join('/')

/** Sixty children who come every 24 days and stay about a year and a half, as the return of a year has them. */
function returned(year: number): void {
  const [first, last] = [day(`${year - 1}-04-01`), day(`${year}-03-31`)]
  const rows = Array.from({ length: 60 }, (_, i) => {
    const start = addDays(day('2021-12-01'), i * 22)
    const end = addDays(start, 400 + (i % 5) * 60)
    const left = end <= last
    return {
      child: `C${i}`,
      start,
      end,
      row: {
        CHILD: `C${i}`,
        DECOM: british(start),
        RNE: 'S',
        LS: 'C2',
        PLACE: 'U6',
        DEC: left ? british(end) : '',
        REC: left ? 'E4A' : '',
      },
    }
  }).filter(({ start, end }) => start <= last && end >= first)
  writeReturn(join(folder, `${year - 1}-${String(year).slice(2)}`), {
    header: rows.map(({ child }) => ({ CHILD: child, DOB: '15/06/2013' })),
    episodes: rows.map(({ row }) => row),
  })
}

const hearth = async (...words: readonly string[]): Promise<string> => {
  said.clear()
  const code = await run(['--home', home, ...words], 'test')
  return code === 0 ? said.out : said.err
}

beforeAll(async () => {
  for (const year of [2023, 2024, 2025]) returned(year)
  await hearth('import', folder, '--authority', 'E06990001')
}, 120_000)

test('hearth forecast --format json has every key of its contract, and is kept once', async () => {
  const words = [
    'forecast',
    '--format',
    'json',
    '--runs',
    '100',
    '--horizon',
    '12',
    '--say',
    '20% fewer children enter',
  ]
  const found = JSON.parse(await hearth(...words))
  expect(found).toMatchObject({
    at: '2025-03-31',
    horizon: 12,
    seed: 1,
    dataVersion: 1,
    issued: 1,
    method: 'population simulation 2',
  })
  expect(['model', 'naive']).toContain(found.leads)
  const names = found.series.map(({ name, group }: { name: string; group: string | null }) => [name, group])
  expect(names).toEqual(
    expect.arrayContaining([
      ['in care', null],
      ['in care', 'in_house_foster'],
      ['starts', null],
      ['ends', null],
      ['care weeks', null],
    ]),
  )
  // Each series once: a way of leaving has a name of its own.
  expect(new Set(names.map(String)).size).toBe(names.length)
  const [point] = found.series[0].points
  expect(found.series[0].leads).toHaveLength(found.series[0].points.length)
  expect(point).toEqual({
    period_end: '2025-04-30',
    median: expect.any(Number),
    mean: expect.any(Number),
    p50: [expect.any(Number), expect.any(Number)],
    p80: [expect.any(Number), expect.any(Number)],
    p95: [expect.any(Number), expect.any(Number)],
    naive: {
      median: expect.any(Number),
      p50: [expect.any(Number), expect.any(Number)],
      p80: [expect.any(Number), expect.any(Number)],
      p95: [expect.any(Number), expect.any(Number)],
    },
  })
  expect(found.parts).toBeNull()
  expect(found.backTest[0]).toMatchObject({
    horizon: 1,
    origins: expect.any(Number),
    crps: expect.any(Number),
    naiveCrps: expect.any(Number),
    coverage80: { value: expect.any(Number), low: expect.any(Number), high: expect.any(Number) },
  })
  expect(found.whatIfs[0]).toMatchObject({ label: '20% fewer children enter', note: null })
  const again = await hearth(...words.with(2, 'csv'))
  expect(again.split('\n')[1]).toMatch(/^in care,,2025-04-30,/)
}, 60_000)

test('as text it answers first, says what it assumes, and no child is named', async () => {
  const text = await hearth('forecast', '--runs', '100', '--horizon', '12', '--say', '10 more in-house carers')
  expect(text).toMatch(
    /^.*: what is coming, from 31 March 2025\n\d+ children were in care on 31 March 2025\.\n.*8 in 10 chance that between \d+ and \d+ are in care on 31 March 2026\.\n/,
  )
  for (const words of [
    'What if: 10 more in-house carers\nAn assumption, not a finding',
    'What it assumes',
    'No cost is given.',
    'Kept as forecast 1',
    'has not been tested yet',
    'Weeks of care, and ends by way of leaving',
    'How often the 80% range would have held, by placement',
  ])
    expect(text).toContain(words)
  expect(text).not.toMatch(/\bC\d+\b|undefined|NaN|\bwill be\b/)
}, 60_000)

test('the study keeps what each part of the method was worth, and every forecast made later prints it with its date', async () => {
  const open = await openHome(home)
  const desk = deskForecast(home, open, false)
  const toldOnPage = async () => (await desk({ horizon: 3, whatIfs: [] })).forecast.parts?.runs
  expect(await toldOnPage()).toBeUndefined()
  await hearth('forecast', 'study', '--councils', '0', '--runs', '50')
  // A page that was shown before says it too.
  expect(await toldOnPage()).toBe(50)
  await open.close()
  const text = await hearth('forecast', '--runs', '100', '--horizon', '12')
  expect(text).toContain(`were last tested on ${sayDay(today())}, on what was known to 31 March 2025`)
  expect(text).toContain('with 50 futures')
  expect(text).not.toContain('is another since')
  expect(text).toMatch(/^Brothers and sisters come together +[+−]?\d+%/m)
}, 60_000)

test('what goes into a paper is kept as issued, what is looked at is not', async () => {
  const kept = async (): Promise<number> => JSON.parse(await hearth('forecast', 'list', '--json')).forecasts.length
  const open = await openHome(home)
  try {
    await deskForecast(home, open, false)({ horizon: 3, whatIfs: [] })
    expect(await kept()).toBe(1)
    await deskForecast(home, open, true)({ horizon: 3, whatIfs: [] })
    expect(await kept()).toBe(2)
  } finally {
    await open.close()
  }
}, 60_000)

test('one from an earlier day is no forecast to be held to; what is issued is listed, and scored when the outturn comes', async () => {
  expect(
    JSON.parse(await hearth('forecast', '--at', '2024-12-31', '--runs', '100', '--horizon', '3', '--json')),
  ).toMatchObject({
    issued: null,
    notKept: expect.stringContaining('starts from 31 December 2024. One that starts from 31 March 2025'),
  })
  const list = (await hearth('forecast', 'list')).trim().split('\n')
  // Made again of the same data and options, however it was said, it is the same one.
  expect([list.length, /^ +1 .*2025-03-31/.test(list[1] ?? '')]).toEqual([3, true])
  expect(await hearth('forecast', 'score')).toBe('No outturn of an issued forecast has come yet.\n')
  returned(2026)
  await hearth('import', join(folder, '2025-26'), '--authority', 'E06990001')
  const text = await hearth('forecast', 'score')
  expect(text.match(/^2025-03-31 +\d+ /gm)?.map(line => Number(line.slice(10)))).toEqual([1, 3, 6, 12, 1, 3])
  for (const words of [
    'By placement, and starts and ends',
    'Our own foster carers',
    'starts',
    'Where the year was to end',
  ])
    expect(text).toContain(words)
  const outlook = JSON.parse(await hearth('forecast', 'score', '--json')).outlook.scores
  expect(outlook).toContainEqual(expect.objectContaining({ measure: 'children-in-care', yearEnd: '2026-03-31' }))
  expect(text).toMatch(
    /^In the last forecast made 12 months ahead, the outturn fell inside the 80% range [01] times?;/m,
  )
}, 60_000)

test('hearth series has the forecasts of the catalogue, a line for each month ahead', async () => {
  const lines = (await hearth('series', '--measure', 'FCT-02,NUM-01', '--from', '2025-03-31', '--to', '2025-03-31'))
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(lines.map(({ catalogue, slice }) => [catalogue, slice?.ahead])).toEqual([
    ...Array.from({ length: 24 }, (_, h) => ['FCT-02', h + 1]),
    ['NUM-01', undefined],
  ])
  const now = lines.at(-1).value
  expect(lines[11].value - now).toBeCloseTo(12 * (lines[0].value - now))
}, 60_000)

test.each([
  [['--horizon', '37'], 'HEARTH-1001'],
  [['--runs', 'many'], 'HEARTH-1001'],
  [['--fee-inflation', ''], 'HEARTH-1001'],
  [['--at', '2031-01-31'], 'HEARTH-2003'],
  [['--say', 'more of everything'], 'HEARTH-2001'],
  [['--what-if', 'none.yaml'], 'HEARTH-1101'],
  [['--authority', 'all'], 'HEARTH-1001'],
])('what cannot be forecast is refused: %s', async (words, code) => {
  expect(await hearth('forecast', ...words)).toContain(code)
})
