import { allTemplates, templateOf } from '../src/cli/frozen-papers.ts'
import { openHomeDesk } from '../src/cli/home.ts'
import { askedFor } from '../src/papers/paper/asked.ts'
import { assemble } from '../src/papers/paper/assemble.ts'
import { paperAs, paperFormats } from '../src/papers/paper/formats.ts'
import type { Paper } from '../src/papers/paper/paper.ts'

/** Seconds by the clock of each part; those that processors worked for all papers together. `bytes` of all files together. */
export type PaperSet = {
  readonly opened: number
  readonly scorecard: number
  readonly assembled: Readonly<Record<string, number>>
  readonly rendered: Readonly<Record<string, number>>
  readonly worked: { readonly assembled: number; readonly rendered: number }
  readonly files: number
  readonly bytes: number
}

/**
 * `node bench/paper-set.ts HOME`: the whole set of papers for the board from one desk over a home: every template that is for it,
 * assembled, then made in every format. Prints the seconds of each part as JSON.
 */
const [home = ''] = process.argv.slice(2)
const audience = 'board'

async function timed<T>(work: () => T | Promise<T>): Promise<readonly [T, number]> {
  const start = performance.now()
  const made = await work()
  return [made, (performance.now() - start) / 1000]
}

/** Seconds that processors worked for this process so far, the engine's threads too. */
function worked(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const [desk, opened] = await timed(() => openHomeDesk(home))
try {
  const [, scorecard] = await timed(() => desk.scorecard({ audience }))
  const begun = worked()
  const assembled: Record<string, number> = {}
  const papers: Paper[] = []
  for (const name of allTemplates(home)) {
    const template = templateOf(desk, home, name)
    if (!(template.for?.includes(audience) ?? true)) continue
    const [paper, seconds] = await timed(async () =>
      assemble(template, await desk.paperOf(askedFor(template, { audience }))),
    )
    papers.push(paper)
    assembled[name] = seconds
  }
  const between = worked()
  const rendered: Record<string, number> = {}
  let bytes = 0
  for (const format of paperFormats) {
    const [made, seconds] = await timed(async () => {
      const files: (string | Uint8Array)[] = []
      for (const paper of papers) files.push(await paperAs(paper, format))
      return files
    })
    rendered[format] = seconds
    bytes += made.reduce((sum, file) => sum + file.length, 0)
  }
  const set: PaperSet = {
    opened,
    scorecard,
    assembled,
    rendered,
    worked: { assembled: between - begun, rendered: worked() - between },
    files: papers.length * paperFormats.length,
    bytes,
  }
  process.stdout.write(JSON.stringify(set))
} finally {
  desk.close()
}
