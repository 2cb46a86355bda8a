import { ageAt, dayNumber } from './calendar.ts'
import type { Placement } from './child.ts'
import { type ExtractTable, iso, tableOf } from './extract-table.ts'
import { monthEnds } from './fostering.ts'
import { randomFrom, seedOf } from './random.ts'
import type { Known } from './year-return.ts'

const PRICES: Readonly<Record<string, readonly [number, number]>> = {
  internal_residential: [3900, 500],
  external_residential: [4850, 1500],
  connected: [310, 60],
  in_house_foster: [520, 90],
  ifa: [985, 140],
  supported: [1100, 480],
  placed_with_parents: [0, 0],
  adoption: [0, 0],
  other: [900, 400],
}
export const COST_GROUPS = Object.keys(PRICES)

/** The cost group of a placement (local-extracts.md 4.8). */
export function costGroup({ place, provider }: Pick<Placement, 'place' | 'provider'>): string {
  if (/^(K1|K2|R1|S1)$/.test(place)) return provider === 'PR1' ? 'internal_residential' : 'external_residential'
  if (/^U[1-3]$/.test(place)) return 'connected'
  if (/^U[4-6]$/.test(place)) return provider === 'PR1' ? 'in_house_foster' : 'ifa'
  if (/^(H5|P2|K3)$/.test(place)) return 'supported'
  if (place === 'P1') return 'placed_with_parents'
  return /^A[3-6]$/.test(place) ? 'adoption' : 'other'
}

const PRICE =
  'child_id,child_group,cla_placement_id,start_date,end_date,cla_placement_type,cla_placement_provider,provider_name,cost_group,weekly_cost,weekly_contribution,setting_registration,cla_placement_change_reason,end_planned'
/** What prices rise by each April. */
const INFLATION = 1.045
const PRICES_OF = 2026

/** The price of each placement, new each April (`placements.csv`), and some placements of care leavers. */
export function pricesOf(known: readonly Known[], from: number, until: number): ExtractTable {
  const table = tableOf(PRICE)
  for (const { child } of known) {
    for (const [n, period] of child.periods.entries()) {
      if (period.kind !== 'care' || period.end <= from) continue
      for (const [i, stay] of period.placements.entries()) {
        const next = period.placements[i + 1]
        const end = Math.min(next?.from ?? period.end, period.end, child.eighteen)
        if (end <= from || stay.from > until || end <= stay.from) continue
        const random = randomFrom(seedOf(child.seed, 154, n, i))
        const group = costGroup(stay)
        const [mean, spread] = PRICES[group] ?? [900, 300]
        const price =
          mean === 0 ? 0 : Math.max(150, mean + Math.abs(random.normal(0, spread)) * (random.chance(0.75) ? 1 : -0.6))
        const unregistered = stay.place.startsWith('Z') && random.chance(0.8)
        const foster = /^[UAP]/.test(stay.place)
        for (let start = Math.max(stay.from, from); start < end && start <= until; ) {
          const year = new Date(start * 86_400_000).getUTCFullYear()
          const april = dayNumber(start >= dayNumber(year, 4, 1) ? year + 1 : year, 4, 1)
          const stop = Math.min(end, april)
          const last = stop === end
          table.put({
            child_id: child.id,
            child_group: 'in_care',
            cla_placement_id: `P${child.id}-${n}-${i}`,
            start_date: iso(start),
            end_date: iso(stop, until),
            cla_placement_type: stay.place,
            cla_placement_provider: stay.provider,
            cost_group: group,
            weekly_cost: Math.round(price * INFLATION ** (april / 365.25 - dayNumber(PRICES_OF + 1, 4, 1) / 365.25)),
            weekly_contribution: group.endsWith('residential') && random.chance(0.3) ? 650 : 0,
            setting_registration: foster ? 'not_required' : unregistered ? 'unregistered' : 'registered',
            cla_placement_change_reason: last && stop <= until ? (next?.why ?? '') : '',
            end_planned:
              last && stop <= until
                ? !/CARPL|CREQB|ALLEG|STAND|APPRR|REQCHILD/.test(next?.why ?? '') || next?.why === 'CARPL'
                : null,
          })
          start = stop
        }
      }
    }
    const random = randomFrom(seedOf(child.seed, 155))
    const left = child.periods.at(-1)
    if (left?.kind !== 'care' || ageAt(child.born, left.end) < 17 || !random.chance(0.35)) continue
    const start = left.end + random.int(0, 60)
    const end = start + random.int(60, 700)
    if (start > until || end <= from) continue
    table.put({
      child_id: child.id,
      child_group: 'care_leaver',
      cla_placement_id: `L${child.id}`,
      start_date: iso(Math.max(start, from)),
      end_date: iso(end, until),
      cla_placement_type: random.pick(['D', 'U', 'B', 'T']),
      cla_placement_provider: 'PR5',
      cost_group: 'supported',
      weekly_cost: random.int(180, 480),
      weekly_contribution: 0,
      setting_registration: 'not_required',
      cla_placement_change_reason: end <= until ? (random.chance(0.2) ? 'CREQB' : 'CARPL') : '',
      end_planned: end <= until ? random.chance(0.8) : null,
    })
  }
  return table
}

/** `unit_costs.csv`: average prices each year, and what a step down saves. */
export function unitCostsOf(firstYear: number, lastYear: number): ExtractTable {
  const table = tableOf('item_type,item,provider,weekly_cost,from,to,source')
  for (let year = firstYear; year <= lastYear; year++) {
    const scale = INFLATION ** (year - PRICES_OF - 1)
    const [from, to] = [iso(dayNumber(year - 1, 4, 1)), iso(dayNumber(year, 4, 1))]
    for (const [item, [mean, spread]] of Object.entries(PRICES))
      table.put({
        item_type: 'placement',
        item,
        weekly_cost: Math.round((mean + spread / 2) * scale),
        from,
        to,
        source: 'average of contracts',
      })
    for (const [item, saved] of [
      ['residential_to_foster', 4600],
      ['foster_to_home', 900],
    ] as const)
      table.put({
        item_type: 'avoidance',
        item,
        weekly_cost: Math.round(saved * scale),
        from,
        to,
        source: 'finance rate card',
      })
  }
  return table
}

/** `budget.csv`: the opening budget of each year and each quarter's projection and spend, from the prices paid. */
export function budgetOf(prices: ExtractTable, firstYear: number, lastYear: number, until: number): ExtractTable {
  const table = tableOf('financial_year,as_at,line,line_type,parent_line,net_budget,projected,actual,source')
  const column = (name: string): number => prices.header.indexOf(name)
  const [start, stop, group, cost] = ['start_date', 'end_date', 'cost_group', 'weekly_cost'].map(column)
  const dayOf = (text: string | undefined): number | null => (text ? Date.parse(text) / 86_400_000 : null)
  const spent = (name: string, from: number, to: number): number =>
    prices.rows.reduce((sum, row) => {
      if (row[group ?? 0] !== name) return sum
      const begin = Math.max(dayOf(row[start ?? 0]) ?? 0, from)
      const end = Math.min(dayOf(row[stop ?? 0]) ?? until + 1, to)
      return end > begin ? sum + (Number(row[cost ?? 0]) / 7) * (end - begin) : sum
    }, 0)
  for (let year = firstYear; year <= lastYear; year++) {
    const [from, to] = [dayNumber(year - 1, 4, 1), dayNumber(year, 4, 1)]
    const name = `${year - 1}/${String(year % 100).padStart(2, '0')}`
    const whole = COST_GROUPS.map(one => ({
      one,
      cost: spent(one, from, Math.min(to, until + 1)) * ((to - from) / (Math.min(to, until + 1) - from)),
    }))
    const round = (n: number): number => Math.round(n / 1000) * 1000
    for (const asAt of [from, ...monthEnds(from, Math.min(to - 1, until)).filter((_, i) => i % 3 === 2)]) {
      const opening = asAt === from
      const sums = { budget: 0, projected: 0, actual: 0 }
      const lines = whole.map(({ one, cost }) => {
        const budget = round(cost * 0.94)
        const projected = round(cost * (1 + (to - asAt) / 365 / 40))
        const actual = round(spent(one, from, asAt + 1))
        sums.budget += budget
        sums.projected += projected
        sums.actual += actual
        return {
          line: `placements_${one}`,
          line_type: 'line',
          parent_line: 'children_in_care',
          net_budget: budget,
          projected: opening ? null : projected,
          actual: opening ? null : actual,
        }
      })
      const other = round(sums.budget * 0.55) + 3_000_000
      const put = (row: Parameters<typeof table.put>[0]): void =>
        table.put({ financial_year: name, as_at: iso(asAt), ...row })
      const total = (line: string, type: string, parent: string, plus: number): void =>
        put({
          line,
          line_type: type,
          parent_line: parent,
          net_budget: sums.budget + plus,
          projected: opening ? null : sums.projected + Math.round(plus * 1.01),
          actual: opening ? null : sums.actual + Math.round((plus * (asAt + 1 - from)) / 365),
        })
      total('childrens_services', 'total', '', other)
      total('children_in_care', 'subtotal', 'childrens_services', 0)
      for (const line of lines) put(line)
      if (!opening)
        put({
          line: 'fostering_recruitment_grant',
          line_type: 'one_off',
          actual: 120_000,
          source: 'regional recruitment grant',
        })
    }
  }
  return table
}
