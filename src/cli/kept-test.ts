import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KeptTests } from '../forecast/tested.ts'

const source = join(import.meta.dirname, '..')

/** The text of the method: another method tests anew. */
function methodMark(): string {
  const hash = createHash('sha256')
  for (const folder of ['analysis/forecast', 'forecast'].map(name => join(source, name)))
    for (const name of readdirSync(folder).sort())
      if (/^(?!.*\.(test|fixture)\.)[a-z-]+\.(ts|js)$/.test(name))
        hash.update(name).update(readFileSync(join(folder, name)))
  return hash.digest('hex')
}

/**
 * The back-tests of a home: made once for the same history, since it is most of the time that a forecast takes. One file a council, with
 * figures only; a home that cannot be written to has it made each time.
 */
export function keptTests(home: string, authority: string): KeptTests {
  const file = join(home, `forecast-test-${authority.replaceAll(/\W/g, '_')}.json`)
  let method: string | null = null
  const whole = (mark: string): string => {
    method ??= methodMark()
    return `${mark} ${method}`
  }
  return {
    read: mark => {
      try {
        const kept = JSON.parse(readFileSync(file, 'utf8')) as {
          readonly mark: string
          readonly tested: ReturnType<KeptTests['read']>
        }
        return kept.mark === whole(mark) ? kept.tested : null
      } catch {
        return null
      }
    },
    write: (mark, tested) => {
      try {
        writeFileSync(file, JSON.stringify({ mark: whole(mark), tested }))
      } catch {
        // It is made anew next time.
      }
    },
  }
}
