const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'
/** What has digits and is no figure: days, months, years, school and financial years. */
const DATES = new RegExp(
  `\\b\\d{1,2}(?:st|nd|rd|th)? (?:${MONTHS})(?: \\d{4})?\\b|\\b(?:${MONTHS}) \\d{4}\\b|\\b20\\d\\d(?:[/–-]\\d\\d(?:\\d\\d)?)?\\b`,
  'gi',
)
const NUMBER =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|half|third|single|both|nobody|none|everyone|every child|all (?:of|but))\b/i

/**
 * Whether words name a number of their own: of a figure that is hidden no number may be told, and nobody can know which is the
 * hidden one. Days and years are none.
 */
export const namesNumber = (text: string): boolean => NUMBER.test(text.replaceAll(DATES, ''))
