/**
 * Text that a spreadsheet will show and not run: a value that begins as a formula (= + - @, tab, carriage return, and
 * their full-width forms) gets an apostrophe before it. Source: OWASP, CSV Injection. A number keeps its sign, and so does one with
 * its unit (`+0.4 points`, `+£300`): what has no bracket, no bar, no quotation mark and no other sign can call nothing.
 */
export function safeCell(text: string): string {
  if (/^[+-]?£?\d[\d,]*(\.\d+)?(%| [a-z]+)?$/.test(text)) return text
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
}
