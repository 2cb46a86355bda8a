import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { newFolder, removeFolders } from '../ingest/home.fixture.ts'
import { someVersion } from '../records/builders.ts'
import { openRecords } from '../records/records.ts'
import { standing } from '../review/word.ts'
import { kindNames } from '../review/word-kinds.ts'
import { heard } from './heard.fixture.ts'
import { run } from './main.ts'

const said = heard()
beforeEach(() => said.clear())
afterAll(() => removeFolders())

/** The worked files of the guide, by name. */
const guide = readFileSync(join(import.meta.dirname, '../../docs/guides/words.md'), 'utf8')
const worked = new Map(
  [...guide.matchAll(/### `([^`]+)`\n\n```(?:csv|markdown)\n([\s\S]*?)```/g)].map(([, name = '', text = '']) => [
    name,
    text,
  ]),
)
const folderOf = (files: Iterable<readonly [string, string]>): string => {
  const folder = join(newFolder(), 'words')
  mkdirSync(folder)
  for (const [name, text] of files) writeFileSync(join(folder, name), text)
  return folder
}
const hearth = async (home: string, ...line: readonly string[]): Promise<number> => {
  said.clear()
  const code = await run(['--home', home, ...line], 'test')
  process.exitCode = undefined
  return code
}
const json = () => JSON.parse(said.out)
async function homeWithVersion(): Promise<string> {
  const home = newFolder()
  const records = await openRecords({ home })
  await records.dataVersions.commit(someVersion(1))
  await records.close()
  return home
}
const commentary = (more: string, text: string): string =>
  `---\nkind: commentary\nmeasure: CP12\nperiod: 2026-10\ntag: performance\nauthor: A. Lister\ndate: 2026-11-09\n${more}---\n${text}\n`

describe('the guide of words', () => {
  test('has a worked file of every kind, and all of them are read; read again they change nothing', async () => {
    const home = await homeWithVersion()
    const folder = folderOf(worked)
    expect(await hearth(home, '--json', 'words', 'import', folder), said.err).toBe(0)
    const { saved } = json()
    expect(json()).toMatchObject({ known: 0, past: [], left: [] })
    await hearth(home, '--json', 'words', 'list')
    expect(new Set(json().words.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(kindNames))
    expect(json().words).toHaveLength(saved)
    expect(await hearth(home, '--json', 'words', 'import', folder)).toBe(0)
    expect(json()).toMatchObject({ saved: 0, known: saved })
  })

  test('has what it says in the records, by the one name of each measure', async () => {
    const home = await homeWithVersion()
    await hearth(home, 'words', 'import', folderOf(worked))
    const records = await openRecords({ home })
    const all = await standing(records.words, 'commentary')
    expect(all.map(({ key }) => key)).toEqual([
      'area:childrens-homes',
      'area:fostering',
      'area:health',
      'children-in-care',
      expect.any(String),
      'placed-over-20-miles',
    ])
    const far = all.at(-1)
    expect(far).toMatchObject({ period: '2026-10-31', tag: 'performance', saidOn: '2026-11-09', author: 'A. Lister' })
    expect(far?.body).toMatchObject({
      status: 'approved',
      approvedBy: 'R. Marsh',
      figure: '26.0%',
      dataVersion: 1,
      named: { CP12: 'placed-over-20-miles' },
    })
    expect((await standing(records.words, 'action')).map(({ key }) => key)).toEqual([
      'placed-over-20-miles',
      'placed-over-20-miles/carers',
    ])
    await records.close()
  })

  test('a case study is in no list and no export but by its title', async () => {
    const home = await homeWithVersion()
    await hearth(home, 'words', 'import', folderOf(worked))
    for (const line of [
      ['words', 'list'],
      ['--json', 'words', 'list'],
      ['words', 'history', 'case-study', 'corporate-parenting-2026-11/back-near-school'],
      ['--json', 'words', 'history', 'case-study', 'corporate-parenting-2026-11/back-near-school'],
    ]) {
      expect(await hearth(home, ...line)).toBe(0)
      expect(said.out).toContain('back-near-school')
      expect(said.out).not.toContain('chose the family')
    }
  })
})

describe('hearth words', () => {
  test('with one fault nothing is saved, and every fault is said with its file and line', async () => {
    const home = await homeWithVersion()
    const folder = folderOf([
      ['good.md', commentary('', 'Good words.')],
      [
        'bad.md',
        commentary('figure: 26.0%\ndata_version: 7\n', 'First line.\n\nThen {{CP12.valeu}} and {{CP99.value}}.'),
      ],
      [
        'actions.csv',
        'measure,period,text,owner,due,author,date\nplaced-over-20-mils,2026-10,Do it,Somebody,2027-01-31,R. Marsh,2026-11-12\n',
      ],
    ])
    expect(await hearth(home, 'words', 'import', folder)).toBe(2)
    expect(said.err).toContain('HEARTH-1601')
    expect(said.err).toMatch(/bad\.md:9: data_version "7": There is no data version 7/)
    expect(said.err).toMatch(/bad\.md:13: text "\{\{CP12\.valeu\}\}": .*Did you mean "value"\?/)
    expect(said.err).toMatch(
      /bad\.md:13: text "\{\{CP99\.value\}\}": There is no measure "CP99"\. Did you mean "CP9"\?/,
    )
    expect(said.err).toMatch(/actions\.csv:2: measure .*Did you mean "placed-over-20-miles"\?/)
    expect(await hearth(home, '--json', 'words', 'import', folder)).toBe(2)
    expect(json()).toMatchObject({ saved: 0, faults: [{ line: 2 }, {}, {}, {}] })
    await hearth(home, 'words', 'list')
    expect(said.out).toBe('No words stand.\n')
  })

  test('new words replace the old, and an old file brings none back', async () => {
    const home = await homeWithVersion()
    const old = folderOf([['a.md', commentary('', 'The first words.')]])
    const anew = folderOf([['a.md', commentary('', 'The second words.').replace('2026-11-09', '2026-11-10')]])
    await hearth(home, 'words', 'import', old)
    await hearth(home, 'words', 'import', anew)
    expect(await hearth(home, 'words', 'import', old)).toBe(0)
    expect(said.out).toContain('0 words saved')
    expect(said.out).toContain('replaced or withdrawn since')
    await hearth(home, 'words', 'list', '--measure', 'placed-over-20-miles')
    expect(said.out).toContain('The second words.')
    expect(said.out).not.toContain('The first words.')
    await hearth(home, 'words', 'list', '--at', '2026-11-09')
    expect(said.out).toContain('The first words.')
    await hearth(home, 'words', 'history', 'commentary', 'CP12')
    expect(said.out).toMatch(/The first words\.[\s\S]+The second words\./)
  })

  test('words older than what stands are refused', async () => {
    const home = await homeWithVersion()
    await hearth(home, 'words', 'import', folderOf([['a.md', commentary('', 'Later.')]]))
    const older = folderOf([['a.md', commentary('', 'Earlier.').replace('2026-11-09', '2026-11-08')]])
    expect(await hearth(home, 'words', 'import', older)).toBe(2)
    expect(said.err).toContain('9 November 2026, later than this')
  })

  test('withdrawn words stand no more, stay in the history, and come not back with their file', async () => {
    const home = await homeWithVersion()
    const folder = folderOf([['a.md', commentary('', 'Wrong words.')]])
    await hearth(home, 'words', 'import', folder)
    const line = ['words', 'withdraw', 'commentary', 'cp12', '--by', 'R. Marsh', '--why', 'Of another month']
    expect(await hearth(home, ...line), said.err).toBe(0)
    expect(await hearth(home, ...line)).toBe(2)
    expect(said.err).toContain('HEARTH-1603')
    await hearth(home, 'words', 'import', folder)
    await hearth(home, 'words', 'list')
    expect(said.out).toBe('No words stand.\n')
    await hearth(home, 'words', 'history', 'commentary', 'CP12')
    expect(said.out).toMatch(/Wrong words\.[\s\S]+R\. Marsh[\s\S]+withdrawn: Of another month/)
  })

  test('of words of several months it is asked which to withdraw', async () => {
    const home = await homeWithVersion()
    const september = commentary('', 'Of September.').replace('2026-10', '2026-09')
    await hearth(
      home,
      'words',
      'import',
      folderOf([
        ['a.md', commentary('', 'Of October.')],
        ['b.md', september],
      ]),
    )
    const line = ['words', 'withdraw', 'commentary', 'CP12', '--by', 'R. Marsh', '--why', 'x']
    expect(await hearth(home, ...line)).toBe(2)
    expect(said.err).toContain('2026-09, 2026-10')
    expect(await hearth(home, ...line, '--period', '2026-09')).toBe(0)
    await hearth(home, 'words', 'list')
    expect(said.out).toContain('Of October.')
    expect(said.out).not.toContain('Of September.')
  })

  test('files that are none of words are refused, and named beside those that are', async () => {
    const home = await homeWithVersion()
    const folder = folderOf([['episodes.csv', 'CHILD,DECOM\n']])
    expect(await hearth(home, 'words', 'import', folder)).toBe(2)
    expect(said.err).toContain('HEARTH-1604')
    writeFileSync(join(folder, 'a.md'), commentary('', 'Words.'))
    expect(await hearth(home, 'words', 'import', folder)).toBe(0)
    expect(said.out).toMatch(/Not files of words: .*episodes\.csv/)
  })

  test('a kind that there is not is refused with what may have been meant', async () => {
    expect(await hearth(newFolder(), 'words', 'history', 'comentary', 'CP12')).toBe(2)
    expect(said.err).toContain('Did you mean "commentary"?')
  })
})
