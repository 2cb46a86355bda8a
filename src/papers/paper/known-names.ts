/** The names that a template may use: those of measures, and of the themes of its scorecard. */
export type KnownNames = { readonly measures: readonly string[]; readonly themes: readonly string[] }

/** What words of a template may say of the paper itself: `{{at}}`. */
export const paperFields = [
  'at',
  'authority',
  'known-on',
  'data-version',
  'benchmarks',
  'scorecard',
  'status',
  'audience',
] as const
export type PaperField = (typeof paperFields)[number]

/** What words of a template may say of a measure: `{{CP12.value}}`. */
export const rowFields = [
  'value',
  'numerator',
  'denominator',
  'prior',
  'change',
  'target',
  'neighbours',
  'period',
] as const
export type RowField = (typeof rowFields)[number]

/** A stretch of words, or what stands between `{{` and `}}`. */
export type Piece = { readonly words: string } | { readonly field: string }

/** Takes words apart at their references. */
export const piecesOf = (text: string): readonly Piece[] =>
  text.split(/(\{\{[^{}]*\}\})/).flatMap((part): readonly Piece[] => {
    if (part === '') return []
    return part.startsWith('{{') ? [{ field: part.slice(2, -2).trim() }] : [{ words: part }]
  })

/** A reference to a figure: the name of a measure and the field after its last dot; null for one to the paper itself. */
export function referenceOf(field: string): { readonly measure: string; readonly part: string } | null {
  const dot = field.lastIndexOf('.')
  return dot < 0 ? null : { measure: field.slice(0, dot), part: field.slice(dot + 1) }
}
