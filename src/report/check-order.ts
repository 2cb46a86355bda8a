import type { HeldReturn } from '../checks/held-returns.ts'
import { UserError } from '../kit/error.ts'
import { type FiguresOn, nameOf } from './check-asked.ts'
import type { Board } from './check-view.ts'
import { type OfficeChecks, soon } from './office-checks.ts'
import type { RuleEffects } from './rule-effects.ts'

/**
 * How the rules of a page stand: by how far they could move the scorecard; where that is still being worked out, or cannot be, by the
 * figures of the scorecard that the cells of their findings feed; where asked by the rows that they find.
 */
export type RuleOrder =
  | { readonly by: 'effect'; readonly effects: RuleEffects }
  | { readonly by: 'figures'; readonly board: Board; readonly why: 'later' | { readonly notMeasured: string } }
  | { readonly by: 'rows' }

/** Effects that are kept are there at once; nobody waits long for those that are not, with an order that is nearly as good at hand. */
const PATIENCE_MS = 3_000

/** The order of the rules of a check, by effect as far as is known now. */
export async function orderByEffect(
  checks: OfficeChecks,
  one: HeldReturn,
  figuresOn: FiguresOn,
  patience = PATIENCE_MS,
): Promise<RuleOrder> {
  const board = {
    title: 'the scorecard',
    figures: new Map([...figuresOn].map(([catalogue, figure]) => [catalogue, nameOf(figure)])),
  }
  try {
    const effects = await soon(checks.effects(one), patience)
    return effects === 'later' ? { by: 'figures', board, why: 'later' } : { by: 'effect', effects }
  } catch (error) {
    // As where the data know no month end at which the scorecard could stand: the findings are worth showing all the same.
    if (!(error instanceof UserError)) throw error
    return { by: 'figures', board, why: { notMeasured: error.message } }
  }
}
