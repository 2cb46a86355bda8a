import type { FastifyPluginAsync } from 'fastify'
import type { Audience } from '../../disclosure/shown.ts'
import { type Day, parseDay } from '../../kit/day.ts'
import type { Desk } from '../../report/desk.ts'
import { pageCache } from '../page-cache.ts'
import type { Render } from '../render.ts'

type Options = { readonly desk: Desk; readonly render: Render }
type Query = { readonly at?: string }

/** What the address asked for: a day, the default, or a fault to say. */
export function askedDay(text: string | undefined): { readonly at?: Day; readonly problem?: string } {
  if (text === undefined || text.trim() === '') return {}
  const at = parseDay(text)
  return at ? { at } : { problem: 'Enter a real day, such as 2026-03-31 or 31/03/2026' }
}

/** What a link to another page of the same day carries. */
export const sameDay = (at: Day | undefined): string => (at ? `?at=${at}` : '')

/** GET / — the scorecard. */
export const scorecardPage: FastifyPluginAsync<Options> = async (app, { desk, render }) => {
  const cached = pageCache()
  const audience: Audience = 'analyst'
  app.get<{ Querystring: Query }>('/', async (request, reply) => {
    const { at, problem } = askedDay(request.query.at)
    reply.type('text/html')
    if (problem) reply.code(400)
    const asked = problem ? (request.query.at ?? null) : null
    return cached({ dataVersion: desk.dataVersion, audience, asked: [at, asked] }, async () => {
      const view = await desk.scorecard({ ...(at ? { at } : {}), audience })
      return render('scorecard.njk', {
        title: view.title,
        current: '/',
        view,
        problem: problem ?? null,
        asked,
        day: sameDay(at),
      })
    })
  })
}
