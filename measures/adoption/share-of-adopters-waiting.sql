/* measure
title: Share of approved adopters waiting for a child
asks: What share of our approved families is waiting for a child?
catalogue: ADO-13:percent
kind: proportion
at: period end
windows: [month]
population: Families approved as adopters by the last day of the period who had not left or adopted by then. Families that have adopted are left out, since list 11 keeps them for 12 months only, so that with them the share would turn on when they adopted and not on who is waiting
counted: Those not matched with a child by then
good: neither
slices: []
sources: [adopter_family]
basis: "Annex A list 11: adopters of the last 12 months, one row each; adopters of one family identifier are one family, one without it is a family of its own. A family has left when every adopter of it has"
national: DfE adoption scorecard A11 to A13 (approved, waiting); collected from agencies, a family is counted once
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, f.authority, f.family_id as subject, coalesce(f.matched_on, date '9999-12-31') > p.period_end as counted
from adopter_family f
join (select distinct period_end from period) p on f.approved_on <= p.period_end and coalesce(f.left_on, date '9999-12-31') > p.period_end
  and coalesce(f.adopted_on, date '9999-12-31') > p.period_end
