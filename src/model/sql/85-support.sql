-- Help given to children on the edge of care and in placements, and mental health referrals: one row per referral or offer of one kind of
-- help to one child (local-extracts.md 3.2). Supported from start_date to the day before end_date; null start: not started. Sex and date of
-- birth are those of the return where it knows the child, else the file's own.
create or replace table support_referral as
select
  p.child_id, x.authority, x.support_id, x.support_type, x.referral_date, x.accepted, x.start_date, x.end_date, x.edge_of_care,
  x.fragile_placement, coalesce(x.high_risk, false) as high_risk, x.need_known_before, x.need_found, x.outcome,
  case when p.sex = 'unknown' then sex_of(x.sex) else p.sex end as sex, coalesce(p.date_of_birth, x.dob) as date_of_birth,
  'support' as source, x.file_id, x.line
from extract.support x
join person p on p.authority = x.authority and p.local_id = x.child_id;

-- Statuses of children in the named groups that the board follows (local-extracts.md 3.3). A status lasts until the child's next row in the
-- same group; of two rows on one day the last in the file is the latest, and the other lasts no time at all but was still reached.
create or replace table cohort_status as
select
  p.child_id, x.authority, x.cohort, x.status, x.status_date as start_date,
  lead(x.status_date) over (partition by p.child_id, x.cohort order by x.status_date, x.file_id, x.line) as end_date,
  x.due_date, x.reason, x.avoidance_event, x.avoided_until, 'cohorts' as source, x.file_id, x.line
from extract.cohorts x
join person p on p.authority = x.authority and p.local_id = x.child_id;
