import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { heard } from '../cli/heard.fixture.ts'
import { run } from '../cli/main.ts'
import { newFolder, removeFolders } from '../ingest/home.fixture.ts'

const said = heard()
afterAll(() => removeFolders())

/** Writes a return of two boys in a children's home, with these columns of the placement, and checks it without postcodes. */
async function check(columns: string, ...cells: readonly string[]): Promise<string> {
  const folder = join(newFolder(), '2025-26')
  mkdirSync(folder, { recursive: true })
  const header = cells.map((_, i) => `${i},M,02/03/2012,WBRI,H00000000000${i},,\n`).join('')
  writeFileSync(join(folder, 'header.csv'), `CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n${header}`)
  const episodes = cells.map((cell, i) => `${i},01/05/2025,S,C2,N1,K2,PR1,,,,SC000001,${cell}\n`).join('')
  writeFileSync(
    join(folder, 'episodes.csv'),
    `CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,URN,${columns}\n${episodes}`,
  )
  said.clear()
  await run(['--home', newFolder(), 'check', folder, '--authority', 'E06000001', '--format', 'jsonl'], 'test')
  return said.out
}

test('a return that carries areas and distances is asked about them without postcodes', async () => {
  const out = await check('PL_LA,PL_DISTANCE', 'e06000001,4.2', 'E06000002,', 'E06000002,400')
  const found = [...out.matchAll(/"rule":"(\w+)",.*"child":"(\d)"/g)].map(([, rule, child]) => `${rule} ${child}`)
  expect(found.sort()).toEqual(['1015 1', '1015 2', '392a 1', '454 2'])
})

test('a return with postcodes and no areas waits for the postcodes', async () => {
  const out = await check('HOME_POST,PL_POST', 'ZZ1 1AA,ZZ2 1AA')
  expect(out).toContain('{"rule":"392a","why":"no postcodes given"}')
  expect(out).not.toContain('"rule":"392a","table"')
})

test('a rule is not run without a column that it reads, whether this year or last year lacks it', async () => {
  const write = (year: string, columns: string, cells: string): string => {
    const folder = join(newFolder(), year)
    mkdirSync(folder, { recursive: true })
    writeFileSync(
      join(folder, 'episodes.csv'),
      `CHILD,DECOM,RNE,LS,PLACE,DEC${columns}\n1,01/05/2024,S,C2,U6,${cells}\n`,
    )
    return folder
  }
  const check903 = async (now: string, last: string): Promise<string> => {
    said.clear()
    await run(['--home', newFolder(), 'check', now, '--last', last, '--format', 'jsonl'], 'test')
    return said.out
  }
  const [with2026, without2026] = [write('2025-26', ',CIN', ',N1'), write('2025-26', '', '')]
  const [with2025, without2025] = [write('2024-25', ',CIN', ',N1'), write('2024-25', '', '')]
  expect(await check903(with2026, with2025)).not.toContain('has no column CIN')
  expect(await check903(with2026, without2025)).toContain(
    '{"rule":"503C","why":"Episodes of last year has no column CIN"}',
  )
  expect(await check903(without2026, with2025)).toContain('{"rule":"503C","why":"Episodes has no column CIN"}')
})
