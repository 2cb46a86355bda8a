import { createServer, type Server } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { openRecords, type Records } from '../records/records.ts'
import type { Desk } from '../report/desk.ts'
import { createApp } from '../web/app.ts'
import { openHomeDesk } from './home.ts'

/** How often, at most, the records are asked which data version is current. */
const ASK_EVERY_MS = 1_000
/** How long a version that is no longer current stays open for pages that are being made. */
const LINGER_MS = 30_000

/** `decided`: by which decisions about measures its figures are told. */
type Open = { readonly desk: Desk; readonly app: FastifyInstance; readonly decided: string }

/** What was decided to be shown as a number only: a page must follow it, as it follows the data. */
const decisionsIn = async ({ words }: Records): Promise<string> =>
  (await words.current('number-only')).map(({ id }) => id).join()

async function open(home: string, records: Records): Promise<Open> {
  const decided = await decisionsIn(records)
  const desk = await openHomeDesk(home)
  const app = await createApp(desk)
  await app.ready()
  return { desk, app, decided }
}

/**
 * A server of the web app over a home's current data version. When an import makes another current, or it is decided that a measure is shown otherwise, pages soon follow: the
 * records are asked before a page, and the old version answers until the new one is open.
 */
export async function liveApp(home: string): Promise<{ readonly server: Server; readonly close: () => Promise<void> }> {
  const records = await openRecords({ home, databaseUrl: process.env.DATABASE_URL })
  let now = await open(home, records).catch(async error => {
    await records.close()
    throw error
  })
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
    now = await open(home, records)
    lingering.add(before)
    setTimeout(() => void shut(before), LINGER_MS).unref()
  }
  /** Asks what is current; a newer version is opened beside the pages, which the old one answers meanwhile. */
  async function look(): Promise<void> {
    if (opening !== null || Date.now() - asked < ASK_EVERY_MS) return
    asked = Date.now()
    const current = await records.dataVersions.current()
    if (current === null) return
    if (String(current.number) === now.desk.dataVersion && (await decisionsIn(records)) === now.decided) return
    if (opening !== null) return
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
