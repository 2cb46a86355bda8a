import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command as Program } from 'commander'
import { UserError } from '../kit/error.ts'
import type { Command } from './command.ts'

/** Every command, in the order that help lists them. Each is loaded when asked for: none waits for another's libraries. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.ts')).startCommand,
  sample: async () => (await import('./sample.ts')).sampleCommand,
  import: async () => (await import('./import.ts')).importCommand,
  check: async () => (await import('./check.ts')).checkCommand,
  quality: async () => (await import('./quality.ts')).qualityCommand,
  sources: async () => (await import('./sources.ts')).sourcesCommand,
  versions: async () => (await import('./versions.ts')).versionsCommand,
  scorecard: async () => (await import('./scorecard.ts')).scorecardCommand,
  paper: async () => (await import('./paper.ts')).paperCommand,
  series: async () => (await import('./series.ts')).seriesCommand,
  people: async () => (await import('./people.ts')).peopleCommand,
  why: async () => (await import('./why.ts')).whyCommand,
  forecast: async () => (await import('./forecast.ts')).forecastCommand,
  proof: async () => (await import('./proof.ts')).proofCommand,
  verify: async () => (await import('./verify.ts')).verifyCommand,
  edition: async () => (await import('./edition.ts')).editionCommand,
  words: async () => (await import('./words.ts')).wordsCommand,
  backup: async () => (await import('./backup.ts')).backupCommand,
  restore: async () => (await import('./restore.ts')).restoreCommand,
  measure: async () => (await import('./measure.ts')).measureCommand,
}

/** The command that a line names, alone; all of them where it names none or its first known word may be something else. */
const loadersFor = (argv: readonly string[]): readonly (() => Promise<Command>)[] => {
  const word = argv.find((given, i) => !given.startsWith('-') && argv[i - 1] !== '--home')
  const found = word !== undefined && Object.hasOwn(commands, word) ? commands[word] : undefined
  return found ? [found] : Object.values(commands)
}

const DONE = 0
const WRONG_USE = 2
const OUR_FAULT = 3

/** A fault as people read it, or as one line of JSON for programs. */
function sayFault(error: UserError, json: boolean): string {
  const { code, message, fix, where } = error
  if (json) return JSON.stringify({ error: { code, message, fix, file: where.file ?? null, line: where.line ?? null } })
  const place = where.file ? `${where.file}${where.line ? `:${where.line}` : ''}: ` : ''
  return `${place}${message}\nWhat to do: ${fix}\n(${code}, see docs/errors/${code}.md)`
}

/** A reader that closes early (`hearth series | head`) is no fault. */
function closedEarly(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(DONE)
  throw error
}

/** A command line that is not understood, in commander's words. */
const notUnderstood = (said: string): UserError => {
  const plain = said.replace(/^error: /, '').replaceAll(/\s+/g, ' ')
  return new UserError(
    'HEARTH-1001',
    `${plain.charAt(0).toUpperCase()}${plain.slice(1)}${/[.?!)]$/.test(plain) ? '' : '.'}`,
    '`hearth --help` lists the commands, `hearth COMMAND --help` the options of one.',
  )
}

/** Runs one command line. Gives the exit code: 0 done, 1 findings, 2 wrong use or bad input, 3 a fault of ours. */
export async function run(argv: readonly string[], version: string): Promise<number> {
  if (!process.stdout.listeners('error').includes(closedEarly)) process.stdout.on('error', closedEarly)
  const program = new Program('hearth')
    .description('Hearth: the performance system for corporate parenting')
    .option('--home <folder>', 'where the installation keeps everything', process.env.HEARTH_HOME ?? './var')
    .option('--json', 'faults and answers as JSON')
    .version(version, '--version', 'which Hearth this is')
    .showHelpAfterError('(hearth --help lists the commands)')
    .exitOverride()
  const json = argv.includes('--json')
  // What is wrong with the line is said below as an object; commands made from here on have this too.
  if (json) program.configureOutput({ writeErr: () => {} })
  // A restore that was killed between two names is ended by whoever comes next.
  program.hook('preAction', async () => {
    const home = String(program.opts().home)
    if (!existsSync(`${resolve(home)}.restored`)) return
    await (await import('../backup/settle.ts')).settleRestore(home, process.env.DATABASE_URL)
  })
  for (const load of loadersFor(argv)) (await load())(program)
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return typeof process.exitCode === 'number' ? process.exitCode : DONE
  } catch (error) {
    if (error instanceof UserError) {
      process.stderr.write(`${sayFault(error, json)}\n`)
      return WRONG_USE
    }
    // Commander has already said what was wrong with the command line; its own exit code 0 is help that was asked for.
    if (
      error instanceof Error &&
      'exitCode' in error &&
      'code' in error &&
      String(error.code).startsWith('commander.')
    ) {
      if (error.exitCode === 0) return DONE
      const said = error.code === 'commander.help' ? 'A command is needed.' : error.message
      if (json) process.stderr.write(`${sayFault(notUnderstood(said), true)}\n`)
      return WRONG_USE
    }
    process.stderr.write(`This is a fault of ours.\n${error instanceof Error ? error.stack : String(error)}\n`)
    return OUR_FAULT
  }
}
