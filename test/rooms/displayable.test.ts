import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(import.meta.dirname, '.displayable-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Type-checks one line against `Displayable`; the compiler's complaint, or nothing. */
function compile(name: string, code: string): string {
  const file = join(folder, `${name}.ts`)
  writeFileSync(
    file,
    `import type { Displayable, Shown } from '../../../src/disclosure/shown.ts'\nexport type Use = [Displayable, Shown]\n${code}\n`,
  )
  const options = [
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    '--module',
    'nodenext',
    '--target',
    'es2024',
    '--allowImportingTsExtensions',
  ]
  return spawnSync(process.execPath, [join('node_modules', 'typescript', 'bin', 'tsc'), ...options, file], {
    encoding: 'utf8',
  }).stdout
}

describe('Displayable', () => {
  it('takes text, lists and records of text', () => {
    expect(
      compile(
        'fine',
        `export const page: Displayable = { title: 'Children in care', rows: [{ name: 'a', shown: null }] }`,
      ),
    ).toBe('')
  })
  it('refuses a bare number, however deep', () => {
    expect(compile('deep', `export const page: Displayable = { rows: [{ value: 3 }] }`)).toContain('error TS2322')
  })
  it('refuses a figure that was not decided by the pack', () => {
    expect(compile('forged', `export const figure: Shown = { kind: 'number', value: 3, text: '3' }`)).toContain(
      'error TS',
    )
  })
})
