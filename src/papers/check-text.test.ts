import { expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import { checkOf, report } from '../report/check.fixture.ts'
import { checkView } from '../report/check-view.ts'
import { checkText } from './check-text.ts'

const view = checkView(checkOf)
const plain = (width: number, of = view): string => checkText(of, { width, colour: false })
const says = (text: string, number: string | null = 'CP1') =>
  ({ number, title: 'Children in care', says: text }) as never
const measured = (byRule: Readonly<Record<string, readonly never[]>>, found = report.found) =>
  checkView({
    ...checkOf,
    report: { ...report, found },
    effects: {
      at: day('2026-03-31'),
      atText: '31 March 2026',
      scorecard: 'Scorecard',
      byRule: new Map(
        Object.entries(byRule).map(([rule, moved]) => [rule, { reach: moved.length / 10, moved }] as const),
      ),
    },
  })
const flat = (of: typeof view): string => plain(100, of).replace(/\s+/g, ' ')

test('what a rule could move is said of the two figures that it could move furthest, and how many more', () => {
  const text = flat(measured({ '142': ['one', 'two', 'three', 'four'].map(word => says(word)), '146': [says('five')] }))
  expect(text).toContain('look at DEC, REC. one. two. It could move 2 more figures.')
  expect(text).toContain('five.')
  expect(text).not.toContain('No figure of the scorecard')
})

test('rules on whose rows no figure hangs stand last, under one heading', () => {
  const text = plain(100, measured({ '142': [says('one')], '146': [] }))
  expect(text.match(/No figure of the scorecard hangs/g)).toHaveLength(1)
  expect(text).toMatch(/\n142 [\s\S]*one\.\n\nNo figure of the scorecard hangs on the rows of this rule\n\n146 /)
  expect(flat(measured({ '142': [], '146': [] }))).toContain('hangs on the rows of these 2 rules')
})

test('of files, rules whose cells feed no figure of the scorecard stand last, under one heading', () => {
  const board = { title: 'Ours', figures: new Map([['PLC-10', 'CP12']]) }
  const text = plain(100, checkView({ ...checkOf, board }))
  expect(text).toMatch(/\n146 [\s\S]*\n\nNo figure of the scorecard is fed by the cells of this rule\n\n142 /)
  expect(text.replace(/\s+/g, ' ')).toContain('Touches CP12 of the scorecard; 2 in all.')
  expect(plain(100)).not.toContain('No figure of the scorecard')
})

test('a rule that found the very rows of one above says so, and what they could move is said once', () => {
  const found = report.found.flatMap(one => (one.id === 2 ? [one] : []))
  const same = flat(measured({ '142': [says('one')], '146': [says('one')] }, found))
  expect(same).toContain('The same row as rule 142: look at PLACE.')
  expect(same.match(/one\./g)).toHaveLength(1)
  expect(same).toContain('It could move the same as rule 142.')
  const other = flat(measured({ '142': [says('one')], '146': [says('two')] }, found))
  expect(other).not.toContain('It could move the same')
  expect(other).toContain('two.')
})

test('what to do begins with the rule that matters most, where it is known which that is', () => {
  const first = (of: typeof view): string => /1\. (.*?) 2\. /.exec(flat(of))?.[1] ?? ''
  const moving = { '142': [says('one'), says('two'), says('three')] }
  expect(first(measured(moving))).toBe(
    'Mend the 1 row of rule 142 first: no rule could move a figure of the scorecard further (CP1, and 2 more figures).',
  )
  expect(first(measured({ '146': [says('one', null)] }))).toBe(
    'Mend the 3 rows of rule 146 first: no rule could move a figure of the scorecard further (Children in care).',
  )
  expect(first(measured({ '142': [], '146': [] }))).toContain('See every row')
  const board = { title: 'Ours', figures: new Map([['PLC-10', 'CP12']]) }
  expect(first(checkView({ ...checkOf, board }))).toBe(
    'Mend the 3 rows of rule 146 first: its cells feed 1 figure of the scorecard.',
  )
  expect(first(checkView({ ...checkOf, board: { ...board, figures: new Map() } }))).toContain('See every row')
  expect(first(view)).toContain('See every row')
})
