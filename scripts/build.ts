/** `npm pack` runs this: JavaScript in `dist/`, since Node does not strip types under `node_modules`, and the content beside it. */
import { spawnSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')
rmSync(dist, { recursive: true, force: true })
// Types, and that no import would be wrong once it is JavaScript, are what `npm run check` looks at: here they are only taken out.
const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json'), '--noCheck'],
  { stdio: 'inherit' },
)
if (status !== 0) process.exit(1)
cpSync(join(root, 'src'), join(dist, 'src'), {
  recursive: true,
  filter: path => !path.endsWith('.ts') && !path.endsWith('.scss') && !path.endsWith('CONTEXT.md'),
})
for (const content of ['measures', 'rules', 'scorecards', 'returns', 'papers'])
  cpSync(join(root, content), join(dist, content), { recursive: true })
