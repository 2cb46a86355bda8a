import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { buildDictionary } from '../../scripts/dictionary.ts'

it('the data dictionary is what the definitions and the model give: run `npm run dictionary` after changing them', async () => {
  expect(readFileSync(new URL('../../docs/data-dictionary.md', import.meta.url), 'utf8')).toBe(await buildDictionary())
})
