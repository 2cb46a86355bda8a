import type { Exit, Stream } from '../analysis/forecast/care-history.ts'
import { type Day, dayOf, monthNames } from '../kit/day.ts'
import { UserError } from '../kit/error.ts'
import type { ChangeWho } from './change.ts'

// The words that a what-if may be said in. Each pattern is a part of a sentence, in small letters; the longer come first. Of several
// words for one thing the first is what the form of fields offers.

/** A sentence that reads but cannot be meant: what is wrong with it, and how to say it. */
export const unmeant = (words: string, fix: string): UserError => new UserError('HEARTH-2001', words, fix)

const shortMonths = [...monthNames.map(name => name.slice(0, 3)), 'sept']
export const MONTH = `(?:\\d{1,2} )?(?:${[...monthNames, ...shortMonths].join('|')}) \\d{4}`

/** `April 2027`, `Apr 2027` or `1 April 2027`: the first day of its month. Throws HEARTH-2001 for a day there is not. */
export function monthNamed(words: string): Day {
  const [year = '', name = '', date = '1'] = words.split(' ').toReversed()
  const month = monthNames.findIndex(full => full.startsWith(name.slice(0, 3))) + 1
  const found = dayOf(Number(year), month, 1)
  if (found === null || dayOf(Number(year), month, Number(date)) === null)
    throw unmeant(`There is no day "${words}".`, 'Name a month, such as April 2027.')
  return found
}

const numberWords = [
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
]
const tensWords = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const numberIn = (tens: string | undefined, ones: string | undefined): number =>
  (tens === undefined ? 0 : 10 * (tensWords.indexOf(tens) + 2)) +
  (ones === undefined ? 0 : numberWords.indexOf(ones) + 1)
const NUMBER = new RegExp(
  `\\b(?:(${tensWords.join('|')})(?:[ -](${numberWords.slice(0, 9).join('|')}))?|(${numberWords.join('|')}))\\b(?! (?:half|third|quarter|fifth|tenth))`,
  'g',
)

/** Everyday ways to say what has a word of its own here, in small letters: each is turned into that word. */
const sayings: readonly (readonly [RegExp, string])[] = [
  [/\b(?:starting|beginning|as)(?: in| from| of)? /g, 'from '],
  [/ onwards?\b/g, ''],
  [/\buntil the end of /g, 'until '],
  [/\ba hundred\b/g, '100'],
  [/\bone (?=half|third|quarter|fifth|tenth)/g, 'a '],
  [/\b(?:increase|grow)(s?)\b/g, 'rise$1'],
  [/\bgo(?:es)? up\b/g, 'rises'],
  [/\b(?:decrease|drop|decline)(s?)\b/g, 'fall$1'],
  [/\bgo(?:es)? down\b/g, 'falls'],
  [/(?<=fewer|more)(.*) return home\b/g, '$1 go home'],
  [/(\d) ?[-–] ?(?=\d)/g, '$1 to '],
]

/** A sentence with everyday words turned into those that the forms have, and numbers in words into figures. */
export const plainWords = (words: string): string =>
  sayings.reduce(
    (said, [pattern, instead]) => said.replaceAll(pattern, instead),
    words.replaceAll(NUMBER, (_, tens?: string, ones?: string, small?: string) =>
      String(numberIn(tens, ones ?? small)),
    ),
  )

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
const PERCENT = '\\d+(?:\\.\\d+)? ?(?:%|per ?cent)'
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
  'unaccompanied asylum seekers': { stream: 'unaccompanied' satisfies Stream },
  'unaccompanied young people': { stream: 'unaccompanied' satisfies Stream },
  teens: { ages: [13, 17] },
  'under fives': { ages: [0, 4] },
  'under-5s': { ages: [0, 4] },
  'under 5s': { ages: [0, 4] },
  children: {},
  'young people': {},
}
const AGED =
  '(?:(?:children|young people) aged (?:between )?\\d{1,2} (?:to|and) \\d{1,2}|\\d{1,2} to \\d{1,2} year[ -]olds)'
export const WHO = `(?:${AGED}|${Object.keys(whoWords).join('|')})`
/** Whom words of `WHO` mean. Throws HEARTH-2001 for ages that nobody in care has. */
export function whoOf(words: string): ChangeWho {
  const aged = /(\d+) (?:to|and) (\d+)/.exec(words)
  if (!aged) return whoWords[words] ?? {}
  const [from, to] = [Number(aged[1]), Number(aged[2])]
  if (from > to) throw unmeant(`"${words}" is nobody: the younger age comes first.`, `Say ages ${to} to ${from}.`)
  if (to > 17)
    throw unmeant(
      `"${words}" has an age over 17: care ends on the 18th birthday.`,
      'Say ages from 0 to 17, such as children aged 13 to 17.',
    )
  return { ages: [from, to] }
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
