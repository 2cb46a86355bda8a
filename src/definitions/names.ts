/** The tables of the return by its own names (ssda903.md section 1). */
export const returnTables = [
  'Header',
  'Episodes',
  'UASC',
  'Reviews',
  'OC2',
  'OC3',
  'AD1',
  'PlacedAdoption',
  'PrevPerm',
  'Missing',
  'SWEpisodes',
  'DoLo',
] as const

/** The breakdowns that every child in care has (contracts.md; local-extracts.md 4.12). */
export const standardSlices = [
  'age_band',
  'sex',
  'ethnic_group',
  'legal_status',
  'placement_group',
  'provider',
  'in_area',
  'distance_band',
  'uasc',
  'disability',
  'ward',
  'team',
  'time_in_care',
] as const
