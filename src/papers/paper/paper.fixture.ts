import { trendChart } from '../../charts/trend.ts'
import { describeTrend } from '../../charts/trend-words.ts'
import { day } from '../../kit/day.ts'
import { hidden, shown } from '../../report/shown.fixture.ts'
import { chartStyle } from './chart-style.ts'
import type { Block, ChartBlock, Paper, Run, Section, TableBlock } from './paper.ts'

export const words = (text: string, strong = false): Run => ({ kind: 'words', text, ...(strong ? { strong } : {}) })

let made = 0
/** A figure in a line of words, with a code of its own. */
export const figure = (value: number | null, text: string, period = 'October 2026'): Run => ({
  kind: 'figure',
  shown: shown(value, text),
  source: {
    code: `F${(made++).toString(36).toUpperCase()}`,
    measure: 'in-care',
    catalogue: 'NUM-01',
    part: 'value',
    period,
  },
})
const hiddenRun = (): Run => {
  const run = figure(null, '')
  return run.kind === 'figure' ? { ...run, shown: hidden() } : run
}

export const paragraph = (...runs: readonly Run[]): Block => ({ kind: 'paragraph', runs, asOf: null })

/** A table of words and figures; columns are as wide as one another, the first twice that and to the left. */
export const tableOf = (
  id: string,
  caption: string,
  titles: readonly string[],
  rows: readonly (readonly (Run | readonly Run[])[])[],
  more: Partial<TableBlock> = {},
): TableBlock => ({
  kind: 'table',
  id,
  caption,
  columns: titles.map((title, i) => ({
    title,
    align: i === 0 ? 'left' : 'right',
    share: (i === 0 ? 2 : 1) / (titles.length + 1),
  })),
  rows: rows.map(row => row.map(cell => ('kind' in cell ? [cell] : cell))),
  notes: [],
  asOf: null,
  ...more,
})

const months = ['Nov', 'Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct']
const inCare = [598, 601, 597, 590, 588, 585, 579, 577, null, 571, 570, 566]

/** A line of twelve months with one that is awaited, and its data in a table of one line. */
export function chart(id: string, caption: string): ChartBlock {
  const points = inCare.map((value, i) => ({
    period: `${months[i]} ${i < 2 ? 2025 : 2026}`,
    short: `${months[i]} ${i < 2 ? 25 : 26}`,
    figure: shown(value, value === null ? 'Awaiting data' : String(value)),
  }))
  const options = {
    id: id.toLowerCase().replaceAll(' ', '-'),
    title: caption,
    subtitle: 'Children in care, Alderham, number',
    points,
    format: String,
    targets: [],
    bands: [],
  }
  return {
    kind: 'chart',
    id,
    caption,
    svg: trendChart({ ...options, width: 720, height: 260 })
      .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
      .replace('<title', `<style>${chartStyle}</style><title`),
    alt: describeTrend(options),
    data: tableOf(
      `${id} data`,
      `Data of ${id.toLowerCase()}: children in care`,
      ['Period', ...points.map(({ short }) => short)],
      [
        [
          words('Children in care'),
          ...points.map(point => figure(inCare[points.indexOf(point)] ?? null, point.figure.text, point.period)),
        ],
      ],
    ),
  }
}

const section = (title: string, level: Section['level'], number: string | null, blocks: readonly Block[]): Section => ({
  id: title.toLowerCase().replaceAll(' ', '-'),
  number,
  title,
  level,
  blocks,
})

const indicators = [
  'Children in care',
  'Children in care for each 10,000 children',
  'Children placed more than 20 miles from home',
  'Children in care who have had three or more placements in the year',
  'Unaccompanied asylum-seeking children, including those who came through the National Transfer Scheme',
  'Care leavers in education, employment or training at 19, 20 and 21',
]
const bigTable = (): TableBlock =>
  tableOf(
    'Table 2',
    'The scorecard, of more than a page',
    ['Indicator', 'Latest', 'Target', 'Prior', 'Change', 'Against target', 'Statistical neighbours'],
    Array.from({ length: 60 }, (_, i) => [
      words(`${i + 1}. ${indicators[i % indicators.length]}`),
      i % 9 === 4 ? hiddenRun() : figure(0.1 + i / 100, `${10 + i}.${i % 10}%`),
      figure(0.15, '15.0%'),
      figure(0.1 + i / 120, `${10 + Math.floor(i / 2)}.4%`, 'September 2026'),
      figure(-0.012, i % 2 ? '−1.2 points' : '+0.4 points'),
      words(i % 3 ? 'Red: off target' : 'Green: on target'),
      [words('Middle of ten: '), figure(0.13, '13%', 'March 2025'), words(' (31 March 2025)')],
    ]),
    {
      notes: [
        'Statistical neighbours are of 31 March 2025, the latest published.',
        '[c]: hidden so that nobody can be identified.',
      ],
    },
  )

/** A paper with everything that a format has to hold. */
export const paper: Paper = {
  template: 'council-report',
  title: 'Corporate parenting performance report',
  subtitle: 'Position at 31 October 2026',
  authority: { code: 'X', name: 'Alderham' },
  audience: 'board',
  at: day('2026-10-31'),
  atText: '31 October 2026',
  edition: null,
  held: ['provisional'],
  synthetic: true,
  watermark: 'Draft, with provisional figures. Synthetic council: every child is invented',
  layout: 'portrait',
  sections: [
    section('Front sheet', 1, null, [
      {
        kind: 'facts',
        facts: [
          { label: 'Report to', runs: [words('Corporate Parenting Board')] },
          { label: 'Is this a key decision?', runs: [words('No')] },
          {
            label: 'Has it been included on the Forward Plan, and who approved its submission to the board?',
            runs: [words('Yes. The Strategic Director of Children’s Services')],
          },
          { label: 'Wards affected', runs: [words('All')] },
        ],
      },
    ]),
    section('Key issues', 1, '3', []),
    section('Children in care', 2, '3.1', [
      {
        kind: 'paragraph',
        number: '3.1.1',
        asOf: null,
        runs: [
          words('On 31 October 2026 we cared for '),
          figure(566, '566'),
          words(' children, '),
          figure(32, '32'),
          words(' fewer than a year before – a fall of '),
          figure(0.0535, '5.4%'),
          words(
            '. That is more than chance would explain, and the number has not been as low since the council’s records begin. It is told here at length so that the paragraph has to be broken over several lines, as paragraphs of papers are.',
          ),
        ],
      },
      {
        kind: 'paragraph',
        number: '3.1.2',
        asOf: { day: day('2026-09-30'), text: '30 September 2026' },
        runs: [
          words('Placements cost £1.4 million', true),
          words(', and '),
          hiddenRun(),
          words(' children came to us twice.'),
        ],
      },
      {
        kind: 'list',
        items: [
          [words('Started: '), figure(21, '21')],
          [words('Ceased: '), figure(25, '25'), words(', of whom '), figure(6, '6'), words(' were adopted')],
          [
            words(
              'A long item that runs on over the end of its line, to show that the lines after the first stand under the words of the first and not under its bullet',
            ),
          ],
        ],
      },
      chart('Chart 1', 'Fewer children in care than a year ago'),
    ]),
    section('Why it fell', 3, null, [
      paragraph(
        words(
          'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch is a long word; #panic("x"), *stars*, $x$ and @names are words.',
        ),
      ),
      tableOf(
        'Table 1',
        'By legal status',
        ['Legal status', 'Number', 'Share'],
        [
          [words('Full care order'), figure(380, '380'), figure(0.671, '67.1%')],
          [words('Interim care order'), figure(101, '101'), figure(0.178, '17.8%')],
          [words('Section 20'), figure(1085, '1,085'), hiddenRun()],
        ],
        { asOf: { day: day('2026-09-30'), text: '30 September 2026' } },
      ),
    ]),
    section('Appendix A: the scorecard', 1, null, [bigTable()]),
  ],
}
