import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, ageOn, type Day, day, parseDay } from '../kit/day.ts'
import { broken, byChild, on, type Return, short, writtenReturns } from './written.fixture.ts'

let returns: Return[] = []
beforeAll(async () => {
  returns = await writtenReturns()
})
const everyYear = (check: (r: Return) => void): void => returns.forEach(check)
describe('from year to year', () => {
  test('an episode left open is the first of the next return, unchanged but for what the codes renamed', () => {
    const renamed = (place = ''): string => place.replace('H5', 'K3').replace(/^Z1.$/, 'Z1')
    returns.slice(1).forEach((r, i) => {
      const first = new Map(byChild(r.table('episodes')).map(list => [list[0]?.CHILD, list[0]]))
      const open = (returns[i]?.table('episodes') ?? []).filter(e => e.DEC === '')
      expect(open.length).toBeGreaterThan(150)
      for (const e of open) {
        const now = first.get(e.CHILD)
        for (const c of ['DECOM', 'RNE', 'LS', 'CIN', 'PLACE_PROVIDER', 'URN', 'HOME_POST', 'PL_POST'])
          expect([e.CHILD, c, now?.[c]]).toEqual([e.CHILD, c, e[c]])
        expect(renamed(now?.PLACE)).toBe(renamed(e.PLACE))
      }
      const before = new Set(open.map(e => `${e.CHILD} ${e.DECOM}`))
      expect(broken(r.table('episodes'), e => on(e.DECOM) >= r.from || before.has(`${e.CHILD} ${e.DECOM}`))).toEqual([])
    })
  })
  test('who a child is does not change', () => {
    const known = new Map<string, string>()
    everyYear(r =>
      r.table('header').forEach(h => {
        const is = `${h.DOB} ${h.ETHNIC} ${h.SEX?.replace('1', 'M').replace('2', 'F')}`
        expect(known.get(h.CHILD ?? '') ?? is).toBe(is)
        known.set(h.CHILD ?? '', is)
      }),
    )
  })
  test('an open missing incident or adoption decision is there the year after', () =>
    returns.slice(1).forEach((r, i) => {
      const now = new Set(r.table('missing').map(m => `${m.CHILD} ${m.MIS_START}`))
      expect(
        broken(
          (returns[i]?.table('missing') ?? []).filter(m => m.MIS_END === ''),
          m => now.has(`${m.CHILD} ${m.MIS_START}`),
        ),
      ).toEqual([])
      const was = new Set(returns[i]?.table('placed_for_adoption').map(p => `${p.CHILD} ${p.DATE_PLACED}`))
      expect(
        broken(
          r.table('placed_for_adoption'),
          p => on(p.DATE_PLACED) >= r.from || was.has(`${p.CHILD} ${p.DATE_PLACED}`),
        ),
      ).toEqual([])
    }))
})

describe('the other tables', () => {
  test('adoption follows a decision, a match and a placement, in that order', () => {
    let adopted = 0
    everyYear(r => {
      const decided = Map.groupBy(r.table('placed_for_adoption'), p => p.CHILD ?? '')
      const ad1 = new Map(r.table('ad1').map(a => [a.CHILD, a]))
      for (const list of byChild(r.table('episodes'))) {
        const plans = decided.get(list[0]?.CHILD ?? '') ?? []
        for (const e of list) {
          if (/^A[56]/.test(e.PLACE ?? '')) expect(e.LS).toBe('E1')
          if (/^A[35]/.test(e.PLACE ?? '')) expect(e.RNE).toMatch(/^[STU]$/)
          if (e.RNE !== 'L' && (e.PLACE?.startsWith('A') || e.LS === 'E1') && on(e.DECOM) >= r.from)
            expect(plans.some(p => on(p.DATE_PLACED) <= on(e.DECOM))).toBe(true)
        }
        const last = list.at(-1)
        if (!/^E1[12]$/.test(last?.REC ?? '')) continue
        adopted++
        const a = ad1.get(last?.CHILD)
        expect(last?.PLACE).toMatch(/^A[3-6]$/)
        expect(plans.map(p => [p.DATE_PLACED, p.DATE_PLACED_CEASED])).toEqual([[a?.DATE_INT, '']])
        expect(on(a?.DATE_INT) <= on(a?.DATE_MATCH) && on(a?.DATE_MATCH) <= on(last?.DEC)).toBe(true)
        expect(a?.FOSTER_CARE).toBe(/^A[35]/.test(last?.PLACE ?? '') ? '1' : '0')
        expect(`${a?.NB_ADOPTR}${a?.SEX_ADOPTR}${a?.LS_ADOPTR}`).toMatch(
          /^(1[MF]1L0|2MF(L11|L2|L3)|2(MM|FF)(L12|L2|L4))$/,
        )
      }
      const last = byChild(r.table('episodes')).flatMap(list => list.slice(-1))
      const left = new Set(last.filter(e => e.REC !== '' && !/^E1[12]$/.test(e.REC ?? '')).map(e => e.CHILD))
      expect(broken(r.table('placed_for_adoption'), p => p.DATE_PLACED_CEASED !== '' || !left.has(p.CHILD))).toEqual([])
      expect(ad1.size).toBe(r.table('episodes').filter(e => /^E1[12]$/.test(e.REC ?? '')).length)
    })
    expect(adopted).toBeGreaterThan(20)
  })
  test('OC2 has exactly those in care all year, with the fields of their age', () =>
    everyYear(r => {
      if (r.year === 2027) return
      const all = new Set(
        byChild(r.table('episodes'))
          .filter(
            list =>
              !list.some(
                e =>
                  short(e) ||
                  (e.RNE === 'S' && on(e.DECOM) > r.from) ||
                  (!['', 'X1'].includes(e.REC ?? '') && on(e.DEC) < r.to),
              ),
          )
          .map(l => l[0]?.CHILD),
      )
      expect(new Set(r.table('oc2').map(o => o.CHILD))).toEqual(all)
      expect(
        broken(r.table('oc2'), o => {
          const [start, end] = [ageOn(on(o.DOB), r.from), ageOn(on(o.DOB), r.to)]
          const scored = o.SDQ_SCORE !== '' || o.SDQ_REASON !== ''
          const once = o.SDQ_SCORE === '' || o.SDQ_REASON === ''
          return (
            once &&
            scored === (end >= 4 && start < 17) &&
            !(start >= 4 && end <= 16 && o.SDQ_REASON === 'SDQ1') &&
            (o.CONVICTED !== '') === end >= 10 &&
            (o.HEALTH_CHECK !== '') === end < 5 &&
            (o.INTERVENTION_RECEIVED !== '') === (o.SUBSTANCE_MISUSE === '1') &&
            (o.INTERVENTION_OFFERED !== '') === (o.INTERVENTION_RECEIVED === '0')
          )
        }),
      ).toEqual([])
    }))
  test('OC3 has a birthday from 17 in the year and nobody in care on it; the rest is coded or not as the contact allows', () => {
    const dead = new Set<string>()
    everyYear(r => {
      const episodes = Map.groupBy(r.table('episodes'), e => e.CHILD ?? '')
      for (const o of r.table('oc3')) {
        const age = ageOn(on(o.DOB), r.to)
        expect(age).toBeGreaterThan(ageOn(on(o.DOB), addDays(r.from, -1)))
        expect(age >= 17 && age <= (r.year >= 2023 ? 25 : 21)).toBe(true)
        const birthday =
          parseDay(`${(o.DOB ?? '').slice(0, 6)}${Number(o.DOB?.slice(6)) + age}`) ??
          day(`${Number(o.DOB?.slice(6)) + age}-03-01`)
        for (const e of episodes.get(o.CHILD ?? '') ?? [])
          if (age <= 18) expect((e.DEC !== '' && on(e.DEC) < birthday) || on(e.DECOM) > birthday).toBe(true)
        const blank = [o.ACTIV, o.ACCOM].filter(v => v === '0').length
        expect(blank).toBe(
          o.IN_TOUCH === 'YES' ? 0 : ['DIED', 'RHOM'].includes(o.IN_TOUCH ?? '') ? 2 : blank === 1 ? -1 : blank,
        )
        expect(`${age < 18 && /^[TZ]/.test(o.ACCOM ?? '')}${/^[SX]1$/.test(o.ACCOM ?? '')}`).toBe('falsefalse')
        if (dead.has(o.CHILD ?? '')) expect(o.IN_TOUCH).toBe('DIED')
        if (o.IN_TOUCH === 'DIED') dead.add(o.CHILD ?? '')
      }
    })
  })
  test('missing incidents lie inside an episode of care and never overlap', () =>
    everyYear(r => {
      const episodes = Map.groupBy(r.table('episodes'), e => e.CHILD ?? '')
      const last = new Map<string, Day>()
      for (const m of r.table('missing')) {
        const start = on(m.MIS_START)
        const end = m.MIS_END === '' ? null : on(m.MIS_END)
        expect(start <= r.to && (end === null || (end >= start && end >= r.from && end <= r.to))).toBe(true)
        expect((last.get(m.CHILD ?? '') ?? '') < start).toBe(true)
        last.set(m.CHILD ?? '', end ?? day('2100-01-01'))
        const inside = (episodes.get(m.CHILD ?? '') ?? []).some(
          e => !short(e) && on(e.DECOM) <= start && (e.DEC === '' || (end !== null && on(e.DEC) > end)),
        )
        expect(inside ? null : m).toBeNull()
      }
    }))
  test('reviews are held in care, with PN0 under 4 only', () =>
    everyYear(r => {
      const episodes = Map.groupBy(r.table('episodes'), e => e.CHILD ?? '')
      expect(
        broken(r.table('reviews'), v => {
          const held = on(v.REVIEW)
          const inCare = (episodes.get(v.CHILD ?? '') ?? []).some(
            e => !short(e) && on(e.DECOM) <= held && (e.DEC === '' || on(e.DEC) > held),
          )
          return inCare && (v.REVIEW_CODE === 'PN0') === ageOn(on(v.DOB), held) < 4
        }),
      ).toEqual([])
    }))
  test('everyone who starts has a previous permanence row, and nobody else', () =>
    everyYear(r => {
      const started = new Set(
        r
          .table('episodes')
          .filter(e => e.RNE === 'S' && on(e.DECOM) >= r.from)
          .map(e => e.CHILD),
      )
      expect(new Set(r.table('previous_permanence').map(p => p.CHILD))).toEqual(started)
      expect(
        broken(
          r.table('previous_permanence'),
          p => (p.PREV_PERM === 'Z1') === (p.DATE_PERM === '' && p.LA_PERM === ''),
        ),
      ).toEqual([])
    }))
  test('everyone in care at the end of the year has a social worker then, and workers follow on', () =>
    everyYear(r => {
      if (r.year < 2024) return
      const workers = Map.groupBy(r.table('sw_episodes'), w => w.CHILD ?? '')
      for (const e of r.table('episodes'))
        if (e.DEC === '' && !short(e)) expect(workers.get(e.CHILD ?? '')?.filter(w => w.SW_DEC === '')).toHaveLength(1)
      for (const list of workers.values())
        list.forEach((w, i) => {
          const next = list[i + 1]
          if (next) expect(w.SW_DEC !== '' && on(w.SW_DEC) <= on(next.SW_DECOM) && w.SW_DEC !== w.SW_DECOM).toBe(true)
        })
    }))
  test('mothers are girls in care, and UASC have no home postcode', () =>
    everyYear(r => {
      const inCare = new Set(
        r
          .table('episodes')
          .filter(e => !short(e))
          .map(e => e.CHILD),
      )
      expect(
        broken(
          r.table('header'),
          h =>
            (h.MOTHER !== '') === (/^[2F]$/.test(h.SEX ?? '') && inCare.has(h.CHILD)) &&
            (h.MC_DOB !== '') === (h.MOTHER === '1'),
        ),
      ).toEqual([])
      const uasc = new Set(r.table('uasc').map(u => u.CHILD))
      expect(broken(r.table('episodes'), e => !uasc.has(e.CHILD) || e.HOME_POST === '')).toEqual([])
    }))
})
