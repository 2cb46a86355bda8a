// A measured process: every return-based measure of a home, month window, 120 month ends, each slice alone, to Parquet.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openHome, versionFolder } from '../src/cli/home.ts'
import { day } from '../src/kit/day.ts'
import { endsBefore, periodEnding } from '../src/kit/period.ts'
import { materialise } from '../src/measures/materialise.ts'
import { isQueried } from '../src/measures/measures.ts'

const [home = ''] = process.argv.slice(2)
const open = await openHome(home)
// An open version may write nowhere but in its own folder.
const to = join(versionFolder(home, open.version.number), 'figures')
mkdirSync(to, { recursive: true })
const months = endsBefore('month', day('2026-10-31'), 120)
const years = endsBefore('year', day('2026-03-31'), 10)
let count = 0
for (const measure of open.session.measures.values()) {
  if (!isQueried(measure)) continue
  const window = measure.windows.includes('month') ? 'month' : 'year'
  await materialise(
    open.session,
    { measure, periods: (window === 'month' ? months : years).map(end => periodEnding(window, end)) },
    join(to, `${measure.id}.parquet`).replaceAll('\\', '/'),
  )
  count++
}
await open.close()
process.stdout.write(`${count} measures`)
