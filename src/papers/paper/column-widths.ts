/** About how wide a character of Arial is, in sizes of the letters: capitals and digits wider than small letters. */
const widthOf = (letter: string): number =>
  /[ iljtfrI.,:;'’|!()[\]-]/.test(letter)
    ? 0.31
    : /[mwMW%@—]/.test(letter)
      ? 0.9
      : /[A-Z£€+−=<>]/.test(letter)
        ? 0.7
        : 0.56

/** About how wide words are, in sizes of their letters. */
export const lengthOf = (words: string): number => {
  let length = 0
  for (const letter of words) length += widthOf(letter)
  return length
}

/** Words that are not broken: between spaces, and after a hyphen or slash. */
const unbroken = (words: string): readonly string[] => words.split(/[\s\u2013]|(?<=[-/])/)

const least = (cells: readonly string[]): number => Math.max(1, ...cells.flatMap(cell => unbroken(cell).map(lengthOf)))

export type Widths = {
  /** Of each column, as shares of one. */
  readonly shares: readonly number[]
  /** Whether some word is wider than its column, and has to be broken. */
  readonly breaks: boolean
}

/**
 * How the width of a table is shared: as asked, but no column narrower than its longest word while another has room to give.
 * `width` and `padding` (of one column) in sizes of the letters; `columns` are the cells of each, its title among them.
 */
export function shareWidths(
  asked: readonly number[],
  columns: readonly (readonly string[])[],
  width: number,
  padding: number,
): Widths {
  const total = asked.reduce((sum, share) => sum + share, 0) || 1
  const wanted = asked.map(share => (share / total) * width)
  const needed = wanted.map((_, i) => 1.05 * least(columns[i] ?? []) + padding)
  const need = needed.reduce((sum, one) => sum + one, 0)
  if (need > width) return { shares: needed.map(one => one / need), breaks: true }
  const short = needed.map((one, i) => Math.max(0, one - (wanted[i] ?? 0)))
  const spare = needed.map((one, i) => Math.max(0, (wanted[i] ?? 0) - one))
  const lacking = short.reduce((sum, one) => sum + one, 0)
  const toGive = spare.reduce((sum, one) => sum + one, 0) || 1
  return {
    shares: wanted.map((one, i) => (one + (short[i] ?? 0) - ((spare[i] ?? 0) * lacking) / toGive) / width),
    breaks: false,
  }
}
