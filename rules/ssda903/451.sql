/* rule
code: "451"
says: Child is still freed for adoption, but freeing orders could not be applied for since 30 December 2005.
fields: [DEC, REC, LS]
tables: [Episodes]
years: 2022-23 to 2023-24
*/
select id, true as fault
from episodes
where ls = 'D1' and dec_text is null and rec is null
