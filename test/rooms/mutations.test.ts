import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { mutations } from '../campaign/mutations.ts'

const root = join(import.meta.dirname, '../..')

// The campaign is long and seldom run: a line that moved on would stop it halfway.
it.each(mutations.map(one => [`${one.file}: ${one.what}`, one] as const))(
  '%s can be made: its line stands once',
  (_, { file, from }) => expect(readFileSync(join(root, file), 'utf8').split(from)).toHaveLength(2),
)
