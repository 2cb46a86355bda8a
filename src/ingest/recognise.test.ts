import { expect, test } from 'vitest'
import { returnedColumns } from '../model/returned.ts'
import { csvNames } from '../review/word-csv.ts'
import { recognise } from './recognise.ts'
import { tables } from './shape.ts'

const headerOf = (table: (typeof tables)[number]): string[] =>
  Object.keys(returnedColumns[table]).map(column => column.toUpperCase())

test('every table of the return is known by its columns, whatever the file is called', () => {
  for (const table of tables)
    expect(recognise('Extract 7.csv', headerOf(table)), table).toMatchObject({ kind: 'returned', table, notes: [] })
})

test('every table is known with its columns in another order, in small letters, padded, and with columns of the council’s own', () => {
  for (const table of tables) {
    const header = [
      ...headerOf(table)
        .reverse()
        .map(name => ` ${name.toLowerCase()} `),
      'TEAM',
    ]
    const found = recognise('x.csv', header)
    expect(found, table).toMatchObject({ kind: 'returned', table })
    if (found.kind !== 'returned') continue
    expect(found.columns).toEqual([...headerOf(table).reverse(), null])
    expect(found.notes.join('; ')).toContain('columns not used: TEAM')
  }
})

test('the XML’s names of columns are understood in a CSV file, and said', () => {
  const header = headerOf('episodes').map(name => ({ CHILD: 'CHILDID', PLACE: 'PL' })[name] ?? name)
  const found = recognise('episodes.csv', header)
  expect(found).toMatchObject({ kind: 'returned', table: 'episodes' })
  if (found.kind === 'returned') {
    expect(found.columns).toEqual(headerOf('episodes'))
    expect(found.notes.join('; ')).toContain('"CHILDID" read as CHILD')
    expect(found.notes.join('; ')).toContain('"PL" read as PLACE')
  }
})

test('an older return with distance and location in place of postcodes is known as episodes', () => {
  const header = [
    ...headerOf('episodes').filter(name => name !== 'HOME_POST' && name !== 'PL_POST'),
    'PL_LA',
    'PL_DISTANCE',
    'PL_LOCATION',
  ]
  const found = recognise('episodes.csv', header)
  expect(found).toMatchObject({ kind: 'returned', table: 'episodes' })
  if (found.kind === 'returned') expect(found.notes.join('; ')).toMatch(/HOME_POST, PL_POST/)
})

test('episodes without CHILD refuse the import; so does a column that stands twice', () => {
  const withoutChild = headerOf('episodes').filter(name => name !== 'CHILD')
  expect(recognise('episodes.csv', withoutChild)).toMatchObject({ kind: 'refused' })
  expect(recognise('episodes.csv', [...headerOf('episodes'), 'LS'])).toMatchObject({ kind: 'refused' })
})

test('a table that its name and most of its columns say, without a column that every row needs, refuses the import', () => {
  const without = (column: string) => headerOf('episodes').filter(name => name !== column)
  const found = recognise('episodes_2026-10-31.csv', without('DECOM'))
  expect(found).toMatchObject({ kind: 'refused' })
  if (found.kind === 'refused')
    expect(`${found.says} ${found.fix}`).toMatch(/episodes.*no column DECOM.*Add the column DECOM/)
  expect(recognise('SSDA903_Header.csv', ['CHILD', 'SEX', 'DOB', 'UPN', 'MOTHER'])).toMatchObject({ kind: 'refused' })
  // Its name says nothing, or few of its columns are the table's: it may be anything.
  expect(recognise('placements.csv', without('DECOM'))).toMatchObject({ kind: 'unknown' })
  expect(recognise('episodes.csv', ['CHILD', 'PLACE', 'REC', 'COST'])).toMatchObject({ kind: 'unknown' })
})

test('a table that is none of ours is not recognised, and the nearest is named with what it lacks', () => {
  expect(recognise('visits.csv', ['child_id', 'visit_date', 'seen_alone'])).toMatchObject({ kind: 'unknown' })
  const found = recognise('reviews.csv', ['CHILD', 'DOB', 'REVIEW'])
  expect(found.kind).toBe('unknown')
  if (found.kind === 'unknown') expect(found.says).toMatch(/reviews.*REVIEW_CODE/i)
})

test('a reference file is known by the beginning of its name and its columns together', () => {
  const header = ['postcode', 'easting', 'northing', 'la_code']
  for (const name of ['postcodes.csv', 'Postcodes_2026-06-30.csv', 'postcodes-north.csv', 'ref/postcodes north.csv'])
    expect(recognise(name, header), name).toMatchObject({ kind: 'named', shape: { stem: 'postcodes' } })
  expect(recognise('places.csv', header)).toMatchObject({ kind: 'unknown' })
  expect(recognise('postcodesold.csv', header)).toMatchObject({ kind: 'unknown' })
  const lacking = recognise('postcodes.csv', ['postcode', 'easting', 'northing'])
  expect(lacking).toMatchObject({ kind: 'unknown' })
  if (lacking.kind === 'unknown') expect(lacking.says).toContain('la_code')
})

test('the short form of population is known', () => {
  expect(recognise('population.csv', ['year', 'area_code', 'pop_0_17'])).toMatchObject({
    kind: 'named',
    shape: { stem: 'population' },
  })
})

test('a file of words is not data, and says which command reads it', () => {
  for (const name of csvNames)
    expect(recognise(`${name}_2026-10.csv`, ['author', 'date']), name).toMatchObject({
      says: expect.stringContaining('hearth words import'),
    })
  expect(recognise('actionable.csv', ['author', 'date'])).toMatchObject({ says: expect.not.stringContaining('words') })
})
