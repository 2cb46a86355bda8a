import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readMeasure } from '../definitions/measure.ts'
import { unitOf } from './draft-row.ts'
import { sayTarget, sayValue } from './say.ts'

test('children entering care for each who leaves are said with two decimals: 0.95 and 1.04 lie on either side of one', () => {
  const file = join(import.meta.dirname, '..', '..', 'measures', 'numbers', 'ratio-of-entering-to-leaving.sql')
  const unit = unitOf(readMeasure(file))
  expect([0.954, 1.04].map(value => sayValue(unit, value))).toEqual(['0.95:1', '1.04:1'])
  expect(sayTarget(unit, '<', 1, null)).toBe('less than 1:1')
})
