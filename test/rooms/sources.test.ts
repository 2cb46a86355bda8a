import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { buildSources } from '../../scripts/sources.ts'

test('the page of files is what the contents of returns make it: run npm run sources-doc', () => {
  expect(readFileSync(new URL('../../docs/files.md', import.meta.url), 'utf8')).toBe(buildSources())
})
