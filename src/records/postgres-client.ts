import pg from 'pg'
import { UserError } from '../kit/error.ts'

/** Does something in one session of a PostgreSQL server. Throws HEARTH-1403 where the server does not do it; the password never reaches a message. */
export async function connected<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 10_000,
    application_name: 'hearth',
  })
  // A session that the server ends fails at its next query; unheard, it would end the process.
  client.on('error', () => {})
  try {
    await client.connect()
    return await work(client)
  } catch (error) {
    const ofTheServer = error instanceof pg.DatabaseError || (error as NodeJS.ErrnoException).syscall === 'connect'
    if (error instanceof UserError || !ofTheServer) throw error
    throw new UserError(
      'HEARTH-1403',
      `The database that DATABASE_URL names cannot be used: ${(error as Error).message}.`,
      'Check the address, the password, and that the database exists and its user may create tables and schemas.',
    )
  } finally {
    await client.end().catch(() => {})
  }
}
