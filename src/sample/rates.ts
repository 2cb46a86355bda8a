import { type Weights, weights } from './random.ts'

/**
 * The chances behind a synthetic council. Most aim at published England figures; `docs/sample.md` says which, and what
 * came out. The rest (how long a stage takes, who moves) are set so that those figures come out.
 */

export type AgeBand = 'under_1' | '1_4' | '5_9' | '10_12' | '13_15' | '16_17'

export const ageBandOf = (age: number): AgeBand =>
  age < 1 ? 'under_1' : age < 5 ? '1_4' : age < 10 ? '5_9' : age < 13 ? '10_12' : age < 16 ? '13_15' : '16_17'

/** Yearly starts for each child in care: 32,270 starts to 81,770 in care (England, 2025), less those who start twice. */
export const STARTS_PER_CHILD = 0.385
/** Share of starts that are unaccompanied asylum-seeking children, by collection year; the first serves earlier years. */
export const UASC_SHARE: readonly (readonly [number, number])[] = [
  [2015, 0.08],
  [2016, 0.11],
  [2017, 0.12],
  [2018, 0.11],
  [2019, 0.13],
  [2020, 0.13],
  [2021, 0.11],
  [2022, 0.17],
  [2023, 0.22],
  [2024, 0.22],
  [2025, 0.215],
  [2026, 0.2],
]
/** The stock compared with the last year's: England's path, in outline. */
export const STOCK_PATH: readonly (readonly [number, number])[] = [
  [2014, 0.87],
  [2016, 0.89],
  [2018, 0.94],
  [2020, 0.985],
  [2022, 1.01],
  [2023, 1.03],
  [2024, 1.03],
  [2025, 1.01],
  [2026, 1.0],
  [2027, 1.0],
]

export const ENTRY_AGE: Weights<AgeBand> = weights({
  under_1: 0.215,
  '1_4': 0.172,
  '5_9': 0.17,
  '10_12': 0.13,
  '13_15': 0.19,
  '16_17': 0.128,
})
export const YEARS_IN_BAND: Readonly<Record<AgeBand, readonly [number, number]>> = {
  under_1: [0, 0.98],
  '1_4': [1, 5],
  '5_9': [5, 10],
  '10_12': [10, 13],
  '13_15': [13, 16],
  '16_17': [16, 17.85],
}
export const BROTHERS_AND_SISTERS: Weights = weights({ '0': 0.66, '1': 0.2, '2': 0.09, '3': 0.035, '4': 0.015 })

export const ETHNIC: Weights = weights({
  WBRI: 71,
  WIRI: 0.4,
  WIRT: 0.4,
  WROM: 0.9,
  WOTH: 4,
  MWBC: 4,
  MWBA: 1.7,
  MWAS: 2,
  MOTH: 3.8,
  AIND: 0.5,
  APKN: 1.3,
  ABAN: 0.7,
  AOTH: 1.2,
  CHNE: 0.2,
  BCRB: 1.9,
  BAFR: 3,
  BOTH: 1.2,
  OOTH: 1.4,
  REFU: 0.2,
  NOBT: 0.6,
})
export const ETHNIC_UASC: Weights = weights({ OOTH: 38, BAFR: 30, AOTH: 20, WOTH: 7, BOTH: 3, ABAN: 1, NOBT: 1 })

export const NEED_YOUNGER: Weights = weights({ N1: 76, N2: 1.4, N3: 2.8, N4: 7, N5: 11.5, N7: 0.2, N8: 1.1 })
export const NEED_OLDER: Weights = weights({ N1: 61, N2: 3.5, N3: 1.8, N4: 13, N5: 15.5, N6: 4, N7: 0.1, N8: 1.1 })

export type Route = 'adopt' | 'sgo' | 'cao' | 'home' | 'relatives' | 'stay' | 'other'
/** How care ends, by age at the start; in one order, so that brothers and sisters who share a draw tend to share a fate. */
export const ROUTE: Readonly<Record<AgeBand, Weights<Route>>> = {
  under_1: weights({ adopt: 0.4, sgo: 0.27, cao: 0.04, home: 0.2, relatives: 0.03, other: 0.01, stay: 0.04 }),
  '1_4': weights({ adopt: 0.13, sgo: 0.32, cao: 0.07, home: 0.27, relatives: 0.05, other: 0.01, stay: 0.14 }),
  '5_9': weights({ adopt: 0.015, sgo: 0.19, cao: 0.08, home: 0.29, relatives: 0.07, other: 0.015, stay: 0.34 }),
  '10_12': weights({ sgo: 0.07, cao: 0.045, home: 0.3, relatives: 0.085, other: 0.03, stay: 0.47 }),
  '13_15': weights({ sgo: 0.035, cao: 0.03, home: 0.33, relatives: 0.1, other: 0.055, stay: 0.45 }),
  '16_17': weights({ sgo: 0.004, cao: 0.006, home: 0.21, relatives: 0.09, other: 0.07, stay: 0.62 }),
}
export const UASC_ROUTE: Weights = weights({ transfer: 0.26, adult: 0.05, other: 0.06, relatives: 0.02, stay: 0.61 })

export const FIRST_LEGAL: Readonly<Record<AgeBand, Weights>> = {
  under_1: weights({ C1: 74, V2: 17, L1: 5, L2: 3.5, C2: 0.5 }),
  '1_4': weights({ C1: 53, V2: 26, L1: 17.5, L2: 3, C2: 0.5 }),
  '5_9': weights({ C1: 43, V2: 36, L1: 19, L2: 1.5, C2: 0.5 }),
  '10_12': weights({ V2: 56, C1: 27, L1: 15, L2: 0.6, J1: 0.6, C2: 1 }),
  '13_15': weights({ V2: 71, C1: 14, L1: 10, J1: 6, L3: 0.1, J2: 0.2, C2: 1 }),
  '16_17': weights({ V2: 89, L1: 4, C1: 1.5, J1: 10, J2: 0.3, J3: 0.2 }),
}

/** At 18: the last day of care is the birthday. */
export const AT_18: Weights = weights({ E17: 42, E5: 29, E6: 8, E7: 3, E8: 18 })
export const AT_18_FOSTER: Weights = weights({ E17: 76, E5: 12, E6: 4, E7: 1, E8: 7 })
export const AT_18_OTHER: Weights = weights({ E17: 12, E5: 46, E6: 11, E7: 5, E8: 26 })

export type Kind =
  | 'own'
  | 'agency'
  | 'kin'
  | 'children'
  | 'secure'
  | 'school'
  | 'care_home'
  | 'health'
  | 'family_centre'
  | 'custody'
  | 'supported'
  | 'parents'
  | 'other'
  | 'work'
export const KIND: Readonly<Record<AgeBand, Weights<Kind>>> = {
  under_1: weights({ own: 46, agency: 17, kin: 21, parents: 10, family_centre: 5, health: 1 }),
  '1_4': weights({ own: 41, agency: 25, kin: 22, parents: 11, family_centre: 1 }),
  '5_9': weights({
    own: 33,
    agency: 31,
    kin: 17,
    parents: 12.5,
    children: 4.5,
    care_home: 0.6,
    school: 0.3,
    other: 0.8,
  }),
  '10_12': weights({
    own: 25,
    agency: 31,
    kin: 11,
    parents: 9.5,
    children: 21,
    care_home: 1,
    school: 0.4,
    secure: 0.1,
    other: 2,
  }),
  '13_15': weights({
    own: 16,
    agency: 24,
    kin: 8,
    parents: 8.5,
    children: 37,
    secure: 0.6,
    care_home: 1.6,
    school: 0.3,
    other: 7,
  }),
  '16_17': weights({
    own: 12,
    agency: 15,
    kin: 5,
    parents: 6.5,
    children: 23,
    secure: 0.4,
    care_home: 4,
    health: 0.4,
    supported: 28,
    other: 12,
    work: 0.2,
  }),
}
export const KIND_UASC: Weights<Kind> = weights({ supported: 46, agency: 33, own: 12, kin: 1, children: 5, other: 3 })

/** Placement broken by a teenager in foster care: more often a children's home next. */
export const AFTER_BREAKDOWN: Weights<Kind> = weights({
  own: 13,
  agency: 27,
  kin: 5,
  children: 48,
  secure: 1.2,
  other: 5.8,
})

/** Mean days of a settled placement for a child of average fragility. */
export const SETTLED_DAYS: Readonly<Record<AgeBand, number>> = {
  under_1: 900,
  '1_4': 1300,
  '5_9': 1700,
  '10_12': 1300,
  '13_15': 820,
  '16_17': 560,
}
/** A first placement that was only ever a bridge, and its mean days. */
export const BRIDGE = { share: 0.42, days: 65 }

export const WHY_MOVED: Weights = weights({
  CARPL: 45,
  OTHER: 26,
  CREQB: 10,
  CREQO: 8,
  CHILD: 4,
  STAND: 1.5,
  ALLEG: 1,
  APPRR: 0.5,
  CLOSE: 1,
  LAREQ: 2.5,
})

/** Share placed inside the authority, and of those outside, far away (beyond about 20 miles). */
export const IN_AREA: Readonly<Record<Kind, readonly [number, number]>> = {
  own: [0.8, 0.27],
  agency: [0.36, 0.57],
  kin: [0.66, 0.58],
  children: [0.26, 0.74],
  secure: [0.05, 0.95],
  school: [0.15, 0.8],
  care_home: [0.4, 0.5],
  health: [0.4, 0.5],
  family_centre: [0.3, 0.5],
  custody: [0.02, 0.9],
  supported: [0.58, 0.58],
  parents: [0.9, 0.4],
  other: [0.45, 0.5],
  work: [0.5, 0.5],
}

export const PARTICIPATION: Weights = weights({ PN1: 47, PN2: 3, PN3: 2, PN4: 2.5, PN5: 21, PN6: 18, PN7: 6.5 })
export const WHY_NEW_WORKER: Weights = weights({
  MANAGE: 17,
  LEFTRL: 30,
  ORGRST: 8,
  TSPROC: 26,
  ABSENC: 6,
  CHCHAN: 1,
  PCCHAN: 1,
  SWDIED: 0.1,
  OTHERS: 10.9,
})
export const PREVIOUS: Weights = weights({ Z1: 91, P1: 1.1, P2: 4, P3: 1.6, P4: 2.3 })
