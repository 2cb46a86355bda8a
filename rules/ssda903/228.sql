/* rule
code: "228"
says: Ofsted Unique reference number (URN) is not valid for the episode end date
fields: [URN, DEC]
tables: [Episodes]
years: 2022-23 on
needs: [providers]
note: An episode may end on the day on which the registration ended, and not after it. An open one is asked as on the day up to which the return is complete. Where the list has the provider more than once, the last of its registrations counts; a URN that is not in the list passes here.
*/
with registered as (select urn, max(coalesce(reg_end, for_ever())) as last_day from provider group by urn)
select id, until_now(dec, dec_text) > last_day as fault
from episodes join registered using (urn)
where urn <> 'XXXXXXX' and last_day < for_ever()
