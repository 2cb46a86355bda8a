import type { SourcesView, SourceView } from '../report/sources-view.ts'
import { dayOf, type Globals } from './answers.ts'
import type { Command } from './command.ts'
import { openHomeDesk } from './home.ts'

type Options = { readonly at?: string; readonly all?: boolean }

const MEASURES_SHOWN = 8
const references = (measures: SourceView['used']): string => {
  const known = [...new Set(measures.map(({ catalogue }) => catalogue))]
  const more = known.length - MEASURES_SHOWN
  return `${known.slice(0, MEASURES_SHOWN).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

function sayGroup(group: SourcesView['groups'][number], all: boolean): readonly string[] {
  // Of what is not here, only what would feed something that nothing feeds now.
  const shown = group.sources.filter(({ here, missing }) => all || here || missing.length > 0)
  if (shown.length === 0) return []
  return [
    `\n${group.title}`,
    ...shown.flatMap(source => [
      `  ${source.name.padEnd(38)} ${source.heldText}${source.here && !source.fresh ? ' (not up to the last month end)' : ''}${source.setAsideText ? `; ${source.setAsideText}` : ''}`,
      ...(source.used.length ? [`      feeds ${references(source.used)}`] : []),
      ...(source.missing.length ? [`      would feed ${references(source.missing)}`] : []),
    ]),
  ]
}

/** `hearth sources`: what is here, how fresh, what is missing, and which measures each source feeds. */
export const sourcesCommand: Command = program =>
  program
    .command('sources')
    .description('what is here, how fresh, what is missing, and which measures each source feeds')
    .option('--at <day>', 'the day to reach; absent: the last month end that the data reach')
    .option('--all', 'also sources that are not here and not missed')
    .addHelpText('after', '\nExample:\n  hearth sources --at 2026-10-31')
    .action(async ({ at, all }: Options, command) => {
      const { home, json } = command.optsWithGlobals() as Globals
      const desk = await openHomeDesk(home)
      try {
        const view = await desk.sources({ ...(at === undefined ? {} : { at: dayOf('at', at) }), audience: 'analyst' })
        if (json) {
          process.stdout.write(`${JSON.stringify(view)}\n`)
          return
        }
        process.stdout.write(
          `${[
            `Sources of ${view.authority.name}, for ${view.atText}`,
            ...view.groups.flatMap(group => sayGroup(group, all === true)),
            ...(view.standIns.length
              ? ['\nStanding in for a better source', ...view.standIns.map(one => `  ${one}`)]
              : []),
          ].join('\n')}\n`,
        )
      } finally {
        desk.close()
      }
    })
