import type { FastifyPluginAsync } from 'fastify'
import type { Desk } from '../../report/desk.ts'
import { dayAsked } from '../query.ts'
import type { Render } from '../render.ts'

type Options = { readonly desk: Desk; readonly render: Render }

/** GET /sources — what is here, how fresh, what is missing and what each feeds. */
export const sourcesPage: FastifyPluginAsync<Options> = async (app, { desk, render }) => {
  app.get<{ Querystring: { at?: string } }>('/sources', async (request, reply) => {
    const at = dayAsked('at', request.query.at)
    const view = await desk.sources({ ...(at ? { at } : {}), audience: 'analyst' })
    return reply.type('text/html').send(render('sources.njk', { title: 'Sources', current: '/sources', view }))
  })
}
