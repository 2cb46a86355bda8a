import { day, SIX_MONTHS, who, YEAR, yesNo } from './annex-a-cells.ts'
import { british } from './calendar.ts'
import { statutoryDays } from './contacts.ts'
import { disabilityOf, teamOf } from './disability-and-team.ts'
import { isTemporary } from './episodes.ts'
import type { ExtractTable } from './extract-table.ts'
import { planOf } from './plans.ts'
import { randomFrom, seedOf } from './random.ts'
import type { Known } from './year-return.ts'

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

export function listEight(
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
