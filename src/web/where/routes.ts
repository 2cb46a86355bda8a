import type { FastifyPluginAsync } from 'fastify'
import type { Desk } from '../../report/desk.ts'
import { dayAsked } from '../query.ts'
import type { Render } from '../render.ts'
import { askedDay } from '../scorecard/routes.ts'

/** The table that a parameter of the address names a line of. */
const tables = { host: 'hosts', nation: 'nations', distance: 'distance' } as const

type Options = { readonly desk: Desk; readonly render: Render }

/** GET /where and /where/children — where children live: distance, nation and authority; and the children behind a line: `host`, `nation` or `distance` names it. */
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
  app.get<{ Querystring: Readonly<Record<'at' | keyof typeof tables, string | undefined>> }>(
    '/where/children',
    async (request, reply) => {
      const at = dayAsked('at', request.query.at)
      const view = await desk.where({ ...(at ? { at } : {}), audience: 'analyst' })
      const asked = (['host', 'nation', 'distance'] as const).find(name => request.query[name] !== undefined)
      const table = asked && tables[asked]
      const line = asked && table ? view[table].find(({ id }) => id === request.query[asked]) : undefined
      if (!line || !table) return reply.callNotFound()
      const children = await desk.wherePeople({ at: view.at, line: { table, id: line.id } })
      return reply.type('text/html').send(
        render('where-children.njk', {
          title: `Children who live: ${line.label}`,
          current: '/where',
          view,
          line,
          children,
        }),
      )
    },
  )
}
