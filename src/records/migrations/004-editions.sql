-- Editions: scorecards frozen with all that they stand on. What is sealed is never changed; what happens to an edition is added.
create table edition (
  number integer primary key,
  name text not null,
  at text not null,
  scorecard text not null,
  data_version integer not null references data_version (number),
  replaces integer references edition (number),
  content text not null,
  seal text not null
);
create table edition_step (
  edition integer not null references edition (number),
  step text not null check (step in ('made', 'approved', 'published')),
  by_whom text not null,
  as_role text not null,
  taken_at text not null,
  note text,
  primary key (edition, step)
);
