import { describe, expect, it } from 'vitest'
import { day } from '../kit/day.ts'
import { annotationsOf, occasionsWithin } from './annotation.ts'
import { readAnnotations } from './annotation-file.ts'
import type { Named } from './target-file.ts'

const columns = ['measure', 'from', 'to', 'text', 'kind', 'author', 'date', 'recurs']
const named = (reference: string): Named =>
  ['CP8', 'PRM-10'].includes(reference)
    ? { kind: 'measure', id: 'left-to-guardians', share: true }
    : { kind: 'none', says: `There is no measure "${reference}".` }
const span = { first: day('2020-04-01'), last: day('2026-10-31') }
/** Reads rows written as in the file. */
const read = (...lines: readonly string[]) =>
  readAnnotations(
    lines.map((text, i) => ({
      line: i + 2,
      cells: new Map(text.split(',').map((cell, j) => [columns[j] ?? '', cell] as const)),
    })),
    named,
    span,
  )
const faultsOf = (...lines: readonly string[]) =>
  read(...lines).faults.map(({ line, column, warning }) => `${line} ${column}${warning ? ' warning' : ''}`)

const REBASE = 'CP8,2026-04-01,,The team was doubled,rebase,R. Marsh,2026-07-02,'

describe('readAnnotations', () => {
  it('reads a time, a change, one that comes every year and a rebase', () => {
    const { annotations, faults } = read(
      'CP8,2026-01-01,31/01/2026,Courts were closed,event',
      'all,2026-01-12,,New case system,data',
      'PRM-10,2025-08-01,2025-08-31,Summer,EVENT,,,Yearly',
      REBASE,
    )
    expect(faults).toEqual([])
    expect(annotations).toMatchObject([
      { measure: 'CP8', from: '2026-01-01', to: '2026-01-31', kind: 'event', author: null, recurs: null },
      { measure: null, to: null, kind: 'data' },
      { kind: 'event', recurs: 'yearly' },
      { kind: 'rebase', text: 'The team was doubled', author: 'R. Marsh', date: '2026-07-02' },
    ])
  })
  it.each([
    ['CP8,2026-04-01,,,rebase,R. Marsh,2026-07-02,', 'text'],
    ['CP8,2026-04-01,,Because,rebase,,2026-07-02,', 'author'],
    ['CP8,2026-04-01,,Because,rebase,R. Marsh,,', 'date'],
    ['CP8,2026-04-01,,Because,rebase,R. Marsh,2026-03-31,', 'date'],
    ['CP8,2026-04-01,2026-05-01,Because,rebase,R. Marsh,2026-07-02,', 'to'],
    ['CP8,2026-04-01,,Because,rebase,R. Marsh,2026-07-02,yearly', 'recurs'],
    ['all,2026-04-01,,Because,rebase,R. Marsh,2026-07-02,', 'measure'],
  ])('refuses a rebase without a reason, an author or a date, and one that is none: %s', (row, column) => {
    expect(faultsOf(row)).toEqual([`2 ${column}`])
    expect(read(row).annotations).toEqual([])
  })
  it('takes a rebase that was decided on its own day', () => {
    expect(faultsOf('CP8,2026-04-01,,Because,rebase,R. Marsh,2026-04-01,')).toEqual([])
  })
  it('refuses a second rebase of one measure on one day, by whatever name', () => {
    expect(faultsOf(REBASE, REBASE.replace('CP8', 'PRM-10'))).toEqual(['3 from'])
    expect(faultsOf(REBASE, REBASE.replace('2026-04-01', '2026-05-01'))).toEqual([])
  })
  it('says each fault of a row with its line and column', () => {
    expect(faultsOf('CP8,soon,,Text,event', ',2026-01-01,2025-12-31,,evnt,,,weekly')).toEqual([
      '2 from',
      '3 kind',
      '3 measure',
      '3 to',
      '3 text',
      '3 recurs',
    ])
    expect(read(',2026-01-01,,Text,evnt').faults[0]?.says).toContain('event')
  })
  it('finds a measure that there is not, and keeps the row: there may be one yet', () => {
    expect(faultsOf('CP99,2026-01-01,,Text,event')).toEqual(['2 measure warning'])
    expect(read('CP99,2026-01-01,,Text,event').annotations).toHaveLength(1)
  })
  it('finds a time that nothing imported speaks for, and keeps it: the data may come', () => {
    expect(faultsOf('CP8,2026-10-31,,A,event', 'CP8,2026-11-01,,A,event')).toEqual(['3 from warning'])
    expect(faultsOf('CP8,2019-01-01,2020-04-01,A,event', 'CP8,2019-01-01,2020-03-31,A,event')).toEqual([
      '3 from warning',
    ])
    expect(faultsOf('CP8,2019-08-01,2019-08-31,A,event,,,yearly')).toEqual([])
    expect(read('CP8,2026-11-01,,A,event').annotations).toHaveLength(1)
  })
})

describe('occasions', () => {
  const { annotations } = read(
    'CP8,2025-08-01,2025-08-31,Summer,event,,,yearly',
    'all,2026-01-12,,New case system,data',
    'PRM-10,2025-09-30,,One day,event',
  )
  const within = (first: string, last: string) =>
    occasionsWithin(annotations, day(first), day(last)).map(({ from }) => from)

  it('come again each year from the first, and never before it', () => {
    expect(within('2020-01-01', '2027-12-31').filter(from => from.endsWith('08-01'))).toEqual([
      '2025-08-01',
      '2026-08-01',
      '2027-08-01',
    ])
  })
  it('are within where one day of them is', () => {
    expect(within('2026-08-31', '2026-09-30')).toEqual(['2026-08-01'])
    expect(within('2026-09-01', '2026-09-30')).toEqual([])
    expect(within('2025-09-30', '2025-09-30')).toEqual(['2025-09-30'])
  })
  it('are those of a measure by any of its names, and those of all', () => {
    expect(annotationsOf(annotations, ['left-to-guardians', 'prm-10']).map(({ text }) => text)).toEqual([
      'New case system',
      'One day',
    ])
  })
})
