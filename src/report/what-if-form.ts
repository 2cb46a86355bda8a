import { choices, sentenceOf, type What, type WhatIfFields, whats } from '../forecast/sentence-form.ts'
import { placeOf } from '../forecast/sentence-words.ts'
import { addMonths, type Day, sayMonth } from '../kit/day.ts'
import { capitalised } from '../kit/text.ts'
import { groupOf } from './forecast-words.ts'

type Option = { readonly value: string; readonly text: string }
/** One field of a form: a list to choose from, or a number to fill in. */
export type FormField = {
  readonly name: string
  readonly label: string
  readonly hint: string | null
  /** Null: a number. */
  readonly options: readonly Option[] | null
  readonly value: string
}
export type WhatIfForm = {
  readonly what: string
  readonly title: string
  readonly open: boolean
  readonly fields: readonly FormField[]
}

const titles: Readonly<Record<What, string>> = {
  entries: 'Fewer or more children come into care',
  exits: 'Fewer or more leave care',
  moves: 'Fewer or more move from one kind of placement to another',
  capacity: 'Carers or places come or go',
}

const labels: Readonly<Record<string, string>> = {
  who: 'Who',
  exit: 'How they leave',
  place: 'From which placement',
  to: 'To which placement',
  gained: 'What comes or goes',
  every: 'How often',
}
/** What it is called to leave a field out. */
const left: Readonly<Record<string, string>> = {
  place: 'Any placement',
  every: 'Once',
  from: 'The first month ahead',
  until: 'For good',
}
const said: Readonly<Record<string, string>> = {
  children: 'All children',
  rises: 'More often',
  falls: 'Less often',
  rise: 'More often',
  fall: 'Less often',
}

/** A placement is called as it is everywhere on the page, whatever word the sentence has for it. */
const PLACES_IN = /^places in /
const placed: Readonly<Record<string, (value: string) => string>> = {
  place: value => groupOf(placeOf(value)),
  to: value => groupOf(placeOf(value)),
  gained: value =>
    `${groupOf(placeOf(value.replace(PLACES_IN, '')))} (${PLACES_IN.test(value) ? 'places' : 'households'})`,
}
const textOf = (name: string, value: string): string => {
  if (value === '') return left[name] ?? ''
  const words = name === 'every' ? `every ${value}` : value
  return placed[name]?.(value) ?? said[value] ?? capitalised(words)
}

/**
 * The forms of fields in which a what-if may be put, each with what was filled in. Every option is a part of a sentence that is understood,
 * and what is filled in becomes that sentence.
 */
export function whatIfForms(at: Day, horizon: number, filled: WhatIfFields): readonly WhatIfForm[] {
  const months = Array.from({ length: horizon }, (_, i) => sayMonth(addMonths(at, i + 1)))
  const field = (name: string, label: string, hint: string | null, options: readonly string[] | null): FormField => ({
    name,
    label,
    hint,
    options: options?.map(value => ({ value, text: textOf(name, value) })) ?? null,
    value: filled[name] ?? '',
  })
  return whats.map(what => ({
    what,
    title: titles[what],
    open: filled.what === what,
    fields: [
      ...Object.entries(choices[what]).map(([name, options]) =>
        field(name, labels[name] ?? 'Fewer or more', null, options),
      ),
      ...(what === 'capacity'
        ? [field('by', 'How many', 'Such as 6', null)]
        : [
            field('by', 'By how many per cent', 'Such as 20', null),
            field('low', 'At least, per cent', 'If it is not sure', null),
            field('high', 'At most, per cent', 'If it is not sure', null),
          ]),
      field('from', 'From which month', null, ['', ...months]),
      field('until', 'Until which month', null, ['', ...months]),
    ],
  }))
}

/** The sentence of a form that was filled in; null where none was. Throws HEARTH-2001 where it says nothing that is understood. */
export const whatIfSaid = (filled: WhatIfFields): string | null => (filled.what ? sentenceOf(filled) : null)
