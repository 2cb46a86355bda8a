import { UserError } from '../kit/error.ts'
import type { Period } from '../kit/period.ts'
import { type MeasureDefinition, type Tally, type Why, whyMoved, whyRestated } from '../measures/measures.ts'
import { effectOf } from '../report/moves-view.ts'
import { dayOf, type Globals, windowOf } from './answers.ts'
import type { Command } from './command.ts'
import { openHome } from './home.ts'
import { measureAsked } from './measure-reference.ts'
import { periodAt, queried, rounded } from './people.ts'
import { plainTable } from './plain-table.ts'
import { authorityOf } from './series.ts'

type Options = {
  readonly from?: string
  readonly to: string
  readonly window?: string
  readonly authority?: string
  readonly versions?: string
}
type Figure = { readonly numerator: number; readonly denominator: number | null; readonly unknown: number }

/** A tally as the measure's own numerator and denominator, so that the moves add up to the printed figures. */
export function figureOf(measure: MeasureDefinition, { counted, group, unknown, amount }: Tally): Figure {
  if (measure.kind === 'average' || measure.kind === 'total')
    return { numerator: amount, denominator: counted, unknown }
  if (measure.kind !== 'proportion') return { numerator: counted, denominator: null, unknown }
  return { numerator: counted, denominator: measure.unknown_is === 'left out' ? group - unknown : group, unknown }
}

const signed = (n: number | null): string => (n === null ? '' : n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '0')

/** Ids of children in lines of at most 100 letters, set in under the move they belong to. */
export function wrapped(ids: readonly string[]): readonly string[] {
  const lines: string[] = []
  for (const id of ids) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + id.length <= WIDTH) lines[lines.length - 1] = `${last} ${id}`
    else lines.push(`    ${id}`)
  }
  return lines
}
const WIDTH = 100

/** What moved a figure, a line each with its children under it. Of an average also how far each moved the mean, in its unit. */
export function sayWhy(measure: MeasureDefinition, from: string, to: string, why: Why): string {
  const mean = measure.kind === 'average'
  const meanOf = ({ amount, counted }: Tally): number | null =>
    counted === 0 ? null : rounded(measure, amount / counted)
  const effect = (move: Tally): number | null => {
    const moved = effectOf(measure.kind, why, move)
    return moved === null ? null : rounded(measure, moved)
  }
  type Sign = (n: number | null) => string | number | null
  const line = (
    label: string,
    tally: Tally,
    sign: Sign,
    inFigure: number | null,
  ): readonly (string | number | null)[] => {
    const { numerator, denominator, unknown } = figureOf(measure, tally)
    const parts = [sign(rounded(measure, numerator)), sign(denominator), sign(unknown)]
    return [label, ...(mean ? [sign(inFigure)] : []), ...parts]
  }
  const plain = (n: number | null): number | null => n
  const [head = '', ...lines] = plainTable([
    ['', ...(mean ? [`figure (${measure.unit ?? 'mean'})`] : []), 'numerator', 'denominator', 'not known'],
    line(from, why.before, plain, meanOf(why.before)),
    ...why.moves.map(move => line(move.cause, move, signed, effect(move))),
    line(to, why.after, plain, meanOf(why.after)),
  ])
    .trimEnd()
    .split('\n')
  const under = (i: number): readonly string[] =>
    wrapped((why.moves[i - 1]?.members ?? []).map(({ local_id, subject }) => local_id ?? subject))
  return `${[head, ...lines.flatMap((text, i) => [text, ...under(i)])].join('\n')}\n`
}

/** `hearth why`: what moved a figure, adding up with no remainder. */
export const whyCommand: Command = program =>
  program
    .command('why <measure>')
    .description('what moved a figure between two days, or between two data versions')
    .option('--from <day>', 'the earlier day')
    .requiredOption('--to <day>', 'the later day, or the day looked at in both versions')
    .option('--versions <pair>', 'two data versions, such as 11,12: what was recorded late, corrected or withdrawn')
    .option('--window <window>', "the window; absent: the measure's own")
    .option('--authority <code>', 'a code; absent: our own')
    .addHelpText(
      'after',
      '\nExample:\n  hearth why PLC-01 --from 2026-09-30 --to 2026-10-31\n  hearth why NUM-01 --to 2026-09-30 --versions 11,12',
    )
    .action(async (name: string, options: Options, command) => {
      const { home, json } = command.optsWithGlobals() as Globals
      const to = dayOf('to', options.to)
      const window = options.window === undefined ? undefined : windowOf(options.window)
      const pair = options.versions === undefined ? null : /^(\d+),(\d+)$/.exec(options.versions)
      if (options.versions !== undefined && !pair)
        throw new UserError(
          'HEARTH-1001',
          `--versions is "${options.versions}".`,
          'Write two numbers: 11,12. `hearth versions` lists them.',
        )
      if (!pair && options.from === undefined)
        throw new UserError(
          'HEARTH-1003',
          'Two days are needed, or two versions.',
          'Give --from and --to, or --to and --versions.',
        )
      const from = options.from === undefined ? null : dayOf('from', options.from)
      if (!pair && from !== null && from > to)
        throw new UserError('HEARTH-1003', `--from ${from} is after --to ${to}.`, 'Give the earlier day first.')
      const open = await openHome(home, pair ? Number(pair[2]) : undefined)
      try {
        const measure = queried(measureAsked(home, open.session, name))
        const authority = authorityOf(open.session, options.authority, open.council.code) ?? open.council.code
        const later = periodAt(measure, to, window)
        const asked = { measure, authority, later }
        const { why, labels } = pair
          ? await restated(home, Number(pair[1]), open, asked)
          : await moved(open, asked, periodAt(measure, from ?? to, window))
        if (!json) {
          process.stdout.write(`${measure.title}\n${sayWhy(measure, labels[0], labels[1], why)}`)
          return
        }
        const moves = why.moves.map(({ cause, members, ...tally }) => ({
          cause,
          ...figureOf(measure, tally),
          children: members,
        }))
        process.stdout.write(
          `${JSON.stringify({ measure: measure.id, catalogue: measure.catalogue, authority, window: later.window, from: labels[0], to: labels[1], before: figureOf(measure, why.before), after: figureOf(measure, why.after), moves })}\n`,
        )
      } finally {
        await open.close()
      }
    })

type Open = Awaited<ReturnType<typeof openHome>>
type Asked = { readonly measure: ReturnType<typeof queried>; readonly authority: string; readonly later: Period }
type Answer = { readonly why: Why; readonly labels: readonly [string, string] }

async function moved({ session }: Open, { measure, authority, later }: Asked, earlier: Period): Promise<Answer> {
  return { why: await whyMoved(session, measure, earlier, later, authority), labels: [earlier.end, later.end] }
}

async function restated(
  home: string,
  number: number,
  newer: Open,
  { measure, authority, later }: Asked,
): Promise<Answer> {
  const older = await openHome(home, number)
  try {
    const why = await whyRestated(older.session, newer.session, measure, later, authority)
    return { why, labels: [`version ${number}`, `version ${newer.version.number}`] }
  } finally {
    await older.close()
  }
}
