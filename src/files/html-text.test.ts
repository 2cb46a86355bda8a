import { expect, test } from 'vitest'
import { blocksOfHtml } from './html-text.ts'

test('headings, paragraphs, list items and tables in the order of the page, with their lines', () => {
  const blocks = blocksOfHtml(
    '<h1>Board</h1>\n<p>There were <b>12</b>\nchildren.</p>\n<ul><li>one</li></ul>\n<table><tr><th>A</th><th>B</th></tr>\n<tr><td>x</td><td>1</td></tr></table>',
  )
  expect(blocks).toEqual([
    { kind: 'heading', lines: [{ page: null, line: 1, text: 'Board' }] },
    { kind: 'paragraph', lines: [{ page: null, line: 2, text: 'There were 12 children.' }] },
    { kind: 'item', lines: [{ page: null, line: 4, text: 'one' }] },
    {
      kind: 'table',
      rows: [
        { page: null, line: 5, cells: ['A', 'B'] },
        { page: null, line: 6, cells: ['x', '1'] },
      ],
    },
  ])
})

test('scripts, styles, pictures and hidden things are not read', () => {
  expect(
    blocksOfHtml('<head><title>T</title></head><script>1+1=3</script><svg><text>9</text></svg><p>Read.</p>'),
  ).toEqual([{ kind: 'paragraph', lines: [{ page: null, line: 1, text: 'Read.' }] }])
})

test('a cell over two columns keeps the others under their headers', () => {
  expect(blocksOfHtml('<table><tr><td colspan="2">wide</td><td>1</td></tr></table>')[0]).toMatchObject({
    rows: [{ cells: ['wide', '', '1'] }],
  })
})

test('entities are characters, and what is not closed is closed', () => {
  expect(blocksOfHtml('<p>5 &lt; 6 &pound;3<p>Next')).toMatchObject([
    { lines: [{ text: '5 < 6 £3' }] },
    { lines: [{ text: 'Next' }] },
  ])
})
