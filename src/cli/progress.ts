/** A line that says how far long work has come: rewritten in place on a terminal, silent in a pipe. */
export function progressLine(what: string): {
  readonly step: (done: number, of: number) => void
  readonly end: () => void
} {
  const shown = process.stderr.isTTY === true
  return {
    step: (done, of) => {
      if (shown) process.stderr.write(`\r${what}: ${done} of ${of} `)
    },
    end: () => {
      if (shown) process.stderr.write('\r\u001b[K')
    },
  }
}

/** One line that says what is being done now; silent in a pipe. */
export function statusLine(): { readonly say: (words: string) => void; readonly end: () => void } {
  const shown = process.stderr.isTTY === true
  const write = (words: string): void => {
    if (shown) process.stderr.write(`\r\u001b[K${words}`)
  }
  return { say: write, end: () => write('') }
}
