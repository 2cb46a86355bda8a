/* rule
code: "1008"
says: Ofsted Unique Reference Number (URN) is not valid.
fields: [URN]
tables: [Episodes]
years: 2022-23 on
needs: [providers]
note: Valid is what the list of providers has, and XXXXXXX. A blank URN is for the rule on URNs that are not given.
*/
select id, true as fault
from episodes
where urn <> 'XXXXXXX' and urn not in (select urn from provider where urn is not null)
