/** One-line changes to the model and to definitions, each of which must fail a test. `from` must stand exactly once in the file. */
export type Mutation = { readonly what: string; readonly file: string; readonly from: string; readonly to: string }

const model = (name: string, what: string, from: string, to: string): Mutation => ({
  what,
  file: `src/model/sql/${name}.sql`,
  from,
  to,
})
const measure = (path: string, what: string, from: string, to: string): Mutation => ({
  what,
  file: `measures/${path}.sql`,
  from,
  to,
})

export const mutations: readonly Mutation[] = [
  model('90-in-care-at', 'a spell that ends on the day is counted that day', '<= t.period_end\n)', '< t.period_end\n)'),
  model(
    '90-in-care-at',
    'a spell that starts on the day is not counted',
    'on e.start_date <= f.period_end',
    'on e.start_date < f.period_end',
  ),
  model('90-in-care-at', 'an 18-year-old is counted', 'a.period_end) < 18, true)', 'a.period_end) < 19, true)'),
  model(
    '90-in-care-at',
    'a placement that ended as the year began overlaps it',
    'lambda d: d <= a.year_start',
    'lambda d: d < a.year_start',
  ),
  model(
    '90-in-care-at',
    '12 months a day short are continuous',
    's.continuous_since <= a.year_start',
    's.continuous_since <= a.year_start + 1',
  ),
  model('20-episode', 'V4 is not a short break', "legal_status in ('V3', 'V4')", "legal_status in ('V3')"),
  model('20-episode', 'T4 is not temporary', "('T0', 'T1', 'T2', 'T3', 'T4')", "('T0', 'T1', 'T2', 'T3')"),
  model(
    '20-episode',
    'an open episode that a later return drops stays open',
    'when closed_by is not null then',
    'when false then',
  ),
  model(
    '20-episode',
    'an overlap is ruled by the one that began first',
    'select s.child_id, s.from_d, s.to_d, max(m.start_date)',
    'select s.child_id, s.from_d, s.to_d, min(m.start_date)',
  ),
  model(
    '30-care-episode',
    'coming back from a temporary placement is a move',
    'when n.after_temporary and n.placement_type = s.place_before',
    'when false and n.placement_type = s.place_before',
  ),
  model(
    '30-care-episode',
    'adoption by the current carer is a move',
    "when n.placement_type in ('A3', 'A5') and",
    "when n.placement_type in ('A3') and",
  ),
  model(
    '30-care-episode',
    'a same-carer move is a move',
    "when n.start_reason in ('T', 'U') then not",
    "when n.start_reason in ('T', 'U') then",
  ),
  model('30-care-episode', 'a gap does not end a period of care', 'previous_end < start_date or', 'false or'),
  model(
    '30-care-episode',
    'distance is not rounded',
    '/ 1000 / 1.6093, 1) end) as miles_from_home',
    '/ 1000 / 1.6093, 4) end) as miles_from_home',
  ),
  model(
    '40-spells',
    'an end without a reason is a leaver',
    "g.last_end.reason <> 'X1' then true",
    "g.last_end.reason is distinct from 'X1' then true",
  ),
  model(
    '30-care-episode',
    'two periods that touch are two runs',
    'when previous_end is distinct from start_date then 1',
    'when true then 1',
  ),
  model(
    '00-macros',
    'a 29 February start has its anniversary on 28 February',
    'then (start_day + to_months(n))::date + 1',
    'then (start_day + to_months(n))::date',
  ),
  model(
    '00-macros',
    'a month end looks back to the day after the same date',
    'case when d = last_day(d) then',
    'case when false then',
  ),
  model(
    '00-macros',
    '"longer than" takes the anniversary in',
    'anniversary(start_day, n) < d',
    'anniversary(start_day, n) <= d',
  ),
  model(
    '00-macros',
    'a birthday is reached the day before',
    '(month(d), day(d)) < (month(born), day(born))',
    '(month(d), day(d)) <= (month(born), day(born))',
  ),
  model('50-facts', 'of no fixed abode can be suitable', "not in ('S', 'X')", "not in ('X')"),
  model(
    '61-adoption',
    'a move within the run of adoptive homes is not a new home',
    'when adoptive and (moves or',
    'when adoptive and (false or',
  ),
  measure(
    'placements/placed-over-20-miles',
    '20 miles is more than 20 miles',
    'miles_from_home > 20',
    'miles_from_home >= 20',
  ),
  measure('placements/placed-over-20-miles', 'unaccompanied children are in', "where uasc = 'no'", ''),
  measure('stability/three-or-more-placements', 'four or more', 'placements_in_year >= 3', 'placements_in_year >= 4'),
  measure(
    'stability/long-term-stability',
    'three years instead of two and a half',
    'continuous_since, 30,',
    'continuous_since, 36,',
  ),
  measure(
    'adoption/placement-order-to-match',
    'a match before the order counts below nought',
    'greatest(0, a.match_date - a.order_date)',
    '(a.match_date - a.order_date)',
  ),
  measure(
    'adoption/waiting-for-adoption',
    'a decision reversed on the day still stands',
    'l.ceased_date > c.period_end',
    'l.ceased_date >= c.period_end',
  ),
]
