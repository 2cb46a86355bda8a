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
 * A server of the web app over a home's current data version. When an import makes another current, pages soon follow: the
 * records are asked before a page, and the old version answers until the new one is open.
 */
export async function liveApp(home: string): Promise<{ readonly server: Server; readonly close: () => Promise<void> }> {
  let now = await open(home)
  const records = await openRecords({ home, databaseUrl: process.env.DATABASE_URL })
  let asked = Date.now()
  let opening: Promise<void> | null = null
  const lingering = new Set<Open>()
  const shut = async (one: Open): Promise<void> => {
    lingering.delete(one)
    await one.app.close()
    one.desk.close()
  }
  const log = (error: unknown): void =>
    void process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  async function replace(): Promise<void> {
    const before = now
    now = await open(home)
    lingering.add(before)
    setTimeout(() => void shut(before), LINGER_MS).unref()
  }
  /** Asks what is current; a newer version is opened beside the pages, which the old one answers meanwhile. */
  async function look(): Promise<void> {
    if (opening !== null || Date.now() - asked < ASK_EVERY_MS) return
    asked = Date.now()
    const current = await records.dataVersions.current()
    if (current === null || String(current.number) === now.desk.dataVersion || opening !== null) return
    opening = replace()
      .catch(log)
      .finally(() => {
        opening = null
      })
  }
  const server = createServer((request, response) => {
    void look()
      .catch(log)
      .then(() => now.app.routing(request, response))
  })
  return {
    server,
    close: async () => {
      await new Promise<void>(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
      await opening
      for (const one of [...lingering, now]) await shut(one)
      await records.close()
    },
  }
}
