/**
 * Text that a spreadsheet will show and not run: a value that begins as a formula (= + - @, tab, carriage return, and
 * their full-width forms) gets an apostrophe before it. A plain number keeps its sign. Source: OWASP, CSV Injection.
 */
export function safeCell(text: string): string {
  if (/^[+-]?\d+(\.\d+)?$/.test(text)) return text
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
}
