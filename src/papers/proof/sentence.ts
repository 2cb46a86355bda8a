import type { TextLine, TextPlace } from '../../files/text-block.ts'
import type { Figure } from './figure.ts'
import { figuresOf, skeletonOf } from './figures-of.ts'

/** A sentence with its figures. `skeleton` has a token for each: `⟦c0⟧`. */
export type Sentence = {
  readonly text: string
  readonly where: TextPlace
  readonly figures: readonly Figure[]
  readonly skeleton: string
}

const abbreviation =
  /(?:\b(?:e\.g|i\.e|approx|cllr|mr|mrs|ms|dr|st|no|nos|vs|etc|para|fig|ref|inc|min|max|avg|c|p|pp|cf|ie|eg))\.$/i
/** "J. Ashby" goes on; "better than England's." does not. */
const initial = /(?<!['’\w])[A-Z]\.$/
const END = /[.!?]["’”')\]]*(?=\s+["‘“'(]?[A-Z0-9£•\-–])|;(?=\s*$)/g

/** Where the sentences of a text begin and end; a full stop within a number or an abbreviation ends none. */
function cuts(text: string): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  let from = 0
  for (const match of text.matchAll(END)) {
    const to = match.index + match[0].length
    const said = text.slice(from, match.index + 1)
    if ((abbreviation.test(said) || initial.test(said)) && !/\b(?:no|c|p)\.$/i.test(said)) continue
    if (/^\s*\(?[\da-z]{1,3}[.)]\s*$/i.test(said)) continue
    found.push([from, to])
    from = to
  }
  if (text.slice(from).trim() !== '') found.push([from, text.length])
  return found
}

export function readSentence(text: string, where: TextPlace): Sentence {
  const figures = figuresOf(text)
  return { text, where, figures, skeleton: skeletonOf(text, figures) }
}

/** The sentences of a paragraph whose lines are as they stand on the page; each is placed where it begins. */
export function sentencesOf(lines: readonly TextLine[]): readonly Sentence[] {
  const starts: { readonly at: number; readonly line: TextLine }[] = []
  let text = ''
  for (const line of lines) {
    // A word cut at the end of a line is left so: its hyphen may be its own.
    if (text !== '' && !text.endsWith(' ')) text += ' '
    starts.push({ at: text.length, line })
    text += line.text.replaceAll(/\s+/g, ' ').trim()
  }
  return cuts(text).map(([from, to]) => {
    const lead = text.slice(from, to).length - text.slice(from, to).trimStart().length
    const place = starts.findLast(({ at }) => at <= from + lead)?.line ?? lines[0]
    return readSentence(text.slice(from, to).trim(), { page: place?.page ?? null, line: place?.line ?? 1 })
  })
}
