/* rule
code: "197B"
says: SDQ score or reason for no SDQ should be reported for 4- or 17-year-olds.
fields: [SDQ_REASON, DOB]
tables: [OC2, Episodes]
years: 2022-23 on
due: year end
note: Those who became 4 or 17 in the year, 31 March included, and were looked after all year. Who became 17 on 1 April was 17 at its beginning and has neither (rule 189), so that the open validator's two rules cannot both be met.
*/
select id, whole_year
    and (birthday(dob, 4) between year_start() and year_end() or (birthday(dob, 17) > year_start() and birthday(dob, 17) <= year_end())) as fault
from oc2 join whole_year using (child)
where sdq_score_text is null and sdq_reason is null
