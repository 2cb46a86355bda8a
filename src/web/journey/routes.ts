import type { FastifyPluginAsync } from 'fastify'
import { flowChart } from '../../charts/flow.ts'
import type { Audience } from '../../disclosure/shown.ts'
import { type Day, parseDay } from '../../kit/day.ts'
import type { Desk } from '../../report/desk.ts'
import type { JourneyView } from '../../report/journey-view.ts'
import { pageCache } from '../page-cache.ts'
import { dayAsked } from '../query.ts'
import type { Render } from '../render.ts'

type Options = { readonly desk: Desk; readonly render: Render }
type Asked = { readonly from?: string; readonly to?: string }
type Ends = { readonly start?: Day; readonly end?: Day; readonly problem?: string }

/** The two days of an address, or what is wrong with them. */
function askedDays({ from, to }: Asked): Ends {
  const [start, end] = [from?.trim(), to?.trim()].map(text => (text ? parseDay(text) : undefined))
  if (start === null || end === null) return { problem: 'Enter real days, such as 2026-03-31 or 31/03/2026' }
  if (start && end && start > end) return { problem: 'The first day must come before the last' }
  return { ...(start ? { start } : {}), ...(end ? { end } : {}) }
}

/** GET /journey and /journey/children — how children came in, where they lived and how they left; and who took one way. */
export const journeyPages: FastifyPluginAsync<Options> = async (app, { desk, render }) => {
  const cached = pageCache()
  const audience: Audience = 'analyst'
  app.get<{ Querystring: Asked }>('/journey', async (request, reply) => {
    const { problem, ...days } = askedDays(request.query)
    if (problem) reply.code(400)
    reply.type('text/html')
    const asked = [days.start, days.end, problem]
    return cached({ dataVersion: desk.dataVersion, audience, asked }, async () => {
      const view = await desk.journey({ ...(problem ? {} : days), audience })
      return render('journey.njk', {
        title: 'The journey through care',
        current: '/journey',
        view,
        problem: problem ?? null,
        chart: chart(view),
      })
    })
  })
  app.get<{ Querystring: Asked & { start?: string; end?: string } }>('/journey/children', async (request, reply) => {
    const { from = '', to = '' } = request.query
    const start = dayAsked('start', request.query.start)
    const end = dayAsked('end', request.query.end)
    const people = await desk.journeyPeople({ ...(start ? { start } : {}), ...(end ? { end } : {}), from, to })
    reply.type('text/html')
    return render('children.njk', { title: 'Children who took this way', current: '/journey', people })
  })
}

function chart(view: JourneyView): string {
  const largest = [...view.flows]
    .filter(({ figure }) => figure.kind === 'number')
    .sort((a, b) => (b.figure.kind === 'number' && a.figure.kind === 'number' ? b.figure.value - a.figure.value : 0))[0]
  const label = (id: string): string => [...view.from, ...view.to].find(node => node.id === id)?.label ?? id
  return flowChart({
    id: 'journey',
    title: `The journey through care, ${view.periodText}`,
    describe: `Bands from where ${view.total.text} children were before the period, or how they came in, to where they were on its last day, or how they left.${largest ? ` The largest band, ${largest.figure.text} children, goes from ${label(largest.from)} to ${label(largest.to)}.` : ''} The table under it holds every figure.`,
    from: view.from,
    to: view.to,
    flows: view.flows,
  })
}
