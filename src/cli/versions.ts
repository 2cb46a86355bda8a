import { sayDay } from '../kit/day.ts'
import { UserError } from '../kit/error.ts'
import { openRecords } from '../records/records.ts'
import { dayOf } from './answers.ts'
import type { Command } from './command.ts'

const instant = (text: string): string => text.slice(0, 16).replace('T', ' ')

/** `hearth versions`: the data versions of a home, and what each stands on. */
export const versionsCommand: Command = program => {
  const versions = program
    .command('versions')
    .description('data versions, and the files each stands on')
    .addHelpText('after', '\nExample:\n  hearth versions show 3')
  const open = (home: string) => openRecords({ home, databaseUrl: process.env.DATABASE_URL })
  versions
    .command('list', { isDefault: true })
    .description('every version, newest first')
    .action(async (_, command) => {
      const { home, json } = command.optsWithGlobals() as { home: string; json?: boolean }
      const records = await open(home)
      try {
        const all = await records.dataVersions.list()
        if (json) process.stdout.write(`${JSON.stringify({ versions: all })}\n`)
        else if (all.length === 0)
          process.stdout.write('No data version yet. `hearth import FOLDER` makes the first.\n')
        else
          for (const { number, madeAt, current, fresh, submittedOn } of all)
            process.stdout.write(
              `${String(number).padStart(4)}  ${instant(madeAt)}${current ? '  current' : ''}${fresh ? '  from nothing' : ''}${submittedOn ? `  as submitted to DfE on ${submittedOn}` : ''}\n`,
            )
      } finally {
        await records.close()
      }
    })
  versions
    .command('show')
    .argument('<number>', 'the version')
    .description('its files, with rows used, duplicate, superseded and set aside, and its findings')
    .action(async (text: string, _, command) => {
      const { home, json } = command.optsWithGlobals() as { home: string; json?: boolean }
      const records = await open(home)
      try {
        const version = await records.dataVersions.get(Number(text))
        if (!version)
          throw new UserError('HEARTH-1406', `There is no data version ${text}.`, '`hearth versions` lists them.')
        const files = await records.dataVersions.files(version.number)
        const findings = await records.dataVersions.findings(version.number)
        if (json) {
          process.stdout.write(`${JSON.stringify({ version, files, findings })}\n`)
          return
        }
        process.stdout.write(
          `Data version ${version.number}, made ${instant(version.madeAt)}${version.current ? ', current' : ''}\n\n`,
        )
        process.stdout.write(
          '    read    used  duplicate  superseded  set aside  year          table            file\n',
        )
        for (const file of files) {
          const numbers = [
            [file.rowsRead, 8],
            [file.used, 8],
            [file.duplicate, 11],
            [file.superseded, 12],
            [file.setAside, 11],
          ] as const
          process.stdout.write(
            `${numbers.map(([n, width]) => String(n).padStart(width)).join('')}  ${(file.collectionYear === null ? '' : `${file.collectionYear - 1} to ${file.collectionYear}`).padEnd(12)}  ${file.table.padEnd(15)}  ${file.path}\n`,
          )
        }
        process.stdout.write(`\n${findings.length} finding${findings.length === 1 ? '' : 's'}\n`)
        for (const { severity, code, file, line, column, found, why, fix, count } of findings)
          process.stdout.write(
            `  ${severity}  ${file ?? ''}${line ? `:${line}` : ''} ${column ?? ''} ${found === null ? '' : `"${found}" `}${code}${count > 1 ? ` (and ${count - 1} more)` : ''}: ${why} ${fix}\n`,
          )
      } finally {
        await records.close()
      }
    })
  versions
    .command('submit')
    .argument('<number>', 'the version')
    .description('mark a version as the one submitted to DfE, so that later figures can be held against it')
    .requiredOption('--on <day>', 'the day it was submitted')
    .addHelpText('after', '\nExample:\n  hearth versions submit 3 --on 2026-06-30')
    .action(async (text: string, { on }: { readonly on: string }, command) => {
      const { home, json } = command.optsWithGlobals() as { home: string; json?: boolean }
      const day = dayOf('on', on)
      const records = await open(home)
      try {
        if (!(await records.dataVersions.markSubmitted(Number(text), day)))
          throw new UserError('HEARTH-1406', `There is no data version ${text}.`, '`hearth versions` lists them.')
        process.stdout.write(
          json
            ? `${JSON.stringify({ version: Number(text), submittedOn: day })}\n`
            : `Data version ${text} is marked as submitted to DfE on ${sayDay(day)}.\n`,
        )
      } finally {
        await records.close()
      }
    })
}
