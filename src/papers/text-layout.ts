const painted =
  (code: number, on: boolean) =>
  (words: string): string =>
    on && words ? `\u001b[${code}m${words}\u001b[0m` : words

/** Ways of writing on a terminal; all plain where colour is refused. */
export type Paint = Readonly<Record<'bold' | 'dim' | 'green' | 'amber' | 'red', (words: string) => string>>

export const painter = (on: boolean): Paint => ({
  bold: painted(1, on),
  dim: painted(2, on),
  green: painted(32, on),
  amber: painted(33, on),
  red: painted(31, on),
})

/** Spaces after, up to a width; words that are longer stay whole. */
export const padded = (words: string, width: number): string => words.padEnd(width)
/** Spaces before, up to a width. */
export const right = (words: string, width: number): string => words.padStart(width)
/** No longer than a width: for headings only, never for figures. */
export const cut = (words: string, width: number): string => words.slice(0, width)

/** Breaks words into lines of at most `width`; a word longer than that has a line to itself. */
export function wrap(words: string, width: number): readonly string[] {
  const lines: string[] = []
  let current = ''
  for (const word of words.split(' ')) {
    if (current && current.length + word.length + 1 > width) {
      lines.push(current.trimEnd())
      current = word
    } else current = current ? `${current} ${word}` : word
  }
  return current ? [...lines, current] : lines
}
