import type { FastifyPluginAsync } from 'fastify'
import type { Desk } from '../../report/desk.ts'
import { sayFaults } from '../../report/quality-view.ts'
import type { Render } from '../render.ts'
import { askedDay, sameDay } from '../scorecard/routes.ts'

type Options = { readonly desk: Desk; readonly render: Render }

/** GET /quality — faults of the data, those that could move the scorecard furthest first, with the rows to mend. For analysts. */
export const qualityPage: FastifyPluginAsync<Options> = async (app, { desk, render }) => {
  app.get<{ Querystring: { at?: string } }>('/quality', async (request, reply) => {
    const { at, problem } = askedDay(request.query.at)
    if (problem) reply.code(400)
    const { atText, faults } = await desk.quality({ ...(at ? { at } : {}), audience: 'analyst' })
    return reply.type('text/html').send(
      render('quality.njk', {
        title: 'Data quality',
        current: '/quality',
        atText,
        faults: sayFaults(faults),
        at: at ?? '',
        day: sameDay(at),
        problem: problem ?? null,
        asked: problem ? (request.query.at ?? null) : null,
      }),
    )
  })
}
