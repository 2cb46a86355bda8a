/** How many single-letter edits turn `a` into `b`. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** The word of `known` nearest to `word`, where it is near enough to be what was meant. */
export function nearest(word: string, known: Iterable<string>): string | null {
  const lower = word.toLowerCase()
  let best: string | null = null
  let fewest = Math.max(2, Math.floor(word.length / 3)) + 1
  for (const candidate of known) {
    const edits = distance(lower, candidate.toLowerCase())
    if (edits < fewest) [best, fewest] = [candidate, edits]
  }
  return best
}

/** `Did you mean "…"?` with a leading space, or nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const found = nearest(word, known)
  return found === null ? '' : ` Did you mean "${found}"?`
}

/** Rounds half away from zero to `places` decimals, as DfE does (dfeR `round_five_up`), not to even. */
export function roundHalfUp(value: number, places = 0): number {
  const scale = 10 ** places
  return (Math.sign(value) * Math.floor(Math.abs(value) * scale + 0.5 + 1.5e-8)) / scale
}

/** One for each number of decimals: to make one takes a hundred times as long as to use it. */
const formats = new Map<number, Intl.NumberFormat>()
function formatOf(places: number): Intl.NumberFormat {
  const made =
    formats.get(places) ??
    new Intl.NumberFormat('en-GB', { minimumFractionDigits: places, maximumFractionDigits: places })
  formats.set(places, made)
  return made
}

/** `1,234.5`: thousands commas and a fixed number of decimals, a minus sign (U+2212) for negatives. */
export function sayNumber(value: number, places = 0): string {
  const rounded = roundHalfUp(value, places)
  const text = formatOf(places).format(Math.abs(rounded))
  return rounded < 0 ? `−${text}` : text
}

/** `1 row`, `1,204 rows`; `many` where it is not made with an s. */
export const sayCount = (n: number, one: string, many = `${one}s`): string => `${sayNumber(n)} ${n === 1 ? one : many}`

/** Words with a capital first letter. */
export const capitalised = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

/** A name that other words and papers call it by: small letters, digits and hyphens. */
export const slugOf = (words: string): string =>
  words
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f'’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
