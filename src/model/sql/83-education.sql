-- The virtual school's record (local-extracts.md 3.6). All rows of one council, term and day are one picture; a term may have several, the
-- last of them at its end. told_from, told_to: the days on which this picture tells of the latest term begun by then (null: none, since a
-- later term had one before). replaced_on: when a later picture of the same term takes its place.
-- opens_on: the first day of the months that stand for the term (src/kit/period.ts), by which it belongs to a window.
-- term_from: the first day on which a plan or meeting is of this term. The file does not say when a term began: it is the day after the last
-- day told of the term before, no earlier than 1 September, 1 January or 1 April, and that day where no term before is held: no term has August.
-- whole_year: all three terms of the academic year are held.
-- gives: the columns that are filled in any row; one blank throughout tells nothing of anyone (1.5).
create or replace table education_picture as
with told as (
  select authority, academic_year, term, as_at,
    left(academic_year, 4)::integer * 3 + case term when 'autumn' then 0 when 'spring' then 1 else 2 end as term_no,
    list_filter([
      case when count(pep_date) > 0 then 'pep_date' end, case when count(nullif(pep_quality, 'unknown')) > 0 then 'pep_quality' end,
      case when count(pep_meeting_date) > 0 then 'pep_meeting_date' end, case when count(suspensions) > 0 then 'suspensions' end,
      case when count(perm_exclusions) > 0 then 'perm_exclusions' end, case when count(reduced_timetable) > 0 then 'reduced_timetable' end,
      case when count(nullif(sen_provision, 'unknown')) > 0 then 'sen_provision' end,
      case when count(nullif(activity, 'unknown')) > 0 then 'activity' end], lambda c: c is not null) as gives
  from extract.education
  group by all
),
ruling as (
  -- A picture of an earlier term that comes late does not take the place of a later term's.
  select *, term_no >= coalesce(max(term_no) over (
      partition by authority order by as_at, term_no rows between unbounded preceding and 1 preceding), term_no) as rules,
    lead(as_at) over (partition by authority, term_no order by as_at) as replaced_on,
    count(distinct term) over (partition by authority, academic_year) = 3 as whole_year
  from told
),
before as (
  select t.authority, t.term_no, t.as_at, max(b.as_at) as last_day
  from told t join told b on b.authority = t.authority and b.term_no = t.term_no - 1 and b.as_at < t.as_at
  group by all
)
select r.authority, r.academic_year, r.term, r.as_at, r.gives, r.replaced_on, r.whole_year,
  case when r.rules then r.as_at end as told_from,
  case when r.rules then lead(r.as_at) over (partition by r.authority, r.rules order by r.as_at, r.term_no) end as told_to,
  make_date(r.term_no // 3 + least(r.term_no % 3, 1), [9, 1, 5][r.term_no % 3 + 1], 1) as opens_on,
  greatest(make_date(r.term_no // 3 + least(r.term_no % 3, 1), [9, 1, 4][r.term_no % 3 + 1], 1), b.last_day + 1) as term_from,
  'education' as source
from ruling r
left join before b using (authority, term_no, as_at);

-- A child's row in a picture. in_care: in care, short breaks excluded, and under 18 on its day; in_care_12_months: on every day of the 12
-- months to it. Null where the returns held do not reach the day. compulsory: in a phase in which everyone has sessions at a school.
create or replace table education_record as
with record as (
  select p.child_id, p.date_of_birth, x.authority, x.academic_year, x.term, x.as_at, nullif(x.phase, 'unknown') as phase, x.school_urn,
    case when x.school_ofsted_grade not in ('unknown', 'none') then x.school_ofsted_grade end as school_grade, x.pep_date,
    nullif(x.pep_quality, 'unknown') as pep_quality, x.pep_meeting_date, x.sessions_possible, x.sessions_absent, x.suspensions,
    x.perm_exclusions, x.reduced_timetable, nullif(x.sen_provision, 'unknown') as sen_provision, nullif(x.activity, 'unknown') as activity,
    x.file_id, x.line,
    exists (from care_held h where h.authority = x.authority
            and h.first_day <= x.as_at and h.last_day >= x.as_at) as reached
  from extract.education x
  join person p on p.authority = x.authority and p.local_id = x.child_id
)
select r.* exclude (date_of_birth, reached), k.gives, k.told_from, k.told_to, k.replaced_on, k.whole_year, k.opens_on, k.term_from,
  coalesce(r.phase in ('primary', 'secondary', 'special', 'alternative'), false) as compulsory,
  case when r.reached then c.start_date is not null and coalesce(age_on(r.date_of_birth, r.as_at) < 18, true) end as in_care,
  case when r.reached then coalesce(c.start_date <= months_back(r.as_at, 12), false) and coalesce(age_on(r.date_of_birth, r.as_at) < 18, true) end
    as in_care_12_months,
  'education' as source
from record r
join education_picture k using (authority, academic_year, term, as_at)
left join care_run c on c.child_id = r.child_id and c.start_date <= r.as_at and coalesce(c.end_date, date '9999-12-31') > r.as_at;

-- Whether a child has an education, health and care plan, [start_date, end_date). The standard dataset has only how it stands, for any day.
create or replace table ehc_plan as
select child_id, authority, sen_provision = 'E' as has_plan, told_from as start_date, told_to as end_date, 'education' as source, file_id, line
from education_record where told_from is not null and list_contains(gives, 'sen_provision')
union all
select p.child_id, x.authority, x.pers_send_flag, date '1900-01-01', null, 'ssd_person', x.file_id, x.line
from extract.ssd_person x join person p on p.authority = x.authority and p.local_id = x.pers_person_id
where exists (from extract.ssd_person o where o.authority = x.authority and o.pers_send_flag is not null);

-- What 16 and 17 year olds in care do, [start_date, end_date): the main activity by the return's codes. A list of care leavers (Annex A list
-- 9, the standard dataset) is a picture of its day.
create or replace table young_person_activity as
with listed as (
  select authority, as_at, child_id as local_id, nullif(activity, 'unknown') as activity, 'annex_a_list_9' as source, file_id, line
  from extract.annex_a_list_9
  union all
  select authority, as_at, clea_person_id, nullif(clea_care_leaver_activity, 'unknown'), 'ssd_care_leavers', file_id, line
  from extract.ssd_care_leavers
),
day as (
  select authority, source, as_at, lead(as_at) over (partition by authority, source order by as_at) as next_as_at
  from (select distinct authority, source, as_at from listed)
)
select p.child_id, l.authority, l.activity, l.as_at as start_date, d.next_as_at as end_date, l.source, l.file_id, l.line
from listed l
join day d using (authority, source, as_at)
join person p on p.authority = l.authority and p.local_id = l.local_id
union all
select child_id, authority, activity, told_from, told_to, source, file_id, line
from education_record where told_from is not null and list_contains(gives, 'activity');

-- Results at the end of a stage, and predictions (local-extracts.md 3.7). cohort_day: 31 March of the academic year, on which the child must
-- have been in care for 12 months; for a prediction the last day that the returns reach, where that is earlier. in_care_12_months is null
-- where they do not reach it. A result takes the place of a prediction.
create or replace table attainment_result as
with reach as (
  select authority, min(first_day) as first_day, max(last_day) as last_day from care_held group by authority
),
dated as (
  select p.child_id, p.date_of_birth, p.sex, p.ethnic_group, x.authority, x.academic_year, left(x.academic_year, 4)::integer + 1 as year_ending,
    x.measure, x.met, x.predicted, r.first_day, r.last_day,
    case when x.predicted and r.last_day >= make_date(left(x.academic_year, 4)::integer, 9, 1)
         then least(make_date(left(x.academic_year, 4)::integer + 1, 3, 31), r.last_day)
         else make_date(left(x.academic_year, 4)::integer + 1, 3, 31) end as cohort_day,
    x.file_id, x.line
  from extract.attainment x
  join person p on p.authority = x.authority and p.local_id = x.child_id
  left join reach r on r.authority = x.authority
)
select d.child_id, d.authority, d.academic_year, d.year_ending, d.measure, d.met, d.predicted, d.sex, d.ethnic_group, d.cohort_day,
  case when d.cohort_day between d.first_day and d.last_day
       then exists (from care_run c where c.child_id = d.child_id and c.start_date <= months_back(d.cohort_day, 12)
                    and coalesce(c.end_date, date '9999-12-31') > d.cohort_day)
            and coalesce(age_on(d.date_of_birth, d.cohort_day) < 18, true) end as in_care_12_months,
  'attainment' as source, d.file_id, d.line
from dated d
where not d.predicted or not exists (
  from dated f where f.child_id = d.child_id and f.academic_year = d.academic_year and f.measure = d.measure and not f.predicted);
