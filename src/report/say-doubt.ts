import type { Shown } from '../disclosure/shown.ts'
import { capitalised } from '../kit/text.ts'
import type { Doubt } from './doubt.ts'
import type { QualityView } from './scorecard-view.ts'

const seen = (figure: Shown): Shown | null => (figure.kind === 'number' ? figure : null)

/** What is not known of a figure, in words made from what was decided: a number that may not be seen is not in them. */
export function sayDoubt(doubt: Doubt, decided: (id: string) => Shown): QualityView {
  const [unknown, group, aside] = ['unknown', 'group', 'aside'].map(decided)
  const why = [
    doubt.unknown > 0 && unknown ? sayUnknown(unknown, group) : '',
    doubt.setAside > 0 && aside ? sayAside(aside) : '',
  ]
    .filter(Boolean)
    .join('; ')
  const [low, high] = [seen(decided('qlow')), seen(decided('qhigh'))]
  return { low, high, why: capitalised(why), text: capitalised([why, sayRange(low, high)].filter(Boolean).join(': ')) }
}

function sayUnknown(unknown: Shown, group: Shown | undefined): string {
  if (unknown.kind !== 'number') return 'some not known'
  return group?.kind === 'number' ? `${unknown.text} of ${group.text} not known` : `${unknown.text} not known`
}

const sayAside = (aside: Shown): string =>
  aside.kind !== 'number'
    ? 'some returned rows could not be used'
    : `${aside.text} returned ${aside.value === 1 ? 'row' : 'rows'} could not be used`

function sayRange(low: Shown | null, high: Shown | null): string {
  if (low && high) return `between ${low.text} and ${high.text}`
  return low ? `at least ${low.text} with them` : ''
}
