import { fileURLToPath } from 'node:url'
import helmet from '@fastify/helmet'
import files from '@fastify/static'
import fastify, { type FastifyInstance } from 'fastify'
import type { Desk } from '../report/desk.ts'
import { checkPages } from './check/routes.ts'
import { forecastPage } from './forecast/routes.ts'
import { journeyPages } from './journey/routes.ts'
import { measurePages } from './measure/routes.ts'
import { problemPages } from './problem.ts'
import { qualityPage } from './quality/routes.ts'
import { askedOnce } from './query.ts'
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
        scriptSrc: ["'none'"],
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
  // Pages hold children's figures: no browser or proxy keeps one. Assets say below how long they may be kept.
  app.addHook('onRequest', async (_, reply) => void reply.header('cache-control', 'no-store'))
  app.addHook('onRequest', async (request, reply) => {
    if (!LOCAL.test(request.headers.host ?? ''))
      return reply.code(403).type('text/plain').send('Hearth answers only on this machine until sign-in exists.')
  })
  app.addHook('preValidation', async request => askedOnce(request.query))
  app.addHook('onSend', async (_, reply) => {
    const type = reply.getHeader('content-type')
    if (typeof type === 'string' && /^text\/[^;]+$/.test(type)) reply.header('content-type', `${type}; charset=utf-8`)
  })
  problemPages(app, render)
  await app.register(files, {
    root: fileURLToPath(new URL('./assets/', import.meta.url)),
    prefix: '/assets/',
    maxAge: '1h',
  })
  await app.register(scorecardPage, { desk, render })
  await app.register(measurePages, { desk, render })
  await app.register(journeyPages, { desk, render })
  await app.register(wherePages, { desk, render })
  await app.register(forecastPage, { desk, render })
  await app.register(sourcesPage, { desk, render })
  await app.register(qualityPage, { desk, render })
  await app.register(checkPages, { desk, render })
  return app
}
