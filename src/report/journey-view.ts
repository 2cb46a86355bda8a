import { decidedIn, disclose, type PackCell } from '../disclosure/pack.ts'
import type { Audience, Shown } from '../disclosure/shown.ts'
import { type Day, sayDay } from '../kit/day.ts'
import { sayNumber } from '../kit/text.ts'
import { journeyChildren, journeyLegs, type Leg, type Session } from '../measures/measures.ts'
import { codeLabel, codeOrder } from './labels.ts'

/** An end of a flow: where children were, how they came in, or how they left. */
export type JourneyNode = {
  readonly id: string
  readonly label: string
  readonly side: 'stay' | 'move'
  readonly figure: Shown
}
export type JourneyFlow = { readonly from: string; readonly to: string; readonly figure: Shown }

/** How children came in, where they lived and how they left, in a period. Every figure decided in one pack. */
export type JourneyView = {
  readonly authority: { readonly code: string; readonly name: string }
  readonly start: Day
  readonly end: Day
  readonly periodText: string
  readonly total: Shown
  readonly from: readonly JourneyNode[]
  readonly to: readonly JourneyNode[]
  readonly flows: readonly JourneyFlow[]
}

/** The children of one flow, for those who may see unprotected figures. */
export type JourneyPeople = { readonly fromText: string; readonly toText: string; readonly children: readonly string[] }

const parts = (id: string): readonly [kind: string, code: string] => {
  const at = id.indexOf(':')
  return [id.slice(0, at), id.slice(at + 1)]
}
const sliceOf: Readonly<Record<string, string>> = { in: 'placement_group', came: 'legal_status', left: 'route' }

/** `Came in: Section 20`, `Left: Adoption`, `In care: With foster carers`. */
export function sayNode(id: string): string {
  const [kind, code] = parts(id)
  const label = codeLabel(sliceOf[kind] ?? kind, code)
  return kind === 'came' ? `Came in: ${label}` : kind === 'left' ? `Left: ${label}` : `In care: ${label}`
}

const order = (id: string): number => {
  const [kind, code] = parts(id)
  return ({ came: 0, in: 1000, left: 2000 }[kind] ?? 0) + codeOrder(sliceOf[kind] ?? kind, code)
}

/** The flows of an authority's children through a period, both days included. */
export async function journeyView(
  session: Session,
  authority: { readonly code: string; readonly name: string },
  start: Day,
  end: Day,
  audience: Audience,
): Promise<JourneyView> {
  const legs = await journeyLegs(session, authority.code, start, end)
  const ends = (pick: (leg: Leg) => string): readonly string[] =>
    [...new Set(legs.map(pick))].sort((a, b) => order(a) - order(b) || (a < b ? -1 : 1))
  const [from, to] = [ends(leg => leg.from), ends(leg => leg.to)]
  const sum = (own: readonly Leg[]): number => own.reduce((total, { children }) => total + children, 0)
  const cell = (id: string, n: number): PackCell => ({ id, value: n, text: sayNumber(n), people: [n] })
  const flowId = ({ from: a, to: b }: Pick<Leg, 'from' | 'to'>): string => `${a}>${b}`
  const cells = [
    cell('total', sum(legs)),
    ...from.map(id => cell(`from ${id}`, sum(legs.filter(leg => leg.from === id)))),
    ...to.map(id => cell(`to ${id}`, sum(legs.filter(leg => leg.to === id)))),
    ...legs.map(leg => cell(flowId(leg), leg.children)),
  ]
  const sums = [
    { total: 'total', parts: from.map(id => `from ${id}`) },
    { total: 'total', parts: to.map(id => `to ${id}`) },
    ...from.map(id => ({ total: `from ${id}`, parts: legs.filter(leg => leg.from === id).map(flowId) })),
    ...to.map(id => ({ total: `to ${id}`, parts: legs.filter(leg => leg.to === id).map(flowId) })),
  ]
  const shown = disclose({ audience, cells, sums })
  const at = decidedIn(shown)
  const node = (id: string, figure: Shown): JourneyNode => ({
    id,
    label: sayNode(id),
    side: id.startsWith('in:') ? 'stay' : 'move',
    figure,
  })
  return {
    authority,
    start,
    end,
    periodText: `${sayDay(start)} to ${sayDay(end)}`,
    total: at('total'),
    from: from.map(id => node(id, at(`from ${id}`))),
    to: to.map(id => node(id, at(`to ${id}`))),
    flows: legs.map(leg => ({ from: leg.from, to: leg.to, figure: at(flowId(leg)) })),
  }
}

/** The children who took one way through a period: local ids only. */
export async function journeyPeople(
  session: Session,
  authority: string,
  start: Day,
  end: Day,
  from: string,
  to: string,
): Promise<JourneyPeople> {
  const rows = await journeyChildren(session, authority, start, end, from, to)
  return { fromText: sayNode(from), toText: sayNode(to), children: rows.map(({ local_id }) => local_id) }
}
