import { readFileSync } from 'node:fs'
import type { Globals } from './answers.ts'
import type { Command } from './command.ts'
import { allMeasures } from './home.ts'
import { checkCommand, examplesCommand } from './measure-check.ts'
import { compareCommand } from './measure-compare.ts'
import { diffCommand } from './measure-diff.ts'
import { listCommand } from './measure-list.ts'
import { newCommand } from './measure-new.ts'
import { measureAsked } from './measure-reference.ts'

/** `hearth measure show`: one definition, as it stands in its file. */
const showCommand: Command = program =>
  program
    .command('show <measure>')
    .description('one definition')
    .addHelpText('after', '\nExample:\n  hearth measure show PLC-01')
    .action((name: string, _: unknown, command) => {
      const { home, json } = command.optsWithGlobals() as Globals
      const measure = measureAsked(home, { measures: allMeasures(home) }, name)
      const { sqlLine: _line, ...definition } = measure
      process.stdout.write(json ? `${JSON.stringify(definition)}\n` : readFileSync(measure.file, 'utf8'))
    })

/** `hearth measure …`: the definitions. */
export const measureCommand: Command = program => {
  const group = program
    .command('measure')
    .description('the definitions of measures: list, show, check, examples, compare, diff, new')
  for (const add of [listCommand, showCommand, checkCommand, examplesCommand, compareCommand, diffCommand, newCommand])
    add(group)
}
