import { fileURLToPath } from 'node:url'
import helmet from '@fastify/helmet'
import files from '@fastify/static'
import fastify, { type FastifyInstance } from 'fastify'
import { UserError } from '../kit/error.ts'
import type { Desk } from '../report/desk.ts'
import { journeyPages } from './journey/routes.ts'
import { measurePages } from './measure/routes.ts'
import { createRenderer } from './render.ts'
import { scorecardPage } from './scorecard/routes.ts'
import { sourcesPage } from './sources/routes.ts'
import { wherePages } from './where/routes.ts'

/** Names by which a browser on this machine may call it: anything else is somebody else's page reaching in. */
const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/**
 * The web app: one plugin a feature, over one desk. Until there is sign-in it answers only to this machine's own names.
 */
export async function createApp(desk: Desk): Promise<FastifyInstance> {
  const app = fastify({ logger: false })
  const render = createRenderer(desk)
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: false,
  })
  app.addHook('onRequest', async (request, reply) => {
    if (!LOCAL.test(request.headers.host ?? ''))
      return reply.code(403).type('text/plain').send('Hearth answers only on this machine until sign-in exists.')
  })
  app.setNotFoundHandler((_, reply) =>
    reply
      .code(404)
      .type('text/html')
      .send(render('problem.njk', { title: 'Page not found', message: 'There is no page at this address.' })),
  )
  app.setErrorHandler((error, _, reply) => {
    if (error instanceof UserError)
      return reply
        .code(404)
        .type('text/html')
        .send(render('problem.njk', { title: 'That did not work', message: error.message, fix: error.fix }))
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    return reply
      .code(500)
      .type('text/html')
      .send(
        render('problem.njk', {
          title: 'Something went wrong',
          message: 'This is a fault of ours. It has been written to the log.',
        }),
      )
  })
  await app.register(files, {
    root: fileURLToPath(new URL('./assets/', import.meta.url)),
    prefix: '/assets/',
    maxAge: '1h',
  })
  await app.register(scorecardPage, { desk, render })
  await app.register(measurePages, { desk, render })
  await app.register(journeyPages, { desk, render })
  await app.register(wherePages, { desk, render })
  await app.register(sourcesPage, { desk, render })
  return app
}
