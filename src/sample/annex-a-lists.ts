import { day, SIX_MONTHS, who, YEAR, yesNo } from './annex-a-cells.ts'
import { british } from './calendar.ts'
import type { Child } from './child.ts'
import { disabilityOf, teamOf } from './disability-and-team.ts'
import type { ExtractTable } from './extract-table.ts'
import { randomFrom, seedOf } from './random.ts'
import { standingNow } from './standing.ts'
import type { Known } from './year-return.ts'

export function beforeCare(lists: Readonly<Record<string, ExtractTable>>, { child }: Known, until: number): void {
  for (const [n, period] of child.periods.entries()) {
    if (period.kind !== 'care' || period.start > until || period.start <= until - SIX_MONTHS) continue
    const random = randomFrom(seedOf(child.seed, 182, n))
    const referred = period.start - random.int(0, 60)
    const put = (name: string, row: readonly string[]): void =>
      void lists[name]?.rows.push([...who(child, until), ...row])
    const disabled = disabilityOf(child) === 'NONE' ? 'b) No' : 'a) Yes'
    const team = teamOf(child, period, Math.min(until, period.end - 1))
    if (referred <= until - SIX_MONTHS) continue
    put('List 1', [british(referred), random.pick(['e) 2A', 'q) 6', 'g) 3A', 'a) 1A'])])
    put('List 3', [
      british(referred),
      random.pick(['e) 2A', 'q) 6', 'g) 3A', 'a) 1A']),
      'b) No',
      String(random.int(1, 3)),
      team,
    ])
    put('List 4', [
      disabled,
      british(referred + 1),
      'a) Yes',
      day(referred + random.int(15, 44), until),
      'a) Yes',
      team,
    ])
    if (child.uasc) continue
    if (random.chance(0.3))
      put('List 2', [british(referred - random.int(0, 5)), day(referred + 40, until), 'Northside Early Help'])
    if (random.chance(0.6))
      put('List 5', [
        disabled,
        british(referred + 2),
        random.chance(0.4) ? 'a) Yes' : 'b) No',
        day(referred + 14, until),
        random.chance(0.5) ? 'a) Yes' : 'b) No',
        team,
      ])
    put('List 6', [
      disabled,
      british(referred),
      period.cin,
      day(referred + random.int(5, 40), until),
      '',
      '',
      'a) Looked after child',
      team,
    ])
    if (random.chance(0.4)) {
      const start = period.start - random.int(1, 120)
      if (start > until - SIX_MONTHS)
        put('List 7', [
          disabled,
          british(start),
          'a) Neglect',
          'a) Neglect',
          day(start + 20, until),
          'a) Yes',
          day(start + 80, until),
          day(period.start + 20, until),
          '0',
          team,
        ])
    }
  }
}

export function listNine(list: ExtractTable, child: Child, until: number): void {
  const now = standingNow(child, until)
  if (!now) return
  const touch =
    { YES: 'a) Yes', NO: 'b) No', DIED: 'c) Died', REFU: 'd) Refu', NREQ: 'e) NREQ', RHOM: 'f) Rhom' }[now.touch] ?? ''
  list.rows.push([
    ...who(child, until),
    yesNo(child.uasc),
    disabilityOf(child) === 'NONE' ? 'b) No' : 'a) Yes',
    'Leaving Care',
    {
      'Relevant child': 'a) Relevant child',
      'Former relevant child': 'b) Former relevant child',
      'Qualifying care leaver': 'c) Qualifying care leaver',
      'Eligible child': 'd) Eligible child',
    }[now.eligibility],
    day(now.plan, until),
    touch,
    day(now.contact, until),
    now.accommodation ? `${now.accommodation}:` : '',
    now.suitable === null ? '' : now.suitable ? 'a) Suitable' : 'b) Unsuitable',
    now.activity ? `${now.activity}:` : '',
  ])
}

export function listTen(list: ExtractTable, child: Child, until: number): void {
  for (const period of child.periods) {
    const { plan } = period
    if (
      period.kind !== 'care' ||
      !plan ||
      plan.decided > until ||
      Math.min(period.end, plan.reversed ?? period.end) <= until - YEAR
    )
      continue
    const [id = '', gender = '', ethnic = '', born = '', age = ''] = who(child, until)
    const over = plan.reversed !== null && plan.reversed <= until
    list.rows.push([
      id,
      plan.matched !== null && plan.matched <= until ? `AF${child.family}` : '',
      gender,
      ethnic,
      born,
      age,
      disabilityOf(child) === 'NONE' ? 'b) No' : 'a) Yes',
      british(period.start),
      british(plan.decided),
      day(plan.ordered, until),
      day(plan.matched, until),
      day(plan.placed, until),
      /^E1[12]$/.test(period.rec) ? day(period.end, until) : '',
      over ? british(plan.reversed ?? 0) : '',
      over ? plan.reversal : '',
    ])
  }
}

/** Adopters in the process in the last year: those matched with our children, and others on the way. */
export function adopters(list: ExtractTable, known: readonly Known[], seed: number, until: number): void {
  const random = randomFrom(seedOf(seed, 183))
  let number = 0
  const put = (
    family: string,
    matched: number | null,
    placed: number | null,
    adopted: number | null,
    children: number,
  ): void => {
    const approved = (matched ?? until - random.int(-200, 300)) - random.int(40, 300)
    const enquiry = approved - random.int(150, 260)
    if (enquiry > until) return
    const left = matched === null && random.chance(0.15) ? enquiry + random.int(20, 160) : null
    for (let i = random.chance(0.85) ? 2 : 1; i > 0; i--)
      list.rows.push([
        `AD${String(++number).padStart(4, '0')}`,
        family,
        i === 2 ? 'a) Male' : 'b) Female',
        'a) WBRI',
        'b) No',
        british(enquiry),
        day(enquiry + 20, until),
        left === null ? day(enquiry + 78, until) : '',
        left === null ? day(enquiry + 82, until) : '',
        left === null ? day(approved - 5, until) : '',
        left === null ? day(approved - 10, until) : '',
        left === null ? day(approved, until) : '',
        day(matched, until),
        day(placed, until),
        placed !== null && placed <= until ? String(children) : '',
        day(adopted, until),
        day(left, until),
        left !== null && left <= until ? '1' : '',
      ])
  }
  const families = Map.groupBy(
    known.flatMap(({ child }) =>
      child.periods.flatMap(p =>
        p.plan?.matched && p.plan.matched > until - 500 && p.plan.matched <= until
          ? [{ child, period: p, plan: p.plan }]
          : [],
      ),
    ),
    ({ child }) => child.family,
  )
  for (const [family, group] of families) {
    const [first] = group
    if (first)
      put(
        `AF${family}`,
        first.plan.matched,
        first.plan.placed,
        /^E1[12]$/.test(first.period.rec) ? first.period.end : null,
        group.length,
      )
  }
  for (let i = Math.max(3, Math.round(families.size * 1.2)); i > 0; i--)
    put(`AF9${String(i).padStart(4, '0')}`, null, null, null, 0)
}
