import { didYouMean } from '../../kit/text.ts'
import { type KnownNames, paperFields, piecesOf, referenceOf, rowFields } from './known-names.ts'
import type { MeasureNamed, TemplateBlock, Themes } from './template.ts'

/** A name of a block that is not known: where in the block it stands, and what is wrong. */
type Unknown = { readonly path: readonly PropertyKey[]; readonly what: string }

const nameOf = (one: MeasureNamed): string => (typeof one === 'string' ? one : one.measure)

/** The first name in a block that nothing has: a measure, a theme, a field in its words; null where all are known. */
export function unknownName(block: TemplateBlock, known: KnownNames): Unknown | null {
  const measure = (name: string, path: readonly PropertyKey[]): readonly Unknown[] =>
    known.measures.some(one => one.toUpperCase() === name.toUpperCase())
      ? []
      : [{ path, what: `there is no measure "${name}".${didYouMean(name, known.measures)}` }]
  const measures = (all: readonly MeasureNamed[] | undefined, path: readonly PropertyKey[]): readonly Unknown[] =>
    (all ?? []).flatMap((one, i) => [
      ...measure(nameOf(one), [...path, i]),
      ...(typeof one !== 'string' && one.with !== undefined ? measure(one.with, [...path, i, 'with']) : []),
    ])
  const themes = (all: Themes | undefined, path: readonly PropertyKey[]): readonly Unknown[] =>
    all === undefined || all === 'all'
      ? []
      : all.flatMap((id, i) =>
          known.themes.includes(id)
            ? []
            : [{ path: [...path, i], what: `the scorecard has no theme "${id}".${didYouMean(id, known.themes)}` }],
        )
  const words = (text: string, path: readonly PropertyKey[]): readonly Unknown[] =>
    piecesOf(text).flatMap(piece => ('field' in piece ? field(piece.field, path) : []))
  const field = (name: string, path: readonly PropertyKey[]): readonly Unknown[] => {
    const reference = referenceOf(name)
    const fields: readonly string[] = reference ? rowFields : paperFields
    const last = reference?.part ?? name
    return [
      ...(reference ? measure(reference.measure, path) : []),
      ...(fields.includes(last)
        ? []
        : [
            {
              path,
              what: `{{${name}}} says nothing: "${last}" is none of ${fields.join(', ')}.${didYouMean(last, fields)}`,
            },
          ]),
    ]
  }
  const found = ((): readonly Unknown[] => {
    switch (block.kind) {
      case 'text':
        return words(block.text, ['text'])
      case 'facts':
        return block.facts.flatMap(({ text }, i) => words(text, ['facts', i, 'text']))
      case 'table':
      case 'story':
        return [...measures(block.measures, ['measures']), ...themes(block.themes, ['themes'])]
      case 'grid':
        return block.lines.flatMap((line, i) => measure(typeof line === 'string' ? line : line.measure, ['lines', i]))
      case 'breakdown':
        return measures(block.measures, ['measures'])
      case 'chart':
        return measure(nameOf(block.measure), ['measure'])
      case 'charts':
        return themes(block.charts, ['charts'])
      case 'priorities':
        return block.priorities.flatMap((one, i) => measures(one.measures, ['priorities', i, 'measures']))
      default:
        return []
    }
  })()
  return found[0] ?? null
}
