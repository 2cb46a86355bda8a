import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountOf, ask, type Done, findingsOf, mustImport, newFolder, removeFolders } from './home.fixture.ts'
import { writeReturn } from './import.fixture.ts'

afterAll(removeFolders)

const leap = '29/02/2008'
const soon = '01/01/2008'

describe('an 18th birthday in an episode', () => {
  let report: Done
  const home = newFolder()
  beforeAll(async () => {
    report = await mustImport(home, [
      writeReturn(join(newFolder(), '2025-26'), {
        header: [
          ...['A', 'B', 'C'].map(CHILD => ({ CHILD, DOB: leap })),
          ...['D', 'E', 'F', 'G'].map(CHILD => ({ CHILD, DOB: soon })),
          { CHILD: 'H', DOB: '31/03/2008' },
          { CHILD: 'I', DOB: '01/04/2008' },
        ],
        episodes: [
          // Someone born on 29 February is 18 on 1 March 2026: lines 2 to 4.
          { CHILD: 'A', DECOM: '28/02/2026' },
          { CHILD: 'B', DECOM: '01/03/2026' },
          { CHILD: 'C', DEC: '01/03/2026', REC: 'E7' },
          { CHILD: 'D', DEC: '02/01/2026', REC: 'E7' }, // line 5
          { CHILD: 'E', DEC: '01/01/2026', REC: 'E7' },
          { CHILD: 'F' }, // line 7
          { CHILD: 'G', DEC: '01/12/2025', REC: 'X1' }, // line 8
          { CHILD: 'G', DECOM: '01/12/2025', RNE: 'P' },
          { CHILD: 'H' }, // line 10: 18 on the last day
          { CHILD: 'I' }, // the day after
        ],
        sw_episodes: [
          { CHILD: 'A', SW_DECOM: '28/02/2026', SW_DEC: '28/02/2026' },
          { CHILD: 'A', SW_ID: 'SW2', SW_DECOM: '01/03/2026' },
        ],
      }),
    ])
  })
  const found = (code: string) => findingsOf(report, code).map(({ name, line, found }) => [name, line, found])

  test('an episode that goes on after it is said, and what measures make of it', () => {
    expect(found('ends-after-eighteen')).toEqual([['episodes.csv', 5, '02/01/2026']])
    const why = report.findings.find(({ code }) => code.startsWith('ends-after-eighteen'))?.why
    expect(why).toContain('do not count them in care from that day')
  })

  test('an episode that is open on the last day, of a child who is 18 by then, is said with the birthday', () => {
    expect(found('open-at-eighteen')).toEqual([
      ['episodes.csv', 2, '01/03/2026'],
      ['episodes.csv', 7, '01/01/2026'],
      ['episodes.csv', 9, '01/01/2026'],
      ['episodes.csv', 10, '31/03/2026'],
    ])
  })

  test('an episode that begins at 18 is not counted; born on 29 February one is 18 on 1 March', async () => {
    expect(found('eighteen-or-over')).toEqual([['episodes.csv', 3, '01/03/2026']])
    expect(await ask(home, "select count(*) as n from in_care_at_month where period_end = date '2026-02-28'")).toEqual([
      { n: 4 },
    ])
  })

  test('a social worker of one day is set aside, accounted for and said', () => {
    expect(accountOf(report.files, 'SWEpisodes')).toEqual([[2, 1, 0, 0, 1]])
    expect(findingsOf(report, 'no-day-with-worker')).toMatchObject([
      { name: 'sw_episodes.csv', line: 2, found: '28/02/2026', severity: 'tolerated', count: 1 },
    ])
  })
})

test('an earlier return that leaves an episode open past the birthday is judged by its own year', async () => {
  const root = newFolder()
  const header = ['A', 'B'].map(CHILD => ({ CHILD, DOB: CHILD === 'A' ? '01/03/2007' : '01/05/2007' }))
  writeReturn(join(root, '2024-25'), { header, episodes: [{ CHILD: 'A' }, { CHILD: 'B' }] })
  writeReturn(join(root, '2025-26'), { header: [{ CHILD: 'C' }], episodes: [{ CHILD: 'C' }] })
  const report = await mustImport(newFolder(), [join(root, '2024-25'), join(root, '2025-26')])
  expect(findingsOf(report, 'open-at-eighteen').map(({ line, found }) => [line, found])).toEqual([[2, '01/03/2025']])
})
