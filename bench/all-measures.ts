// A measured process: measures of a home, month window, 120 month ends, each slice alone, to Parquet. `return` as the second word: only those the return feeds.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openHome } from '../src/cli/home.ts'
import { versionFolder } from '../src/cli/home-folders.ts'
import { day } from '../src/kit/day.ts'
import { endsBefore, periodEnding } from '../src/kit/period.ts'
import { materialise } from '../src/measures/materialise.ts'
import { isQueried } from '../src/measures/measures.ts'
import { returnBased } from './return-based.ts'

const [home = '', which = ''] = process.argv.slice(2)
const open = await openHome(home)
// An open version may write nowhere but in its own folder.
const to = join(versionFolder(home, open.version.number), 'figures')
mkdirSync(to, { recursive: true })
const monthEnds = endsBefore('month', day('2026-10-31'), 120)
const chosen =
  which === 'return' ? await returnBased(open.session) : [...open.session.measures.values()].filter(isQueried)
for (const measure of chosen) {
  const [first = 'month'] = measure.windows.filter(window => window !== 'between')
  const window = measure.windows.includes('month') ? 'month' : first
  const ends = window === 'month' ? monthEnds : endsBefore(window, day('2026-10-31'), window === 'quarter' ? 40 : 10)
  await materialise(
    open.session,
    { measure, periods: ends.map(end => periodEnding(window, end)) },
    join(to, `${measure.id}.parquet`).replaceAll('\\', '/'),
  )
}
await open.close()
process.stdout.write(`${chosen.length} measures`)
