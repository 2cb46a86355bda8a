import type { FastifyPluginAsync } from 'fastify'
import { fanChart } from '../../charts/fan.ts'
import { UserError } from '../../kit/error.ts'
import { sayNumber } from '../../kit/text.ts'
import type { Desk } from '../../report/desk.ts'
import type { FanView } from '../../report/forecast-view.ts'
import type { Render } from '../render.ts'

type Options = { readonly desk: Desk; readonly render: Render }
type Query = { readonly months?: string; readonly say?: string }

/** How many months ahead may be asked for. */
const months = ['12', '24', '36'] as const
const DEFAULT_MONTHS = '24'

/** Sentences, a line each. */
const sentences = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '')

/** The fan for a wide page and for a phone: a shrunken drawing cannot be read. */
const drawings = (fan: FanView, council: string): { readonly wide: string; readonly narrow: string } => {
  const drawing = { ...fan, subtitle: `Children in care, ${council}`, format: (n: number) => sayNumber(n) }
  return {
    wide: fanChart({ ...drawing, id: 'fan', width: 880, height: 380 }),
    narrow: fanChart({ ...drawing, id: 'fan-narrow', width: 360, height: 320 }),
  }
}

/** GET /forecast — what is coming: the range of children in care, by placement, the year's end, cost, places, the record, and what-ifs in sentences (`say`, a line each). For analysts. */
export const forecastPage: FastifyPluginAsync<Options> = async (app, { desk, render }) => {
  app.get<{ Querystring: Query }>('/forecast', async (request, reply) => {
    const { query } = request
    reply.type('text/html')
    const horizon = months.find(one => one === (query.months || DEFAULT_MONTHS))
    if (horizon === undefined)
      throw new UserError(
        'HEARTH-1503',
        `The address asks for "months" of "${query.months}", which is none of its answers.`,
        `Ask for one of: ${months.join(', ')}.`,
      )
    const said = sentences(query.say)
    const page = { title: 'What is coming', current: '/forecast', horizon, months, asked: query.say ?? '' }
    const ask = (whatIfs: readonly string[]) =>
      desk.forecast({ horizon: Number(horizon), whatIfs, audience: 'analyst' })
    try {
      const view = await ask(said)
      if (view === 'later') return reply.send(render('forecast-later.njk', { ...page, again: request.url }))
      const drawn = view.fan && drawings(view.fan, view.authority.name)
      return reply.send(render('forecast.njk', { ...page, view, drawn, problem: null }))
    } catch (error) {
      // A sentence that is not understood is said beside the form, with the forecast as it is without it.
      if (!(error instanceof UserError) || error.code !== 'HEARTH-2001') throw error
      const view = await ask([])
      if (view === 'later') throw error
      const drawn = view.fan && drawings(view.fan, view.authority.name)
      const problem = { message: error.message, fix: error.fix }
      return reply.code(400).send(render('forecast.njk', { ...page, view, drawn, problem }))
    }
  })
}
