import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Engine } from '../engine/engine.ts'
import { literal } from '../engine/sql.ts'
import { fromNumber } from '../kit/day.ts'
import { given, trimmed, typedSql } from './typed-cell.ts'
import { cellReader } from './typed-text.ts'

let engine: Engine
beforeAll(async () => {
  engine = await Engine.open()
})
afterAll(() => engine.close())

const columns = [
  ['decom', 'date'],
  ['sdq_score', 'integer'],
  ['pl_distance', 'double'],
  ['place', 'varchar'],
  ['child', 'varchar'],
] as const

/** What an import makes of cells, and what a check of files makes of them. */
async function bothOf(cells: readonly string[]): Promise<readonly [unknown, unknown]> {
  const typed = columns.map(([column, type]) => `${typedSql(column, type)} as ${column}_value`)
  const rows = await engine.rows(
    `select case when ${given('cell')} then ${trimmed('cell')} end as text, ${typed.join(', ')}
     from (select n, cell, ${columns.map(([column]) => `cell as ${column}`).join(', ')} from (values ${cells.map((cell, n) => `(${n}, ${literal(cell)})`).join(', ')}) t(n, cell)) order by n`,
  )
  const readers = columns.map(([column, type]) => ({ column, type, read: cellReader(column, type) }))
  const read = cells.map(cell => {
    const made = readers.map(({ column, type, read }) => {
      const value = read(cell)?.value ?? null
      return [`${column}_value`, type === 'date' && typeof value === 'number' ? fromNumber(value) : value]
    })
    return { text: readers[0]?.read(cell)?.text ?? null, ...Object.fromEntries(made) }
  })
  return [rows, read]
}

test('a check of files reads a cell as an import does', async () => {
  const [sql, js] = await bothOf([
    ...['', ' ', 'NULL', 'n/a', '-', ' - ', 'NA', 'None', '0', '1.0', '01', '1.50', '1.', '.5', '-1', '+3', '1e2', 'x'],
    ...['01/04/2025', '1/4/2025', '31/02/2025', '29/02/2024', '29/02/2023', '1/4/25', '01/04/1899', '31/12/1899'],
    ...['01/01/1900', '2025-04-01', '2025-4-1', '2025-04-01T00:00:00', '01/04/2025 00:00', '01/04/2025x', '04/13/2025'],
    ...['ZZ/04/2025', 'u1', ' u1 ', '\u00a0U1\t', '2147483647', '2147483648', '99999999999', '12.0', 'AB.0', '1.00'],
  ])
  expect(js).toEqual(sql)
})

test('so for any cell made of what cells are made of', async () => {
  const piece = fc.constantFrom(
    ...'0123456789/-.:TZ ',
    'U',
    'z',
    '20',
    '19',
    '/0',
    '/1',
    '\t',
    '\u00a0',
    'NA',
    'NULL',
    'e',
  )
  const cell = fc.oneof(
    fc.array(piece, { maxLength: 12 }).map(all => all.join('')),
    fc
      .date({ min: new Date('1890-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map(day => day.toISOString().slice(0, 10).split('-').reverse().join('/')),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 50, maxLength: 200 }), async cells => {
      const [sql, js] = await bothOf(cells)
      expect(js).toEqual(sql)
    }),
    { numRuns: 40 },
  )
})
