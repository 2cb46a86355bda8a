import { findInputs } from '../files/folder.ts'
import type { InputFile } from '../files/input.ts'
import { UserError } from '../kit/error.ts'
import { didYouMean } from '../kit/text.ts'
import type { Named } from '../review/target-file.ts'
import { csvNames, kindOfCsv, readWordsCsv } from '../review/word-csv.ts'
import { readWordsMarkdown } from '../review/word-markdown.ts'
import { type GivenWord, type Known, type ReadWord, readWord, type WordFault } from '../review/word-read.ts'
import { allMeasures } from './home.ts'
import { referenceNames, referenceReader } from './measure-reference.ts'

/** What a name of a measure stands for; of one that stands for none, what may have been meant. */
export function measuresNamed(home: string): (reference: string) => Named {
  const measures = allMeasures(home)
  const resolve = referenceReader(home, measures)
  return reference => {
    const found = resolve(reference)
    if (found === null)
      return {
        kind: 'none',
        says: `There is no measure "${reference}".${didYouMean(reference, referenceNames(home, measures)) || ' `hearth measure list` shows every measure.'}`,
      }
    if ('catalogue' in found) return { kind: 'measure', id: found.catalogue, share: false }
    return { kind: 'measure', id: found.measure.id, share: found.measure.kind === 'proportion' }
  }
}

/** What files of words hold: words well said, every fault, and the files that are none. */
type WordsGiven = {
  readonly read: readonly ReadWord[]
  readonly faults: readonly WordFault[]
  readonly left: readonly string[]
}

/** Reads every file of words under the paths. Throws HEARTH-1604 where there is none, 11xx where a file cannot be read. */
export async function readGiven(paths: readonly string[], known: Known): Promise<WordsGiven> {
  const inputs = await findInputs(paths)
  const [unread] = inputs.faults
  if (unread) throw unread
  const given = await Promise.all(inputs.files.map(async file => ({ file, found: await readFile(file) })))
  const left = given.flatMap(({ file, found }) => (found === null ? [file.path] : []))
  if (left.length === given.length)
    throw new UserError(
      'HEARTH-1604',
      `${left.length === 0 ? 'There are no files there' : `None of these is a file of words: ${left.slice(0, 5).join(', ')}`}.`,
      `Give Markdown files, or CSV files called ${csvNames.map(name => `${name}.csv`).join(', ')}.`,
    )
  const answers = given.flatMap(({ found }) => found?.words ?? []).map(word => readWord(word, known))
  return {
    read: answers.flatMap(answer => ('key' in answer ? [answer] : [])),
    faults: [...given.flatMap(({ found }) => found?.faults ?? []), ...answers.flatMap(a => ('key' in a ? [] : a))],
    left,
  }
}

/** The words of one file; null where it is no file of words. */
async function readFile(
  file: InputFile,
): Promise<{ readonly words: readonly GivenWord[]; readonly faults: readonly WordFault[] } | null> {
  if (/\.(md|markdown)$/i.test(file.name)) return /^readme\./i.test(file.name) ? null : readWordsMarkdown(file)
  const kind = kindOfCsv(file.name)
  return kind === null ? null : readWordsCsv(file, kind)
}
