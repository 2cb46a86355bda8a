import { z } from 'zod'
import { type Day, isMonthEnd, monthEnd, monthNames, parseDay } from '../kit/day.ts'
import { didYouMean, slugOf } from '../kit/text.ts'

// The fields of words as people write them: each is read from text, and says what is wrong in plain English.

/** Text that must be there; `needs` says what for. */
export const text = (needs: string) =>
  z.string({ error: issue => (issue.input === undefined ? needs : 'Write one thing here, not a list.') })

/** A field that may be left out: null where it is. */
export const maybe = <T extends z.ZodType>(type: T) => type.optional().transform(value => value ?? null)

/** Text read by `read`; where that gives null the text is refused with what `wrong` says of it. */
const readAs = <T>(needs: string, read: (given: string) => T | null, wrong: (given: string) => string) =>
  text(needs).transform((given, context): T => {
    const found = read(given)
    if (found !== null) return found
    context.issues.push({ code: 'custom', message: wrong(given), input: given })
    return z.NEVER
  })

export const aDay = (needs = 'A day is needed here, as 2026-04-01 or 01/04/2026.') =>
  readAs<Day>(needs, parseDay, () => 'This is not a day. Write 2026-04-01 or 01/04/2026.')

/** `2026-10`, `October 2026` or the last day of a month: that day. */
function readMonth(given: string): Day | null {
  const [, name = '', year = ''] = /^([a-z]+) (\d{4})$/i.exec(given) ?? []
  const number = monthNames.findIndex(month => name.length >= 3 && month.startsWith(name.toLowerCase())) + 1
  const iso = number > 0 ? `${year}-${String(number).padStart(2, '0')}` : given
  const first = /^\d{4}-\d{2}$/.test(iso) ? parseDay(`${iso}-01`) : null
  if (first) return monthEnd(first)
  const found = parseDay(given)
  return found && isMonthEnd(found) ? found : null
}

export const aMonth = () =>
  readAs<Day>(
    'Say which month it is about, as 2026-10. Of a quarter or a year: the month it ends in.',
    readMonth,
    () => 'This is not a month. Write it as 2026-10, or the last day of it.',
  )

export const oneOf = <const T extends string>(words: readonly T[], needs = `Write one of: ${words.join(', ')}.`) =>
  readAs<T>(
    needs,
    given => words.find(word => word === given.toLowerCase().replaceAll(/[\s_]+/g, ' ')) ?? null,
    given => `Use one of: ${words.join(', ')}.${didYouMean(given.toLowerCase(), words)}`,
  )

const yes = new Map([
  ['yes', true],
  ['true', true],
  ['no', false],
  ['false', false],
])
export const yesNo = (needs = 'Write yes or no.') =>
  readAs<boolean>(
    needs,
    given => yes.get(given.toLowerCase()) ?? null,
    () => 'Write yes or no.',
  )

/** A whole number from `least` to `most`. */
export const wholeNumber = (least: number, most: number, wrong: string) =>
  readAs<number>(
    wrong,
    given => (/^\d{1,9}$/.test(given) && Number(given) >= least && Number(given) <= most ? Number(given) : null),
    () => wrong,
  )

/** Several things: a list, or one text with semicolons between them. */
export const list = (needs: string | null = null) =>
  z
    .union([z.array(z.string()), z.string()])
    .optional()
    .transform((given, context): readonly string[] => {
      const found = (typeof given === 'string' ? given.split(';') : (given ?? []))
        .map(one => one.trim())
        .filter(one => one !== '')
      if (found.length === 0 && needs !== null) context.issues.push({ code: 'custom', message: needs, input: given })
      return found
    })

export const aName = (needs: string) =>
  readAs<string>(
    needs,
    given => (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(given) ? given : null),
    given => `Write a name of small letters, digits and hyphens, such as ${slugOf(given) || 'november-board'}.`,
  )
