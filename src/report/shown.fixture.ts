import { disclose } from '../disclosure/pack.ts'
import type { Shown } from '../disclosure/shown.ts'

/** A figure that may be seen; null: awaiting data. */
export const shown = (value: number | null, text: string): Shown => {
  const cell =
    value === null
      ? { id: 'a', value, state: 'awaiting data' as const, text, why: null, people: [] }
      : { id: 'a', value, text, people: [] }
  const figure = disclose({ audience: 'board', cells: [cell] }).get('a')
  if (!figure) throw new Error('not decided')
  return figure
}

/** A figure of two children as the board sees it: `[c]`. */
export const hidden = (): Shown => {
  const figure = disclose({ audience: 'board', cells: [{ id: 'a', value: 2, text: '2', people: [2] }] }).get('a')
  if (figure?.kind !== 'hidden') throw new Error('not hidden')
  return figure
}
