import { expect, test } from 'vitest'
import { differing, onceMore, type Shared } from './returned-twice.ts'

const shared = (rows: number, differ: number): Shared => ({ one: 'a.csv', other: 'a.xml', year: 2025, rows, differ })

test('one row and several are said as such, of rows that differ and of rows that are alike', () => {
  expect(differing('episodes', shared(1, 1)).why).toContain(
    'gives 1 row of the same table for 2024 to 2025, of which 1 differs:',
  )
  expect(differing('episodes', shared(1200, 2)).why).toContain(
    'gives 1,200 rows of the same table for 2024 to 2025, of which 2 differ:',
  )
  expect(onceMore(2025, [shared(1, 0)]).why).toMatch(/: 1 row is alike in both, and counts once\.$/)
  expect(onceMore(2025, [shared(2, 0)]).why).toMatch(/: 2 rows are alike in both, and count once\.$/)
})
