import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import { spoiled } from './faults.ts'
import { randomFrom } from './random.ts'
import { type SampleOptions, writeSample } from './sample.ts'
import type { YearReturn } from './year-return.ts'

const root = mkdtempSync(join(tmpdir(), 'sample-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const plain: Omit<SampleOptions, 'to'> = {
  children: 50,
  years: 3,
  authorities: 1,
  toDate: day('2026-10-31'),
  seed: 3,
  faults: 0,
  xml: true,
}
let count = 0
const write = async (options: Partial<SampleOptions> = {}) => {
  const to = join(root, String(++count))
  return { to, made: await writeSample({ ...plain, to, ...options }) }
}
const filesIn = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => statSync(join(folder, name)).isFile())
      .sort()
      .map(name => [relative('.', name).replaceAll('\\', '/'), readFileSync(join(folder, name), 'latin1')]),
  )

test('the same options write the same bytes, and another seed does not', async () => {
  const [a, b, c] = [
    await write({ faults: 0.05 }),
    await write({ faults: 0.05 }),
    await write({ faults: 0.05, seed: 4 }),
  ]
  expect(filesIn(a.to)).toEqual(filesIn(b.to))
  expect(filesIn(a.to).get('2025-26/episodes.csv')).not.toBe(filesIn(c.to).get('2025-26/episodes.csv'))
})

test('a past year has plain file names; the part year carries its last day and has no OC2', async () => {
  const { to, made } = await write()
  expect(made.years).toEqual(['2024-25', '2025-26', '2026-27'])
  expect(readdirSync(join(to, '2025-26'))).toContain('oc2.csv')
  const part = readdirSync(join(to, '2026-27'))
  expect(part).toContain('episodes_2026-10-31.csv')
  expect(part).toContain('dolo_2026-10-31.csv')
  expect(part.filter(name => name.startsWith('oc2'))).toEqual([])
  const files = filesIn(to)
  expect(files.get('2025-26/episodes.csv')?.startsWith('CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,')).toBe(
    true,
  )
  expect(files.size).toBe(made.files)
})

test('a sample that ends on 31 March is all whole years', async () => {
  const { to } = await write({ toDate: day('2026-03-31'), years: 1, xml: false })
  expect(readdirSync(join(to, '2025-26'))).toContain('oc2.csv')
})

test('the folder says that it is synthetic, for people and for the import', async () => {
  const { to } = await write({ years: 1 })
  expect(readFileSync(join(to, 'README.txt'), 'utf8')).toContain('synthetic council')
  expect(JSON.parse(readFileSync(join(to, 'council.json'), 'utf8'))).toMatchObject({
    synthetic: true,
    authority: { code: 'E06990001' },
  })
})

test('the XML of a year holds the episodes of its CSV', async () => {
  const { to } = await write()
  const files = filesIn(to)
  const rows = (files.get('2025-26/episodes.csv') ?? '').split('\r\n').length - 2
  const xml = files.get('xml/2025-26.xml') ?? ''
  expect(xml.match(/<EPISODE>/g)).toHaveLength(rows)
  expect(xml.match(/<PL>/g)).toHaveLength(rows)
  expect(xml.match(/<SWEPISODE>/g)).toHaveLength((files.get('2025-26/sw_episodes.csv') ?? '').split('\r\n').length - 2)
  expect(xml.match(/<CHILDID>/g)).toHaveLength((files.get('2025-26/header.csv') ?? '').split('\r\n').length - 2)
})

test('several councils have a folder each and one reference folder, and local ids repeat between them', async () => {
  const { to, made } = await write({ authorities: 2, xml: false })
  expect(readdirSync(to).sort()).toEqual(['E06990001', 'E06990002', 'README.txt', 'council.json', 'reference'])
  expect(made.authorities.map(a => a.code)).toEqual(['E06990001', 'E06990002'])
  const ids = (code: string): string[] =>
    (filesIn(to).get(`${code}/2025-26/header.csv`) ?? '')
      .split('\r\n')
      .slice(1, -1)
      .map(line => line.slice(0, 6))
  expect(ids('E06990001').filter(id => ids('E06990002').includes(id)).length).toBeGreaterThan(0)
})

test('the stock ends near what was asked for', async () => {
  const { made } = await write({ children: 400, years: 1, xml: false })
  expect(made.inCare).toBeGreaterThan(370)
  expect(made.inCare).toBeLessThan(430)
})

test('no postcode could be a real one, and every placement postcode has its place in the reference file', async () => {
  const { to } = await write({ xml: false })
  const files = filesIn(to)
  const known = new Set(
    (files.get('reference/postcodes.csv') ?? '')
      .split('\r\n')
      .slice(1, -1)
      .map(line => line.split(',')[0]),
  )
  for (const post of known) expect(post).toMatch(/^[QVX][A-Z]\d+ \d[A-Z]{2}$/)
  for (const line of (files.get('2025-26/episodes.csv') ?? '').split('\r\n').slice(1, -1)) {
    const [home, placed] = line.split(',').slice(10, 12)
    expect((home === '' || known.has(home)) && (placed === '' || known.has(placed))).toBe(true)
  }
})

test('files are spoiled in the ways that councils spoil them', async () => {
  const { to } = await write({ children: 200, years: 6, xml: false, faults: 0.04 })
  const texts = [...filesIn(to)].filter(([name]) => /^\d/.test(name)).map(([, text]) => text)
  expect(texts.some(text => text.startsWith('\u00ef\u00bb\u00bf'))).toBe(true)
  expect(texts.some(text => /\r\n,+\r\n$/.test(text))).toBe(true)
  expect(texts.some(text => text.includes('PLACE_PROVIDER ,') || text.startsWith('Child,'))).toBe(true)
  expect(texts.some(text => text.includes('Zo\u00eb'))).toBe(true)
  const all = texts.join('')
  for (const fault of ['31/02/', ',U9,', 'QZ99 9ZZ', ',E99,', ' ,', ',c2,']) expect(all).toContain(fault)
})

test('the share of rows at fault is the share that was asked for', () => {
  const row = ['001203', '01/02/2010', '20/05/2025', 'PN1']
  const rows = Array.from({ length: 5000 }, () => [...row])
  const made: YearReturn = { year: 2026, whole: true, tables: new Map([['Reviews', rows]]) }
  const written = spoiled(made, 0.1, randomFrom(9)).tables.get('Reviews') ?? []
  const whole = written.filter(r => r.join() === row.join()).length
  // Rows written twice look whole both times.
  expect(whole / 5000).toBeGreaterThan(0.88)
  expect(whole / 5000).toBeLessThan(0.94)
  expect(spoiled(made, 0, randomFrom(9))).toBe(made)
})

test('care plans of the standard dataset are written anew after reviews: most of those in force are of the last six months', async () => {
  const files = filesIn((await write({ children: 20, years: 1, xml: false, extracts: true })).to)
  const text = [...files].find(([name]) => name.includes('ssd_cla_care_plan'))?.[1] ?? ''
  const [head = [], ...lines] = text
    .trim()
    .split(/\r?\n/)
    .map(line => line.split(','))
  const [start, end] = ['start', 'end'].map(which => head.indexOf(`lacp_cla_care_plan_${which}_date`))
  const open = lines.filter(line => line[end ?? -1] === '').map(line => line[start ?? -1] ?? '')
  const isoOf = (text: string): string => (text.includes('/') ? text.split('/').reverse().join('-') : text)
  expect(open.length).toBeGreaterThan(15)
  expect(open.filter(text => isoOf(text) > '2026-04-29').length).toBeGreaterThan(open.length * 0.7)
})
