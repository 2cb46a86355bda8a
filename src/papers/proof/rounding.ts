import { roundHalfUp, sayNumber } from '../../kit/text.ts'
import type { Figure } from './figure.ts'

/** The values from `low` to `high`. */
export type Span = { readonly low: number; readonly high: number }

const NEARLY = 1e-9

/** Of a fraction in words ("a third") people allow some points either way. */
const shareSlack: Readonly<Record<Figure['nearness'], readonly [number, number]>> = {
  exact: [3, 3],
  about: [6, 6],
  over: [0.5, 100],
  'just over': [0.5, 6],
  under: [100, 0.5],
  'just under': [6, 0.5],
}

/**
 * What a printed figure may stand for, as people round: half up, half to even and cut off are all allowed, so 12.3% is anything from
 * 12.25 up to 12.4. A whole count is itself.
 */
export function spanOf(figure: Figure): Span {
  const { value, step, nearness, kind } = figure
  if (kind === 'share') {
    const [below, above] = shareSlack[nearness]
    // Of a small share ("8 in every 1,000") some points would be several times itself.
    const most = Math.max(value * (nearness === 'exact' ? 0.1 : 0.2), 0.1)
    return {
      low: value - Math.min(below, nearness === 'under' ? below : most),
      high: value + Math.min(above, nearness === 'over' ? above : most),
    }
  }
  const half = kind === 'count' ? 0 : step / 2
  const whole = kind === 'count' ? 0 : step
  const loose = Math.max(Math.abs(value) * 0.07, step)
  if (nearness === 'about') return { low: value - loose, high: value + loose }
  if (nearness === 'over') return { low: value - half, high: Number.POSITIVE_INFINITY }
  if (nearness === 'under') return { low: Number.NEGATIVE_INFINITY, high: value + half }
  if (nearness === 'just over') return { low: value - half, high: value + loose * 1.5 }
  if (nearness === 'just under') return { low: value - loose * 1.5, high: value + half }
  return { low: value - half, high: value + whole }
}

/** Whether the printed figure can stand for something between `low` and `high`. */
export function agrees(figure: Figure, { low, high }: Span): boolean {
  const span = spanOf(figure)
  const slack = NEARLY * Math.max(1, Math.abs(high))
  return low <= span.high + slack && high >= span.low - slack
}

export const exactly = (value: number): Span => ({ low: value, high: value })

export const decimalsOf = (step: number): number => Math.max(0, Math.round(-Math.log10(step)))

/** `value` as the figure is printed: `64.8%`, `1.8 percentage points`, `£2.8 million`. */
export function sayAs(figure: Figure, exact: number): string {
  // £24,700 is given to the hundred, and so is what should stand for it.
  const value = figure.step > 1 ? Math.round(exact / figure.step) * figure.step : exact
  if (figure.kind === 'percent' || figure.kind === 'share')
    return `${sayNumber(value, figure.kind === 'share' ? 0 : decimalsOf(figure.step))}%`
  if (figure.kind === 'points') return `${sayNumber(value, decimalsOf(figure.step))} percentage points`
  if (figure.kind === 'money') {
    if (figure.step >= 10_000 && Math.abs(value) >= 100_000)
      return `£${sayNumber(value / 1e6, decimalsOf(figure.step / 1e6))} million`
    return `£${sayNumber(value, decimalsOf(figure.step))}`
  }
  if (figure.kind === 'time') return `${sayNumber(value, decimalsOf(figure.step))} ${figure.unit}`
  return sayNumber(value, decimalsOf(figure.step))
}

export const sayPercent = (value: number, places = 1): string => `${sayNumber(roundHalfUp(value, places), places)}%`
