/* rule
code: "227"
says: Ofsted Unique reference number (URN) is not valid for the episode start date.
fields: [URN, DECOM]
tables: [Episodes]
years: 2022-23 on
needs: [providers]
note: An episode must begin before the day on which the registration ended; where the list has the provider more than once, the last of its registrations. A URN that is not in the list passes here.
*/
with registered as (select urn, max(coalesce(reg_end, for_ever())) as last_day from provider group by urn)
select id, decom >= last_day as fault
from episodes join registered using (urn)
where urn <> 'XXXXXXX' and last_day < for_ever()
