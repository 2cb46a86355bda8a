import { createServer, type Server } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { openRecords } from '../records/records.ts'
import type { Desk } from '../report/desk.ts'
import { createApp } from '../web/app.ts'
import { openHomeDesk } from './home.ts'

/** How often, at most, the records are asked which data version is current. */
const ASK_EVERY_MS = 1_000
/** How long a version that is no longer current stays open for pages that are being made. */
const LINGER_MS = 30_000

type Open = { readonly desk: Desk; readonly app: FastifyInstance }

async function open(home: string): Promise<Open> {
  const desk = await openHomeDesk(home)
  const app = await createApp(desk)
  await app.ready()
  return { desk, app }
}

/**
 * A server of the web app over a home's current data version. When an import makes another current, the next page is of that
 * one: the records are asked before a page, and the old version answers until the new one is open.
 */
export async function liveApp(home: string): Promise<{ readonly server: Server; readonly close: () => Promise<void> }> {
  let now = await open(home)
  const records = await openRecords({
    home,
    ...(process.env.DATABASE_URL ? { databaseUrl: process.env.DATABASE_URL } : {}),
  })
  let asked = Date.now()
  let opening: Promise<void> | null = null
  const lingering = new Set<Open>()
  const shut = async (one: Open): Promise<void> => {
    lingering.delete(one)
    await one.app.close()
    one.desk.close()
  }
  async function refresh(): Promise<void> {
    if (Date.now() - asked < ASK_EVERY_MS) return
    asked = Date.now()
    const current = await records.dataVersions.current()
    if (current === null || String(current.number) === now.desk.dataVersion) return
    const before = now
    now = await open(home)
    lingering.add(before)
    setTimeout(() => void shut(before), LINGER_MS).unref()
  }
  const server = createServer((request, response) => {
    opening ??= refresh()
      .catch(error => {
        // The version that is open goes on answering.
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
      })
      .finally(() => {
        opening = null
      })
    void opening.then(() => now.app.routing(request, response))
  })
  return {
    server,
    close: async () => {
      await new Promise<void>(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
      for (const one of [...lingering, now]) await shut(one)
      await records.close()
    },
  }
}
