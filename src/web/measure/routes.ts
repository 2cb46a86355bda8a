import type { FastifyPluginAsync } from 'fastify'
import type { Audience } from '../../disclosure/shown.ts'
import type { Desk } from '../../report/desk.ts'
import { pageCache } from '../page-cache.ts'
import type { Render } from '../render.ts'
import { askedDay, sameDay } from '../scorecard/routes.ts'
import { measureCharts } from './charts.ts'

type Options = { readonly desk: Desk; readonly render: Render }

/** GET /measures and GET /measures/:name — the list, and one page a measure. */
export const measurePages: FastifyPluginAsync<Options> = async (app, { desk, render }) => {
  const cached = pageCache()
  const audience: Audience = 'analyst'
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
    const asked = problem ? (request.query.at ?? null) : null
    return cached({ dataVersion: desk.dataVersion, audience, asked: [name, at, asked] }, async () => {
      const view = await desk.measure(name, { ...(at ? { at } : {}), audience })
      return render('measure.njk', {
        title: view.row.title,
        current: null,
        view,
        problem: problem ?? null,
        asked,
        here: `/measures/${encodeURIComponent(name)}`,
        day: sameDay(at),
        charts: measureCharts(view),
      })
    })
  })
}
