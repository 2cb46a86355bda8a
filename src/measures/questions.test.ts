import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../measures/education')
const headers = readdirSync(folder)
  .filter(name => name.endsWith('.sql'))
  .map(name => readFileSync(join(folder, name), 'utf8'))
  .filter(text => /^catalogue: EDU-09:/m.test(text))

test('each measure of how children do at a stage asks of its own stage and subject', () => {
  expect(headers.length).toBeGreaterThan(10)
  const asked = headers.map(text => /^asks: (.*)$/m.exec(text)?.[1])
  expect(new Set(asked).size).toBe(headers.length)
})
