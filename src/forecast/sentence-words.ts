import type { Exit, Stream } from '../analysis/forecast/care-history.ts'
import { type Day, day, monthNames } from '../kit/day.ts'
import type { ChangeWho } from './change.ts'

// The words that a what-if may be said in. Each pattern is a part of a sentence, in small letters; the longer come first. Of several
// words for one thing the first is what the form of fields offers.

export const MONTH = `(?:\\d{1,2} )?(?:${monthNames.join('|')}) \\d{4}`

/** `April 2027` or `1 April 2027`: the first day of its month. */
export function monthNamed(words: string): Day {
  const [name = '', year = ''] = words.split(' ').slice(-2)
  return day(`${year}-${String(monthNames.indexOf(name) + 1).padStart(2, '0')}-01`)
}

const fractions: Readonly<Record<string, number>> = {
  'three quarters': 0.75,
  'two thirds': 2 / 3,
  'a half': 0.5,
  half: 0.5,
  'a third': 1 / 3,
  'a quarter': 0.25,
  'a fifth': 0.2,
  'a tenth': 0.1,
}
const PERCENT = '\\d+(?:\\.\\d+)? ?(?:%|per cent)'
const SHARE = `(?:${PERCENT}|${Object.keys(fractions).join('|')})`
/** A share and, in brackets, its range: `20% (10% to 30%)`. */
export const AMOUNT = `${SHARE}(?: \\((?:between )?${SHARE} (?:to|and) ${SHARE}\\))?`

const shareOf = (words: string): number => fractions[words] ?? Number.parseFloat(words) / 100

/** `20% (10% to 30%)` as fractions, the range where there is one. */
export function amountOf(words: string): { readonly share: number; readonly range: readonly [number, number] | null } {
  const [first = '', ...range] = [...words.matchAll(new RegExp(SHARE, 'g'))].map(([found]) => shareOf(found))
  return { share: Number(first), range: range.length === 2 ? [Number(range[0]), Number(range[1])] : null }
}

const whoWords: Readonly<Record<string, ChangeWho>> = {
  'unaccompanied asylum-seeking children': { stream: 'unaccompanied' satisfies Stream },
  'unaccompanied children': { stream: 'unaccompanied' satisfies Stream },
  teenagers: { ages: [13, 17] },
  babies: { ages: [0, 0] },
  'under-fives': { ages: [0, 4] },
  children: {},
  'young people': {},
}
const AGED = 'children aged \\d{1,2} (?:to|and) \\d{1,2}'
export const WHO = `(?:${AGED}|${Object.keys(whoWords).join('|')})`
export function whoOf(words: string): ChangeWho {
  const aged = /aged (\d+) (?:to|and) (\d+)/.exec(words)
  return aged ? { ages: [Number(aged[1]), Number(aged[2])] } : (whoWords[words] ?? {})
}

const exitWords: Readonly<Record<string, Exclude<Exit, 'eighteen'> | null>> = {
  reunification: 'home',
  'returns home': 'home',
  'going home': 'home',
  'special guardianship and child arrangements': 'guardianship',
  'special guardianship': 'guardianship',
  guardianship: 'guardianship',
  adoption: 'adoption',
  adoptions: 'adoption',
  'leaving care': null,
}
export const EXIT = `(?:${Object.keys(exitWords).join('|')})`
export const exitOf = (words: string): { readonly exit?: Exclude<Exit, 'eighteen'> } => {
  const exit = exitWords[words]
  return exit ? { exit } : {}
}

/** Placements as a sentence names them: the name of a group or of a wider group. */
const placeWords: Readonly<Record<string, string>> = {
  'in-house foster carers': 'in_house_foster',
  'in-house fostering': 'in_house_foster',
  'in-house carers': 'in_house_foster',
  'our own foster carers': 'in_house_foster',
  'in-house': 'in_house_foster',
  'agency foster carers': 'ifa',
  'agency fostering': 'ifa',
  'agency carers': 'ifa',
  agency: 'ifa',
  'connected carers': 'connected',
  'foster carers': 'foster',
  'foster care': 'foster',
  fostering: 'foster',
  'our own children’s homes': 'internal_residential',
  'internal residential': 'internal_residential',
  'our own homes': 'internal_residential',
  'external residential': 'external_residential',
  'children’s homes': 'residential',
  residential: 'residential',
  'supported accommodation': 'supported',
  'placement with parents': 'placed_with_parents',
  parents: 'placed_with_parents',
}
export const PLACE = `(?:${Object.keys(placeWords).join('|')})`
export const placeOf = (words: string): string => placeWords[words] ?? words

/** Where children would live if the places were not there. */
export const insteadOf: Readonly<Record<string, string>> = {
  in_house_foster: 'ifa',
  ifa: 'in_house_foster',
  internal_residential: 'external_residential',
  external_residential: 'internal_residential',
  connected: 'mainstream_foster',
  foster: 'residential',
  residential: 'foster',
  supported: 'external_residential',
}

export const everyOf: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 }

/** One word for each thing that can be said, the first there is, in their order. */
const firstOf = (words: Readonly<Record<string, unknown>>): readonly string[] =>
  [
    ...new Map(
      Object.entries(words)
        .toReversed()
        .map(([word, meaning]) => [JSON.stringify(meaning), word]),
    ).values(),
  ].toReversed()
/** The ages of the published statistics, with babies. */
const bands = [
  [1, 4],
  [5, 9],
  [10, 15],
  [16, 17],
] as const
/** Everyone, in the words of a sentence. */
export const EVERYONE = 'children'
/** What a form may offer: all of it can be said. */
export const offered = {
  who: [
    EVERYONE,
    ...firstOf(whoWords).filter(word => word !== EVERYONE),
    ...bands.map(([from, to]) => `children aged ${from} to ${to}`),
  ],
  exit: firstOf(exitWords),
  place: firstOf(placeWords),
} as const
