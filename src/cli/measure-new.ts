import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../kit/error.ts'
import { starter } from '../measures/starter.ts'
import type { Globals } from './answers.ts'
import type { Command } from './command.ts'

/** `hearth measure new`: two files that run, to be changed. */
export const newCommand: Command = program =>
  program
    .command('new <theme/id>')
    .description('start a measure: a query and worked examples that run, to be changed')
    .option('--title <title>', 'its title')
    .option('--to <folder>', "where measures are kept; absent: the council's own, in the home")
    .addHelpText(
      'after',
      '\nExample:\n  hearth measure new placements/in-childrens-homes --title "Children in children\'s homes"',
    )
    .action(async (name: string, options: { readonly title?: string; readonly to?: string }, command) => {
      const { home } = command.optsWithGlobals() as Globals
      const parts = /^([a-z0-9-]+)\/([a-z0-9-]+)$/.exec(name)
      if (!parts)
        throw new UserError(
          'HEARTH-1001',
          `"${name}" is not a theme and an id.`,
          'Write both in lower case with hyphens: placements/in-childrens-homes.',
        )
      const [, theme = '', id = ''] = parts
      const folder = join(options.to ?? join(home, 'measures'), theme)
      const [query, examples] = [join(folder, `${id}.sql`), join(folder, `${id}.examples.yaml`)]
      const there = [query, examples].find(existsSync)
      if (there)
        throw new UserError('HEARTH-1008', `${there} is there already.`, 'Choose another id, or change that file.')
      const text = starter(options.title ?? `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`)
      mkdirSync(folder, { recursive: true })
      writeFileSync(query, text.sql)
      writeFileSync(examples, text.examples)
      process.stdout.write(`${query}\n${examples}\n`)
      process.stderr.write(`Change them, then: hearth measure check ${id}; hearth measure examples ${id}\n`)
    })
