import { ageAt, dayNumber, working } from './calendar.ts'
import type { Child } from './child.ts'
import { type ExtractTable, iso, tableOf } from './extract-table.ts'
import { randomFrom, seedOf, weights } from './random.ts'
import type { Known } from './year-return.ts'

const GRADE = weights({ outstanding: 15, good: 55, requires_improvement: 9, inadequate: 2, none: 19 })
const QUALITY = weights({ outstanding: 12, good: 62, requires_improvement: 19, inadequate: 3, not_rated: 4 })
const SEN = weights({ N: 43, K: 27, E: 30 })
const AFTER_16 = weights({ F2: 60, P2: 4, F5: 9, P5: 4, F4: 5, G4: 3, G5: 15 })

/** Terms of an academic year, each with its first and last day. */
const termsOf = (year: number) =>
  [
    { term: 'autumn', from: dayNumber(year, 9, 2), to: dayNumber(year, 12, 18), sessions: 146 },
    { term: 'spring', from: dayNumber(year + 1, 1, 5), to: dayNumber(year + 1, 3, 27), sessions: 112 },
    { term: 'summer', from: dayNumber(year + 1, 4, 13), to: dayNumber(year + 1, 7, 20), sessions: 122 },
  ] as const
const yearName = (year: number): string => `${year}/${String((year + 1) % 100).padStart(2, '0')}`

const inCare = (child: Child, day: number): boolean =>
  child.periods.some(p => p.kind === 'care' && p.start <= day && p.end > day) && child.eighteen > day

/** The age at the start of the school year, 31 August. */
const schoolAge = (child: Child, year: number): number => ageAt(child.born, dayNumber(year, 8, 31))

const HEADER =
  'child_id,academic_year,term,as_at,phase,school_urn,school_ofsted_grade,pep_date,pep_quality,pep_meeting_date,sessions_possible,sessions_absent,suspensions,perm_exclusions,reduced_timetable,sen_provision,activity'

/** The virtual school's record (`education.csv`): each child in care of 3 to 18 at the end of each term, and of the term that runs. */
export function educationOf(known: readonly Known[], firstYear: number, lastYear: number, until: number): ExtractTable {
  const table = tableOf(HEADER)
  for (let year = firstYear; year <= lastYear; year++)
    for (const term of termsOf(year)) {
      if (term.from > until) continue
      const asAt = Math.min(term.to, until)
      const share = (asAt - term.from) / (term.to - term.from)
      for (const { child } of known) {
        const age = schoolAge(child, year)
        if (age < 3 || age > 17 || !inCare(child, asAt)) continue
        const random = randomFrom(seedOf(child.seed, 121, term.from))
        const steady = randomFrom(seedOf(child.seed, 122))
        const sen = steady.from(SEN)
        const absence = Math.exp(steady.normal(-3.1, 0.9)) * (child.fragility > 2 ? 2.2 : 1)
        const possible =
          age < 5 || age > 15 ? null : Math.max(2, Math.round((term.sessions * share * random.int(92, 100)) / 100))
        const pep = random.chance(0.93 * Math.min(1, share + 0.15))
          ? working(term.from + Math.round(random.next() * (asAt - term.from)))
          : null
        const done = pep !== null && pep <= asAt ? pep : null
        const before = term.from - random.int(20, 120)
        const teen = age >= 11
        table.put({
          child_id: child.id,
          academic_year: yearName(year),
          term: term.term,
          as_at: iso(asAt),
          phase: phaseOf(age, sen, steady.next()),
          school_urn: age < 16 ? String(100000 + steady.int(0, 899) * 7) : '',
          school_ofsted_grade: age < 16 ? steady.from(GRADE) : '',
          pep_date: done !== null ? iso(done) : random.chance(0.85) ? iso(before) : '',
          pep_quality: done !== null ? random.from(QUALITY) : '',
          pep_meeting_date: done !== null && random.chance(0.92) ? iso(done) : '',
          sessions_possible: possible,
          sessions_absent: possible === null ? null : Math.min(possible, random.poisson(possible * absence)),
          suspensions:
            possible === null
              ? null
              : random.chance(teen ? (child.fragility > 2 ? 0.12 : 0.04) : 0.01)
                ? random.int(1, 3)
                : 0,
          perm_exclusions: possible === null ? null : random.chance(teen ? 0.002 : 0) ? 1 : 0,
          reduced_timetable: possible === null ? null : random.chance(child.fragility > 2 ? 0.09 : 0.02),
          sen_provision: random.chance(0.02) ? '' : sen,
          activity: age >= 16 ? random.from(AFTER_16) : '',
        })
      }
    }
  return table
}

function phaseOf(age: number, sen: string, u: number): string {
  if (age < 5) return 'early_years'
  if (age >= 16) return 'post_16'
  if (sen === 'E' && u < 0.4) return 'special'
  if (u > 0.965) return age >= 11 ? 'alternative' : 'primary'
  if (u > 0.955) return 'not_in_school'
  return age < 11 ? 'primary' : 'secondary'
}

/** Results at the ages at which a stage ends (`attainment.csv`), and what teachers predict for the year that runs. */
export function attainmentOf(
  known: readonly Known[],
  firstYear: number,
  lastYear: number,
  until: number,
): ExtractTable {
  const table = tableOf('child_id,academic_year,measure,met,predicted')
  const stages: readonly (readonly [number, readonly (readonly [string, number])[]])[] = [
    [4, [['eyfs_gld', 0.41]]],
    [
      6,
      [
        ['ks1_reading', 0.48],
        ['ks1_writing', 0.4],
        ['ks1_maths', 0.47],
        ['ks1_rwm', 0.36],
      ],
    ],
    [
      10,
      [
        ['ks2_reading', 0.55],
        ['ks2_writing', 0.46],
        ['ks2_maths', 0.48],
        ['ks2_rwm', 0.36],
      ],
    ],
    [
      15,
      [
        ['ks4_basics_5', 0.12],
        ['ks4_basics_4', 0.24],
      ],
    ],
  ]
  for (let year = firstYear; year <= lastYear; year++) {
    const results = dayNumber(year + 1, 8, 25)
    for (const { child } of known) {
      const stage = stages.find(([age]) => age === schoolAge(child, year))
      const day = Math.min(dayNumber(year + 1, 3, 31), until)
      if (!stage || !inCare(child, day)) continue
      const able = randomFrom(seedOf(child.seed, 123)).normal(0, 0.16)
      for (const [measure, share] of stage[1]) {
        // Not collected nationally since 2023/24.
        if (measure.startsWith('ks1') && year >= 2023) continue
        const random = randomFrom(seedOf(child.seed, 124, year, measure.length))
        const met = random.chance(Math.max(0.02, Math.min(0.98, share + able)))
        table.put({
          child_id: child.id,
          academic_year: yearName(year),
          measure,
          met,
          predicted: results > until,
        })
      }
    }
  }
  return table
}
