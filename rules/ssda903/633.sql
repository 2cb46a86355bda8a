/* rule
code: "633"
says: Local authority code where previous permanence option was arranged is not a valid value.
fields: [LA_PERM]
tables: [PrevPerm]
years: 2022-23 on
note: DfE's three-digit codes, of authorities that are no more as well as of those that took their place from 2019 to 2023 (838 Dorset, 839 Bournemouth, Christchurch and Poole, 940 and 941 Northamptonshire, 942 Cumberland, 943 Westmorland and Furness), which the open validator does not know; an order may be older or newer than the change. 999 is not known.
*/
with listed(code) as (
  select unnest(range(201, 214) || range(301, 321) || range(330, 337) || range(340, 345) || range(350, 360) || range(370, 374)
    || range(380, 385) || range(390, 395) || [420] || range(800, 804) || range(805, 809) || range(810, 814) || [815, 816]
    || range(821, 824) || [825, 826, 830, 831] || range(835, 840) || [840, 841, 845, 846] || range(850, 853) || range(855, 858)
    || [860, 861] || range(865, 875) || range(876, 897) || [908, 909, 916, 919, 921, 925, 926, 928, 929, 931, 933]
    || range(935, 939) || range(940, 944) || [999])::varchar
  union all
  select unnest(['WAL', 'SCO', 'NIR', 'NUK'])
)
select id, true as fault
from prev_perm
where la_perm_text not in (select code from listed)
