import type { FastifyPluginAsync } from 'fastify'
import { trendChart } from '../../charts/trend.ts'
import type { Shown } from '../../disclosure/shown.ts'
import { sayNumber } from '../../kit/text.ts'
import type { Desk } from '../../report/desk.ts'
import type { MeasureView } from '../../report/measure-view.ts'
import type { PeriodFigure } from '../../report/scorecard-view.ts'
import { pageCache } from '../page-cache.ts'
import type { Render } from '../render.ts'
import { askedDay, sameDay } from '../scorecard/routes.ts'

type Options = { readonly desk: Desk; readonly render: Render }

/** GET /measures and GET /measures/:name — the list, and one page a measure. */
export const measurePages: FastifyPluginAsync<Options> = async (app, { desk, render }) => {
  const cached = pageCache()
  app.get('/measures', (_, reply) =>
    reply
      .type('text/html')
      .send(render('list.njk', { title: 'All measures', current: '/measures', list: desk.list() })),
  )
  app.get<{ Params: { name: string }; Querystring: { at?: string } }>('/measures/:name', async (request, reply) => {
    const { at, problem } = askedDay(request.query.at)
    reply.type('text/html')
    if (problem) reply.code(400)
    const { name } = request.params
    return cached(`${desk.dataVersion} ${name} ${at ?? ''} ${problem ? request.query.at : ''}`, async () => {
      const view = await desk.measure(name, { ...(at ? { at } : {}), audience: 'analyst' })
      return render('measure.njk', {
        title: view.row.title,
        current: null,
        view,
        problem: problem ?? null,
        asked: problem ? (request.query.at ?? null) : null,
        here: `/measures/${encodeURIComponent(name)}`,
        day: sameDay(at),
        chart: chart('trend', view, view.row.trend),
        longChart: chart('long', view, view.long),
      })
    })
  })
}

/** The unit decides how an axis value is written, with as many decimals as it has: 1.05 is not written as 1.1. */
const axis =
  (unit: string) =>
  (value: number): string => {
    const scaled = unit === '%' ? Math.round(value * 1e6) / 1e4 : value
    const places = [0, 1, 2].find(n => Math.abs(scaled - Number(scaled.toFixed(n))) < 1e-9) ?? 3
    return `${sayNumber(scaled, places)}${unit === '%' ? '%' : ''}`
  }

function chart(id: string, view: MeasureView, periods: readonly PeriodFigure[]): string {
  const { row } = view
  const aim: Shown | undefined = row.target?.value
  return trendChart({
    id,
    title: row.title,
    subtitle: `${row.title}, ${view.authority.name}, ${row.unit}`,
    points: periods.map(({ period, short, figure }) => ({ period, short, figure })),
    format: axis(row.unit),
    target: aim?.kind === 'number' ? { value: aim.value, text: `Target: ${row.targetText}` } : null,
  })
}
