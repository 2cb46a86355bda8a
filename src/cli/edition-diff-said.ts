import { sayNumber } from '../kit/text.ts'
import type { Counts, EditionDiff, MovedBy, MovedFigure } from '../report/edition-diff.ts'
import { wrapped } from './why.ts'

type Asked = {
  readonly number: number
  readonly other: number | null
  readonly children: boolean
  readonly width: number
}

/** What has moved since an edition, in words for the terminal. */
export function sayEditionDiff({ moved, same, notCompared }: EditionDiff, { number, other, children }: Asked): string {
  const against = other === null ? 'what is known and defined now' : `edition ${other}`
  const unexplained = moved.filter(figure => figure.unexplained !== null)
  return [
    `Edition ${number} against ${against}: ${countOf(moved.length, 'figure')} moved, ${same} the same${notCompared.length ? `, ${notCompared.length} not compared` : ''}.`,
    ...moved.flatMap(figure => ['', ...figureLines(figure, children)]),
    ...(unexplained.length ? ['', `Not explained in full: ${unexplained.map(({ title }) => title).join('; ')}.`] : []),
    '',
  ].join('\n')
}

const countOf = (n: number, noun: string): string => `${sayNumber(n)} ${noun}${n === 1 ? '' : 's'}`
const number = (n: number | null): string => (n === null ? 'none' : sayNumber(n, Number.isInteger(n) ? 0 : 3))
const counts = ({ numerator, denominator }: Counts): string =>
  denominator === null ? number(numerator) : `${number(numerator)} of ${number(denominator)}`

function figureLines(figure: MovedFigure, children: boolean): readonly string[] {
  return [
    `${figure.number === null ? '' : `${figure.number} `}${figure.title}, ${figure.period}`,
    `  printed ${figure.printed}; then ${counts(figure.before)}, now ${counts(figure.after)}`,
    ...figure.causes.flatMap(cause => [`  ${causeLine(cause)}`, ...(children ? wrapped(cause.children) : [])]),
    ...(figure.unexplained === null ? [] : [`  Not explained: ${figure.unexplained}`]),
  ]
}

const signed = (n: number): string => (n === 0 ? '0' : `${n > 0 ? '+' : '−'}${number(Math.abs(n))}`)
const causeLine = ({ cause, counted, group, amount, children }: MovedBy): string =>
  `${cause}: ${signed(counted)} counted, ${signed(group)} in the group${amount === 0 ? '' : `, ${signed(amount)} in the amount`} (${countOf(children.length, 'child').replace(/childs$/, 'children')})`
