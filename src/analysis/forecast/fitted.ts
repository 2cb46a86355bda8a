/** What a fit comes to: plain data, so that it can be kept with the forecast and given to other threads. Rates are per child and day. */

/** Parts of the method that can be switched off, to learn what each is worth. All are on unless said. */
export const components = ['duration', 'shrinkage', 'draws', 'drift', 'weighting', 'siblings'] as const
export type Component = (typeof components)[number]

export type FitOptions = {
  /** Parts of the method left out. */
  readonly without?: readonly Component[]
}

/** A level: how much the recent past differs from the shape, as a logarithm, with its standard deviation. */
export type Level = { readonly log: number; readonly sd: number }

/** Children who came together, any of whom may be drawn as a newcomer: ages in days at entry, and the first placement group. */
export type EntryGroup = { readonly ages: readonly number[]; readonly groups: readonly number[] }

/** Entries of one stream. */
export type Entries = {
  /** Entry groups (brothers and sisters count once) a day, now. */
  readonly perDay: number
  /** Standard deviation of the logarithm of that rate. */
  readonly sd: number
  /** Monthly variance over mean of the number of entry groups; 1 is Poisson. */
  readonly dispersion: number
  /** Standard deviation of a year's drift of the rate, as a logarithm. */
  readonly drift: number
  /** Recent entry groups and the chance of each to be drawn, added up (the last is 1). */
  readonly donors: readonly EntryGroup[]
  readonly donorsBelow: readonly number[]
  /** Entry groups a month in the window that was weighted, for people to read. */
  readonly perMonth: number
}

export type Fitted = {
  readonly kind: 'fitted'
  /** The day the history was known by; the forecast begins the day after. */
  readonly origin: number
  readonly groups: readonly string[]
  /** Months of history that the shape stands on (at most 60). */
  readonly months: number
  /** By cell (see `cells.ts`) and exit: events plus the prior's, and exposure in days plus the prior's. The rate is their ratio. */
  readonly exitEvents: readonly number[]
  readonly exitDays: readonly number[]
  /** By cell: moves to another placement group. */
  readonly moveEvents: readonly number[]
  readonly moveDays: readonly number[]
  /** By age band, group left and group entered: moves plus the prior's (the weights of a Dirichlet distribution). */
  readonly destinations: readonly number[]
  readonly exitLevel: Level
  readonly moveLevel: Level
  /** Standard deviation of a year's drift of all exits, as a logarithm. */
  readonly exitDrift: number
  /** Monthly variance over mean of exits; 1 is Poisson. */
  readonly exitDispersion: number
  /** By stream, in the order of `streams`. */
  readonly entries: readonly Entries[]
  readonly without: readonly Component[]
  /** Counts behind the fit, for people to read. */
  readonly basis: {
    readonly exits: number
    readonly moves: number
    readonly entryGroups: number
    readonly starts: number
  }
}

/** Why no model can be fitted: the naive forecast with a simple range is all there is, or nothing is. */
export type NotFitted = {
  readonly kind: 'not fitted'
  readonly origin: number
  readonly months: number
  readonly reason: 'under 24 months' | 'no children' | 'too few children'
}
