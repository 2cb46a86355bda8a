/** `npm run check`: types, format and lint, room doors, dead code. Runs them all and fails at the end, so that nothing hides behind the first. */
import { spawnSync } from 'node:child_process'

const steps: readonly (readonly [string, readonly string[]])[] = [
  ['types', ['tsc', '--noEmit']],
  ['format and lint', ['biome', 'check', '--error-on-warnings', '.']],
  ['room doors', ['depcruise', '--config', '.dependency-cruiser.mjs', 'src']],
  ['dead code', ['knip']],
]

const failed = steps.filter(([name, [tool = '', ...options]]) => {
  process.stdout.write(`\n— ${name}\n`)
  const { status } = spawnSync(tool, options, { stdio: 'inherit', shell: process.platform === 'win32' })
  return status !== 0
})
process.stdout.write(
  failed.length ? `\ncheck failed: ${failed.map(([name]) => name).join(', ')}\n` : '\ncheck passed\n',
)
process.exitCode = failed.length ? 1 : 0
