import { afterAll, vi } from 'vitest'

/** For tests: what a command writes to its two streams is heard here and not seen. */
export function heard(): { out: string; err: string; readonly clear: () => void } {
  const said = {
    out: '',
    err: '',
    clear: () => {
      said.out = ''
      said.err = ''
      process.exitCode = undefined
    },
  }
  const listen = (stream: NodeJS.WriteStream, to: 'out' | 'err') =>
    vi.spyOn(stream, 'write').mockImplementation(text => {
      said[to] += String(text)
      return true
    })
  listen(process.stdout, 'out')
  listen(process.stderr, 'err')
  afterAll(() => {
    vi.restoreAllMocks()
    process.exitCode = undefined
  })
  return said
}
