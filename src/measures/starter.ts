/** A new measure's two files: they run as they are, and say what to change. */
export function starter(title: string): { readonly sql: string; readonly examples: string } {
  return {
    sql: `/* measure
title: ${title}
asks: What does the board want to know?
catalogue: LOC-01             # the catalogue's reference, or one of your own
kind: proportion              # count | proportion | rate | average | total | ratio | gap
at: period end                # or: within period
windows: [month]              # the first is the headline
population: Children in care on the last day of the period, short breaks excluded
counted: Those in a residential placement
unknown: placement type not known
unknown_is: left out          # of the denominator; or: not counted (stays in)
good: neither                 # low | high | neither | band
basis: SSDA903 episodes
revisions: [{on: 2026-04-01, what: First version}]
*/
-- One row per child and period; counted is true, false, or null where it is not known.
select period_end, child_id as subject, case when placement_type is not null then placement_group = 'residential' end as counted
from in_care_at
`,
    examples: `# Columns left out take the default of a valid child. Tables can be pasted from Excel.
at: 2026-03-31
examples:
  - title: A child in a children's home is counted; one in foster care is not
    shows: other
    episodes: |
      child | decom      | place
      A     | 2025-05-01 | K2
      B     | 2025-05-01 | U6
    expect: {counted: [A], not counted: [B], numerator: 1, denominator: 2}
  - title: A child on a short break is left out
    shows: exclusion
    episodes: |
      child | decom      | place | ls
      A     | 2025-05-01 | K2    | V4
    expect: {out: [A]}
  - title: A child whose care ends on the day is not in care that day
    shows: boundary
    episodes: |
      child | decom      | place | dec        | rec
      A     | 2025-05-01 | K2    | 2026-03-31 | E4A
      B     | 2025-05-01 | K2    | 2026-04-01 | E4A
    expect: {counted: [B], out: [A]}
  - title: A child whose placement type is not known is left out of the denominator
    shows: unknown
    episodes: |
      child | decom      | place
      A     | 2025-05-01 | -
      B     | 2025-05-01 | K2
    expect: {unknown: [A], counted: [B], denominator: 1}
  - title: With no child in care there is nobody in scope
    shows: empty
    expect: {numerator: 0, denominator: 0, state: no one in scope}
`,
  }
}
