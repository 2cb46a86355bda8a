import type { FastifyPluginAsync } from 'fastify'
import { fanChart } from '../../charts/fan.ts'
import { linesOnChart } from '../../charts/lines-on.ts'
import { UserError } from '../../kit/error.ts'
import { sayNumber } from '../../kit/text.ts'
import type { Desk } from '../../report/desk.ts'
import type { ForecastView } from '../../report/forecast-view.ts'
import { whatIfForms, whatIfSaid } from '../../report/what-if-form.ts'
import type { Render } from '../render.ts'

type Options = { readonly desk: Desk; readonly render: Render }
type Query = { readonly months?: string; readonly say?: string; readonly [field: string]: string | undefined }

/** How many months ahead may be asked for. */
const months = ['12', '24', '36'] as const
const DEFAULT_MONTHS = '24'

/** Sentences, a line each. */
const sentences = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '')

/** A drawing for a wide page and for a phone: a shrunken one cannot be read. */
type Drawings = { readonly wide: string; readonly narrow: string }
type Size = { readonly id: string; readonly width: number; readonly height: number }

const twice = (id: string, height: number, draw: (size: Size) => string): Drawings => ({
  wide: draw({ id, width: 880, height }),
  narrow: draw({ id: `${id}-narrow`, width: 360, height: height - 60 }),
})

/** The fan, and the lines that are no forecast; null where there is none. */
function drawings({ fan, lines, authority }: ForecastView): {
  readonly fan: Drawings | null
  readonly lines: Drawings | null
} {
  const more = { subtitle: `Children in care, ${authority.name}`, format: (n: number) => sayNumber(n) }
  return {
    fan: fan && twice('fan', 380, size => fanChart({ ...fan, ...more, ...size })),
    lines: lines && twice('lines', 320, size => linesOnChart({ ...lines, ...more, ...size })),
  }
}

/** The address of what-ifs in sentences: what a form of fields leads to. */
const addressOf = (horizon: string, said: readonly string[]): string =>
  `/forecast?${new URLSearchParams({ months: horizon, say: said.join('\n') })}#what-if`

/** What is wrong with a what-if, and where it was put: in the sentences or in the form of fields. Any other error is thrown on. */
function problemOf(
  error: unknown,
  of: 'say' | 'fields',
): { readonly of: string; readonly message: string; readonly fix: string } {
  if (!(error instanceof UserError) || error.code !== 'HEARTH-2001') throw error
  return { of, message: error.message, fix: error.fix }
}

/**
 * GET /forecast — what is coming: the range of children in care, by placement, the year's end, cost, places, the record, and what-ifs in
 * sentences (`say`, a line each). A form of fields (`what` and its own) leads to the same address with the sentence that it says. For analysts.
 */
export const forecastPage: FastifyPluginAsync<Options> = async (app, { desk, render }) => {
  app.get<{ Querystring: Query }>('/forecast', async (request, reply) => {
    const { query } = request
    const horizon = months.find(one => one === (query.months || DEFAULT_MONTHS))
    if (horizon === undefined)
      throw new UserError(
        'HEARTH-1503',
        `The address asks for "months" of "${query.months}", which is none of its answers.`,
        `Ask for one of: ${months.join(', ')}.`,
      )
    const said = sentences(query.say)
    const ask = (whatIfs: readonly string[]) =>
      desk.forecast({ horizon: Number(horizon), whatIfs, audience: 'analyst' })
    let problem: ReturnType<typeof problemOf> | null = null
    try {
      const sentence = whatIfSaid(query)
      if (sentence !== null) return reply.redirect(addressOf(horizon, [...said, sentence]), 303)
    } catch (error) {
      problem = problemOf(error, 'fields')
    }
    // A sentence that is not understood is said beside the form, with the forecast as it is without it.
    const view = await ask(said).catch((error: unknown) => {
      problem = problemOf(error, 'say')
      return ask([])
    })
    const page = { current: '/forecast', horizon, months, asked: query.say ?? '' }
    reply.type('text/html').code(problem === null ? 200 : 400)
    if (view === 'later')
      return reply.send(render('forecast-later.njk', { ...page, title: 'What is coming', problem, again: request.url }))
    const title = `${problem === null ? '' : 'Error: '}What is coming`
    const forms = view.why === null ? whatIfForms(view.at, Number(horizon), query) : []
    return reply.send(render('forecast.njk', { ...page, title, view, drawn: drawings(view), forms, problem }))
  })
}
