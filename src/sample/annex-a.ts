import { ageAt, british } from './calendar.ts'
import type { Child } from './child.ts'
import { statutoryDays } from './contacts.ts'
import { isTemporary } from './episodes.ts'
import type { ExtractTable } from './extract-table.ts'
import { planOf } from './plans.ts'
import { randomFrom, seedOf } from './random.ts'
import { disabilityOf, teamOf } from './safeguarding.ts'
import { standingNow } from './standing.ts'
import type { Known } from './year-return.ts'

const COMMON = ['Child Unique ID', 'Gender', 'Ethnicity', 'Date of Birth', 'Age of Child (Years)'] as const
const SIX_MONTHS = 183
const YEAR = 365

const ETHNIC = [
  'WBRI',
  'WIRI',
  'WIRT',
  'WOTH',
  'WROM',
  'MWBC',
  'MWBA',
  'MWAS',
  'MOTH',
  'AIND',
  'APKN',
  'ABAN',
  'AOTH',
  'BCRB',
  'BAFR',
  'BOTH',
  'CHNE',
  'OOTH',
  'REFU',
  'NOBT',
]
const lettered = (list: readonly string[], code: string): string => {
  const at = list.indexOf(code)
  return at < 0 ? code : `${String.fromCharCode(97 + at)}) ${code}`
}
const yesNo = (is: boolean): string => (is ? 'a) Yes' : 'b) No')
const day = (n: number | null | undefined, until: number): string =>
  n === null || n === undefined || n > until ? '' : british(n)

const who = (child: Child, until: number): string[] => [
  child.id,
  child.sex === 'M' ? 'a) Male' : 'b) Female',
  lettered(ETHNIC, child.ethnic),
  british(child.born),
  String(Math.max(0, ageAt(child.born, until))),
]
const table = (header: readonly string[]): ExtractTable => ({ header, rows: [] })

/** Ofsted's Annex A as known at the close of `until`: children in care (8), care leavers (9), adoption (10), adopters (11), and the lists before care (1 to 7). */
export function annexOf(
  known: readonly Known[],
  seed: number,
  until: number,
  placeName: (post: string) => string | null,
  own: string,
): ReadonlyMap<string, ExtractTable> {
  const lists = {
    'List 1': table([...COMMON, 'Date of Contact', 'Contact Source']),
    'List 2': table([
      ...COMMON,
      'Assessment start date',
      'Assessment completion date',
      'Organisation completing assessment',
    ]),
    'List 3': table([
      ...COMMON,
      'Date of Referral',
      'Referral Source',
      'Referral NFA?',
      'Number of Referrals in Last 12 Months',
      'Allocated Team',
    ]),
    'List 4': table([
      ...COMMON,
      'Does the Child have a Disability',
      'Continuous Assessment Start Date',
      'Child Seen During Continuous Assessment',
      'Continuous Assessment Date of Authorisation',
      'Was the child assessed as requiring LA children’s social care support?',
      'Allocated Team',
    ]),
    'List 5': table([
      ...COMMON,
      'Does the Child have a Disability',
      'Strategy discussion initiating Section 47 Enquiry Start Date',
      'Was an Initial Child Protection Conference deemed unnecessary?',
      'Date of Initial Child Protection Conference',
      'Did the Initial Child Protection Conference Result in a Child Protection Plan',
      'Allocated Team',
    ]),
    'List 6': table([
      ...COMMON,
      'Does the Child have a Disability',
      'CIN Start Date',
      'Primary Need Code',
      'Date Child Was Last Seen',
      'CIN Closure Date',
      'Reason for Closure',
      'Case Status',
      'Allocated Team',
    ]),
    'List 7': table([
      ...COMMON,
      'Does the Child have a Disability',
      'Child Protection Plan Start Date',
      'Initial Category of Abuse',
      'Latest Category of Abuse',
      'Date of the Last Statutory Visit',
      'Was the Child Seen Alone?',
      'Date of latest review conference',
      'Child Protection Plan End Date',
      'Number of Previous Child Protection Plans',
      'Allocated Team',
    ]),
    'List 8': table([
      ...COMMON,
      'Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months',
      'Does the Child have a Disability',
      'Date Started to be Looked After',
      'Child’s Category of Need',
      'Is this a second or subsequent period of being a Looked After Child within the last 12 months',
      'Start date of current legal status',
      'Child’s Legal Status',
      'Date of Latest Statutory Review',
      'Date of Last Social Work Visit',
      'What is the permanence plan for this child?',
      'Date of Last IRO Visit / Contact to the Child',
      'Date of Last Health Assessment',
      'Date of Last Dental Check',
      'Number of Placements in the Last 12 months',
      'Date Ceased to be Looked After',
      'Reason Ceased to be Looked After',
      'Start Date of Most Recent Placement',
      'Placement Type',
      'Placement Provider',
      'Placement postcode',
      'URN of Placement',
      'Placement Location',
      'LA of Placement',
      'Number of Episodes the Child has been ‘Missing’ from their Placement in the last 12 months',
      'Number of Episodes the Child has been ‘Absent’ from their Placement in the last 12 months',
      'Was the child offered a Return Interview after their last missing episode',
      'Did the child accept a Return Interview after their last missing episode',
      'Allocated Team',
    ]),
    'List 9': table([
      ...COMMON,
      'Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over',
      'Does the Child have a Disability',
      'Allocated Team',
      'Eligibility Category',
      'Latest Pathway Plan Review Date',
      'LA in Touch',
      'Latest Date of Contact',
      'Type of Accommodation',
      'Suitability of Accommodation',
      'Activity Status',
    ]),
    'List 10': table([
      'Child Unique ID',
      'Family identifier',
      'Gender',
      'Ethnicity',
      'Date of Birth',
      'Age of Child (Years)',
      'Does the Child have a Disability',
      'Date the Child Entered Care',
      'Date of Decision that Child Should be Placed for Adoption',
      'Date of Placement Order',
      'Date of Matching Child and Prospective Adopters',
      'Date Placed for Adoption',
      'Date of Adoption Order',
      'Date of Decision that Child Should No Longer be Placed for Adoption',
      'Reason Why Child No Longer Placed for Adoption',
    ]),
    'List 11': table([
      'Individual adopter identifier',
      'Family identifier',
      'Gender',
      'Ethnicity',
      'Is the (prospective) adopter fostering for adoption?',
      'Date enquiry received',
      'Date Stage 1 started',
      'Date Stage 1 ended',
      'Date Stage 2 started',
      'Date Stage 2 ended',
      'Date application submitted',
      'Date application approved',
      'Date adopter matched with child(ren)',
      'Date child/children placed with adopter(s)',
      'No. of children placed',
      'Date of Adoption Order',
      'Date of leaving adoption process',
      'Reason for leaving adoption process',
    ]),
  }
  for (const one of known) {
    listEight(lists['List 8'], one, until, placeName, own)
    beforeCare(lists, one, until)
    listNine(lists['List 9'], one.child, until)
    listTen(lists['List 10'], one.child, until)
  }
  adopters(lists['List 11'], known, seed, until)
  return new Map(Object.entries(lists))
}

const NEED: Readonly<Record<string, string>> = {
  N1: 'N1 - Abuse or neglect',
  N2: 'N2 - Disability',
  N3: 'N3 - Parental illness or disability',
  N4: 'N4 - Family in acute stress',
  N5: 'N5 - Family dysfunction',
  N6: 'N6 - Socially unacceptable behaviour',
  N7: 'N7 - Low income',
  N8: 'N8 - Absent parenting',
}
const LEGAL: Readonly<Record<string, string>> = {
  C1: 'C1: ICO',
  C2: 'C2: FCO',
  E1: 'E1: Placement order',
  V2: 'V2: Single period under S20',
  J1: 'J1: Remanded to LA or youth detention',
  L1: 'L1: Police protection LA accommodation',
  L2: 'L2: EPO',
}
const PLAN: Readonly<Record<string, string>> = {
  RETURN6M: 'a) Return to family',
  ADOPTION: 'b) Adoption',
  SGOCAO: 'c) SGO/CAO',
  SUPPLIV: 'd) Supported living in the community',
  RESPLMT: 'e) Long-term residential placement',
  LTFOST18: 'f) Long-term fostering',
  LTRELFR: 'f) Long-term fostering',
}

function listEight(
  list: ExtractTable,
  one: Known,
  until: number,
  placeName: (post: string) => string | null,
  own: string,
): void {
  const { child } = one
  for (const [n, period] of child.periods.entries()) {
    if (period.kind !== 'care' || period.start > until || period.end <= until - SIX_MONTHS) continue
    const random = randomFrom(seedOf(child.seed, 181, n))
    const last = Math.min(period.end - 1, until)
    const legal = period.legals.filter(({ from }) => from <= last).at(-1)
    const stays = period.placements.filter(({ from, place }) => from <= last && !isTemporary(place))
    const stay = stays.at(-1)
    const over = period.end <= until
    const missing = (kind: 'M' | 'A'): number =>
      one.incidents.filter(m => m.kind === kind && m.from > until - YEAR && m.from <= until).length
    const lastMissing = one.incidents.filter(m => m.kind === 'M' && m.to <= until).at(-1)
    const place = stay ? placeName(stay.post) : null
    const offered = lastMissing && random.chance(0.93)
    const agreed = last - period.start > 130 && random.chance(0.93)
    list.rows.push([
      ...who(child, until),
      yesNo(child.uasc && (child.duc === null || child.duc > until - YEAR)),
      disabilityOf(child) === 'NONE' ? 'b) No' : 'a) Yes',
      british(period.start),
      NEED[period.cin] ?? period.cin,
      yesNo(child.periods.some(p => p.kind === 'care' && p.end <= period.start && p.end > until - YEAR)),
      day(legal?.from, until),
      LEGAL[legal?.code ?? ''] ?? legal?.code ?? '',
      day(one.reviews.filter(r => r.day >= period.start && r.day <= last).at(-1)?.day, until),
      day(
        statutoryDays(child, period.start, last)
          .filter(d => d >= period.start)
          .at(-1),
        until,
      ),
      agreed ? (PLAN[planOf(child, period)] ?? 'g) Other') : '',
      day(one.reviews.filter(r => r.day >= period.start && r.day <= last).at(-1)?.day, until),
      random.chance(0.93) ? day(Math.max(period.start, last - random.int(10, 360)), until) : '',
      random.chance(0.86) ? day(Math.max(period.start, last - random.int(5, 360)), until) : '',
      String(stays.filter((s, i) => (stays[i + 1]?.from ?? period.end) > until - YEAR && !(s.same && i > 0)).length),
      over ? british(period.end) : '',
      over ? period.rec : '',
      day(stay?.from, until),
      stay?.place ?? '',
      stay?.provider ?? '',
      stay?.post ?? '',
      stay?.urn ?? '',
      place === null ? '' : place === own ? 'a) In' : 'b) Out',
      place ?? '',
      String(missing('M')),
      String(missing('A')),
      lastMissing ? (offered ? 'a) Yes' : 'b) No') : '',
      offered ? yesNo(random.chance(0.78)) : '',
      teamOf(child, period, last),
    ])
  }
}

/** Of those who came into care in the last half year: how they came to be known. */
function beforeCare(lists: Readonly<Record<string, ExtractTable>>, { child }: Known, until: number): void {
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

function listNine(list: ExtractTable, child: Child, until: number): void {
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

function listTen(list: ExtractTable, child: Child, until: number): void {
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
function adopters(list: ExtractTable, known: readonly Known[], seed: number, until: number): void {
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
