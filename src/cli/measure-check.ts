import { existsSync } from 'node:fs'
import { examplesFile, readExamples } from '../definitions/examples.ts'
import { type MeasureDefinition, readMeasure } from '../definitions/measure.ts'
import { UserError } from '../kit/error.ts'
import { checkDefinition, emptySession, runExamples } from '../measures/measures.ts'
import type { Globals } from './answers.ts'
import type { Command } from './command.ts'
import { allMeasures } from './home.ts'
import { measureAsked } from './measure-reference.ts'

const sayWhere = ({ where, message, fix, code }: UserError): string =>
  `${where.file ? `${where.file}:${where.line ?? 1}: ` : ''}${message} ${fix} (${code})\n`

/** The measures of these names, themes, references or files; all where none are named. Faults are collected. */
function chosenOf(
  home: string,
  names: readonly string[],
  faults: UserError[],
): { readonly all: ReadonlyMap<string, MeasureDefinition>; readonly chosen: readonly MeasureDefinition[] } {
  const all = new Map(allMeasures(home, faults))
  const chosen = names.flatMap(name => {
    try {
      if (name.endsWith('.sql') && existsSync(name)) {
        const measure = readMeasure(name)
        all.set(measure.id, measure)
        return [measure]
      }
      const theme = [...all.values()].filter(measure => measure.theme === name)
      return theme.length ? theme : [measureAsked(home, { measures: all }, name)]
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      faults.push(error)
      return []
    }
  })
  return { all, chosen: names.length ? chosen : [...all.values()] }
}

/** `hearth measure check`: whether measure files are sound: header, query, columns, slices and examples. */
export const checkCommand: Command = program =>
  program
    .command('check [names...]')
    .description('whether measure files are sound; ids, themes, references or files, absent: all')
    .addHelpText('after', '\nExample:\n  hearth measure check measures/placements/placed-over-20-miles.sql')
    .action(async (names: readonly string[], _: unknown, command) => {
      const { home, json } = command.optsWithGlobals() as Globals
      const faults: UserError[] = []
      const { all, chosen } = chosenOf(home, names, faults)
      const session = await emptySession(all)
      try {
        for (const measure of chosen) {
          try {
            await checkDefinition(session, measure)
            const { missingKinds } = readExamples(examplesFile(measure.file))
            if (missingKinds.length)
              faults.push(
                new UserError(
                  'HEARTH-1213',
                  `There is no worked example of: ${missingKinds.join(', ')}.`,
                  'Add one, or say under not_applicable why there cannot be one.',
                  { file: examplesFile(measure.file), line: 1 },
                ),
              )
          } catch (error) {
            if (!(error instanceof UserError)) throw error
            faults.push(error)
          }
        }
      } finally {
        session.engine.close()
      }
      for (const fault of faults) {
        const { code, message, fix, where } = fault
        process.stderr.write(
          json
            ? `${JSON.stringify({ error: { code, message, fix, file: where.file ?? null, line: where.line ?? null } })}\n`
            : sayWhere(fault),
        )
      }
      process.stdout.write(
        json
          ? `${JSON.stringify({ checked: chosen.length, faults: faults.length })}\n`
          : `${chosen.length} measures checked, ${faults.length} faults\n`,
      )
      if (faults.length) process.exitCode = 2
    })

/** `hearth measure examples`: runs the worked examples. Exit code 1 where one does not hold. */
export const examplesCommand: Command = program =>
  program
    .command('examples [names...]')
    .description('run the worked examples of measures')
    .addHelpText('after', '\nExample:\n  hearth measure examples PLC-01')
    .action(async (names: readonly string[], _: unknown, command) => {
      const { home, json } = command.optsWithGlobals() as Globals
      const faults: UserError[] = []
      const { all, chosen } = chosenOf(home, names, faults)
      if (faults[0]) throw faults[0]
      const results = await runExamples(all, chosen)
      const wrong = results.filter(result => result.wrong.length > 0)
      if (json) process.stdout.write(`${JSON.stringify({ examples: results.length, wrong })}\n`)
      else {
        for (const { measure, title, wrong: lines } of wrong)
          process.stdout.write(`${measure}: ${title}\n${lines.map(line => `    ${line}\n`).join('')}`)
        process.stdout.write(`${results.length} examples of ${chosen.length} measures, ${wrong.length} do not hold\n`)
      }
      if (wrong.length) process.exitCode = 1
    })
