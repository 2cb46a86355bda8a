import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { disclose } from '../../disclosure/pack.ts'
import type { Shown } from '../../disclosure/shown.ts'
import { day } from '../../kit/day.ts'
import type { Desk } from '../../report/desk.ts'
import type { PlaceLine, WhereLine } from '../../report/where-view.ts'
import { createRenderer } from '../render.ts'
import { wherePages } from './routes.ts'

const figure = (value: number, text: string): Shown => {
  const shown = disclose({ audience: 'analyst', cells: [{ id: 'it', value, text, people: [] }] }).get('it')
  if (!shown) throw new Error('not decided')
  return shown
}
const line = (id: string, label: string, children: number): PlaceLine => ({
  id,
  label,
  children: figure(children, `${children}`),
  share: figure(children / 100, `${children}%`),
})
const asked: WhereLine[] = []
const desk = {
  authority: { code: 'E06', name: 'Northtown' },
  synthetic: false,
  where: () =>
    Promise.resolve({
      authority: { code: 'E06', name: 'Northtown' },
      at: day('2026-03-31'),
      atText: '31 March 2026',
      total: figure(3, '3'),
      distance: [line('within_20', '20 miles or less', 2), line('over_20', 'More than 20 miles', 1)],
      nations: [line('Wales', 'Wales', 1)],
      hosts: [line('E06', 'Northtown', 2)],
    }),
  wherePeople: (given: { readonly line: WhereLine }) => {
    asked.push(given.line)
    return Promise.resolve(['C7'])
  },
} as unknown as Desk
const app = Fastify()
app.register(wherePages, { desk, render: createRenderer(desk) })
const get = (url: string) => app.inject({ url })

test('each number opens its children, by distance, nation and authority; one child is said as one', async () => {
  const { body } = await get('/where')
  for (const query of ['distance=over_20', 'nation=Wales', 'host=E06'])
    expect(body).toContain(`href="/where/children?${query}&amp;at=2026-03-31"`)
  expect(body).toContain('aria-label="1 child: Wales"')
  expect(body).toContain('aria-label="2 children: Northtown"')
})

test('the page says why its share far from home is not that of the scorecard', async () =>
  expect((await get('/where')).body).toMatch(/PLC-01.*leaves out unaccompanied asylum-seeking children/s))

test('the children of a line are those of its table, and a line that is not there leads nowhere', async () => {
  expect((await get('/where/children?distance=over_20')).body).toContain('<li>C7</li>')
  expect((await get('/where/children?nation=Wales')).body).toContain('Wales')
  expect(asked).toEqual([
    { table: 'distance', id: 'over_20' },
    { table: 'nations', id: 'Wales' },
  ])
  expect((await get('/where/children?nation=E06')).statusCode).toBe(404)
})
