import type { FastifyInstance } from 'fastify'
import { UserError } from '../kit/error.ts'
import { type ErrorCode, errorTitles } from '../kit/error-titles.ts'
import { capitalised } from '../kit/text.ts'
import type { Render } from './render.ts'

/** What was asked for and is not there. */
const NOT_THERE: ReadonlySet<ErrorCode> = new Set(['HEARTH-1201', 'HEARTH-1211'])

/** What cannot be reached now and may be later: the home, the database. */
const NOT_NOW: ReadonlySet<ErrorCode> = new Set(['HEARTH-1401', 'HEARTH-1403'])

/**
 * The status of a page that says what somebody can mend: 400 what was asked is wrong (10xx, 15xx), 404 it is not there, 503 it
 * cannot be reached now, 409 what is held does not allow it (nothing imported yet, a definition that is wrong). Never 500.
 */
export function statusOf(code: ErrorCode): 400 | 404 | 409 | 503 {
  if (NOT_THERE.has(code)) return 404
  if (NOT_NOW.has(code)) return 503
  return /^HEARTH-1[05]/.test(code) ? 400 : 409
}

/** A fault that Fastify found in the request itself: an address that cannot be read, a body too long. */
const statusGiven = (error: unknown): number | null =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' && error.statusCode < 500
    ? error.statusCode
    : null

/** The pages of what went wrong: no page there, what somebody can mend, and a fault of ours, which alone is 500 and logged. */
export function problemPages(app: FastifyInstance, render: Render): void {
  app.setNotFoundHandler((_, reply) =>
    reply
      .code(404)
      .type('text/html')
      .send(render('problem.njk', { title: 'Page not found', message: 'There is no page at this address.' })),
  )
  app.setErrorHandler((error, _, reply) => {
    reply.type('text/html')
    if (error instanceof UserError) {
      const { code, message, fix } = error
      const page = { title: capitalised(errorTitles[code]), message, fix, code }
      return reply.code(statusOf(code)).send(render('problem.njk', page))
    }
    const given = statusGiven(error)
    if (given !== null)
      return reply
        .code(given)
        .send(render('problem.njk', { title: 'Not understood', message: 'The address or the request cannot be read.' }))
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    return reply.code(500).send(
      render('problem.njk', {
        title: 'Something went wrong',
        message: 'This is a fault of ours. It has been written to the log.',
      }),
    )
  })
}
