import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type Figure, figures } from '../oracle/index.ts'

const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

type Files = Readonly<Record<string, readonly string[]>>

const headers: Readonly<Record<string, string>> = {
  header: 'CHILD,SEX,DOB',
  episodes: 'CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST',
  uasc: 'CHILD,SEX,DOB,DUC',
  reviews: 'CHILD,DOB,REVIEW,REVIEW_CODE',
  oc2: 'CHILD,DOB,TEETH_CHECK',
  ad1: 'CHILD,DATE_MATCH,FOSTER_CARE',
  placed_for_adoption: 'CHILD,DATE_PLACED,DATE_PLACED_CEASED',
  missing: 'CHILD,MISSING,MIS_START,MIS_END',
}

/** A council of a few rows: keys are like '2018-19/episodes'. */
function council(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'oracle-'))
  made.push(folder)
  for (const [path, rows] of Object.entries(files)) {
    const [year = '', stem = ''] = path.split('/')
    mkdirSync(join(folder, year), { recursive: true })
    writeFileSync(join(folder, year, `${stem}.csv`), `${[headers[stem], ...rows].join('\r\n')}\r\n`)
  }
  return folder
}

function find(all: readonly Figure[], catalogue: string, window: string, day: string): readonly (number | null)[] {
  const figure = all.find(
    one => one.catalogue === catalogue && one.window === window && one.period_end === day && one.slice === null,
  )
  return figure?.state === 'measured' ? [figure.numerator, figure.denominator, figure.unknown] : [null]
}

test('a child whose care ends on the day is not counted that day, nor is a short break, nor an eighteenth birthday', () => {
  const folder = council({
    '2018-19/header': ['A,1,01/01/2010', 'B,2,01/01/2010', 'C,1,31/03/2001'],
    '2018-19/episodes': [
      'A,01/05/2018,S,C2,U4,PR1,30/06/2018,E4A,,,',
      'B,01/05/2018,S,V3,U4,PR1,,,,,',
      'C,01/05/2018,S,V2,K2,PR4,,,,,',
    ],
  })
  const all = figures(folder, ['2018-05-31', '2018-06-30', '2019-03-31', '2019-04-30'])
  expect(find(all, 'NUM-01', 'month', '2018-05-31')).toEqual([2, null, 0])
  expect(find(all, 'NUM-01', 'month', '2018-06-30')).toEqual([1, null, 0])
  expect(find(all, 'NUM-01', 'month', '2019-03-31')).toEqual([0, null, 0])
  expect(find(all, 'NUM-04', 'year', '2019-03-31')).toEqual([2, null, 0])
  expect(find(all, 'NUM-05', 'year', '2019-03-31')).toEqual([1, null, 0])
  expect(all.find(one => one.catalogue === 'NUM-01' && one.period_end === '2019-04-30')?.state).toBe('awaiting data')
})

test('the latest return wins, and an end that no return recorded leaves the count and is unknown', () => {
  const folder = council({
    '2018-19/header': ['A,1,01/01/2010', 'B,2,01/01/2010'],
    '2018-19/episodes': ['A,01/05/2018,S,C2,U4,PR1,,,,,', 'B,01/05/2018,S,C2,U4,PR1,,,,,'],
    '2019-20/header': ['B,2,01/01/2010'],
    '2019-20/episodes': ['B,01/05/2018,S,C2,K2,PR1,10/06/2019,E45,,,'],
  })
  const all = figures(folder, ['2019-03-31', '2019-04-30', '2020-03-31'])
  expect(find(all, 'NUM-01', 'month', '2019-03-31')).toEqual([2, null, 0])
  expect(find(all, 'PLC-09', 'month', '2019-03-31')).toEqual([1, 2, 0])
  expect(find(all, 'NUM-01', 'month', '2019-04-30')).toEqual([1, null, 0])
  expect(find(all, 'NUM-05', 'year', '2020-03-31')).toEqual([1, null, 1])
  expect(find(all, 'PRM-04', 'rolling 12 months', '2020-03-31')).toEqual([1, 1, 1])
})

test('a temporary placement, a change of order and a carer moving house leave one placement; a move makes two', () => {
  const folder = council({
    '2018-19/header': ['A,1,01/01/2010', 'B,2,01/01/2010'],
    '2018-19/episodes': [
      'A,01/04/2018,S,V2,U4,PR1,01/06/2018,X1,,H,P1',
      'A,01/06/2018,P,V2,T1,,10/06/2018,X1,,H,X',
      'A,10/06/2018,P,V2,U4,PR1,01/08/2018,X1,,H,P1',
      'A,01/08/2018,L,C2,U4,PR1,01/10/2018,X1,,H,P1',
      'A,01/10/2018,T,C2,U4,PR1,,,,H,P2',
      'B,01/04/2018,S,C2,U4,PR1,01/06/2018,X1,CREQB,H,P1',
      'B,01/06/2018,P,C2,T1,,10/06/2018,X1,,H,X',
      'B,10/06/2018,P,C2,U4,PR1,01/01/2019,X1,CREQB,H,P3',
      'B,01/01/2019,P,C2,P1,PR0,,,,H,H',
    ],
  })
  const all = figures(folder, ['2018-06-30', '2019-03-31'])
  expect(find(all, 'STB-01', 'month', '2019-03-31')).toEqual([1, 2, 0])
  expect(find(all, 'STB-02', 'month', '2019-03-31')).toEqual([1, 2, 0])
  expect(find(all, 'STB-04', 'rolling 12 months', '2019-03-31')).toEqual([2, 2, 0])
  expect(find(all, 'STB-05', 'month', '2018-06-30')).toEqual([1, null, 0])
  expect(find(all, 'PRM-10:started', 'year', '2019-03-31')).toEqual([1, null, 0])
  expect(find(all, 'STB-01', 'month', '2018-06-30')).toEqual([null])
})

test('adoption by the foster carer: the clocks of A1, A10, A2 and the connected placement that ended', () => {
  const folder = council({
    '2016-17/header': ['A,1,01/01/2016'],
    '2016-17/episodes': ['A,01/05/2016,S,C2,U3,PR1,01/12/2016,X1,,,', 'A,01/12/2016,L,E1,U3,PR1,,,,,'],
    '2017-18/header': ['A,1,01/01/2016'],
    '2017-18/episodes': ['A,01/12/2016,L,E1,U3,PR1,01/05/2017,X1,PLACE,,', 'A,01/05/2017,P,E1,A5,PR1,,,,,'],
    '2018-19/header': ['A,1,01/01/2016'],
    '2018-19/episodes': ['A,01/05/2017,P,E1,A5,PR1,01/05/2018,E11,,,'],
    '2018-19/ad1': ['A,01/03/2017,1'],
    '2018-19/placed_for_adoption': [],
  })
  const all = figures(folder, ['2017-12-31', '2018-03-31', '2019-03-31'])
  expect(find(all, 'ADO-04', 'three years', '2019-03-31')).toEqual([365, 1, 0])
  expect(find(all, 'ADO-07', 'three years', '2019-03-31')).toEqual([0, 1, 0])
  expect(find(all, 'ADO-05', 'three years', '2019-03-31')).toEqual([90, 1, 0])
  expect(find(all, 'ADO-06', 'three years', '2019-03-31')).toEqual([1, 1, 0])
  expect(find(all, 'ADO-09', 'month', '2018-03-31')).toEqual([1, null, 0])
  expect(find(all, 'ADO-12:orders', 'three years', '2019-03-31')).toEqual([1, null, 0])
  expect(find(all, 'PRM-11:ended', 'year to date', '2017-12-31')).toEqual([1, null, 0])
})

test('reviews: due 20 working days after the start, then three months, then six; never met is late once', () => {
  const folder = council({
    '2018-19/header': ['A,1,01/01/2010'],
    '2018-19/episodes': ['A,02/04/2018,S,C2,U4,PR1,,,,,'],
    '2018-19/reviews': ['A,,30/04/2018,PN1', 'A,,02/08/2018,PN4'],
  })
  const all = figures(folder, ['2018-04-30', '2018-07-31', '2019-03-31'])
  expect(find(all, 'PLN-02', 'month', '2018-04-30')).toEqual([1, 1, 0])
  expect(find(all, 'PLN-02', 'month', '2018-07-31')).toEqual([0, 1, 0])
  expect(find(all, 'PLN-02', 'year', '2019-03-31')).toEqual([1, 3, 0])
  expect(find(all, 'PLN-06', 'year', '2019-03-31')).toEqual([1, 2, 0])
})

test('a child in care all year without an OC2 row stays in as not known; one who leaves on 31 March is not in', () => {
  const folder = council({
    '2018-19/header': ['A,1,01/01/2010', 'B,1,01/01/2010', 'C,1,01/01/2010'],
    '2018-19/episodes': [
      'A,01/04/2018,S,C2,U4,PR1,,,,,',
      'B,01/04/2017,S,C2,U4,PR1,01/09/2018,E4A,,,',
      'B,01/09/2018,S,C2,U4,PR1,,,,,',
      'C,01/04/2017,S,C2,U4,PR1,31/03/2019,E4A,,,',
    ],
    '2018-19/oc2': ['A,01/01/2010,1'],
  })
  const all = figures(folder, ['2019-03-31'])
  expect(find(all, 'HLT-03', 'year', '2019-03-31')).toEqual([1, 2, 1])
  // The year before, in which an earlier period could have ended, is not held.
  expect(find(all, 'JRN-01:last_12_months', 'year', '2019-03-31')).toEqual([null])
})
