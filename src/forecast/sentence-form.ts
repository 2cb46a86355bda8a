import { UserError } from '../kit/error.ts'
import { readSentence } from './sentence.ts'
import { EVERYONE, everyOf, insteadOf, offered, placeOf } from './sentence-words.ts'

/** What a form of fields can change, each a kind of sentence. */
export const whats = ['entries', 'exits', 'moves', 'capacity'] as const
export type What = (typeof whats)[number]

/** What is left out of the sentence. */
const NONE = ''
const anywhere = [NONE, ...offered.place] as const
/** Of carers, households are counted; of everything else, places. */
const gained = offered.place
  .filter(place => insteadOf[placeOf(place)] !== undefined)
  .map(place => (place.endsWith('carers') ? place : `places in ${place}`))

/** The fields that are chosen from a list, by what is changed: each is a part of the sentence, in its words. */
export const choices: Readonly<Record<What, Readonly<Record<string, readonly string[]>>>> = {
  entries: { way: ['fewer', 'more'], who: offered.who },
  exits: { exit: offered.exit, place: anywhere, way: ['rises', 'falls'], who: offered.who },
  moves: { place: anywhere, to: offered.place, way: ['rise', 'fall'], who: offered.who },
  // Of two lists of placements some pairs make no sense: `instead of` is said in a sentence.
  capacity: { way: ['more', 'fewer'], gained, every: [NONE, ...Object.keys(everyOf)] },
}

/** Fields as they were filled in: those of `choices`; `by`, a number (per cent; of capacity, how many), `low` and `high` (its range, per cent); `from` and `until` (`April 2027`). */
export type WhatIfFields = Readonly<Record<string, string | undefined>>

const refused = (words: string, fix: string): UserError => new UserError('HEARTH-2001', words, fix)

/** A number as it is filled in; null where it is none. */
const numberIn = (text: string | undefined): string | null =>
  /^\s*\d{1,3}(\.\d+)?\s*%?\s*$/.test(text ?? '') ? (text ?? '').replaceAll(/[\s%]/g, '') : null

/** `20% (10% to 30%)`. */
function shareSaid({ by, low, high }: WhatIfFields): string {
  const share = numberIn(by)
  if (share === null) throw refused('By how much is not said.', 'Give a number of per cent, such as 20.')
  const ends = [low, high].map(end => ((end ?? '').trim() === '' ? undefined : numberIn(end)))
  if (ends.every(end => end === undefined)) return `${share}%`
  if (ends.some(end => end === undefined || end === null))
    throw refused('Of its range one end is not said.', 'Give both ends in per cent, such as 10 and 30, or neither.')
  return `${share}% (${ends[0]}% to ${ends[1]}%)`
}

function countSaid({ by }: WhatIfFields): string {
  const count = numberIn(by)
  if (count === null || !/^[1-9]\d*$/.test(count))
    throw refused('How many is not said.', 'Give a whole number, such as 6.')
  return count
}

const part = (words: string, chosen: string | undefined): string => (chosen ? ` ${words} ${chosen}` : '')
const whose = ({ who }: WhatIfFields): string => part('for', who === EVERYONE ? NONE : who)

const sayings: Readonly<Record<What, (fields: WhatIfFields) => string>> = {
  entries: fields => `${shareSaid(fields)} ${fields.way} ${fields.who} enter`,
  exits: fields => `${fields.exit}${part('from', fields.place)} ${fields.way} by ${shareSaid(fields)}${whose(fields)}`,
  moves: fields =>
    `moves${part('from', fields.place)} to ${fields.to} ${fields.way} by ${shareSaid(fields)}${whose(fields)}`,
  capacity: fields => `${countSaid(fields)} ${fields.way} ${fields.gained}${part('a', fields.every)}`,
}

/** The sentence that fields come to, which is one `readSentence` reads. Throws HEARTH-2001. */
export function sentenceOf(fields: WhatIfFields): string {
  const what = whats.find(one => one === fields.what)
  if (what === undefined) throw refused('What would be otherwise is not said.', `Choose one of: ${whats.join(', ')}.`)
  const dates = [
    ['from', fields.from],
    ['until', fields.until],
  ].flatMap(([word, month]) => (month ? [`${word} ${month}`] : []))
  const said = `${dates.join(' ')}${dates.length ? ', ' : ''}${sayings[what](fields)}`
  readSentence(said)
  return said
}
