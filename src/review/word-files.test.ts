import { describe, expect, it } from 'vitest'
import { memoryFile } from '../files/testing.ts'
import { kindOfCsv, readWordsCsv } from './word-csv.ts'
import { readMarkdown, readWordsMarkdown } from './word-markdown.ts'
import type { GivenWord } from './word-read.ts'

const fieldsOf = ({ fields }: GivenWord): unknown =>
  Object.fromEntries([...fields].map(([name, { value, line }]) => [name, [value, line]]))
const markdown = (head: string, words: string) => readMarkdown('a.md', `---\n${head}\n---\n${words}`)

describe('a Markdown file of words', () => {
  it('has its fields with their lines, and the words as they are', () =>
    expect(
      markdown('kind: commentary\nperiod: 2026-10\nfigure: 12.40', '\nOne.\n\n- two\n').words.map(fieldsOf),
    ).toEqual([{ period: ['2026-10', 3], figure: ['12.40', 4], text: ['One.\n\n- two', 7] }]))
  it('reads lists, quoted values and names of fields in any case', () => {
    const { words } = markdown('Kind: Front matter\nKey decision: no\nwards:\n  - Ash\n  - Elm\ntitle: "A: b"', '')
    expect(words[0]?.kind).toBe('front-matter')
    expect(words.map(fieldsOf)).toEqual([{ key_decision: ['no', 3], wards: [['Ash', 'Elm'], 4], title: ['A: b', 7] }])
  })
  it('is divided by its largest headings where its head does not say what it is about', () => {
    const text = '## Fostering\nOne.\n### More\nTwo.\n\n## PLC-01\nThree.\n## placed-over-20-miles\nFour.\n'
    const { words, faults } = markdown('kind: commentary', text)
    expect(faults).toEqual([])
    expect(words.map(word => [word.line, fieldsOf(word)])).toEqual([
      [4, { area: ['Fostering', 4], text: ['One.\n### More\nTwo.', 5] }],
      [9, { measure: ['PLC-01', 9], text: ['Three.', 10] }],
      [11, { measure: ['placed-over-20-miles', 11], text: ['Four.', 12] }],
    ])
  })
  it('is not divided where the head says it, nor by what stands in a fenced block', () => {
    expect(markdown('kind: commentary\nmeasure: CP1', '## One\nA.\n## Two\nB.').words).toHaveLength(1)
    expect(markdown('kind: commentary', '# One\n```\n# not\n```\n# Two\nB').words).toHaveLength(2)
  })
  it('is divided by a heading larger than the first too', () =>
    expect(markdown('kind: commentary', '## Health\nA.\n# Homes\nB.').words.map(fieldsOf)).toEqual([
      { area: ['Health', 4], text: ['A.', 5] },
      { area: ['Homes', 6], text: ['B.', 7] },
    ]))
  it('takes headings of a section as sections, and of an action as words', () => {
    expect(markdown('kind: section', '# Legal\nA.').words.map(fieldsOf)).toEqual([
      { section: ['Legal', 4], text: ['A.', 5] },
    ])
    expect(markdown('kind: action', '# Legal\nA.').words.map(fieldsOf)).toEqual([{ text: ['# Legal\nA.', 4] }])
  })
  it('has what a heading says of itself before what the head says: who wrote it, whom they asked, when', () => {
    const { words } = markdown(
      'kind: section\ninformed_by: Head of Law',
      '# Legal\nA.\n# Money\ninformed_by: Head of Finance\ndate: 2026-11-10\n\nB.\ndate: not this',
    )
    expect(words.map(fieldsOf)).toEqual([
      { informed_by: ['Head of Law', 3], section: ['Legal', 5], text: ['A.', 6] },
      {
        informed_by: ['Head of Finance', 8],
        date: ['2026-11-10', 9],
        section: ['Money', 7],
        text: ['B.\ndate: not this', 11],
      },
    ])
  })
  it.each([
    ['no head', 'Some words.', 1, /does not begin/],
    ['a head that does not end', '---\nkind: commentary\n', 1, /do not end/],
    ['no kind', '---\nmeasure: CP1\n---\n', 2, /Say of which kind/],
    ['a kind that there is not', '---\nmeasure: CP1\nkind: comentary\n---\n', 3, /Did you mean "commentary"/],
    ['a field twice', '---\nkind: commentary\nmeasure: CP1\nmeasure: CP2\n---\n', 4, /cannot be read/],
    ['a value with a colon', '---\nkind: commentary\ntitle: a: b\n---\n', 3, /quotation marks/],
    ['a value of fields', '---\nkind: commentary\nfigure:\n  a: b\n---\n', 3, /one value/],
    ['words before the first heading', '---\nkind: commentary\n---\n\nLost.\n# One\nA.', 5, /before the first heading/],
    ['its words twice', '---\nkind: commentary\nmeasure: CP1\ntext: A\n---\nB', 4, /keep one/],
    ['an empty file', '', 1, /does not begin/],
  ])('with %s is refused with its line', (_, text, line, says) => {
    const { words, faults } = readMarkdown('a.md', text)
    expect(words).toEqual([])
    expect(faults).toMatchObject([{ file: 'a.md', line, says: expect.stringMatching(says) }])
  })
  it('is read with a byte-order mark, in Windows text and with Windows line ends', async () => {
    const text = '---\r\nkind: commentary\r\n---\r\nZo\u00eb.\r\nTwo.\r\n'
    const files = [Buffer.from(`\uFEFF${text}`), Buffer.from(text, 'latin1')]
    for (const bytes of files) {
      const { words } = await readWordsMarkdown(memoryFile('a.md', bytes))
      expect(words.map(fieldsOf)).toEqual([{ text: ['Zoë.\nTwo.', 4] }])
    }
  })
})

describe('a CSV file of words', () => {
  it.each([
    ['commentary.csv', 'commentary'],
    ['Commentary_2026-10.csv', 'commentary'],
    ['Number only.csv', 'number-only'],
    ['standing-notes.csv', 'standing-note'],
    ['commentary.xlsx', null],
    ['commentaryish.csv', null],
    ['front_matter.csv', null],
  ])('%s is known by its name', (name, kind) => expect(kindOfCsv(name)).toBe(kind))
  it('has a word a row, its cells by the names of their columns', async () => {
    const { words } = await readWordsCsv(memoryFile('a.csv', 'Measure,Papers due\nCP1,\n"two\nlines",x,\n'), 'calendar')
    expect(words.map(word => [word.line, fieldsOf(word)])).toEqual([
      [2, { measure: ['CP1', 2], papers_due: ['', 2] }],
      [3, { measure: ['two\nlines', 3], papers_due: ['x', 3] }],
    ])
  })
  it('with a column twice is refused', async () =>
    expect((await readWordsCsv(memoryFile('a.csv', 'a,b,a\n1,2,3\n'), 'action')).faults).toMatchObject([
      { line: 1, field: 'a' },
    ]))
})
