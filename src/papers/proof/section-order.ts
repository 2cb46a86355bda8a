import type { Finding } from './finding.ts'
import { passagesOf } from './paper.ts'
import type { Check } from './reading.ts'

/** `3.1.2` as numbers, `9b` as 9 and 2. */
function levelsOf(number: string): readonly number[] {
  return number
    .replace(/\.$/, '')
    .split('.')
    .flatMap(level => {
      const letter = /^(\d+)([a-z])$/i.exec(level)
      return letter ? [Number(letter[1]), (letter[2]?.toLowerCase().charCodeAt(0) ?? 96) - 96] : [Number(level)]
    })
}

/** Whether `b` may come right after `a`: the next beside it, its first child, or the next of a level above. */
function follows(a: readonly number[], b: readonly number[]): boolean {
  const level = b.length - 1
  // A new chapter may begin with its first section: 2.1 after 1.4, 9a after 8.
  const chapter = b.length > 1 && b.slice(1).every(n => n === 1) && b[0] === (a[0] ?? 0) + 1
  if (chapter) return true
  if (b.length > a.length)
    return b.slice(0, a.length).every((n, i) => n === a[i]) && b.slice(a.length).every(n => n === 1)
  return b.slice(0, level).every((n, i) => n === a[i]) && (b[level] ?? 0) === (a[level] ?? 0) + 1
}

/** Later than `a`, in reading order. */
function later(a: readonly number[], b: readonly number[]): boolean {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [x, y] = [a[i] ?? 0, b[i] ?? 0]
    if (x !== y) return y > x
  }
  return false
}

/** A list that begins again at 1 is another list; a paper may have a cover with numbers of its own. */
const begins = (levels: readonly number[]): boolean => levels.every(n => n === 1)

/** Section numbers out of order or repeated; one left out is only asked about, for a paper may be an extract. */
export const checkSections: Check = paper => {
  const found: Finding[] = []
  let last: readonly number[] | null = null
  let lastText = ''
  let seen = new Set<string>()
  let slips = new Set<string>()
  for (const { number, where, sentences } of passagesOf(paper)) {
    if (number === null) continue
    const levels = levelsOf(number)
    const key = levels.join('.')
    const parent = levels.slice(0, -1).join('.')
    const say = (certainty: Finding['certainty'], why: string, expected: string | null): void => {
      found.push({
        kind: 'section numbers',
        certainty,
        where,
        sentence: `${number} ${sentences[0]?.text ?? ''}`.trim(),
        found: number,
        expected,
        why,
      })
    }
    const fresh =
      last === null ||
      (begins(levels) &&
        !(levels.length > 1 && seen.has('2')) &&
        levels.length <= 2 &&
        !(levels.length === 2 && seen.has('1'))) ||
      (levels.length === 1 && levels[0] === 1)
    if (fresh) {
      seen = new Set([key])
      slips = new Set()
      last = levels
      lastText = number
      continue
    }
    if (last && !follows(last, levels)) {
      const next = [
        ...last.slice(0, Math.min(last.length, levels.length) - 1),
        (last[Math.min(last.length, levels.length) - 1] ?? 0) + 1,
      ].join('.')
      // What stands under a wrong number is wrong with it, and is said once.
      if (slips.has(parent)) slips.add(key)
      else if (seen.has(key)) {
        say(
          'wrong',
          `${number} has been used already; ${lastText} stands before it.`,
          levels.length > 1 || last.length === 1 ? next : null,
        )
        slips.add(key)
      } else if (!later(last, levels)) say('wrong', `${number} comes after ${lastText}.`, next)
      else say('question', `Between ${lastText} and ${number} there may be something missing.`, next)
    }
    seen.add(key)
    if (last === null || later(last, levels) || !slips.has(key)) {
      if (last === null || later(last, levels)) {
        last = levels
        lastText = number
      } else if (slips.size > 0) {
        last = levels
        lastText = number
      }
    } else {
      last = levels
      lastText = number
    }
  }
  return found
}
