import { didYouMean } from '../kit/text.ts'
import type { Named } from './target-file.ts'

/** What of a measure a reference may name: `{{CP12.value}}`. */
export const referenceFields = [
  'value',
  'prior',
  'change',
  'target',
  'neighbours',
  'numerator',
  'denominator',
  'period',
] as const
export type ReferenceField = (typeof referenceFields)[number]

/** Words taken apart: text as it stands, and what stands between `{{` and `}}`. */
type Part =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'reference'
      /** As it was written, brackets included. */
      readonly text: string
      /** A measure's id, its catalogue reference or its number on the scorecard, as it was written. */
      readonly measure: string
      readonly field: ReferenceField
    }
  | { readonly kind: 'fault'; readonly text: string; readonly says: string }

// A second opening before any close belongs to another reference: the first was never closed.
const MARKS = /\{\{(?:(?!\{\{|\}\})[\s\S])*\}\}|\{\{|\}\}/g

/** Takes words apart at their references. Together the parts' texts are the words again. */
export function partsOf(words: string): readonly Part[] {
  const parts: Part[] = []
  let at = 0
  for (const { 0: mark, index } of words.matchAll(MARKS)) {
    if (index > at) parts.push({ kind: 'text', text: words.slice(at, index) })
    parts.push(referenceIn(mark))
    at = index + mark.length
  }
  if (at < words.length) parts.push({ kind: 'text', text: words.slice(at) })
  return parts
}

function referenceIn(mark: string): Part {
  const fault = (says: string): Part => ({ kind: 'fault', text: mark, says })
  if (mark === '{{') return fault('A reference begins here with {{ and does not end with }}.')
  if (mark === '}}') return fault('A reference ends here with }} and does not begin with {{.')
  const inside = mark.slice(2, -2).trim()
  const dot = inside.lastIndexOf('.')
  const measure = (dot < 0 ? inside : inside.slice(0, dot)).trim()
  const given = dot < 0 ? '' : inside.slice(dot + 1).trim()
  const field = referenceFields.find(known => known === given.toLowerCase())
  if (measure === '') return fault(`${mark} names no measure. Write it as {{CP12.value}}.`)
  if (given === '') return fault(`${mark} does not say which figure: {{${measure}.value}}, or ${others}.`)
  if (!field) return fault(`${mark}: there is no ".${given}".${didYouMean(given, referenceFields)} Use ${dotted}.`)
  return { kind: 'reference', text: mark, measure, field }
}

const dotted = referenceFields.map(field => `.${field}`).join(', ')
const others = referenceFields
  .filter(field => field !== 'value')
  .map(field => `.${field}`)
  .join(', ')

/** What is wrong with a reference, and on which line of the words (the first is 0). */
export type ReferenceFault = { readonly line: number; readonly found: string; readonly says: string }

/**
 * Checks the references in words: names and fields only, no figures. Gives what each name that is not the measure's id stood for,
 * so that a scorecard numbered anew does not change what was said.
 */
export function checkReferences(
  words: string,
  named: (reference: string) => Named,
): { readonly faults: readonly ReferenceFault[]; readonly named: Readonly<Record<string, string>> } {
  const faults: ReferenceFault[] = []
  const names = new Map<string, string>()
  let line = 0
  for (const part of partsOf(words)) {
    if (part.kind === 'fault') faults.push({ line, found: part.text, says: part.says })
    if (part.kind === 'reference') {
      const known = named(part.measure)
      if (known.kind === 'none') faults.push({ line, found: part.text, says: known.says })
      else if (known.id !== part.measure) names.set(part.measure, known.id)
    }
    line += part.text.split('\n').length - 1
  }
  return { faults, named: Object.fromEntries([...names].toSorted(([a], [b]) => (a < b ? -1 : 1))) }
}
