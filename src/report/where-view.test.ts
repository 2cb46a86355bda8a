import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readMeasure } from '../definitions/measure.ts'
import type { Audience } from '../disclosure/shown.ts'
import { day } from '../kit/day.ts'
import { councils } from '../measures/council.fixture.ts'
import type { Session } from '../measures/measures.ts'
import { nationOf, sayPlace } from './place-names.ts'
import { type PlaceLine, type WhereLine, whereChildren, whereView } from './where-view.ts'

const MARCH = day('2026-03-31')
const own = { code: 'E06', name: 'Northtown' }
const where = readMeasure(join(import.meta.dirname, '../../measures/placements/where-children-are-placed.sql'))

/** Children who live at a postcode each: ours, a neighbour's near and far, Wales, and nowhere known. */
const at = (postcode: string, children: string): readonly string[] =>
  [...children].map(child => `${child} | 2025-05-01 | AA1 1AA | ${postcode}`)
const episodes = [
  'child | decom | home_post | pl_post',
  ...at('AA1 1AA', 'ABCDEFGHIJ'),
  ...at('BB1 1BB', 'KLMNOP'),
  ...at('BB9 9BB', 'QRS'),
  ...at('WW1 1WW', 'T'),
  ...at('-', 'UV'),
].join('\n')
// 20 miles are 32,187 m.
const postcodes = `postcode | easting | northing | la_code
AA1 1AA | 400000 | 300000 | E06
BB1 1BB | 410000 | 300000 | E07
BB9 9BB | 440000 | 300000 | E07
WW1 1WW | 300000 | 300000 | W06000001`

let session: Session
beforeAll(async () => {
  session = await councils([where], { E06: { episodes, postcodes } })
})
afterAll(() => session.engine.close())

const said = (lines: readonly PlaceLine[]): readonly string[] =>
  lines.map(({ label, children, share }) => `${label}: ${children.text}, ${share.text}`)
const view = (audience: Audience = 'analyst') => whereView(session, own, MARCH, audience)

describe('where children live', () => {
  it('is told by how far from home, every child once', async () => {
    const { total, distance } = await view()
    expect(total.text).toBe('22')
    expect(said(distance)).toEqual([
      '20 miles or less: 16, 72.7%',
      'More than 20 miles: 4, 18.2%',
      'Not known: 2, 9.1%',
    ])
  })
  it('names the nations outside England', async () =>
    expect(said((await view()).nations)).toEqual(['England: 19, 86.4%', 'Wales: 1, 4.5%', 'Not known: 2, 9.1%']))
  it('has our own authority first, then the others by how many children live there, those not known last', async () =>
    expect(said((await view()).hosts)).toEqual([
      'Northtown: 10, 45.5%',
      'E07: 9, 40.9%',
      'W06000001, Wales: 1, 4.5%',
      'Not known: 2, 9.1%',
    ]))
  it('hides from a board 1 to 5 children and what gives them away', async () => {
    const { distance, nations, hosts, total } = await view('board')
    expect(total.kind).toBe('number')
    expect(said(distance).map(line => line.split(':')[1]?.trim())).toEqual([
      '16, 72.7%',
      expect.not.stringContaining('4'),
      expect.not.stringContaining('2'),
    ])
    // All but three are in England, so that figure tells of the three; without it the neighbour's would give it away.
    const seen = [...nations, ...hosts].filter(({ children }) => children.kind === 'number')
    expect(seen.map(({ label }) => label)).toEqual(['Northtown'])
  })
  it('opens the children of each line of each table, as many as it counts', async () => {
    const shown = await view()
    const open = (line: WhereLine) => whereChildren(session, 'E06', MARCH, line)
    expect((await open({ table: 'hosts', id: 'W06000001' })).join('')).toBe('T')
    expect((await open({ table: 'distance', id: 'over_20' })).join('')).toBe('QRST')
    for (const table of ['distance', 'nations', 'hosts'] as const) {
      expect((await open({ table, id: shown[table].at(-1)?.id ?? '' })).join('')).toBe('UV')
      for (const line of shown[table])
        expect(String((await open({ table, id: line.id })).length)).toBe(line.children.text)
    }
  })
})

describe('the name of a place', () => {
  it('has the nation where that is not England, and is the nation where the return says no more', () => {
    expect(sayPlace('E06000001', 'Hartlepool')).toBe('Hartlepool')
    expect(sayPlace('S12000036', 'City of Edinburgh')).toBe('City of Edinburgh, Scotland')
    expect(['WAL', 'SCO', 'NIR', 'NUK'].map(code => sayPlace(code, undefined))).toEqual([
      'Wales',
      'Scotland',
      'Northern Ireland',
      'Outside the United Kingdom',
    ])
  })
  it('is of no nation where the code tells of none', () => expect(nationOf('not_known')).toBeNull())
})
