import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'hearth-package-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (program: string, options: readonly string[], cwd: string) =>
  spawnSync(program, options, { cwd, encoding: 'utf8', timeout: 120_000 })

describe('the package', () => {
  it('runs from node_modules, where Node strips no types: sample, import, scorecard', () => {
    const copy = join(folder, 'copy')
    for (const name of [
      'src',
      'bin',
      'scripts',
      'measures',
      'papers',
      'rules',
      'scorecards',
      'returns',
      'package.json',
      'tsconfig.json',
      'tsconfig.build.json',
    ])
      cpSync(join(root, name), join(copy, name), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
    const built = run(process.execPath, ['scripts/build.ts'], copy)
    expect(built.status, built.stdout + built.stderr).toBe(0)
    // As `npm install hearth-board` lays it: bin and dist, no src.
    const installed = join(folder, 'app/node_modules/hearth-board')
    mkdirSync(installed, { recursive: true })
    for (const name of ['bin', 'dist', 'package.json'])
      cpSync(join(copy, name), join(installed, name), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(installed, 'node_modules'), 'junction')
    const hearth = (...options: readonly string[]) =>
      run(process.execPath, [join(installed, 'bin/hearth.js'), '--home', join(folder, 'home'), ...options], folder)
    expect(hearth('sample', '--to', 'files', '--children', '20', '--years', '2', '--no-xml').status).toBe(0)
    const imported = hearth('import', 'files')
    expect(imported.status, imported.stderr).toBe(0)
    const scorecard = hearth('scorecard', '--format', 'json')
    expect(scorecard.status, scorecard.stderr).toBe(0)
    expect(
      JSON.parse(scorecard.stdout).themes.flatMap((theme: { rows: readonly unknown[] }) => theme.rows),
    ).toHaveLength(26)
  }, 240_000)

  it('says a wrong use as JSON on standard error and ends with 2; a fault never ends with 0', () => {
    const wrong = run(
      process.execPath,
      [join(root, 'bin/hearth.js'), '--home', join(folder, 'none'), '--json', 'scorecard', '--at', '31/02/2026'],
      folder,
    )
    expect(wrong.status).toBe(2)
    expect(wrong.stdout).toBe('')
    expect(JSON.parse(wrong.stderr)).toMatchObject({ error: { code: 'HEARTH-1002' } })
  })
})
