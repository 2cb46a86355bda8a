import { beforeAll, describe, expect, test } from 'vitest'
import { ageOn, type Day, day, daysBetween, parseDay } from '../kit/day.ts'
import { broken, byChild, on, type Return, type Row, short, temporary, writtenReturns } from './written.fixture.ts'

let returns: Return[] = []
beforeAll(async () => {
  returns = await writtenReturns()
})
const everyYear = (check: (r: Return) => void): void => returns.forEach(check)
const eachEpisode = (rule: (e: Row, r: Return, born: Day) => boolean): void =>
  everyYear(r => {
    const born = new Map(r.table('header').map(h => [h.CHILD, on(h.DOB)]))
    expect(broken(r.table('episodes'), e => rule(e, r, born.get(e.CHILD) ?? day('1900-01-01')))).toEqual([])
  })
const eachPair = (rule: (e: Row, next: Row) => boolean): void =>
  everyYear(r => {
    for (const list of byChild(r.table('episodes')))
      list.forEach((e, i) => {
        const next = list[i + 1]
        if (next) expect(rule(e, next) ? null : { e, next }).toBeNull()
      })
  })

describe('keys and codes', () => {
  test('every date in every table is a real day, and every year has its tables', () =>
    everyYear(r => {
      for (const [stem, columns] of [
        ['header', ['DOB']],
        ['episodes', ['DECOM']],
        ['reviews', ['DOB', 'REVIEW']],
        ['missing', ['MIS_START']],
      ] as const)
        for (const column of columns)
          expect(broken(r.table(stem), row => parseDay(row[column] ?? '') !== null)).toEqual([])
      expect(r.table('sw_episodes').length > 0).toBe(r.year >= 2024)
      expect(r.table('oc2').length > 0).toBe(r.year !== 2027)
    }))

  test('a child has one row in the tables that allow one, and one episode a day', () =>
    everyYear(r => {
      for (const stem of ['header', 'uasc', 'oc2', 'oc3', 'ad1', 'previous_permanence'])
        expect(new Set(r.table(stem).map(x => x.CHILD)).size).toBe(r.table(stem).length)
      expect(new Set(r.table('episodes').map(e => `${e.CHILD} ${e.DECOM}`)).size).toBe(r.table('episodes').length)
      expect(
        new Set(
          r
            .table('header')
            .map(h => h.UPN)
            .filter(u => !u?.startsWith('UN')),
        ).size,
      ).toBe(r.table('header').filter(h => !h.UPN?.startsWith('UN')).length)
    }))

  test('every child in any table is in Header with the same date of birth', () =>
    everyYear(r => {
      const born = new Map(r.table('header').map(h => [h.CHILD, h.DOB]))
      for (const stem of [
        'episodes',
        'uasc',
        'reviews',
        'oc2',
        'oc3',
        'ad1',
        'placed_for_adoption',
        'previous_permanence',
        'missing',
        'sw_episodes',
        'dolo',
      ])
        expect(
          broken(r.table(stem), row => born.has(row.CHILD) && (row.DOB ?? born.get(row.CHILD)) === born.get(row.CHILD)),
        ).toEqual([])
    }))

  test('codes are those of the year', () => {
    const place = (year: number): RegExp =>
      new RegExp(
        `^(A[3-6]|K[12]|P[13]|R[1235]|S1|T[0-4]|U[1-6]|${year >= 2025 ? 'K3' : 'H5|P2'}|${year >= 2026 ? 'Z1[1-4]' : 'Z1'})$`,
      )
    everyYear(r =>
      expect(broken(r.table('header'), h => (r.year >= 2025 ? /^[MF]$/ : /^[12]$/).test(h.SEX ?? ''))).toEqual([]),
    )
    eachEpisode((e, r) => place(r.year).test(e.PLACE ?? ''))
    eachEpisode(
      e =>
        /^(C[12]|E1|V[234]|J[123]|L[123])$/.test(e.LS ?? '') &&
        /^N[1-8]$/.test(e.CIN ?? '') &&
        /^[SLPTBU]$/.test(e.RNE ?? ''),
    )
    eachEpisode((e, r) => !/^E4[34]$/.test(e.REC ?? '') || r.year <= 2018)
    eachEpisode((e, r) => !/^E4[5-8]$/.test(e.REC ?? '') || r.year >= 2019)
    everyYear(r =>
      expect(
        broken(r.table('oc3'), o =>
          r.year >= 2022 ? !/^[FP]3$/.test(o.ACTIV ?? '') : !/^[FP][45]$/.test(o.ACTIV ?? ''),
        ),
      ).toEqual([]),
    )
  })
})

describe('a year of episodes', () => {
  test('DEC and REC come together, inside the year, after DECOM', () =>
    eachEpisode(
      (e, r) =>
        (e.DEC === '') === (e.REC === '') &&
        (e.DEC === '' || (on(e.DEC) > on(e.DECOM) && on(e.DEC) <= r.to && on(e.DEC) >= r.from)),
    ))
  test('an X1 is followed on its day by an episode that is not a start, any other end by a later start', () =>
    eachPair((e, n) =>
      e.REC === 'X1' ? n.RNE !== 'S' && n.DECOM === e.DEC : e.REC !== '' && n.RNE === 'S' && on(n.DECOM) > on(e.DEC),
    ))
  test('the last episode of a child is open, or ends care', () =>
    everyYear(r => expect(byChild(r.table('episodes')).filter(list => list.at(-1)?.REC === 'X1')).toEqual([])))
  test('L changes the legal status alone, P and T the placement alone, B and U both', () =>
    eachPair((e, n) => {
      const moved = ['PLACE', 'PLACE_PROVIDER', 'PL_POST', 'URN'].some(c => e[c] !== n[c])
      const ordered = e.LS !== n.LS
      return (
        n.RNE === 'S' ||
        (n.RNE === 'L' ? ordered && !moved : n.RNE === 'B' || n.RNE === 'U' ? ordered && moved : moved && !ordered)
      )
    }))
  test('the category of need stays through a period of care', () =>
    eachPair((e, n) => n.RNE === 'S' || e.CIN === n.CIN))
  test('a reason is given for a placement change, but not round a temporary placement or on an open episode', () => {
    eachPair(
      (e, n) =>
        (e.REASON_PLACE_CHANGE !== '') ===
        (e.REC === 'X1' && /^[PTBU]$/.test(n.RNE ?? '') && !temporary(e) && !temporary(n)),
    )
    eachEpisode(e => e.REC !== '' || e.REASON_PLACE_CHANGE === '')
  })
  test('a temporary placement keeps its limit and goes back to the same place with RNE P', () => {
    eachPair((e, n) => !temporary(e) || n.RNE === 'P')
    const limit: Readonly<Record<string, number>> = { T1: 42, T3: 21, T4: 7 }
    eachEpisode(
      e =>
        !temporary(e) ||
        (e.RNE === 'P' &&
          e.PLACE_PROVIDER === '' &&
          e.URN === '' &&
          (e.DEC === '' || (e.REC === 'X1' && daysBetween(on(e.DECOM), on(e.DEC)) <= (limit[e.PLACE ?? ''] ?? 99)))),
    )
    everyYear(r => {
      for (const list of byChild(r.table('episodes')))
        for (const [i, e] of list.entries()) {
          const [before, after] = [list[i - 1], list[i + 1]]
          if (temporary(e) && before && after)
            expect([after.PLACE, after.PL_POST]).toEqual([before.PLACE, before.PL_POST])
        }
    })
  })
  test('nobody is in care at 18, or under an age that a code needs', () => {
    eachEpisode(
      (e, _, born) =>
        ageOn(born, on(e.DECOM)) < 18 &&
        (e.DEC === '' ||
          on(e.DEC) <= day(`${Number(born.slice(0, 4)) + 18}${born.slice(4).replace('02-29', '03-01')}`)),
    )
    eachEpisode((e, r, born) => e.DEC !== '' || ageOn(born, r.to) < 18)
    const from: Readonly<Record<string, number>> = { P2: 16, H5: 16, K3: 16, R5: 10, S1: 4, P3: 14 }
    eachEpisode(
      (e, _, born) =>
        ageOn(born, on(e.DECOM)) >= (from[e.PLACE ?? ''] ?? 0) &&
        (!e.LS?.startsWith('J') || ageOn(born, on(e.DECOM)) >= 10),
    )
    eachEpisode(
      (e, _, born) => !/^E(5|6|7|17)$/.test(e.REC ?? '') || ageOn(born, on(e.DEC)) >= (e.REC === 'E17' ? 18 : 16),
    )
  })
  test('providers, numbers and postcodes go with the placement', () => {
    eachEpisode(
      e =>
        (e.PLACE_PROVIDER === 'PR0') === (e.PLACE === 'P1') &&
        (e.PLACE_PROVIDER === '') === /^[TZ]/.test(e.PLACE ?? ''),
    )
    eachEpisode(e => e.URN === '' || !/^(P1|P3|R1|R2|R5|[TZ].*)$/.test(e.PLACE ?? ''))
    eachEpisode(e => e.PLACE_PROVIDER !== 'PR3' || !/^(P1|A|K[12]|U)/.test(e.PLACE ?? ''))
    eachEpisode(e => e.HOME_POST !== e.PL_POST || e.PLACE === 'P1' || short(e))
    eachEpisode(e =>
      short(e) ? e.PL_POST === '' && e.HOME_POST === '' : /^[QVX][A-Z]\d+ \d[A-Z]{2}$/.test(e.PL_POST ?? ''),
    )
    eachEpisode(e => !(e.PLACE === 'P1' && /^(V|L|J|E)/.test(e.LS ?? '')))
    eachEpisode((e, r) => r.year !== 2024 || e.PLACE !== 'P2' || (e.DEC !== '' && on(e.DEC) <= day('2023-10-28')))
  })
  test('police protection is at most 72 hours, an emergency order 21 days, a short break 17', () => {
    const limit: Readonly<Record<string, number>> = { L1: 3, L2: 21, L3: 7, V3: 17 }
    eachEpisode(e => e.DEC === '' || daysBetween(on(e.DECOM), on(e.DEC)) <= (limit[e.LS ?? ''] ?? 9999))
    const both = (list: Row[]): boolean => list.some(e => e.LS === 'V3') && list.some(e => e.LS === 'V4')
    everyYear(r => expect(byChild(r.table('episodes')).filter(both)).toEqual([]))
  })
})
