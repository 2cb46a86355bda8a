/** The groups of placements that a forecast tells apart: those of prices and budgets (local-extracts.md 4.8). Each day of care is in one. */
export const groups = [
  'in_house_foster',
  'ifa',
  'foster_not_known',
  'connected',
  'placed_with_parents',
  'adoption',
  'internal_residential',
  'external_residential',
  'residential_not_known',
  'supported',
  'other',
  'not_known',
] as const
export type Group = (typeof groups)[number]

/** Wider groups, summed within each simulated future: never from ranges. */
export const widerGroups: Readonly<Record<string, readonly Group[]>> = {
  foster: ['in_house_foster', 'ifa', 'foster_not_known', 'connected'],
  mainstream_foster: ['in_house_foster', 'ifa', 'foster_not_known'],
  residential: ['internal_residential', 'external_residential', 'residential_not_known'],
}

/** What each is called. */
export const groupNames: Readonly<Record<string, string>> = {
  in_house_foster: 'our own foster carers',
  ifa: 'agency foster carers',
  foster_not_known: 'foster carers, whose not known',
  connected: 'connected carers',
  placed_with_parents: 'placed with parents',
  adoption: 'placed for adoption',
  internal_residential: 'our own children’s homes',
  external_residential: 'other providers’ children’s homes',
  residential_not_known: 'children’s homes, whose not known',
  supported: 'supported accommodation',
  other: 'other placements',
  not_known: 'placement not known',
  foster: 'all foster care',
  mainstream_foster: 'foster care without connected carers',
  residential: 'children’s homes and schools',
}
