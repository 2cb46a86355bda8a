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

/** Words that are not broken: between spaces, and after a hyphen or slash that no digit follows. */
const unbroken = (words: string): readonly string[] => words.split(/[ \n\u2013]|(?<=[-/])(?!\d)/)

/** Cells that are no longer are not broken either, where there is room: `79 (13.5%)`. */
const SHORT_CELL = 6

/** A day is read as one: it is not broken where there is room. */
const isDay = (cell: string): boolean => /^\d{1,2} \p{L}+ \d{4}$/u.test(cell)

const least = (cells: readonly string[]): number => Math.max(1, ...cells.flatMap(cell => unbroken(cell).map(lengthOf)))
const leastWhole = ([title = '', ...cells]: readonly string[]): number =>
  Math.max(least([title, ...cells]), ...cells.filter(cell => isDay(cell) || lengthOf(cell) <= SHORT_CELL).map(lengthOf))

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

export type Widths = {
  /** Of each column, as shares of one. */
  readonly shares: readonly number[]
  /** Whether some word is wider than its column, and has to be broken. */
  readonly breaks: boolean
}

/** How much of the width goes from one column to another at a time, and how often. */
const STEP = 0.02
const STEPS = 40

/** About how many lines the rows take (in parts of a line, so that less is always noticed), with a little against a column for being far from what was asked. */
function cost(widths: readonly number[], asked: readonly number[], rows: readonly (readonly number[])[]): number {
  const lines = rows.reduce(
    (sum, row) => sum + Math.max(1, ...row.map((length, i) => (1.1 * length) / Math.max(1, widths[i] ?? 1))),
    0,
  )
  return lines + widths.reduce((sum, width, i) => sum + Math.abs(width - (asked[i] ?? 0)), 0) / 100
}

/** Moves width from one column to another while the rows take fewer lines by it. */
function settle(
  start: readonly number[],
  needed: readonly number[],
  padding: number,
  rows: readonly (readonly number[])[],
): readonly number[] {
  const step = STEP * sumOf(start)
  const costOf = (widths: readonly number[]): number =>
    cost(
      widths.map(width => width - padding),
      start.map(width => width - padding),
      rows,
    )
  let best = { widths: start, cost: costOf(start) }
  for (let i = 0; i < STEPS; i++) {
    let next = best
    for (const [from, width] of best.widths.entries()) {
      if (width - step < (needed[from] ?? 0)) continue
      for (const to of best.widths.keys()) {
        if (to === from) continue
        const widths = best.widths.map((one, x) => (x === from ? one - step : x === to ? one + step : one))
        const tried = costOf(widths)
        if (tried < next.cost) next = { widths, cost: tried }
      }
      // Columns that are all as full as one another gain nothing from width that only one of them gets.
      const others = best.widths.length - 1
      const all = best.widths.map((one, x) => (x === from ? one - step : one + step / others))
      const tried = others > 1 ? costOf(all) : Number.POSITIVE_INFINITY
      if (tried < next.cost) next = { widths: all, cost: tried }
    }
    if (next === best) break
    best = next
  }
  return best.widths
}

/** Rows of a long table that are enough to tell how wide its columns should be. */
const ENOUGH = 60

/**
 * How the width of a table is shared: about as asked, but no column narrower than its longest word while another has room to give, and
 * so that rows take few lines. `width` and `padding` (of one column) in sizes of the letters; `columns` are the cells of each, its
 * title first.
 */
export function shareWidths(
  asked: readonly number[],
  columns: readonly (readonly string[])[],
  width: number,
  padding: number,
): Widths {
  const total = sumOf(asked) || 1
  const wanted = asked.map(share => (share / total) * width)
  const neededBy = (of: (cells: readonly string[]) => number): readonly number[] =>
    wanted.map((_, i) => 1.05 * of(columns[i] ?? []) + padding)
  const whole = neededBy(leastWhole)
  const needed = sumOf(whole) <= width ? whole : neededBy(least)
  const need = sumOf(needed)
  if (need > width) return { shares: needed.map(one => one / need), breaks: true }
  const short = needed.map((one, i) => Math.max(0, one - (wanted[i] ?? 0)))
  const spare = needed.map((one, i) => Math.max(0, (wanted[i] ?? 0) - one))
  const lacking = sumOf(short)
  const toGive = sumOf(spare) || 1
  const fitting = wanted.map((one, i) => one + (short[i] ?? 0) - ((spare[i] ?? 0) * lacking) / toGive)
  const rows = (columns[0] ?? []).slice(0, ENOUGH).map((_, y) => columns.map(cells => lengthOf(cells[y] ?? '')))
  return { shares: settle(fitting, needed, padding, rows).map(one => one / width), breaks: false }
}
