/** What a forecast is made from: periods of care and the placements in them, as plain numbers. Days are days since 1 January 1970. */

/** Why care ended, as a forecast tells them apart: these compete. Turning 18 is no hazard but a date. */
export const exits = ['home', 'guardianship', 'adoption', 'other', 'eighteen'] as const
export type Exit = (typeof exits)[number]

/** Who enters in two streams that have nothing to do with each other: unaccompanied asylum-seeking children come by policy. */
export const streams = ['general', 'unaccompanied'] as const
export type Stream = (typeof streams)[number]

/** An end that is not known yet: still in care, or still in the placement. */
export const OPEN = 0x7fffffff

/** Half-open spells, [start, end). Every array of a table has one length; a row is a position in all of them. */
export type CareHistory = {
  /** The first day of which all care is known: what began before is known from here on only (left truncation). */
  readonly from: number
  /** The day the history is known by: all up to it, that day included. */
  readonly until: number
  /** The placement groups, in the order of their codes. They are exclusive, and every day of care is in one. */
  readonly groups: readonly string[]
  /** A row a period of care, in order of start. */
  readonly care: {
    readonly start: Int32Array
    readonly end: Int32Array
    /** The 18th birthday; of a birthday that is not known the first of its most likely month is taken by who makes this. */
    readonly eighteenth: Int32Array
    /** Position in `exits`; 255 while care goes on or where no return says how it ended. */
    readonly exit: Uint8Array
    /** Position in `streams`. */
    readonly stream: Uint8Array
    /** Children who came together (brothers and sisters, same home on the same day) have one number. */
    readonly family: Int32Array
  }
  /** A row a stay: an unbroken time in one placement group. In order of care, then start; stays of one period of care leave no gap. */
  readonly stay: {
    /** The row of the period of care it belongs to. */
    readonly care: Int32Array
    readonly start: Int32Array
    readonly end: Int32Array
    /** Position in `groups`. */
    readonly group: Uint8Array
  }
}

type RowOf<T> = { readonly [column in keyof T]: number }

/** The columns of a history from its rows, given in the order that `CareHistory` says. */
export const columnsOf = (
  care: readonly RowOf<CareHistory['care']>[],
  stay: readonly RowOf<CareHistory['stay']>[],
): Pick<CareHistory, 'care' | 'stay'> => ({
  care: {
    start: Int32Array.from(care, row => row.start),
    end: Int32Array.from(care, row => row.end),
    eighteenth: Int32Array.from(care, row => row.eighteenth),
    exit: Uint8Array.from(care, row => row.exit),
    stream: Uint8Array.from(care, row => row.stream),
    family: Int32Array.from(care, row => row.family),
  },
  stay: {
    care: Int32Array.from(stay, row => row.care),
    start: Int32Array.from(stay, row => row.start),
    end: Int32Array.from(stay, row => row.end),
    group: Uint8Array.from(stay, row => row.group),
  },
})
