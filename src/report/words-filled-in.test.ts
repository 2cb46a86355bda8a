import { expect, it } from 'vitest'
import { day } from '../kit/day.ts'
import { draft, figure } from './row.fixture.ts'
import { showRows } from './show-rows.ts'
import { england } from './story.fixture.ts'
import { filledParts, textOfParts } from './words-filled-in.ts'

const compared = england(0.2, '20.0%')
const rows = showRows(
  [
    draft('proportion', [figure(20, 100, { periodEnd: day('2026-09-30') }), figure(30, 100)], {
      id: 'far',
      number: 'CP12',
      compared: compared?.headline
        ? { ...compared, headline: { ...compared.headline, comparator: 'statistical neighbours' } }
        : null,
    }),
  ],
  'analyst',
)
const shape = (words: string) =>
  filledParts(words, rows).parts.map(part =>
    part.kind === 'list' ? part.items.map(runs => textOfParts([{ kind: 'paragraph', runs }])) : textOfParts([part]),
  )

it('words are paragraphs, parted by a blank line, whose lines run on', () =>
  expect(shape('One\ntwo.\n\nThree.')).toEqual(['One two.', 'Three.']))
it('lines that begin with a hyphen are a list, and what runs on belongs to its item', () =>
  expect(shape('We will:\n- open homes\n  near home\n- {{CP12.value}} of it')).toEqual([
    'We will:',
    ['open homes near home', '30.0% of it'],
  ]))
it('a smaller heading stands in strong letters before its words', () => {
  const { parts } = filledParts('## Homes at {{CP12.value}}\nTwo open.', rows)
  expect(shape('## Homes\nTwo open.')).toEqual(['Homes', 'Two open.'])
  expect(parts[0]).toMatchObject({ runs: [{ text: 'Homes at ', strong: true }, { kind: 'figure' }] })
  expect(JSON.stringify(parts[1])).not.toContain('strong')
})
it('a figure is of its own period; that of others is known by the day of ours', () => {
  const [part] = filledParts('{{CP12.value}} {{CP12.prior}} {{CP12.neighbours}}', rows).parts
  const figures = part?.kind === 'paragraph' ? part.runs.filter(run => run.kind === 'figure') : []
  expect(figures.map(({ part: of, periodEnd }) => [of, periodEnd])).toEqual([
    ['value', '2026-10-31'],
    ['prior', '2026-09-30'],
    ['neighbours', '2026-10-31'],
  ])
})
it('what is not there is left as it was written, and told', () => {
  const { parts, unfilled } = filledParts('It is {{CP99.value}}.', rows)
  expect(textOfParts(parts)).toBe('It is {{CP99.value}}.')
  expect(unfilled).toEqual(['{{CP99.value}}: CP99 is not on this scorecard.'])
})
