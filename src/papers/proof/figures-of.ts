import { type Figure, type FigureKind, letters, type Nearness } from './figure.ts'
import { figureRules, nearWords, shareValues } from './figure-rules.ts'
import { valueOfWord } from './number-word.ts'

const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
}

function readNumber(text: string): { readonly value: number; readonly step: number } | null {
  const found = /(\d[\d,]*)(?:\.(\d+))?/.exec(text)
  if (found) {
    const value = Number(`${found[1]?.replaceAll(',', '')}${found[2] ? `.${found[2]}` : ''}`)
    return { value: /^\s*[-−]/.test(text) ? -value : value, step: 10 ** -(found[2]?.length ?? 0) }
  }
  const word = /[a-z]+(?: hundred(?: and [a-z]+)?)?(?:[- ][a-z]+)?/i.exec(text)
  for (const tried of [word?.[0], word?.[0].split(/[- ]/)[0]]) {
    const value = tried === undefined ? null : valueOfWord(tried)
    if (value !== null) return { value, step: 1 }
  }
  return null
}

function readShare(text: string): number | null {
  const known = shareValues[text.toLowerCase().replaceAll('-', ' ')]
  if (known !== undefined) return known
  const [part = '', whole = ''] = text.split(/ (?:in|of|out of) (?:every )?/i)
  const [a, b] = [readNumber(part), readNumber(whole === 'a hundred' ? '100' : whole)]
  return a && b && b.value > 0 ? (100 * a.value) / b.value : null
}

/** Nearness counts for a figure, where its word stands right before it. */
function nearnessOf(before: string): Nearness {
  return nearWords.find(([pattern]) => pattern.test(before))?.[1] ?? 'exact'
}

function read(kind: FigureKind, text: string): { value: number; step: number; unit: string } | null {
  // 28/36 is a fraction; 23/24 in a place where a year may stand is a year.
  const years = /^(\d{2})\/(\d{2})$/.exec(text)
  if (kind === 'date' && years && Number(years[2]) !== (Number(years[1]) + 1) % 100) return null
  if (kind === 'label' || kind === 'date') return { value: 0, step: 1, unit: '' }
  if (kind === 'share') {
    const value = readShare(text)
    return value === null ? null : { value, step: 1, unit: '' }
  }
  const found = readNumber(text)
  if (found === null) return null
  if (kind === 'money') {
    const scale = scales[/(k|m|bn|million|thousand|billion)$/i.exec(text)?.[1]?.toLowerCase() ?? ''] ?? 1
    // A round sum in pounds is rounded: £797,000 to the thousand.
    const zeros = scale === 1 && found.step === 1 ? 10 ** (/0*$/.exec(String(found.value))?.[0].length ?? 0) : 1
    return { value: found.value * scale, step: Math.max(found.step * scale, found.value === 0 ? 1 : zeros), unit: '' }
  }
  if (kind === 'time') return { ...found, unit: `${/(day|week|month|year|hour)s?$/i.exec(text)?.[1]?.toLowerCase()}s` }
  if (kind === 'rate') return { ...found, unit: /1[0,]*000$|10k$/.exec(text)?.[0] ?? '10,000' }
  return { ...found, unit: '' }
}

/** Every figure of a sentence in order. Each character belongs to one figure at most. */
export function figuresOf(sentence: string): readonly Figure[] {
  let left = sentence
  const found: Figure[] = []
  for (const { kind, pattern } of figureRules) {
    for (const match of left.matchAll(pattern)) {
      const text = match[0].trim()
      if (text === '' || text.includes('\u0000')) continue
      const start = match.index + match[0].indexOf(text)
      const what = read(kind, text)
      if (what === null) continue
      const nearness = nearnessOf(sentence.slice(0, start))
      found.push({ kind, ...what, nearness, text, start, end: start + text.length })
      left = `${left.slice(0, start)}${'\u0000'.repeat(text.length)}${left.slice(start + text.length)}`
    }
  }
  return found.toSorted((a, b) => a.start - b.start)
}

/** The sentence with each figure as a token, `⟦c0⟧`: its kind's letter and its place among the figures. */
export function skeletonOf(sentence: string, figures: readonly Figure[]): string {
  let out = ''
  let at = 0
  for (const [i, figure] of figures.entries()) {
    out += `${sentence.slice(at, figure.start)}⟦${letters[figure.kind]}${i}⟧`
    at = figure.end
  }
  return out + sentence.slice(at)
}
