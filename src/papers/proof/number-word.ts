const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

const tensWord = `(?:${tens.join('|')})(?:[- ](?:${units.slice(1, 10).join('|')}))?`
const below100 = `(?:${tensWord}|${units.toReversed().join('|')})`

/** A number in words up to 999, as the text of a pattern: `twenty-one`, `one hundred and six`. */
export const numberWord = `(?:(?:${units.slice(1, 10).join('|')}|a) hundred(?: and ${below100})?|${below100})`

/** What a number in words is worth; null for what is not one. */
export function valueOfWord(text: string): number | null {
  const [head, rest] = text.toLowerCase().split(/ hundred(?: and )?/)
  if (rest !== undefined) {
    const hundreds = head === 'a' ? 1 : units.indexOf(head ?? '')
    const more = rest === '' ? 0 : valueOfWord(rest)
    return hundreds < 1 || more === null ? null : hundreds * 100 + more
  }
  const [first = '', second] = (head ?? '').split(/[- ]/)
  const ten = tens.indexOf(first)
  if (ten >= 0) return (ten + 2) * 10 + (second ? units.indexOf(second) : 0)
  const unit = units.indexOf(first)
  return unit >= 0 ? unit : null
}
