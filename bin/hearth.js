#!/usr/bin/env node
// Plain JavaScript that an old Node can run: it finds Node 24 or newer and runs Hearth there, or says what to do.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as module from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const WANTED = 24
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
// A checkout runs its TypeScript; the installed package has JavaScript only.
const source = join(root, 'src', 'cli', 'main.ts')
const main = existsSync(source) ? source : join(root, 'dist', 'src', 'cli', 'main.js')

const major = version => Number(String(version).trim().replace(/^v/, '').split('.')[0])

// The platform's own Node 24 comes through npm as a plain package, so it is there even after `npm ci --ignore-scripts`.
function packaged() {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  try {
    const folder = dirname(module.createRequire(import.meta.url).resolve(`${name}/package.json`))
    return join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  } catch {
    return null
  }
}

function newEnough(program) {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  return status === 0 && major(stdout) >= WANTED
}

if (major(process.version) >= WANTED) {
  // What was compiled once is kept in the temporary folder: the next command starts sooner.
  module.enableCompileCache?.()
  const { run } = await import(pathToFileURL(main).href)
  const { version } = module.createRequire(import.meta.url)('../package.json')
  process.exitCode = await run(process.argv.slice(2), version)
} else {
  const program = [process.env.HEARTH_NODE, packaged(), 'node24'].find(candidate => candidate && newEnough(candidate))
  if (!program) {
    process.stderr.write(
      `Hearth needs Node ${WANTED} or newer; this is ${process.version}.\n` +
        'What to do: run `npm ci` without --omit=optional (it brings Node 24 for Linux and Windows), ' +
        'or install Node 24 from nodejs.org, or set HEARTH_NODE to its path.\n',
    )
    process.exit(2)
  }
  const child = spawn(
    program,
    ['--disable-warning=ExperimentalWarning', fileURLToPath(import.meta.url), ...process.argv.slice(2)],
    { stdio: 'inherit' },
  )
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}
