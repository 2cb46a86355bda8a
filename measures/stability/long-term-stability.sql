/* measure
title: Long-term placement stability
asks: Are long-stay children settled with the same carer?
catalogue: STB-03
kind: proportion
at: period end
windows: [month]
population: Children under 16 in care on the last day of the period who have been in care without a break for at least 2½ years
counted: Those who have lived with the same carer for at least 2 years, or are placed for adoption and have lived there and in the placement before together for at least 2 years
unknown: the start of care is not held, so whether it was 2½ years ago is not known; or the date of birth is not
unknown_is: left out
good: high
slices: [standard]
sources: [Episodes]
basis: SSDA903 episodes
national: DfE long-term stability (formerly NI 63), now worded as living with the same carer
revisions: [{on: 2026-11-27, what: First version}]
*/
with child as (
  select *,
    at_least_months(continuous_since, 30, period_end) as long_in_care,
    -- Placed for adoption: the placement before is added, unless the present one already reaches back to it.
    case when placed_for_adoption(placement_type) and placed_for_adoption(first_placement_type)
         then coalesce(previous_placement_start_date, placement_start_date) else placement_start_date end as settled_since
  from in_care_at
  where age < 16 or age is null
)
select period_end, child_id as subject,
  case when not long_in_care or age is null then null else at_least_months(settled_since, 24, period_end) end as counted
from child
where long_in_care or not continuous_known
