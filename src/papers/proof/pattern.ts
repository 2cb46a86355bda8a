import type { Figure } from './figure.ts'
import type { Sentence } from './sentence.ts'

/** Words that stand between the figures of one statement: no other figure, and no end of a clause. */
const gap = (most: number): string => `[^⟦⟧;:]{0,${most}}?`

/**
 * A pattern over skeletons. `<c>` is a count, `<cnm>` any of those kinds, `<*>` any figure, `<?>` any but a date or label; `~` is up to
 * 60 characters of words with no other figure in them, `~~` the same with dates and labels among them.
 */
export function pattern(source: string): RegExp {
  const token = (kinds: string): string => `⟦[${kinds === '*' ? 'a-z' : kinds === '?' ? 'cnpormth' : kinds}](\\d+)⟧`
  return new RegExp(
    source
      .replaceAll('~~', `(?:[^⟦⟧;:]|⟦[da]\\d+⟧){0,90}?`)
      .replaceAll('~', gap(60))
      .replaceAll(/<([a-z*?]+)>/g, (_, kinds: string) => token(kinds)),
    'gi',
  )
}

export type Match = { readonly text: string; readonly at: number; readonly figures: readonly Figure[] }

/** Where a pattern holds in a sentence, with its figures in the order in which they stand there. */
export function matches(sentence: Sentence, of: RegExp): readonly Match[] {
  return [...sentence.skeleton.matchAll(of)].map(match => ({
    text: match[0],
    at: match.index,
    figures: match.slice(1).flatMap(index => {
      const figure = index === undefined ? undefined : sentence.figures[Number(index)]
      return figure ? [figure] : []
    }),
  }))
}

/** Where a figure's token begins in the skeleton of its sentence. */
export const placeOf = (sentence: Sentence, figure: Figure): number =>
  sentence.skeleton.search(new RegExp(`⟦[a-z]${sentence.figures.indexOf(figure)}⟧`))
