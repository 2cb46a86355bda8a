import { sayDay, sayMonth } from '../kit/day.ts'
import { sayCount } from '../kit/text.ts'
import type { Word } from '../records/records.ts'
import { type Kind, kindNames, kinds } from '../review/word-kinds.ts'
import type { WordPlan } from '../review/word-plan.ts'
import type { WordFault } from '../review/word-read.ts'
import type { WordQuery } from './words-proof.ts'

const kindOf = ({ kind }: Word): Kind | undefined => kindNames.find(known => known === kind)

/** The words of a row as a list may show them: those of a case study stand in its paper and nowhere else. */
function wordsOf(word: Word): string {
  const kind = kindOf(word)
  const body = word.body as Readonly<Record<string, unknown>>
  if (word.withdrawn) return `withdrawn: ${String(body.why)}`
  if (kind && !kinds[kind].figures) return 'its words stand in its paper only'
  const words = kind ? body[kinds[kind].words] : null
  return String(words ?? body.title ?? body.board ?? '')
}

/** A row without the words of a case study, for programs: they are in no export. */
export function openWord(word: Word): Word {
  const kind = kindOf(word)
  return kind === undefined || kinds[kind].figures || word.withdrawn
    ? word
    : { ...word, body: { title: (word.body as { readonly title: string }).title } }
}

/** A row for people: what it is about, who said it and when, and the words. */
export function sayWord(word: Word): string {
  const { kind, key, period, tag, author, informedBy, saidOn } = word
  const about = [kind, key, ...(period ? [sayMonth(period)] : []), ...(tag ? [tag] : [])].join(', ')
  const status = (word.body as { readonly status?: string }).status
  return [
    `${about}${status && !word.withdrawn ? ` (${status})` : ''}\n`,
    `    ${author}${informedBy ? `, informed by ${informedBy}` : ''}, ${sayDay(saidOn)}\n`,
    ...wordsOf(word)
      .split('\n')
      .map(line => `    ${line}`.trimEnd().concat('\n')),
  ].join('')
}

/** Every fault with its place, a line each. */
export const sayFaults = (faults: readonly WordFault[]): string =>
  faults
    .map(
      ({ file, line, field, found, says }) =>
        `  ${file}:${line}: ${field ? `${field}${found ? ` "${found}"` : ''}: ` : ''}${says}`,
    )
    .join('\n')

/** What the proof-reader asks of words, a line each with its place. */
export const sayQueries = (queries: readonly WordQuery[]): string =>
  queries.map(({ file, line, sentence, why }) => `  ${file}:${line}: “${sentence}” ${why}`).join('\n')

/** What an import of words did, and what the proof-reader asks of them. */
export function sayImported(
  { words, known, past }: WordPlan,
  left: readonly string[],
  { queries, read }: { readonly queries: readonly WordQuery[]; readonly read: boolean },
): string {
  const kindsSaid = [...Map.groupBy(words, ({ kind }) => kind)].map(([kind, of]) => `  ${kind}: ${of.length}\n`)
  return [
    `${sayCount(words.length, 'word')} saved${known ? `, ${known} as they stood already` : ''}.\n`,
    ...kindsSaid,
    ...past.map(
      ({ file, line, kind, key }) =>
        `  ${file}:${line}: ${kind}, ${key}: it was replaced or withdrawn since, and stays so. Write a new date to say it again.\n`,
    ),
    ...(queries.length ? [`To look at again:\n${sayQueries(queries)}\n`] : []),
    ...(read ? [] : ['There are no figures yet to hold them against: that is done when a paper is made.\n']),
    ...(left.length ? [`Not files of words: ${left.join(', ')}\n`] : []),
  ].join('')
}
