/** Collection years are named by the year they end in: 2026 is 2025/26. */
export const yearName = (year: number): string => `${year - 1}-${String(year % 100).padStart(2, '0')}`

/** SEX was 1 and 2 up to 2023/24. */
export const sexIn = (year: number, sex: 'M' | 'F'): string => (year <= 2024 ? (sex === 'M' ? '1' : '2') : sex)

/**
 * A placement as a year's code list has it: supported accommodation was H5 to 2023/24 and is K3 from 2024/25, in an
 * episode carried over as well (rule 503D); Z1 became Z11 to Z14 in 2025/26.
 */
export function placeIn(year: number, place: string): string {
  if (place === 'K3' && year <= 2024) return 'H5'
  return year <= 2025 && place.startsWith('Z') ? 'Z1' : place
}

/** The tables that a year's return has, in order: social workers from 2023/24, deprivation of liberty from 2026/27. */
export const HEADERS = {
  Header: 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB',
  Episodes: 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
  UASC: 'CHILD,SEX,DOB,DUC',
  Reviews: 'CHILD,DOB,REVIEW,REVIEW_CODE',
  OC2: 'CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED',
  OC3: 'CHILD,DOB,IN_TOUCH,ACTIV,ACCOM',
  AD1: 'CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR',
  PlacedAdoption: 'CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED',
  PrevPerm: 'CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM',
  Missing: 'CHILD,DOB,MISSING,MIS_START,MIS_END',
  SWEpisodes: 'CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON',
  DoLo: 'CHILD,DOB,DOLO_START,DOLO_END',
} as const
export type TableName = keyof typeof HEADERS

export const STEMS: Readonly<Record<TableName, string>> = {
  Header: 'header',
  Episodes: 'episodes',
  UASC: 'uasc',
  Reviews: 'reviews',
  OC2: 'oc2',
  OC3: 'oc3',
  AD1: 'ad1',
  PlacedAdoption: 'placed_for_adoption',
  PrevPerm: 'previous_permanence',
  Missing: 'missing',
  SWEpisodes: 'sw_episodes',
  DoLo: 'dolo',
}

export const tablesIn = (year: number, whole: boolean): TableName[] =>
  (Object.keys(HEADERS) as TableName[]).filter(
    name =>
      // OC2 describes a whole year only.
      (name !== 'OC2' || whole) && (name !== 'SWEpisodes' || year >= 2024) && (name !== 'DoLo' || year >= 2027),
  )
