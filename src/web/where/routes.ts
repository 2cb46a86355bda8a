import type { FastifyPluginAsync } from 'fastify'
import type { Desk } from '../../report/desk.ts'
import { dayAsked } from '../query.ts'
import type { Render } from '../render.ts'
import { askedDay } from '../scorecard/routes.ts'

type Options = { readonly desk: Desk; readonly render: Render }

/** GET /where and /where/children — where children live: distance, nation and authority; and who lives in one. */
export const wherePages: FastifyPluginAsync<Options> = async (app, { desk, render }) => {
  app.get<{ Querystring: { at?: string } }>('/where', async (request, reply) => {
    const { at, problem } = askedDay(request.query.at)
    if (problem) reply.code(400)
    const view = await desk.where({ ...(at ? { at } : {}), audience: 'analyst' })
    return reply.type('text/html').send(
      render('where.njk', {
        title: 'Where children live',
        current: '/where',
        view,
        problem: problem ?? null,
        asked: request.query.at ?? null,
      }),
    )
  })
  app.get<{ Querystring: { at?: string; host?: string } }>('/where/children', async (request, reply) => {
    const at = dayAsked('at', request.query.at)
    const host = request.query.host ?? ''
    const view = await desk.where({ ...(at ? { at } : {}), audience: 'analyst' })
    const line = view.hosts.find(({ id }) => id === host)
    if (!line) return reply.callNotFound()
    const children = await desk.wherePeople({ at: view.at, host: host === 'not_known' ? null : host })
    return reply.type('text/html').send(
      render('where-children.njk', {
        title: `Children who live in ${line.label}`,
        current: '/where',
        view,
        line,
        children,
      }),
    )
  })
}
