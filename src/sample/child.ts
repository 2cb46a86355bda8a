/** From the day `from` until the next entry of the list, or the end of the period of care. */
export type Legal = { readonly from: number; readonly code: string }

export type Placement = {
  readonly from: number
  /** As the newest code list has it (K3, Z11 to Z14); `codes.ts` says how an earlier year wrote it. */
  readonly place: string
  readonly provider: string
  readonly post: string
  readonly urn: string
  /** With the same carer as the placement before: RNE is T or U, not P or B. */
  readonly same: boolean
  /** Why the placement before this one ended (REASON_PLACE_CHANGE); blank where it is not asked for. */
  readonly why: string
}

/** The plan that a child should be placed for adoption, and how far it went. */
export type Plan = {
  readonly decided: number
  readonly ordered: number | null
  readonly matched: number | null
  readonly placed: number | null
  /** With the foster carers the child already lives with (A3, A5). */
  readonly current: boolean
  readonly reversed: number | null
  readonly reversal: string
}

export type Period = {
  readonly start: number
  /** The first day no longer in care. Lives are simulated whole; what a return knows of them is cut at its last day. */
  readonly end: number
  readonly rec: string
  readonly cin: string
  readonly kind: 'care' | 'V3' | 'V4'
  readonly legals: readonly Legal[]
  readonly placements: readonly Placement[]
  readonly plan: Plan | null
}

/** One row of Episodes, whole. `end` and what goes with it are blanked by the return of a year it outlives. */
export type Episode = {
  readonly start: number
  readonly end: number
  readonly rne: string
  readonly ls: string
  readonly cin: string
  readonly place: string
  readonly provider: string
  readonly rec: string
  readonly why: string
  readonly post: string
  readonly urn: string
  /** Which of the child's periods it belongs to. */
  readonly period: number
}

export type Child = {
  readonly id: string
  readonly seed: number
  readonly family: number
  readonly sex: 'M' | 'F'
  readonly born: number
  readonly eighteen: number
  readonly ethnic: string
  readonly upn: string
  readonly home: string
  readonly uasc: boolean
  /** Day the status of an unaccompanied asylum-seeking child ended; null where it lasts to the 18th birthday or beyond care. */
  readonly duc: number | null
  /** How easily placements break: 1 on average. */
  readonly fragility: number
  readonly periods: readonly Period[]
  readonly episodes: readonly Episode[]
}
