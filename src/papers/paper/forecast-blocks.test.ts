import { describe, expect, it } from 'vitest'
import { someForecast } from '../../report/forecast.fixture.ts'
import { forecastView } from '../../report/forecast-page.ts'
import type { ForecastView } from '../../report/forecast-view.ts'
import { hidden as hiddenFew, shown } from '../../report/shown.fixture.ts'
import { held } from './assembled.fixture.ts'
import { assemblingOf } from './desk-of-paper.ts'
import { wordsOf } from './figures.ts'
import { forecastBlocks } from './forecast-blocks.ts'
import type { Block, ChartBlock, TableBlock } from './paper.ts'
import type { Template } from './template.ts'

const made = forecastView(someForecast(40, 30, 20), { code: 'E06990001', name: 'Alderham' }, 'board', [])
const table = (caption: string, note: string | null = null) => ({
  caption,
  columns: ['', 'Now', 'Then'],
  rows: [
    { label: 'A', cells: [shown(11, '11'), shown(12, '12')] },
    { label: 'B', cells: [shown(21, '21'), 'none'] },
  ],
  note,
})
const view: ForecastView = {
  ...made,
  groups: table('Groups', 'Groups overlap.'),
  outlook: table('Outlook'),
  money: { ...made.money, said: [['It costs ', shown(5, '£5'), '.']] },
  places: table('Places'),
  record: ['In the last 3 forecasts.'],
  backTest: table('Tests'),
  assumptions: ['Nothing changes.', 'Nobody moves.'],
  outside: ['changes of policy'],
}

function blocksOf(forecast: ForecastView | null, form: 'full' | 'short' = 'full'): readonly Block[] {
  let [tables, charts] = [0, 0]
  return forecastBlocks(
    assemblingOf({} as Template, { ...held, forecast }),
    { kind: 'forecast', forecast: form } as Parameters<typeof forecastBlocks>[1],
    () => `Table ${++tables}`,
    () => `Chart ${++charts}`,
  )
}
const tablesOf = (blocks: readonly Block[]): readonly TableBlock[] =>
  blocks.flatMap(block => (block.kind === 'table' ? [block] : []))
const chartOf = (forecast: ForecastView): ChartBlock => {
  const found = blocksOf(forecast).find(block => block.kind === 'chart')
  if (found?.kind !== 'chart') throw new Error('no chart')
  return found
}
const outline = (blocks: readonly Block[]): readonly string[] =>
  blocks.map(block =>
    block.kind === 'paragraph'
      ? wordsOf(block.runs).slice(0, 24)
      : block.kind === 'list'
        ? `list of ${block.items.length}`
        : block.kind === 'table' || block.kind === 'chart'
          ? `${block.id}: ${block.caption}`
          : block.kind,
  )
const rowsOf = (one: TableBlock): readonly (readonly string[])[] => one.rows.map(row => row.map(wordsOf))
const fan = view.fan
if (!fan) throw new Error('no fan')
/** The months that were, and so many ahead. */
const ahead = (n: number): ForecastView => ({
  ...view,
  fan: {
    ...fan,
    points: [
      ...fan.points.filter(point => point.ahead === null),
      ...fan.points.filter(point => point.ahead).slice(0, n),
    ],
  },
})

describe('the section of what is coming', () => {
  it('tells the answer, the fan, where children live and the year’s end, then cost, places, record, tests and what it assumes', () => {
    expect(outline(blocksOf(view))).toEqual([
      '90 children were in care',
      `Chart 1: ${fan.title}`,
      'Table 1: Groups',
      'Table 2: Outlook',
      'It costs £5.',
      'Table 3: Places',
      'In the last 3 forecasts.',
      'Table 4: Tests',
      'The forecast assumes:',
      'list of 2',
      'It does not know of:',
      'list of 1',
    ])
  })
  it('leaves out cost, places, record, tests and what it assumes where it is short, and never what it does not know of', () => {
    expect(outline(blocksOf(view, 'short'))).toEqual([
      '90 children were in care',
      `Chart 1: ${fan.title}`,
      'Table 1: Groups',
      'Table 2: Outlook',
      'It does not know of:',
      'list of 1',
    ])
  })
  it('says first why there is no model', () => {
    const none = { ...view, why: 'Too few children.', answer: [], fan: null, groups: null, outlook: null }
    expect(outline(blocksOf(none, 'short'))).toEqual(['Too few children.', 'It does not know of:', 'list of 1'])
    expect(blocksOf(null)).toMatchObject([{ runs: [{ text: 'No forecast has been made for this day.' }] }])
  })
})

describe('a table of the forecast', () => {
  const [groups, outlook] = tablesOf(blocksOf(view))
  it('has its cells in order, words as words, and its note where it has one', () => {
    expect(groups && rowsOf(groups)).toEqual([
      ['A', '11', '12'],
      ['B', '21', 'none'],
    ])
    expect([groups?.notes, outlook?.notes]).toEqual([['Groups overlap.'], []])
  })
  it('says what [c] is where a cell holds it', () => {
    const hidden = {
      ...view,
      groups: { ...table('Groups', 'So.'), rows: [{ label: 'A', cells: [hiddenFew(), shown(1, '1')] }] },
    }
    expect(tablesOf(blocksOf(hidden))[0]?.notes).toEqual(['So.', '[c]: hidden so that nobody can be identified.'])
  })
  it('has names to the left and figures to the right, in columns that fill the width', () => {
    expect(groups?.columns.map(({ align }) => align)).toEqual(['left', 'right', 'right'])
    expect(groups?.columns.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
    expect(groups?.columns[0]?.share).toBeGreaterThan(2 * (groups?.columns[1]?.share ?? 1))
  })
  it('gives each figure a code of its own, the same in every paper of the same data', () => {
    const codes = (blocks: readonly Block[]): readonly string[] =>
      tablesOf(blocks).flatMap(({ rows }) =>
        rows.flat(2).flatMap(run => (run.kind === 'figure' ? [`${run.source.code} ${run.source.period}`] : [])),
      )
    const own = codes(blocksOf(view))
    expect(new Set(own.map(code => code.split(' ')[0])).size).toBe(own.length)
    expect(codes(blocksOf(view))).toEqual(own)
    expect(own[0]).toMatch(/ Now$/)
  })
})

describe('the data of the fan', () => {
  it('are of every sixth month ahead, and of the last', () => {
    const months = (n: number): readonly string[] => chartOf(ahead(n)).data.columns.map(({ title }) => title)
    expect(months(12)).toEqual(['Month', 'Apr 27', 'Oct 27'])
    expect(months(8)).toEqual(['Month', 'Apr 27', 'Jun 27'])
    expect(months(3)).toEqual(['Month', 'Jan 27'])
  })
  it('are the middle and the 8 in 10 of whichever leads', () => {
    expect(rowsOf(chartOf(view).data)).toEqual([
      ['Middle', '90', '90'],
      ['8 in 10, from', ...fan.points.flatMap(sixth).map(({ p80 }) => p80[0].text)],
      ['8 in 10, to', ...fan.points.flatMap(sixth).map(({ p80 }) => p80[1].text)],
    ])
    expect(rowsOf(chartOf({ ...view, fan: { ...fan, leads: 'naive' } }).data)).toEqual([
      ['Middle', '90', '90'],
      ['8 in 10, from', '88', '88'],
      ['8 in 10, to', '92', '92'],
    ])
  })
  it('have codes of their own, each of the month that it is about', () => {
    const runs = chartOf(view)
      .data.rows.flat(2)
      .flatMap(run => (run.kind === 'figure' ? [run.source] : []))
    expect(new Set(runs.map(({ code }) => code)).size).toBe(6)
    expect(runs.map(({ period }) => period)).toEqual([0, 1, 2].flatMap(() => ['30 April 2027', '31 October 2027']))
  })
  it('stand with a drawing that says the same in words, whose parts no other drawing of the paper has', () => {
    const chart = chartOf(view)
    expect(chart.data).toMatchObject({ id: 'Chart 1 data', caption: `Data of chart 1: ${fan.title}`, notes: [] })
    expect(chart.svg).toContain('aria-labelledby="chart-1-title chart-1-desc"')
    expect(chart.svg).toContain('viewBox="0 0 720 300"')
    expect(chart.svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/)
    expect(chart.svg).toContain(chart.alt)
    expect(chart.alt).toMatch(/^Children in care, /)
    expect(chart.data.columns.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
    expect(chart.data.columns.map(({ align }) => align)).toEqual(['left', 'right', 'right'])
  })
})

/** The sixth and the twelfth month ahead, of the points of a fan of three months that were. */
function sixth(point: NonNullable<ForecastView['fan']>['points'][number], i: number) {
  return point.ahead && (i - 2) % 6 === 0 ? [point.ahead] : []
}
