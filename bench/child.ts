import { spawn } from 'node:child_process'
import { join } from 'node:path'

/**
 * What one process took: seconds by the clock; those its processors worked, which other work on the machine lengthens less; peak
 * memory in GB where the system tells; and what it printed.
 */
export type Run = {
  readonly seconds: number
  readonly worked: number
  readonly gigabytes: number
  readonly output: string
}

/** Runs a file or command of ours in a process of its own. Throws what it said where it ended with a code that is not `expected`. */
export function runChild(file: string, options: readonly string[], expected: readonly number[] = [0]): Promise<Run> {
  const started = performance.now()
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--import', join(import.meta.dirname, 'peak.ts'), file, ...options],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const [output, errors]: [string[], string[]] = [[], []]
  child.stdout.on('data', piece => output.push(String(piece)))
  child.stderr.on('data', piece => errors.push(String(piece)))
  return new Promise((resolve, reject) => {
    child.on('exit', code => {
      const said = errors.join('')
      const peak = /peak memory (\d+) kB/.exec(said)?.[1]
      if (!expected.includes(code ?? -1)) reject(new Error(`${file} failed: ${said}`))
      else
        resolve({
          seconds: (performance.now() - started) / 1000,
          worked: Number(/processors ([\d.]+) s/.exec(said)?.[1] ?? 0),
          gigabytes: Number(peak ?? 0) / 2 ** 20,
          output: output.join(''),
        })
    })
  })
}

export const median = (all: readonly number[]): number =>
  all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN
