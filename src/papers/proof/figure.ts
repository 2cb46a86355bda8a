/**
 * What a number in a sentence is. `count`: whole things; `number`: a bare decimal (an average, a score, a ratio); `percent` and `share`
 * (a fraction in words, "two thirds", "8 in 10") are in per cent; `points`: percentage points; `rate`: per so many; `money` in pounds;
 * `time`: in `unit`; `date`: a day, month, year or window of time; `label`: an age, a section, a distance, a range, not a figure.
 */
export type FigureKind =
  | 'count'
  | 'number'
  | 'percent'
  | 'points'
  | 'rate'
  | 'money'
  | 'time'
  | 'share'
  | 'date'
  | 'label'

/** How near the writer says it is: `about a third`, `just over half`, `more than 50%`. */
export type Nearness = 'exact' | 'about' | 'over' | 'just over' | 'under' | 'just under'

export type Figure = {
  readonly kind: FigureKind
  readonly value: number
  /** What one in the last printed digit is worth: 0.1 for 12.3%, 100,000 for £1.2m. */
  readonly step: number
  readonly nearness: Nearness
  /** Of `time`: days, weeks, months, years; of `rate`: how many it is for. */
  readonly unit: string
  readonly text: string
  /** Where in the sentence it begins and ends. */
  readonly start: number
  readonly end: number
}

/** The letter by which a figure's kind stands in a skeleton. */
export const letters: Readonly<Record<FigureKind, string>> = {
  count: 'c',
  number: 'n',
  percent: 'p',
  points: 'o',
  rate: 'r',
  money: 'm',
  time: 't',
  share: 'h',
  date: 'd',
  label: 'a',
}

/** Whether two figures are of one kind, so that one can be taken from the other. A count and a bare number are. */
export function alike(a: Figure, b: Figure): boolean {
  const plain = (figure: Figure): boolean => figure.kind === 'count' || figure.kind === 'number'
  return (a.kind === b.kind && a.unit === b.unit) || (plain(a) && plain(b))
}
