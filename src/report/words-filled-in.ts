import { type FilledWords, fillWords } from './filled-words.ts'
import type { WordsPart, WordsRun } from './paper-words.ts'
import type { RowView } from './scorecard-view.ts'

/** Words with their figures in, as paragraphs and lists, and what of them could not be filled. */
export type FilledParts = { readonly parts: readonly WordsPart[]; readonly unfilled: readonly string[] }

/** A figure whose text is words (a target, a period) stays words: only what is measured is a figure. */
function runOf(part: FilledWords[number]): WordsRun {
  if (part.kind !== 'figure' || part.figure === null || part.field === 'target' || part.field === 'period')
    return { kind: 'words', text: part.text }
  const { figure: shown, measure, catalogue, window, field, period } = part
  // A figure of others is known by the day of ours that it stands beside.
  return {
    kind: 'figure',
    shown,
    measure,
    catalogue,
    window,
    part: field,
    period,
    periodEnd: part.periodEnd ?? part.latestEnd,
  }
}

const HEADING = /^#+\s+/
const ITEM = /^[-*]\s+/

/** The parts of a text: a blank line parts them, lines that begin with a hyphen are a list, a smaller heading stands in strong letters. */
function partOf(
  lines: readonly string[],
  fill: (text: string, strong?: true) => readonly WordsRun[],
): readonly WordsPart[] {
  const [first = ''] = lines
  if (HEADING.test(first))
    return [
      { kind: 'paragraph', runs: fill(first.replace(HEADING, ''), true) },
      ...(lines.length > 1 ? partOf(lines.slice(1), fill) : []),
    ]
  const begins = lines.findIndex(line => ITEM.test(line))
  if (begins < 0) return [{ kind: 'paragraph', runs: fill(lines.join(' ')) }]
  const items: string[][] = []
  for (const line of lines.slice(begins))
    if (ITEM.test(line)) items.push([line.replace(ITEM, '')])
    else items.at(-1)?.push(line)
  return [
    ...(begins > 0 ? [{ kind: 'paragraph' as const, runs: fill(lines.slice(0, begins).join(' ')) }] : []),
    { kind: 'list', items: items.map(item => fill(item.join(' '))) },
  ]
}

/** Takes words apart and fills what they name from the rows of a scorecard, as decided for whoever reads. */
export function filledParts(
  words: string,
  rows: readonly RowView[],
  named: Readonly<Record<string, string>> = {},
): FilledParts {
  const unfilled: string[] = []
  const fill = (text: string, strong?: true): readonly WordsRun[] =>
    fillWords(text, rows, named).map(part => {
      if (part.kind === 'unfilled') unfilled.push(part.says)
      const run = runOf(part)
      return strong && run.kind === 'words' ? { ...run, strong } : run
    })
  const parts = words
    .trim()
    .split(/\n\s*\n/)
    .filter(part => part.trim() !== '')
    .flatMap(part =>
      partOf(
        part.split('\n').map(line => line.trim()),
        fill,
      ),
    )
  return { parts, unfilled }
}

/** What parts read, a line each. */
export const textOfParts = (parts: readonly WordsPart[]): string =>
  parts
    .flatMap(part => (part.kind === 'list' ? part.items : [part.runs]))
    .map(runs => runs.map(run => (run.kind === 'words' ? run.text : run.shown.text)).join(''))
    .join('\n')
