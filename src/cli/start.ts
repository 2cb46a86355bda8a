import type { Server } from 'node:http'
import { join } from 'node:path'
import { UserError } from '../kit/error.ts'
import { openRecords } from '../records/records.ts'
import { writeWords } from '../sample/words.ts'
import type { Command } from './command.ts'
import { importInto } from './import.ts'
import { liveApp } from './live-app.ts'
import { lastMonthEnd, makeSample } from './sample.ts'
import { importWords } from './words.ts'

/** Only this machine, until there is sign-in. */
const LOOPBACK = ['127.0.0.1', 'localhost', '::1']

async function isEmpty(home: string): Promise<boolean> {
  const records = await openRecords({ home, databaseUrl: process.env.DATABASE_URL })
  try {
    return (await records.dataVersions.current()) === null
  } finally {
    await records.close()
  }
}

/** Builds the synthetic council and imports it into an empty home. */
async function firstLight(home: string): Promise<void> {
  const say = (words: string): boolean => process.stderr.write(`${words}\n`)
  say('This home is empty: building a synthetic council to try Hearth on (invented children, about half a minute)…')
  const to = join(home, 'sample')
  const at = lastMonthEnd()
  const summary = await makeSample({
    to,
    children: 600,
    years: 8,
    authorities: 1,
    toDate: at,
    seed: 1,
    faults: 0.02,
    xml: true,
    extracts: true,
  })
  say(`${summary.inCare} children in care, ${summary.years.length} yearly returns, in ${to}. Importing them…`)
  const years = summary.years.map(year => join(to, year))
  const besides = ['reference', 'extracts', 'ssd', 'annex-a'].map(name => join(to, name))
  const { report } = await importInto(home, [...years, ...besides], {})
  const [authority] = summary.authorities
  const words = await writeWords(to, authority?.name ?? '', at)
  const { plan } = await importWords(home, [words])
  say(
    `Data version ${report.version} is ready, with ${plan.words.length} pieces of what officers and members say (${words}).`,
  )
}

/** Listens, and gives the address. Throws HEARTH-1502 where the port is in use. */
function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new UserError(
              'HEARTH-1502',
              `Port ${port} is in use.`,
              'Choose another: PORT=3001 npm start, or hearth start --port 3001.',
            )
          : error,
      ),
    )
    server.listen({ port, host }, () => {
      const found = server.address()
      const at = typeof found === 'object' && found ? found.port : port
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${at}`)
    })
  })
}

/** `hearth start`: serves the web app; on an empty home, first builds and imports the synthetic council. */
export const startCommand: Command = program =>
  program
    .command('start')
    .description('serve the web app; on an empty home, first build a synthetic council')
    .option('--port <n>', 'the port', process.env.PORT ?? '3000')
    .option('--host <address>', 'the address, on this machine', process.env.HOST ?? '127.0.0.1')
    .addHelpText('after', '\nExample:\n  hearth start --port 3000')
    .action(async (options: { readonly port: string; readonly host: string }, command) => {
      const { home } = command.optsWithGlobals() as { home: string }
      if (!LOOPBACK.includes(options.host))
        throw new UserError(
          'HEARTH-1501',
          `Hearth will not listen on ${options.host}: there is no sign-in yet, and these are children’s records.`,
          `Use one of: ${LOOPBACK.join(', ')}.`,
        )
      const port = Number(options.port)
      if (!Number.isInteger(port) || port < 0 || port > 65_535)
        throw new UserError('HEARTH-1001', `--port is "${options.port}".`, 'Use a number from 1 to 65535.')
      if (await isEmpty(home)) await firstLight(home)
      const { server, close } = await liveApp(home)
      const stop = new Promise<void>(resolve => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
      })
      try {
        const address = await listen(server, port, options.host)
        process.stdout.write(
          `\nHearth is at ${address}\n  The scorecard: ${address}/\n  Every measure: ${address}/measures\n  In a terminal: npx hearth scorecard\nPress Ctrl+C to stop.\n`,
        )
        await stop
      } finally {
        await close()
      }
    })
