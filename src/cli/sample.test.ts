import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { newFolder, removeFolders } from '../ingest/home.fixture.ts'
import { heard } from './heard.fixture.ts'
import { run } from './main.ts'

const said = heard()
beforeEach(() => said.clear())
afterAll(() => removeFolders())

const few = ['--children', '20', '--years', '2', '--to-date', '2026-10-31', '--no-extracts']
const sample = (to: string, ...options: readonly string[]) => run(['sample', '--to', to, ...few, ...options], 'test')

test('a folder that holds anything no sample wrote is refused, and nothing in it changes', async () => {
  const to = newFolder()
  mkdirSync(join(to, '2025-26'))
  const own = join(to, '2025-26', 'episodes.csv')
  writeFileSync(own, 'CHILD,DECOM\r\n')
  expect(await sample(to)).toBe(2)
  expect(said.err).toContain('HEARTH-1009')
  expect(readFileSync(own, 'utf8')).toBe('CHILD,DECOM\r\n')
  expect(readdirSync(to)).toEqual(['2025-26'])
  // A real council's card is no sample's.
  writeFileSync(join(to, 'council.json'), '{"authority":{"code":"E06000001","name":"Ours"}}')
  expect(await sample(to)).toBe(2)
  expect(existsSync(own)).toBe(true)
})

test('a second sample takes the place of the first; what else stands in the folder stays', async () => {
  const to = newFolder()
  expect(await sample(to, '--years', '3')).toBe(0)
  writeFileSync(join(to, 'notes.txt'), 'mine')
  expect(await sample(to, '--no-xml')).toBe(0)
  expect(readdirSync(to).sort()).toEqual(['2025-26', '2026-27', 'README.txt', 'council.json', 'notes.txt', 'reference'])
  expect(await sample(to, '--authorities', '2')).toBe(0)
  expect(readdirSync(to).sort()).toEqual([
    'E06990001',
    'E06990002',
    'README.txt',
    'council.json',
    'notes.txt',
    'reference',
  ])
  expect(await sample(to, '--no-xml')).toBe(0)
  expect(readdirSync(to).sort()).toEqual(['2025-26', '2026-27', 'README.txt', 'council.json', 'notes.txt', 'reference'])
})

test('it says in words what it wrote and what to do next, and with --json an object', async () => {
  const to = newFolder()
  expect(await sample(to)).toBe(0)
  expect(said.out).toMatch(/^Written to .*: \d+ files of a synthetic council/)
  expect(said.out).toContain(`import ${to}`)
  said.clear()
  expect(await sample(to, '--json')).toBe(0)
  expect(JSON.parse(said.out)).toMatchObject({ years: ['2025-26', '2026-27'] })
})

test.each([
  [['--years', '40'], 'HEARTH-1001'],
  [['--years', '0'], 'HEARTH-1001'],
  [['--children', '0'], 'HEARTH-1001'],
  [['--to-date', '2005-03-31'], 'HEARTH-1001'],
])('what cannot be simulated is wrong use and no fault of ours: %s', async (options, code) => {
  const to = newFolder()
  expect(await sample(to, ...options)).toBe(2)
  expect(said.err).toContain(code)
  expect(readdirSync(to)).toEqual([])
})

test('a folder under a file is wrong use and no fault of ours', async () => {
  const file = join(newFolder(), 'file')
  writeFileSync(file, '')
  expect(await sample(join(file, 'x'))).toBe(2)
  expect(said.err).toContain('HEARTH-1010')
})
