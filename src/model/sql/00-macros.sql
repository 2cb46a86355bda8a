-- Rules that are written once. Lists of codes come from returns/groups.yaml (see settings.ts).

-- Completed years; someone born on 29 February reaches the age on 1 March.
create or replace macro age_on(born, d) as
  (year(d) - year(born) - case when (month(d), day(d)) < (month(born), day(born)) then 1 else 0 end)::integer;

-- When something that began on `start` is n months old. A date that does not exist falls on the last day of its month,
-- except that a 29 February start has its anniversary on 1 March (indicators.md section 9, decision 5).
create or replace macro anniversary(start_day, n) as
  case when month(start_day) = 2 and day(start_day) = 29
            and month(start_day + to_months(n)) = 2 and day(start_day + to_months(n)) = 28
       then (start_day + to_months(n))::date + 1
       else (start_day + to_months(n))::date end;
create or replace macro longer_than_months(start_day, n, d) as anniversary(start_day, n) < d;
-- Done no longer than n months before d, the anniversary included (decision 5): a length, and not a window, which begins the day after.
create or replace macro within_months(done_on, n, d) as done_on <= d and not longer_than_months(done_on, n, d);
create or replace macro at_least_months(start_day, n, d) as anniversary(start_day, n) <= d;

-- The first day of the n whole months that end on d (decision 4): a month end looks back whole calendar months,
-- any other day to the day after the same date n months before.
create or replace macro months_back(d, n) as
  case when d = last_day(d) then ((d + 1) - to_months(n))::date else (d - to_months(n))::date + 1 end;

create or replace macro age_band(age) as
  case when age is null then 'unknown' when age < 1 then 'under_1' when age < 5 then '1_4' when age < 10 then '5_9'
       when age < 16 then '10_15' else '16_plus' end;

-- Care leavers by age as OC3 and DfE have them; 'other' is an age that they do not tell of, or none known.
create or replace macro leaver_age_group(age) as
  case when age between 17 and 18 then '17_18' when age between 19 and 21 then '19_21' else 'other' end;
-- Whom OC3 reports on: relevant and former relevant care leavers aged 17 to 21; what is not known of them leaves nobody out.
create or replace macro leaver_reported_on(eligibility, age) as
  coalesce(eligibility in ('relevant', 'former_relevant'), true) and coalesce(age between 17 and 21, true);

-- Total difficulties score of the SDQ by DfE's bands (0 to 13, 14 to 16, 17 to 40); null where there is no score.
create or replace macro sdq_band(score) as
  case when score between 0 and 13 then 'normal' when score between 14 and 16 then 'borderline' when score >= 17 then 'concern' end;

create or replace macro time_in_care_band(start_day, d) as
  case when start_day is null then 'not_known'
       when not at_least_months(start_day, 6, d) then 'under_6_months'
       when not at_least_months(start_day, 12, d) then '6_to_12_months'
       when not at_least_months(start_day, 24, d) then '1_to_2_years'
       when not at_least_months(start_day, 60, d) then '2_to_5_years'
       else '5_years_plus' end;

create or replace macro legal_status_group(code) as
  case code when 'C1' then 'interim_care_order' when 'C2' then 'full_care_order' when 'E1' then 'placement_order'
            when 'D1' then 'freeing' when 'V2' then 'section_20' when 'V3' then 'short_breaks' when 'V4' then 'short_breaks'
            when 'J1' then 'youth_justice' when 'J2' then 'youth_justice' when 'J3' then 'youth_justice'
            when 'L1' then 'child_protection_detention' when 'L2' then 'child_protection_detention'
            when 'L3' then 'child_protection_detention' else 'not_known' end;

create or replace macro provider_group(code, place) as
  case when code = 'PR0' then 'parents' when code = 'PR1' then 'own_provision' when code = 'PR2' then 'other_authority'
       when code = 'PR3' then 'other_public' when code = 'PR4' then 'private' when code = 'PR5' then 'voluntary'
       when place = 'P1' then 'parents' else 'not_known' end;

create or replace macro sex_of(code) as
  case code when '1' then 'male' when 'M' then 'male' when '2' then 'female' when 'F' then 'female' else 'unknown' end;

create or replace macro distance_band(miles) as
  case when miles is null then 'not_known' when miles > 20.0 then 'over_20' else 'within_20' end;

-- Postcodes compare without spaces, in capitals.
create or replace macro plain_postcode(text) as nullif(upper(replace(text, ' ', '')), '');

-- A return covers 1 April to 31 March; a collection year is named by the year it ends in.
create or replace macro year_close(collection_year) as make_date(collection_year, 4, 1);

-- Whether days in care [start_day, end_day) of someone under 18 fall in a window, both its days included: looked after at any time in it.
create or replace macro in_care_within(start_day, end_day, born, first_day, last_day) as
  start_day <= last_day and coalesce(end_day, date '9999-12-31') > first_day
  and coalesce(anniversary(born, 216), date '9999-12-31') > first_day and coalesce(anniversary(born, 216), date '9999-12-31') > start_day;

-- How a child left care: the board groups of the reasons an episode ceased (ssda903.md 3.6).
create or replace macro leaving_route(code) as
  case when code is null then 'not_known' when adopted(code) then 'adoption' when special_guardianship(code) then 'special_guardianship'
       when child_arrangements(code) then 'child_arrangements'
       else case code when 'E4A' then 'home_planned' when 'E4B' then 'home_unplanned' when 'E13' then 'relatives'
            when 'E5' then 'independence' when 'E6' then 'independence' when 'E7' then 'adult_services' when 'E17' then 'stayed_with_carers'
            when 'E3' then 'other_authority' when 'E9' then 'custody' when 'E14' then 'remand_ended' when 'E15' then 'assessed_as_adult'
            when 'E16' then 'abroad' when 'E2' then 'died' else 'other' end end;

-- Special guardianship as a reason for leaving: E43 and E44 were replaced by E45 to E48 on 1 April 2018 (PRM-04).
create or replace macro left_to_special_guardians(code, d) as
  special_guardianship(code) and (code not in ('E43', 'E44') or d < date '2018-04-01');

-- What a placement is called where money is concerned: the cost group of its PLACE code and provider (local-extracts.md 4.8). A blank
-- provider is not known, neither the council's own nor another's (indicators.md section 9, decision 12).
create or replace macro cost_group_of(place, provider) as
  case when residential(place) then case when provider = 'PR1' then 'internal_residential' when provider is not null then 'external_residential' else 'not_known' end
       when connected(place) then 'connected'
       when mainstream_foster(place) then case when provider = 'PR1' then 'in_house_foster' when provider is not null then 'ifa' else 'not_known' end
       when supported(place) then 'supported' when placed_with_parents(place) then 'placed_with_parents' when placed_for_adoption(place) then 'adoption'
       when placement_group_of(place) <> 'not_known' then 'other' else 'not_known' end;

-- Foster carers are mainstream in every type of care but connected (local-extracts.md 3.9).
create or replace macro kind_of_carer(care_type) as case care_type when 'connected' then 'connected' else 'mainstream' end;

-- Whether a child had been visited in time on d: the Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959),
-- regulation 28, read as indicators.md section 8 has it. placed_on: when the placement began; visited_on: the latest visit since
-- `visits_from`, or null. Until the first, a week from then; after that six weeks, and three months where the placement is meant to last
-- until 18 and is a year old. With parents on an interim care order a week until the first review, then four weeks; with parents on any
-- other status six weeks. Regulation 24 (carers approved for the time being) is not in the return, so its weekly visits are not asked for.
create or replace macro visits_from(placed_on, with_parents, order_on) as
  case when with_parents then greatest(placed_on, order_on) else placed_on end;
create or replace macro visited_in_time(d, placed_on, visits_due_from, visited_on, with_parents, status, reviewed, until_18) as
  case when visited_on is null then d <= visits_due_from + 7
       when with_parents and status = 'C1' then d <= visited_on + case when reviewed then 28 else 7 end
       when not coalesce(with_parents, false) and until_18 and at_least_months(placed_on, 12, d) then d <= anniversary(visited_on, 3)
       else d <= visited_on + 42 end;
