import { describe, expect, it } from 'vitest'
import { DefinitionError } from '../kit/error.ts'
import { findMeasure, readMeasure } from './measure.ts'

const lines = [
  '/* measure',
  'title: Children placed far away',
  'asks: Are they near?',
  'catalogue: PLC-01',
  'kind: proportion',
  'at: period end',
  'windows: [month]',
  'population: Children in care',
  'counted: Those far away',
  'good: low',
  'revisions:',
  '  - {on: 2026-04-01, what: First version}',
  '*/',
  'select period_end, child_id as subject, true as counted',
  'from in_care_at;',
]
const read = (text: readonly string[]) => readMeasure('/m/placements/far.sql', text.join('\n'))
/** The file with one line put otherwise; null takes it out. */
const withLine = (n: number, line: string | null): readonly string[] =>
  lines.flatMap((old, i) => (i === n - 1 ? (line === null ? [] : [line]) : [old]))

function fault(text: readonly string[]): DefinitionError {
  try {
    read(text)
  } catch (error) {
    if (error instanceof DefinitionError) return error
    throw error
  }
  throw new Error('it was read')
}

describe('readMeasure', () => {
  it('takes the id from the file, the theme from the folder, and the query without its semicolon', () => {
    const { id, theme, sql, sqlLine } = read(lines)
    expect({ id, theme, sql, sqlLine }).toEqual({
      id: 'far',
      theme: 'placements',
      sql: 'select period_end, child_id as subject, true as counted\nfrom in_care_at',
      sqlLine: 14,
    })
  })
  it('leaves the unknown out of the denominator where the header does not say', () =>
    expect(read(lines)).toMatchObject({ unknown_is: 'left out' }))

  it.each([
    ['no header', ['select 1'], 1, 'does not begin with a /* measure'],
    ['a header of another kind', withLine(1, '/* rule'), 1, 'does not begin with a /* measure'],
    ['an unknown key', withLine(2, 'titel: Far'), 2, 'no header key "titel" for a proportion. Did you mean "title"?'],
    ['a key of another kind', withLine(9, 'base: 10000'), 9, 'no header key "base" for a proportion'],
    ['a missing key', withLine(8, null), 1, 'has no "population"'],
    ['a kind that is not one', withLine(5, 'kind: proportoin'), 5, 'kind is "proportoin". Did you mean "proportion"?'],
    ['a window that is not one', withLine(7, 'windows: [month, yaer]'), 7, 'Did you mean "year"?'],
    ['a bad day', withLine(12, '  - {on: 2026-02-30, what: First version}'), 12, '"2026-02-30" is not a day'],
    ['an unknown key inside a revision', withLine(12, '  - {on: 2026-04-01, waht: First}'), 12, 'revisions.0.waht'],
    ['a catalogue reference in another form', withLine(4, 'catalogue: plc1'), 4, 'full catalogue reference'],
    ['a key twice', withLine(3, 'title: Again'), 3, 'not valid YAML'],
    ['YAML that is broken', withLine(2, 'title: a: b'), 2, 'not valid YAML'],
    ['a source that is not one', withLine(3, 'asks: x\nsources: [Episods]'), 4, 'Did you mean "Episodes"?'],
    ['a text where a list is needed', withLine(7, 'windows: month'), 7, 'windows: found "month"'],
    ['no query', lines.slice(0, 13), 13, 'no query below the header'],
  ])('refuses %s, naming the file and line', (_, text, line, message) => {
    const error = fault(text)
    expect(error.message).toContain(message)
    expect(error.where).toEqual({ file: '/m/placements/far.sql', line })
  })

  it('refuses a ratio with a query, and one without the measures it names', () => {
    const ratio = lines
      .map(line => line.replace('kind: proportion', 'kind: ratio'))
      .filter(line => !/^(population|counted)/.test(line))
    expect(fault(ratio).message).toContain('has no "numerator"')
    const named = ratio.flatMap(line => (line.startsWith('kind') ? [line, 'numerator: a', 'denominator: b'] : [line]))
    expect(fault(named).message).toBe('A ratio has no query: it names other measures.')
    expect(read(named.slice(0, -2))).toMatchObject({ kind: 'ratio', numerator: 'a', sql: '' })
  })
})

describe('a measure asked for by reference', () => {
  const of = (id: string, catalogue: string) => ({ ...read(withLine(4, `catalogue: ${catalogue}`)), id })
  const measures = new Map(
    [of('spend', 'FIN-01'), of('spent', 'FIN-01:budget'), of('missing', 'MIS-01'), of('share', 'MIS-01:percent')].map(
      measure => [measure.id, measure],
    ),
  )
  it.each([
    ['spend', 'spend'],
    ['fin-01', 'spend'],
    ['FIN-01:number', 'spend'],
    ['FIN-01:projected', 'spend'],
    ['FIN-01:budget', 'spent'],
    ['MIS-01:children', 'missing'],
    ['MIS-01:percent', 'share'],
    ['FIN-01:children', null],
    ['FIN-02', null],
  ])('%s is %s', (name, id) => expect(findMeasure(measures, name)?.id ?? null).toBe(id))
})
