import type { Shown } from '../disclosure/shown.ts'
import type { RowView } from './scorecard-view.ts'

/** Titles whose first word keeps its capital within a sentence. */
const kept = /^([A-Z][A-Z]|Ofsted\b|English\b|England\b|SDQ)/

export const lowered = (words: string): string =>
  kept.test(words) ? words : `${words.charAt(0).toLowerCase()}${words.slice(1)}`

const heads =
  'Children in care|Children leaving care|Children|Young people|Care leavers|Pupils|Social workers|Foster carers|Fostering households'
const people = new RegExp(`^(${heads})\\b`, 'u')
const group = `(${heads}|(?:[\\p{L}’']+ ){0,2}\\p{L}+s)`
const verbs =
  'placed|living|rated|kept|resolved|held|seen|accepted|approved|offered|completed|reviewed|judged|excluded|suspended|taking|discussed|assessed|visited'
const clauses: readonly (readonly [RegExp, (rest: string) => string])[] = [
  [/^(.+?) who ((?:were|have|are|did|left|had|came|went|take|took|miss|started|ceased|returned)\b.*)$/u, rest => rest],
  [new RegExp(`^${group} ((?:${verbs})\\b.*)$`, 'u'), rest => `were ${rest}`],
  [new RegExp(`^(${heads}) (in (?!care\\b).*)$`, 'u'), rest => `were ${rest}`],
  [new RegExp(`^(${heads}) with (.*)$`, 'u'), rest => `had ${rest}`],
]

/** The title as said beside its period: what the period says already is left out. */
export const titleOf = ({ title, window }: RowView): string =>
  window === 'rolling 12 months' ? title.replace(/ in the last 12 months$/, '') : title

/**
 * A title of a share taken apart: `children` and `were placed more than 20 miles from home`. Null where it does not read as a
 * group and what is said of some of it.
 */
export function clauseOf(row: RowView): { readonly who: string; readonly did: (one: boolean) => string } | null {
  for (const [pattern, saying] of clauses) {
    const found = pattern.exec(titleOf(row))
    const [who, rest] = [found?.[1], found?.[2]]
    if (who === undefined || rest === undefined) continue
    const many = saying(rest)
    return {
      who: lowered(who),
      did: one =>
        one
          ? many
              .replace(/^were /, 'was ')
              .replace(/^have /, 'has ')
              .replace(/^are /, 'is ')
          : many,
    }
  }
  return null
}

const singulars: Readonly<Record<string, string>> = {
  children: 'child',
  'young people': 'young person',
  'care leavers': 'care leaver',
  pupils: 'pupil',
  'social workers': 'social worker',
  'foster carers': 'foster carer',
  'fostering households': 'fostering household',
}

/** `child starting` for `children starting`, where there is one. */
export const agreeing = (words: string, shown: Shown): string =>
  shown.kind === 'number' && shown.value === 1
    ? words.replace(/^(\p{L}+ \p{L}+s|\p{L}+)/u, many => singulars[many] ?? many.replace(/^children/, 'child'))
    : words

/** Those whom a measure counts, one or many; null where its title does not begin with them. */
export function peopleOf(row: RowView): { readonly one: string; readonly many: string } | null {
  const many = people
    .exec(row.title)?.[1]
    ?.toLowerCase()
    .replace(/ in care$| leaving care$/, '')
  const one = many === undefined ? undefined : singulars[many]
  return many === undefined || one === undefined ? null : { one, many }
}

const singular = /^(Gap|Share|Average|Rate|Ratio|Number|Net change|Change|Total|Spend|Cost)\b/

/** The title as the subject of a sentence, within it: `the gap between…`, `children in care`. */
export const subjectOf = (row: RowView): string => `${singular.test(row.title) ? 'the ' : ''}${lowered(titleOf(row))}`

/** `was` or `were`, by the subject. */
export const wasOf = (row: RowView): string =>
  people.test(row.title) || /^(\p{L}+ )?\p{L}+s\b/u.test(row.title.replace(/^(Gap|Share|Average)\b.*/, ''))
    ? 'were'
    : 'was'

/** A title named among others. */
export const quoted = (row: RowView): string => `“${lowered(row.title)}”`

/** How a unit follows its figure: ` weeks`, ` per 10,000`; nothing where the figure has it already. */
export function unitAfter(row: RowView, text: string): string {
  if (!/^[a-z]/.test(row.unit) || row.unit === 'number' || text.includes(' of ')) return ''
  return ` ${text === '1' ? row.unit.replace(/s$/, '') : row.unit}`
}
