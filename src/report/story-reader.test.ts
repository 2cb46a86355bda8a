import { expect, test } from 'vitest'
import type { DraftRow } from './draft-row.ts'
import type { RowView } from './scorecard-view.ts'
import { showRows } from './show-rows.ts'
import { drafts } from './story.fixture.ts'
import type { StoryRuns } from './story.ts'
import { storyOf } from './story-theme.ts'

// A reader who has the narrative with its figures blacked out, and the titles of the scorecard; nothing of ours.
const BLACK = '█'
const blackedOut = (runs: StoryRuns): string => runs.map(run => (run.kind === 'words' ? run.text : BLACK)).join('')
const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
const titleWords = (title: string): readonly string[] =>
  wordsOf(title.replace(/ in the last 12 months$/, '')).filter(word => word !== 'with' && word !== 'who')

/** Whether a sentence has the words of a title in their order. */
function names(sentence: string, title: string): boolean {
  const heard = wordsOf(sentence)
  let from = 0
  return titleWords(title).every(word => {
    const at = heard.indexOf(word, from)
    from = at + 1
    return at >= 0
  })
}

type Understood = { readonly off: readonly string[]; readonly changed: readonly string[] }

/** What the reader makes of it: each paragraph is about the longest title in its first sentence. */
function understand(paragraphs: readonly string[], titles: readonly string[]): Understood {
  const off = new Set<string>()
  const changed = new Set<string>()
  for (const paragraph of paragraphs) {
    const [first = ''] = paragraph.split(/(?<=[.?!]) /)
    const about = titles.filter(title => names(first, title)).toSorted((a, b) => b.length - a.length)[0]
    if (about === undefined || paragraph.includes('“')) continue
    if (/\boff target\b|\bmisses\b/.test(paragraph)) off.add(about)
    if (/\b(getting worse|improving|rising|falling)\b/.test(paragraph)) changed.add(about)
  }
  return { off: [...off].toSorted(), changed: [...changed].toSorted() }
}

const truth = (rows: readonly RowView[]): Understood => {
  const told = rows.filter(({ latest }) => latest.figure.kind === 'number')
  const titles = (some: readonly RowView[]): readonly string[] => some.map(({ title }) => title).toSorted()
  return {
    off: titles(told.filter(({ rag }) => rag.kind === 'rated' && rag.status === 'off target')),
    changed: titles(
      told.filter(({ direction }) =>
        ['Improving', 'Getting worse', 'Rising', 'Falling'].includes(direction?.word ?? ''),
      ),
    ),
  }
}

const read = (rows: readonly RowView[]): Understood =>
  understand(
    storyOf([{ id: 't', title: 'T', rows }]).flatMap(({ paragraphs }) =>
      paragraphs.map(({ runs }) => blackedOut(runs)),
    ),
    rows.map(({ title }) => title),
  )

for (const audience of ['analyst', 'board'] as const)
  test(`a reader of the narrative without its figures knows what is off target and really changed, as the ${audience} may`, () => {
    const rows = showRows(Object.values(drafts), audience)
    expect(truth(rows).off.length).toBeGreaterThan(4)
    expect(truth(rows).changed.length).toBeGreaterThan(2)
    expect(read(rows)).toEqual(truth(rows))
  })

test('the reader knows it in whatever order the rows stand, and of any of them', () => {
  const all: readonly DraftRow[] = Object.values(drafts)
  for (let i = 0; i < all.length; i++) {
    const rows = showRows(
      [...all.slice(i), ...all.slice(0, i)].filter((_, at) => at % 3 !== i % 3),
      'analyst',
    )
    expect(read(rows)).toEqual(truth(rows))
  }
})
