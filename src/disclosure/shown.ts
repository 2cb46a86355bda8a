/** Who a page or paper is for. Analysts and managers may see unprotected figures; board members and the public may not. */
export const audiences = ['analyst', 'manager', 'board', 'public'] as const
export type Audience = (typeof audiences)[number]

/** Whether an audience may see protected figures only. */
export const isProtected = (audience: Audience): boolean => audience === 'board' || audience === 'public'

/** Why a figure has no number: each state has one word and, where the field has one, its symbol. */
export type Absent = 'awaiting data' | 'not measured' | 'not applicable' | 'no one in scope' | 'unreliable'

declare const decided: unique symbol

/**
 * A figure that the pack has decided on: a number that may be seen, one that is hidden, or none with its state.
 * Only `disclose` makes them, so a page that takes `Shown` cannot show an undecided number.
 */
export type Shown = { readonly [decided]: true } & (
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | { readonly kind: 'hidden'; readonly symbol: 'c'; readonly text: string; readonly why: string }
  | { readonly kind: 'none'; readonly state: Absent; readonly text: string; readonly why: string | null }
)

/**
 * What a page or template may be given: text, flags, decided figures, and lists and records of these. No bare number:
 * a compile-fail test holds that (test/rooms/displayable.test.ts).
 */
export type Displayable =
  | string
  | boolean
  | null
  | undefined
  | Shown
  | readonly Displayable[]
  | { readonly [name: string]: Displayable }

/** Makes a decided figure; for this room only. */
export const decide = (figure: UndecidedShown): Shown => figure as Shown

/** A decided figure in other words (`7.7 percentage points` for `+7.7 points`); what is hidden or not there stays as it is. */
export const reworded = (figure: Shown, say: (text: string) => string): Shown =>
  figure.kind === 'number' ? decide({ ...figure, text: say(figure.text) }) : figure

type UndecidedShown =
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | { readonly kind: 'hidden'; readonly symbol: 'c'; readonly text: string; readonly why: string }
  | { readonly kind: 'none'; readonly state: Absent; readonly text: string; readonly why: string | null }
