import type { RowView } from './scorecard-view.ts'

/** Beyond chance, as the signals say; nothing else is a change. */
export const isRealChange = ({ direction }: RowView): boolean =>
  ['Improving', 'Getting worse', 'Rising', 'Falling'].includes(direction?.word ?? '')

/** Which way a real change went; null where there is none, or good is inside a band. */
export function wayOf({ direction, good }: RowView): 'up' | 'down' | null {
  const word = direction?.word
  if (word === 'Rising' || word === 'Falling') return word === 'Rising' ? 'up' : 'down'
  if ((word !== 'Improving' && word !== 'Getting worse') || (good !== 'high' && good !== 'low')) return null
  return (word === 'Improving') === (good === 'high') ? 'up' : 'down'
}

const statusIs = ({ rag }: RowView, status: string): boolean => rag.kind === 'rated' && rag.status === status
export const isOff = (row: RowView): boolean => statusIs(row, 'off target')
export const isOn = (row: RowView): boolean => statusIs(row, 'on target')
/** Whether its colour is not too close to be sure of. */
export const isSure = ({ rag }: RowView): boolean => rag.kind === 'rated' && !rag.text.includes('too close')

/** Bad news that figures bear: worse beyond chance, or off target and not too close to be sure. */
export const isAdverse = (row: RowView): boolean => row.direction?.reads === 'worse' || (isOff(row) && isSure(row))

/** Good news that figures bear: better beyond chance, or on target for sure and not getting worse. */
export const isGood = (row: RowView): boolean =>
  !isAdverse(row) && (row.direction?.reads === 'better' || (isOn(row) && isSure(row)))

export const isTold = ({ latest }: RowView): boolean => latest.figure.kind === 'number'

/** What stands out first: worse and off target, worse, off target, better, another real change, further from last year than usual. */
export function standing(row: RowView): number {
  if (row.direction?.reads === 'worse') return isOff(row) ? 0 : 1
  if (isOff(row)) return isSure(row) ? 2 : 3
  if (row.direction?.reads === 'better') return 4
  if (isRealChange(row)) return 5
  return row.lastYear?.couldBeChance === false ? 6 : 7
}

/** Nothing new: it is told with the others in one sentence. */
export const isQuiet = (row: RowView): boolean => standing(row) === 7
