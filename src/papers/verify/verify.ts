import { diffArrays } from 'diff'
import { figuresOf } from '../paper/figures.ts'
import type { FigureSource, Paper } from '../paper/paper.ts'
import { compareLines, isFigure, type Parting } from './compare-lines.ts'
import type { PaperLine } from './paper-lines.ts'

/** A figure of the edition that a parting is about. */
type About = Pick<FigureSource, 'code' | 'measure' | 'part' | 'period'> & { readonly printed: string }

/** A figure of a paper that is not as its edition has it. */
export type Unproven = {
  /** Changed; in the paper only (no edition proves it); in the edition only (taken out). */
  readonly kind: 'changed' | 'added' | 'taken out'
  readonly where: Pick<PaperLine, 'page' | 'line'> | null
  /** What the paper says, and what the edition has in its place. */
  readonly paper: string
  readonly edition: string
  /** The line that it stands in: of the paper, else of the edition. */
  readonly sentence: string
  readonly figures: readonly About[]
}

/** What a paper came to against its edition. `figures` of the edition's paper, of which `hold` stand in it as they were frozen. */
export type Verified = {
  readonly figures: number
  readonly hold: number
  readonly unproven: readonly Unproven[]
  /** Places where only words differ: an officer may have edited them. */
  readonly wordsChanged: number
}

const said = (words: Parting['paper']): string => words.map(({ text }) => text).join(' ')
const figuresIn = (words: Parting['paper']): string =>
  words
    .filter(isFigure)
    .map(({ text }) => text.replaceAll(/[.,;:()]+$/g, ''))
    .join(' ')

/**
 * Holds the text of a paper against the text that its edition makes in the same format. What differs in words alone is no finding.
 * Every figure that differs, was added or was taken out is one, with the codes of the edition's figures that it stood for.
 */
export function verifyPaper(frozen: Paper, edition: readonly PaperLine[], paper: readonly PaperLine[]): Verified {
  const { partings, kept, words } = compareLines(edition, paper)
  const coded = codesOf(
    frozen,
    words.map(({ text }) => text),
  )
  const at = new Map(words.map((word, i) => [word, i]))
  const unproven = partings.flatMap((parting): readonly Unproven[] => {
    const [own, given] = [figuresIn(parting.edition), figuresIn(parting.paper)]
    if (own === given) return []
    const about = new Set(parting.edition.flatMap(word => coded[at.get(word) ?? -1] ?? []))
    const line = parting.paper.length ? parting.paperLine : (parting.paperLine ?? parting.editionLine)
    return [
      {
        kind: own === '' ? 'added' : given === '' ? 'taken out' : 'changed',
        where: line === null ? null : { page: line.page, line: line.line },
        paper: said(parting.paper),
        edition: said(parting.edition),
        sentence: (given === '' ? parting.editionLine : parting.paperLine)?.text ?? '',
        figures: [...about],
      },
    ]
  })
  const lost = new Set(coded.filter((about, i) => about !== null && !kept[i]))
  const all = new Set(coded.filter(about => about !== null))
  return {
    figures: all.size,
    hold: all.size - lost.size,
    unproven,
    wordsChanged: partings.length - unproven.length,
  }
}

/** The lines of a paper without what stands on every page: how far it is, what it is and the page's number. */
export function withoutRunning(
  lines: readonly PaperLine[],
  { title, authority, atText, watermark }: Pick<Paper, 'title' | 'authority' | 'atText' | 'watermark'>,
): readonly PaperLine[] {
  const foot = `${title}, ${authority.name}, ${atText}`
  return lines.filter(({ text }) => {
    const own = text.replace(/\s*Page \d+ of \d+$/, '').trim()
    return own !== '' && own !== foot && own !== watermark
  })
}

/** Of each word of an edition's text the figure that it is of, in the order in which both have them; null: no figure of ours. */
function codesOf(frozen: Paper, words: readonly string[]): readonly (About | null)[] {
  const bare = (word: string): string => word.replaceAll(/^[("“]+|[)"”.,;:]+$/g, '')
  const own = figuresOf(frozen).flatMap(({ shown, source: { code, measure, part, period } }) => {
    const about = { code, measure, part, period, printed: shown.text }
    return shown.text.split(/\s+/).map(word => ({ word: bare(word), about }))
  })
  const found: (About | null)[] = words.map(() => null)
  let [i, j] = [0, 0]
  for (const { added, removed, count } of diffArrays(
    own.map(({ word }) => word),
    words.map(bare),
  )) {
    if (!added && !removed) for (let n = 0; n < count; n++) found[j + n] = own[i + n]?.about ?? null
    if (!added) i += count
    if (!removed) j += count
  }
  return found
}
