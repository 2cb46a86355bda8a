-- Sets of codes that many rules ask about (ssda903.md section 3). A blank code is in none of them.

create or replace temp macro short_break(ls) as coalesce(ls in ('V3', 'V4'), false);
create or replace temp macro temporary(place) as coalesce(place in ('T0', 'T1', 'T2', 'T3', 'T4'), false);
create or replace temp macro placed_for_adoption(place) as coalesce(place in ('A3', 'A4', 'A5', 'A6'), false);
create or replace temp macro fostered(place) as coalesce(place in ('U1', 'U2', 'U3', 'U4', 'U5', 'U6'), false);
-- Placements that no other code names: Z1, and Z11 to Z14 in its place from 2025-26.
create or replace temp macro other_placement(place) as
  coalesce(case when collection_year() >= 2026 then place in ('Z11', 'Z12', 'Z13', 'Z14') else place = 'Z1' end, false);
create or replace temp macro adopted(rec) as coalesce(rec in ('E11', 'E12'), false);
-- SEX was 1 or 2 to 2023-24.
create or replace temp macro girl(sex) as coalesce(sex = case when collection_year() >= 2025 then 'F' else '2' end, false);
-- Codes of areas outside England: WAL, SCO, NIR, NUK, CON, or a GSS code that begins with W, S or N.
create or replace temp macro outside_england(la) as regexp_matches(la, '^(W|S|N|CON)');
