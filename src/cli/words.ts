import { type Day, isMonthEnd, monthEnd, parseDay, sayMonth } from '../kit/day.ts'
import { UserError } from '../kit/error.ts'
import { sayCount, slugOf } from '../kit/text.ts'
import type { Records, Word } from '../records/records.ts'
import { type Kind, kindNames } from '../review/word-kinds.ts'
import { planWords, type WordPlan } from '../review/word-plan.ts'
import { dayOf, type Globals, today, wordOf } from './answers.ts'
import type { Command } from './command.ts'
import { withRecords } from './with-records.ts'
import { measuresNamed, readGiven } from './words-given.ts'
import { proofWords } from './words-proof.ts'
import { openWord, sayFaults, sayImported, sayQueries, sayWord } from './words-said.ts'

const kindOf = (text: string): Kind => wordOf('kind', text.toLowerCase().replaceAll(/[\s_]+/g, '-'), kindNames)

/** Somebody else was first; theirs stands. */
const changedMeanwhile = ({ kind, key }: Pick<Word, 'kind' | 'key'>): UserError =>
  new UserError(
    'HEARTH-1602',
    `Somebody else has just said something about the same: ${kind}, ${key}. Nothing was saved.`,
    `\`hearth words history ${kind} ${key}\` shows what they said.`,
  )

/** Reads files of words, proof-reads them and saves all or none. Throws HEARTH-1601 with every fault, HEARTH-1605 with what the figures contradict. */
export async function importWords(
  home: string,
  paths: readonly string[],
  onFaults: (faults: WordPlan['faults']) => void = () => {},
): Promise<{
  readonly plan: WordPlan
  readonly left: readonly string[]
  readonly proof: Awaited<ReturnType<typeof proofWords>>
}> {
  return withRecords(home, async records => {
    const dataVersions = new Set((await records.dataVersions.list()).map(({ number }) => number))
    const given = await readGiven(paths, { named: measuresNamed(home), dataVersions })
    const plan = planWords(given.read, await records.words.all())
    const faults = [...given.faults, ...plan.faults]
    const [first] = faults
    if (first) {
      onFaults(faults)
      throw new UserError(
        'HEARTH-1601',
        `${sayCount(faults.length, 'fault')}; nothing was saved.\n${sayFaults(faults)}`,
        'Mend the lines and import the files again.',
      )
    }
    const proof = await proofWords(home, records, plan.fresh)
    const refused = proof.queries.filter(({ kept }) => !kept)
    if (refused.length) {
      onFaults(
        refused.map(({ file, line, sentence, why }) => ({ file, line, field: null, found: sentence, says: why })),
      )
      throw new UserError(
        'HEARTH-1605',
        `${sayCount(refused.length, 'sentence')} that the figures contradict; nothing was saved.\n${sayQueries(refused)}`,
        'Say them again, keep them as a draft, or say in the field `queried` why they stand.',
      )
    }
    const saved = await records.words.save(plan.words)
    if (saved.kind === 'stale') throw changedMeanwhile(saved.word)
    return { plan, left: given.left, proof }
  })
}

/** The rows of a key as people name it: by any name of a measure, by an area, or as the list has it. Throws HEARTH-1603. */
async function historyOf(home: string, { words }: Records, kind: Kind, name: string): Promise<readonly Word[]> {
  const measure = measuresNamed(home)(name)
  const keys = [name, ...(measure.kind === 'measure' ? [measure.id] : []), `area:${slugOf(name)}`, slugOf(name)]
  for (const key of keys) {
    const rows = await words.history(kind, key)
    if (rows.length) return rows
  }
  throw new UserError(
    'HEARTH-1603',
    `Nothing was said of this kind: ${kind}, ${name}.`,
    '`hearth words list` shows the words that stand.',
  )
}

/** The month end of `2026-10` or of a day. Throws HEARTH-1002. */
function monthOf(text: string): Day {
  const first = /^\d{4}-\d{2}$/.test(text) ? parseDay(`${text}-01`) : null
  const found = first ? monthEnd(first) : dayOf('period', text)
  if (isMonthEnd(found)) return found
  throw new UserError('HEARTH-1002', `--period is "${text}", which is not a month.`, 'Write it as 2026-10.')
}

type WithdrawOptions = {
  readonly by: string
  readonly role?: string
  readonly why: string
  readonly period?: string
  readonly on?: string
}

/** Withdraws what stands of a thing. Throws HEARTH-1001 where it is of several months, HEARTH-1602, HEARTH-1603. */
async function withdraw(home: string, kind: Kind, name: string, options: WithdrawOptions): Promise<Word> {
  return withRecords(home, async records => {
    const rows = await historyOf(home, records, kind, name)
    const last = new Map(rows.map(row => [row.period, row]))
    const period = options.period === undefined ? undefined : monthOf(options.period)
    const standing = [...last.values()].filter(row => !row.withdrawn && (period === undefined || row.period === period))
    const [word, another] = standing
    if (!word)
      throw new UserError(
        'HEARTH-1603',
        `No such words stand: ${kind}, ${name}${period ? `, ${sayMonth(period)}` : ''}.`,
        `\`hearth words history ${kind} ${name}\` shows what was said.`,
      )
    if (another)
      throw new UserError(
        'HEARTH-1001',
        `There are words of several months: ${standing
          .map(row => row.period?.slice(0, 7) ?? 'none')
          .toSorted()
          .join(', ')}.`,
        'Say which with --period 2026-10.',
      )
    const { id, savedAt: _, ...said } = word
    const withdrawal = {
      ...said,
      body: { why: options.why },
      author: options.by,
      informedBy: options.role ?? null,
      saidOn: options.on === undefined ? today() : dayOf('on', options.on),
      replaces: id,
      withdrawn: true,
    }
    if (withdrawal.saidOn < word.saidOn)
      throw new UserError('HEARTH-1003', '--on is before the words were said.', 'Leave it out, or give a later day.')
    if ((await records.words.save([withdrawal])).kind === 'stale') throw changedMeanwhile(word)
    return word
  })
}

/** `hearth words`: what people say and decide, kept with its author, day and history. */
export const wordsCommand: Command = program => {
  const words = program
    .command('words')
    .description('commentary, notes, priorities, calendar, front matter, actions: brought in, listed, withdrawn')
    .addHelpText(
      'after',
      '\nExample:\n  hearth words import words/\n  hearth words list --kind commentary --measure CP12\n  hearth words history commentary CP12\n  hearth words withdraw commentary CP12 --period 2026-10 --by "A. Lister" --why "Written about the wrong month"',
    )
  words
    .command('import')
    .argument('<path...>', 'Markdown and CSV files, folders or zips')
    .description('save the words of files, all or none; those read before change nothing')
    .action(async (paths: readonly string[], _, command) => {
      const { home, json } = command.optsWithGlobals() as Globals
      const { plan, left, proof } = await importWords(home, paths, faults => {
        if (json) process.stdout.write(`${JSON.stringify({ saved: 0, faults })}\n`)
      })
      const past = plan.past.map(({ file, line, kind, key }) => ({ file, line, kind, key }))
      process.stdout.write(
        json
          ? `${JSON.stringify({ saved: plan.words.length, known: plan.known, past, left, queries: proof.queries })}\n`
          : sayImported(plan, left, proof),
      )
    })
  words
    .command('list')
    .description('the words that stand')
    .option('--kind <kind>', `one of ${kindNames.join(', ')}`)
    .option('--measure <name>', 'those about a measure')
    .option('--at <day>', 'those that stood on a day')
    .action(async (options: { readonly kind?: string; readonly measure?: string; readonly at?: string }, command) => {
      const { home, json } = command.optsWithGlobals() as Globals
      const wanted = options.kind === undefined ? kindNames : [kindOf(options.kind)]
      const at = options.at === undefined ? undefined : dayOf('at', options.at)
      const measure = options.measure === undefined ? null : measuresNamed(home)(options.measure)
      if (measure?.kind === 'none')
        throw new UserError('HEARTH-1201', measure.says, '`hearth measure list` lists them.')
      const all = await withRecords(home, async records =>
        (await Promise.all(wanted.map(kind => records.words.current(kind, at)))).flat(),
      )
      const found = measure === null ? all : all.filter(word => isAbout(word, measure.id))
      if (json) process.stdout.write(`${JSON.stringify({ words: found.map(openWord) })}\n`)
      else process.stdout.write(found.length ? found.map(sayWord).join('\n') : 'No words stand.\n')
    })
  words
    .command('history')
    .argument('<kind>', `one of ${kindNames.join(', ')}`)
    .argument('<key>', 'a measure, an area, or what the list shows after the kind')
    .description('everything that was said about one thing, oldest first')
    .action(async (kind: string, key: string, _, command) => {
      const { home, json } = command.optsWithGlobals() as Globals
      const rows = await withRecords(home, records => historyOf(home, records, kindOf(kind), key))
      process.stdout.write(json ? `${JSON.stringify({ words: rows.map(openWord) })}\n` : rows.map(sayWord).join('\n'))
    })
  words
    .command('withdraw')
    .argument('<kind>', `one of ${kindNames.join(', ')}`)
    .argument('<key>', 'a measure, an area, or what the list shows after the kind')
    .description('take words back; what they were stays in the history')
    .requiredOption('--by <name>', 'who withdraws them')
    .requiredOption('--why <words>', 'why')
    .option('--role <words>', 'as what')
    .option('--period <month>', 'of which month they are, where there are several')
    .option('--on <day>', 'the day; absent: today')
    .action(async (kind: string, key: string, options: WithdrawOptions, command) => {
      const { home, json } = command.optsWithGlobals() as Globals
      const word = await withdraw(home, kindOf(kind), key, options)
      process.stdout.write(
        json
          ? `${JSON.stringify({ withdrawn: word.id })}\n`
          : `Withdrawn: ${word.kind}, ${word.key}${word.period ? `, ${sayMonth(word.period)}` : ''}.\n`,
      )
    })
}

/** Whether a word is about a measure, or names it among others. */
function isAbout({ body }: Word, measure: string): boolean {
  const said = body as { readonly measure?: string | null; readonly measures?: readonly string[] }
  return said.measure === measure || (said.measures ?? []).includes(measure)
}
