import { diffArrays } from 'diff'
import type { PaperLine } from './paper-lines.ts'

/** A word of a paper with the line that it stands in. */
type Word = { readonly text: string; readonly line: PaperLine }

/** A place at which a paper and its edition part: the words of each, and the lines that they stand in (null: at its end). */
export type Parting = {
  readonly edition: readonly Word[]
  readonly paper: readonly Word[]
  readonly editionLine: PaperLine | null
  readonly paperLine: PaperLine | null
}

/** Marks that stand about a word and say nothing of a figure: brackets, commas, full stops. A minus is one sign however it is written. */
const plain = (word: string): string =>
  word
    .replaceAll(/[−–‐‑-](?=[\d£])/g, '-')
    .replaceAll(/^["'“‘([]+(?!c\])|[\])"'”’.,;:]+$/g, mark => (mark.includes('c]') ? mark : ''))
    .normalize('NFKC')

const wordsOf = (lines: readonly PaperLine[]): readonly Word[] =>
  lines.flatMap(line =>
    line.text
      .split(/\s+/)
      .filter(text => text !== '')
      .map(text => ({ text, line })),
  )

/** Whether a word holds a figure, or stands for one that is hidden. */
export const isFigure = ({ text }: Pick<Word, 'text'>): boolean => /\d|\[c\]/.test(text)

/**
 * Where the text of a paper parts from that of its edition, word by word (Myers 1986, by the library `diff`), and which of the edition's
 * words stand in the paper too.
 */
export function compareLines(
  edition: readonly PaperLine[],
  paper: readonly PaperLine[],
): { readonly partings: readonly Parting[]; readonly kept: readonly boolean[]; readonly words: readonly Word[] } {
  const [own, given] = [wordsOf(edition), wordsOf(paper)]
  const kept = own.map(() => false)
  const partings: Parting[] = []
  let [i, j] = [0, 0]
  let open: { edition: Word[]; paper: Word[] } | null = null
  const close = (): void => {
    if (open)
      partings.push({
        ...open,
        editionLine: (open.edition[0] ?? own[i - 1] ?? own[i])?.line ?? null,
        paperLine: (open.paper[0] ?? given[j - 1] ?? given[j])?.line ?? null,
      })
    open = null
  }
  for (const { added, removed, count } of diffArrays(
    own.map(({ text }) => plain(text)),
    given.map(({ text }) => plain(text)),
  )) {
    if (!added && !removed) {
      close()
      for (let n = 0; n < count; n++) kept[i + n] = true
      i += count
      j += count
      continue
    }
    open ??= { edition: [], paper: [] }
    if (removed) {
      open.edition.push(...own.slice(i, i + count))
      i += count
    } else {
      open.paper.push(...given.slice(j, j + count))
      j += count
    }
  }
  close()
  return { partings, kept, words: own }
}
