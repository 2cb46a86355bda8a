import { UserError } from '../kit/error.ts'
import { nearest } from '../kit/text.ts'
import { type Change, type ChangeWho, groupsOf } from './change.ts'
import {
  AMOUNT,
  amountOf,
  EXIT,
  everyOf,
  exitOf,
  insteadOf,
  MONTH,
  monthNamed,
  PLACE,
  placeOf,
  plainWords,
  unmeant,
  WHO,
  whoOf,
} from './sentence-words.ts'

/** The ways to say a what-if, each with an example that reads. */
export const forms: readonly { readonly form: string; readonly example: string }[] = [
  { form: 'AMOUNT fewer|more WHO enter', example: 'from April 2027, 20% fewer teenagers enter' },
  {
    form: 'EXIT [from PLACE] rises|falls by AMOUNT [for WHO]',
    example: 'reunification from residential rises by a third',
  },
  { form: 'EXIT [from PLACE] doubles|halves [for WHO]', example: 'adoption doubles for babies' },
  {
    form: 'AMOUNT fewer|more WHO go home|are adopted|leave care [from PLACE]',
    example: '10% more children go home from foster care',
  },
  {
    form: 'moves [from PLACE] to PLACE rise|fall by AMOUNT [for WHO]',
    example: 'moves from foster care to residential fall by a quarter',
  },
  {
    form: 'NUMBER more|fewer [places in] PLACE [places] [a month|quarter|year] [instead of PLACE]',
    example: '6 in-house carers more a quarter',
  },
]

type Read = Change extends infer C ? (C extends Change ? Omit<C, 'from' | 'until'> : never) : never

/**
 * The factor of a share more or less, and of the ends of its range in order. Throws HEARTH-2001 for a share that cannot be: a range that
 * is not around it, or more than all of it less.
 */
function factorOf(
  amount: string,
  up: boolean,
): { readonly factor: number; readonly low?: number; readonly high?: number } {
  const { share, range } = amountOf(amount)
  if (!up && Math.max(share, ...(range ?? [])) > 1)
    throw unmeant(`"${amount}" fewer is more than there are.`, 'Say 100% at most: 100% fewer is none.')
  const of = (by: number): number => (up ? 1 + by : 1 - by)
  if (range === null) return { factor: of(share) }
  const [low = 0, high = 0] = range.map(of).toSorted((a, b) => a - b)
  if (of(share) < low || of(share) > high)
    throw unmeant(
      `In "${amount}" the range does not hold the amount itself.`,
      'Give a range around the amount, such as 20% (10% to 30%).',
    )
  return { factor: of(share), low, high }
}

const lived = (place: string | undefined): ChangeWho => (place ? { groups: groupsOf(placeOf(place)) } : {})
const chosen = (who: string | undefined): ChangeWho => (who ? whoOf(who) : {})
const goingWords: Readonly<Record<string, string>> = {
  'go home': 'reunification',
  'are adopted': 'adoption',
  'leave care': 'leaving care',
}

const readers: readonly (readonly [RegExp, (found: Readonly<Record<string, string | undefined>>) => Read | null])[] = [
  [
    new RegExp(`^(?<amount>${AMOUNT}) (?<way>fewer|more) (?<who>${WHO}) (?:enter|come in|come into|start)(?: care)?$`),
    ({ amount = '', way, who }) => ({ kind: 'entries', who: chosen(who), ...factorOf(amount, way === 'more') }),
  ],
  [
    new RegExp(
      `^(?<exit>${EXIT})(?: from (?<place>${PLACE}))? (?<way>rises?|falls?)(?: by)? (?<amount>${AMOUNT})(?: for (?<who>${WHO}))?$`,
    ),
    ({ exit = '', place, way = '', amount = '', who }) => ({
      kind: 'exits',
      who: { ...chosen(who), ...lived(place), ...exitOf(exit) },
      ...factorOf(amount, way.startsWith('rise')),
    }),
  ],
  [
    new RegExp(
      `^(?<exit>${EXIT})(?: from (?<place>${PLACE}))? (?<way>doubles?|halves?|halve)(?: for (?<who>${WHO}))?$`,
    ),
    ({ exit = '', place, way = '', who }) => ({
      kind: 'exits',
      who: { ...chosen(who), ...lived(place), ...exitOf(exit) },
      factor: way.startsWith('double') ? 2 : 0.5,
    }),
  ],
  [
    new RegExp(
      `^(?<amount>${AMOUNT}) (?<way>fewer|more) (?<who>${WHO}) (?<going>go home|are adopted|leave care)(?: from (?<place>${PLACE}))?$`,
    ),
    ({ amount = '', way, who, going = '', place }) => ({
      kind: 'exits',
      who: { ...chosen(who), ...lived(place), ...exitOf(goingWords[going] ?? '') },
      ...factorOf(amount, way === 'more'),
    }),
  ],
  [
    new RegExp(
      `^moves(?: from (?<place>${PLACE}))? to (?<to>${PLACE}) (?<way>rises?|falls?)(?: by)? (?<amount>${AMOUNT})(?: for (?<who>${WHO}))?$`,
    ),
    ({ place, to = '', way = '', amount = '', who }) => ({
      kind: 'moves',
      who: { ...chosen(who), ...lived(place), to: groupsOf(placeOf(to)) },
      ...factorOf(amount, way.startsWith('rise')),
    }),
  ],
  [
    new RegExp(
      `^(?<n>\\d+)(?: (?<way1>more|fewer))? (?<in>places in |beds in )?(?<place>${PLACE})(?: (?<places>places|beds))?(?: (?<way2>more|fewer))?(?: (?:a|each|every) (?<every>month|quarter|year))?(?: instead of (?<instead>${PLACE})(?: places)?)?$`,
    ),
    ({ n = '', way1, in: inside, place = '', places, way2, every, instead }) => {
      const way = way1 ?? way2
      const to = placeOf(place)
      const from = instead ? placeOf(instead) : insteadOf[to]
      if (!way || from === undefined) return null
      if (groupsOf(from).some(group => groupsOf(to).includes(group)))
        throw unmeant(
          `"${place}" cannot come instead of "${instead}": one is in the other.`,
          'Name two kinds of placement that have nothing in common after "more" and after "instead of".',
        )
      return {
        kind: 'capacity',
        who: { groups: groupsOf(from), to: groupsOf(to) },
        add: Number(n) * (way === 'more' ? 1 : -1),
        unit: (places ?? inside) === undefined && /carers$/.test(place) ? 'carers' : 'places',
        ...(every ? { every: everyOf[every] ?? 1 } : {}),
      }
    },
  ],
]

/** The form whose words are nearest to those of a sentence: the most of them in common. */
function likeliest(sentence: string): readonly string[] {
  const own = sentence.split(/[^a-z’-]+/)
  const score = ({ example }: (typeof forms)[number]): number => {
    const words = example.split(/[^a-z’-]+/)
    return own.filter(word => word.length > 2 && nearest(word, words) !== null).length
  }
  return forms
    .toSorted((a, b) => score(b) - score(a))
    .slice(0, 3)
    .map(({ example }) => example)
}

/** The months that a change holds from and until. Throws HEARTH-2001 where it is over before it begins. */
function heldFrom(from: string | undefined, until: string | undefined): Pick<Change, 'from' | 'until'> {
  const [begins, ends] = [from, until].map(month => (month ? monthNamed(month) : null))
  if (begins && ends && ends < begins)
    throw unmeant(`It is over in "${until}", before it begins in "${from}".`, 'Say the earlier month after "from".')
  return { from: begins ?? null, until: ends ?? null }
}

/** Reads a what-if as people say it. Throws HEARTH-2001, with the forms that are nearest, where it is none of `forms`. */
export function readSentence(text: string): Change {
  const plain = plainWords(
    text
      .toLowerCase()
      .replaceAll("'", '’')
      .replaceAll(/\s+/g, ' ')
      .replace(/[.\s]+$/, '')
      .trim(),
  )
  const dated = new RegExp(
    `^(?:from (?<from>${MONTH}))?(?: ?until (?<until>${MONTH}))?,? ?(?<rest>.*?)(?:,? from (?<laterFrom>${MONTH}))?(?:,? until (?<laterUntil>${MONTH}))?$`,
  ).exec(plain)
  const { from, until, laterFrom, laterUntil, rest = plain } = dated?.groups ?? {}
  for (const [pattern, read] of readers) {
    const found = pattern.exec(rest)
    const change = found && read(found.groups ?? {})
    if (change) return { ...change, ...heldFrom(from ?? laterFrom, until ?? laterUntil) }
  }
  throw new UserError(
    'HEARTH-2001',
    `"${text}" is not a what-if that is understood.`,
    `Say it like one of these: ${likeliest(plain)
      .map(example => `"${example}"`)
      .join(', ')}. docs/guides/forecasts.md has every form.`,
  )
}
