import { expect, test } from 'vitest'
import type { Template } from '../papers/paper/template.ts'
import type { PaperWords } from '../report/paper-words.ts'
import { sayPaperWords } from './paper-words-said.ts'

test('figures that nobody answered for are named with a paper that has a table of what will be done, and with no other', () => {
  const words = { heldBack: [], ownSections: [], unanswered: [{ title: 'Reviews on time' }] } as unknown as PaperWords
  const said = (kind: string): string => {
    const section = { title: 'A', only: null, blocks: [{ kind, actions: 'What we will do' }], sections: [] }
    return sayPaperWords(words, { name: 'a-paper', sections: [section] } as unknown as Template)
  }
  expect(said('actions')).toBe(
    '1 figure off target or getting worse without what we will do, who and by when: Reviews on time.\n',
  )
  expect(said('table')).toBe('')
})
