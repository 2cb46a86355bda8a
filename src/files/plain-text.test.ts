import { expect, test } from 'vitest'
import { readPlainText } from './plain-text.ts'
import { memoryFile, refusal } from './testing.ts'
import type { TextBlock } from './text-block.ts'

const read = (text: string): Promise<readonly TextBlock[]> => readPlainText(memoryFile('paper.txt', text))
const shapes = async (text: string): Promise<readonly string[]> =>
  (await read(text)).map(block =>
    block.kind === 'table'
      ? `table ${block.rows.map(({ cells }) => cells.join('/')).join(' ')}`
      : `${block.kind} ${block.lines.map(({ text: said }) => said).join('+')}`,
  )

test('lines without an empty one between them are a paragraph; a bullet or a number begins another', async () => {
  expect(await shapes('There were\ntwelve.\n\nAnd more.\n- one\n- two\n3.1 Next')).toEqual([
    'paragraph There were+twelve.',
    'paragraph And more.',
    'item - one',
    'item - two',
    'item 3.1 Next',
  ])
})

test('a short line alone is a heading, and so is one with a hash', async () => {
  expect(await shapes('Placements\n\nText that goes on, and ends.\n## Health\nMore.')).toEqual([
    'heading Placements',
    'paragraph Text that goes on, and ends.',
    'heading Health',
    'paragraph More.',
  ])
})

test('tables are drawn with bars, tabs or spaces', async () => {
  expect(await shapes('| A | B |\n|---|---|\n| x | 1 |')).toEqual(['table A/B x/1'])
  expect(await shapes('A\tB\nx\t1')).toEqual(['table A/B x/1'])
  expect(await shapes('A        B\nx        1')).toEqual(['table A/B x/1'])
})

test('words far apart are no table where no column holds figures', async () => {
  expect(await shapes('Signed      Dated\nBy me      today')).toEqual(['paragraph Signed      Dated+By me      today'])
})

test('a form feed begins a page, and lines go on counting', async () => {
  const [, second] = await read('One.\n\n\fTwo.')
  expect(second).toMatchObject({ lines: [{ page: 2, line: 3 }] })
  expect((await read('One.'))[0]).toMatchObject({ lines: [{ page: null, line: 1 }] })
})

test('what is not text is refused', async () => {
  expect((await refusal(readPlainText(memoryFile('paper.txt', Buffer.from('%PDF-1.7'))))).code).toBe('HEARTH-1104')
})
