/* measure
title: Unaccompanied asylum-seeking children in care
asks: How many of our children are unaccompanied asylum-seeking children?
catalogue: NUM-08
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those who are an unaccompanied asylum-seeking child on the day
good: neither
slices: [standard]
sources: [in_care_at, UASC]
basis: SSDA903 episodes and unaccompanied asylum-seeking children
national: DfE unaccompanied asylum-seeking children at 31 March; a child whose status ends on the day is not counted
revisions: [{on: 2026-11-27, what: First version}]
*/
select period_end, child_id as subject, uasc = 'yes' as counted
from in_care_at
