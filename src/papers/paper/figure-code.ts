import { createHash } from 'node:crypto'

/** Without vowels, and without letters and digits that are read for one another. */
const LETTERS = '23456789BCDFGHJKMNPQRSTVWXYZ'
const SHORT = 5

/** What a printed figure is, whoever prints it: the same figure of the same data has the same code in every paper. */
export type FigureIdentity = {
  readonly measure: string
  readonly part: string
  readonly periodEnd: string
  readonly window: string
  readonly slice: string | null
}

/** Gives figures their short codes: made of what each is and of the version, so that they are the same in every format and on every run. */
export type CodeBook = (identity: FigureIdentity) => string

/** `version` is the data version or edition. Two figures whose short codes would be the same have longer ones. */
export function codeBook(authority: string, version: string): CodeBook {
  const taken = new Map<string, string>()
  return ({ measure, part, periodEnd, window, slice }) => {
    const identity = JSON.stringify([authority, version, measure, part, periodEnd, window, slice])
    const letters = [...createHash('sha256').update(identity).digest()]
      .map(byte => LETTERS[byte % LETTERS.length])
      .join('')
    for (let length = SHORT; length < letters.length; length++) {
      const code = letters.slice(0, length)
      const holder = taken.get(code)
      if (holder !== undefined && holder !== identity) continue
      taken.set(code, identity)
      return code
    }
    throw new Error('no code left for a figure')
  }
}
