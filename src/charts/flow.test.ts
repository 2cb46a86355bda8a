import { expect, test } from 'vitest'
import { disclose } from '../disclosure/pack.ts'
import { flowChart } from './flow.ts'

const figures = disclose({
  audience: 'board',
  cells: [
    ['a', 40],
    ['b', 3],
    ['c', 43],
    ['a>c', 40],
    ['b>c', 3],
  ].map(([id, n]) => ({ id: String(id), value: Number(n), text: String(n), people: [Number(n)] })),
})
const figure = (id: string) => {
  const found = figures.get(id)
  if (!found) throw new Error(id)
  return found
}
const chart = flowChart({
  id: 'f',
  title: 'The journey',
  describe: 'Bands',
  from: [
    { id: 'a', label: 'Came & stayed', side: 'move', figure: figure('a') },
    { id: 'b', label: 'Others', side: 'move', figure: figure('b') },
  ],
  to: [{ id: 'c', label: 'In care', side: 'stay', figure: figure('c') }],
  flows: [
    { from: 'a', to: 'c', figure: figure('a>c') },
    { from: 'b', to: 'c', figure: figure('b>c') },
  ],
})

test('a flow has a title, a description and real text, and a hidden one has no band', () => {
  expect(chart).toContain('<title id="f-title">The journey</title>')
  expect(chart).toContain('role="img"')
  expect(chart).toContain('Came &amp; stayed: 40')
  expect(chart).toContain('Others: [c]')
  expect(chart.match(/class="flow /g)).toHaveLength(1)
})

test('nothing of a hidden figure can be measured in the drawing', () => {
  // The bar of three children is as tall as room for its words asks, whatever the number.
  expect(chart).not.toContain('>3<')
  expect(chart.match(/height="18"/g)?.length).toBeGreaterThan(0)
})

test('words of any length have room: none begins left of the drawing', () => {
  const long = 'To relatives or others without parental responsibility, by agreement'
  const wide = flowChart({
    id: 'f',
    title: 'T',
    describe: 'D',
    from: [{ id: 'a', label: long, side: 'move', figure: figure('a') }],
    to: [{ id: 'c', label: 'In care', side: 'stay', figure: figure('c') }],
    flows: [],
  })
  const x = Number(/class="flow-label" x="([\d.]+)"/.exec(wide)?.[1])
  expect(x).toBeGreaterThan(8 * `${long}: 40`.length)
})
