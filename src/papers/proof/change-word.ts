import type { Sentence } from './sentence.ts'

export type Direction = 'up' | 'down'

const UP =
  'rose|risen|rises?|rising|increas(?:e|es|ed|ing)|gr[eo]w(?:n|s|ing)?|growth|gone up|went up|going up|goes up|climb(?:ed|ing)?|jump(?:ed)?|lengthened|higher|more|(?<!them |it |made |making |make |makes |set |follow |taken |take |taking |speed |sped |back |sum |catch |end |ended |pick |picked |free |freed )up(?![- ](?:to|and)\\b|-)'
const DOWN =
  'fell|fall(?:s|en|ing)?|drop(?:s|ped|ping)?|decreas(?:e|es|ed|ing)|reduc(?:e|es|ed|ing|tion|tions)|declin(?:e|es|ed|ing)|gone down|went down|going down|(?:come|came|coming) down|shortened|shrunk|lower|fewer|less|(?<!step |stepped |step-|broken |break |breaking |broke |track |close |closed )down(?! (?:the|to earth))'

export const upWords = `\\b(?:${UP})\\b`
/** Words that say which way a figure went. */
export const directionWords = `\\b(?:${UP}|${DOWN})\\b`

const anyDirection = new RegExp(directionWords, 'gi')
const up = new RegExp(`^${upWords}$`, 'i')

export type DirectionWord = { readonly way: Direction; readonly at: number; readonly word: string }

/** The words of a sentence that say which way something went, placed in its skeleton. Nothing "no higher" or "not fallen" is one. */
export function directionsIn({ skeleton }: Pick<Sentence, 'skeleton'>): readonly DirectionWord[] {
  return [...skeleton.matchAll(anyDirection)].flatMap(match => {
    const before = skeleton.slice(Math.max(0, match.index - 12), match.index)
    if (/\b(?:no|not|n['’]t|without|neither) (?:\w+ )?$/i.test(before)) return []
    // "more than 20 miles", "fewer than 10": a bound, and no movement.
    if (/^(?:more|less|fewer|higher|lower)$/i.test(match[0])) return []
    return [{ way: up.test(match[0]) || isUp(match[0]) ? 'up' : 'down', at: match.index, word: match[0] } as const]
  })
}

const isUp = (word: string): boolean =>
  /^(?:up|r[io]s|incr|gr[eo]w|gone up|went up|going up|goes up|climb|jump|length|higher)/i.test(word)

/** The word that speaks of what stands at `at`: the nearest before it in its clause, else the first after it. */
export function directionAt(sentence: Sentence, at: number): DirectionWord | null {
  const words = directionsIn(sentence)
  const clause = Math.max(sentence.skeleton.lastIndexOf(';', at), sentence.skeleton.lastIndexOf('. ', at))
  return words.findLast(word => word.at < at && word.at > clause) ?? words.find(word => word.at >= at) ?? null
}
