import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newFolder, removeFolders } from '../ingest/home.fixture.ts'
import { writeReturn } from '../ingest/import.fixture.ts'
import { DatabaseSync } from '../records/raw-sqlite.fixture.ts'
import type { EditionDiff } from '../report/edition-diff.ts'
import { heard } from './heard.fixture.ts'
import { shippedMeasures } from './home-folders.ts'
import { run } from './main.ts'

const said = heard()
beforeEach(() => said.clear())
afterAll(() => removeFolders())

const home = newFolder()
const hearth = async (...words: readonly string[]): Promise<string> => {
  said.clear()
  const code = await run(['--home', home, ...words], 'test')
  if (code !== 0) throw new Error(said.err)
  return said.out
}
const analyst = ['--by', 'A. Lister', '--role', 'Performance analyst']
const director = ['--by', 'R. Marsh', '--role', 'Director of children’s services']

/** A council's return of 2025-26, of which one child is told late and another's days are put right later. */
const write = (episodes: readonly Readonly<Record<string, string>>[]): string => {
  const folder = newFolder()
  writeReturn(join(folder, '2025-26'), {
    header: episodes.map(({ CHILD }) => ({ CHILD: CHILD ?? 'A' })),
    episodes: episodes.map(episode => ({ DECOM: '01/05/2025', ...episode })),
  })
  return folder
}
const first = [{ CHILD: 'A' }, { CHILD: 'B' }, { CHILD: 'C', PLACE: 'K2' }, { CHILD: 'D' }]
let frozen = ''
let paper = ''
const written = newFolder()
const paperOf = async (audience: string): Promise<string> => {
  const file = join(written, `${audience}.html`)
  await hearth('paper', '--edition', '1', '--template', 'members-summary', '--audience', audience, '--to', file)
  return readFileSync(file, 'utf8')
}

beforeAll(async () => {
  await hearth('import', write(first), '--authority', 'E06990001')
  await hearth(
    'edition',
    'make',
    '--at',
    '2026-03-31',
    '--name',
    'April board',
    '--papers',
    'members-summary',
    ...analyst,
  )
  paper = await paperOf('board')
  frozen = await hearth('scorecard', '--edition', '1', '--audience', 'board', '--format', 'json')
  // E and F were recorded late; B had left in January; A's placement was a home, not foster carers.
  const late = [
    { CHILD: 'A', PLACE: 'K2' },
    { CHILD: 'B', DEC: '31/01/2026', REC: 'E4A' },
    { CHILD: 'C', PLACE: 'K2' },
  ]
  await hearth('import', write([...late, { CHILD: 'D' }, { CHILD: 'E' }, { CHILD: 'F' }]), '--authority', 'E06990001')
}, 120_000)

const movedIn = async (...more: readonly string[]): Promise<EditionDiff> =>
  JSON.parse(await hearth('--json', 'edition', 'diff', ...more)) as EditionDiff

test('an edition says again what it froze, whatever was imported since, and how far it is', async () => {
  expect(await hearth('scorecard', '--edition', '1', '--audience', 'board', '--format', 'json')).toBe(frozen)
  const view = JSON.parse(frozen)
  expect(view).toMatchObject({ edition: 1, status: 'draft', dataVersion: 1, at: '2026-03-31' })
  const now = JSON.parse(await hearth('scorecard', '--at', '2026-03-31', '--audience', 'board', '--format', 'json'))
  expect(now).toMatchObject({ edition: null, dataVersion: 2 })
  expect(await hearth('scorecard', '--edition', '1', '--audience', 'public')).toContain('Draft. Not for publication')
})

test('a paper of an edition is the same whatever was imported since, and one that it did not freeze is refused', async () => {
  expect(await paperOf('board')).toBe(paper)
  expect(paper).toContain('Draft of edition 1')
  await expect(paperOf('analyst')).rejects.toThrow('for board and public, not for analyst')
  await expect(
    hearth('paper', '--edition', '1', '--template', 'council-report', '--to', join(written, 'a.html')),
  ).rejects.toThrow('HEARTH-1706')
})

test('a paper is proven against the edition that it says it is of, and a figure that somebody changed is found', async () => {
  const file = join(written, 'board.html')
  await paperOf('board')
  expect(await hearth('verify', file)).toMatch(
    /members-summary of edition 1 for board\. All \d+ figures that it prints are as/,
  )
  writeFileSync(file, paper.replace(/(?<=<data value="\w+">)\[c\](?=<)/, '4'))
  said.clear()
  expect(await run(['--home', home, 'verify', file], 'test')).toBe(1)
  expect(said.out).toContain('“4” where the edition has “[c]”')
  // A file that cannot be read stops none of the others.
  said.clear()
  expect(await run(['--home', home, 'verify', join(written, 'none.html'), file], 'test')).toBe(2)
  expect(said.out).toContain('“4” where the edition has “[c]”')
  writeFileSync(file, paper.replaceAll('Draft of edition 1', 'Edition 1, published'))
  await expect(hearth('verify', file)).rejects.toThrow('HEARTH-1709')
  writeFileSync(file, paper.replace(/<meta name="keywords"[^>]*>/, ''))
  await expect(hearth('verify', file)).rejects.toThrow('HEARTH-1707')
  expect(
    await hearth('verify', file, '--edition', '1', '--template', 'members-summary', '--audience', 'board'),
  ).toContain('All')
})

test('a code that is printed leads to the figure, its definition and its version', async () => {
  const [, code = ''] = /<data value="(\w+)">/.exec(paper) ?? []
  const found = JSON.parse(await hearth('--json', 'edition', 'figure', '1', code.toLowerCase()))
  expect(found).toMatchObject({ code, edition: 1, dataVersion: '1', printed: [{ template: 'members-summary' }, {}] })
  expect(found.definition.text).toContain('/* measure')
  expect(await hearth('edition', 'figure', '1', code)).toContain('population:')
  await expect(hearth('edition', 'figure', '1', 'AAAAA')).rejects.toThrow('HEARTH-1708')
})

test('every figure that moved is told with its causes, which add up, and the children behind them', async () => {
  const { moved, same, notCompared } = await movedIn('1', '--children')
  const inCare = moved.find(({ measure }) => measure === 'children-in-care')
  expect(inCare).toMatchObject({ printed: '4', before: { numerator: 4 }, after: { numerator: 5 }, unexplained: null })
  const causes = Object.fromEntries((inCare?.causes ?? []).map(one => [one.cause, one]))
  expect(causes['recorded late']).toMatchObject({ counted: 2, group: 2, children: ['E', 'F'] })
  expect(causes.withdrawn).toMatchObject({ counted: -1, group: -1, children: ['B'] })
  expect(moved.every(({ causes: own, unexplained }) => own.length > 0 || unexplained !== null)).toBe(true)
  const rows = JSON.parse(frozen).themes.flatMap((theme: { rows: unknown[] }) => theme.rows).length
  expect(moved.length + same + notCompared.length).toBe(rows)
})

test('children are not named unless they are asked for', async () => {
  expect(JSON.stringify(await movedIn('1'))).not.toContain('"children"')
  const text = await hearth('edition', 'diff', '1')
  expect(text).toContain('recorded late: +2 counted, +2 in the group (2 children)')
  expect(text).not.toMatch(/^ {4}E F$/m)
  expect(await hearth('edition', 'diff', '1', '--children')).toMatch(/^ {4}E F$/m)
})

test('a definition that was changed is a cause of its own', async () => {
  const text = readFileSync(join(shippedMeasures, 'numbers/children-in-care.sql'), 'utf8')
  mkdirSync(join(home, 'measures/numbers'), { recursive: true })
  writeFileSync(
    join(home, 'measures/numbers/children-in-care.sql'),
    text.replace(/;?\s*$/, "\nwhere child_id not in (select child_id from person where local_id in ('D', 'F'))\n"),
  )
  const { moved } = await movedIn('1', '--children')
  const inCare = moved.find(({ measure }) => measure === 'children-in-care')
  expect(inCare?.causes.find(({ cause }) => cause === 'definition changed')).toMatchObject({
    counted: -2,
    children: ['D', 'F'],
  })
  expect(inCare).toMatchObject({ after: { numerator: 3 }, unexplained: null })
})

test('a step is taken once and in order, by somebody who says who they are', async () => {
  await expect(hearth('edition', 'publish', '1', ...director)).rejects.toThrow('HEARTH-1702')
  await expect(hearth('edition', 'approve', '1')).rejects.toThrow('--by')
  await hearth('edition', 'approve', '1', ...director, '--note', 'with the lead member')
  await hearth('edition', 'publish', '1', ...director)
  await expect(hearth('edition', 'approve', '1', ...director)).rejects.toThrow('published already')
  await expect(hearth('edition', 'approve', '9', ...director)).rejects.toThrow('HEARTH-1701')
  const list = await hearth('edition', 'list')
  expect(list).toContain('1  April board: published, at 2026-03-31, data version 1')
  expect(list).toMatch(/approved .* by R. Marsh, Director of children’s services: with the lead member/)
  expect(await hearth('scorecard', '--edition', '1', '--audience', 'public')).not.toContain('Not for publication')
  expect(await paperOf('board')).not.toContain('Draft')
})

test('an edition that somebody changed in the database is refused, whole', async () => {
  await hearth('edition', 'make', '--at', '2026-03-31', '--replaces', '1', '--no-papers', ...analyst)
  const database = new DatabaseSync(join(home, 'records.sqlite'))
  database.exec(`update edition set content = replace(content, '"value":4', '"value":5') where number = 2`)
  database.close()
  await expect(hearth('scorecard', '--edition', '2')).rejects.toThrow('HEARTH-1703')
  await expect(hearth('edition', 'approve', '2', ...director)).rejects.toThrow('HEARTH-1703')
})
