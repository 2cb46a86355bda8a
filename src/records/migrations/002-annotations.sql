-- What is marked on charts: an event, a change of practice or of definition, and where limits start anew.
create table annotation (
  ordinal integer primary key,
  measure text,
  starts_on text not null,
  ends_on text,
  words text not null,
  kind text not null check (kind in ('event', 'practice', 'definition', 'data', 'rebase')),
  author text,
  decided_on text,
  recurs text check (recurs in ('yearly')),
  source text not null,
  loaded_at text not null,
  check (kind <> 'rebase' or (measure is not null and author is not null and decided_on is not null))
);
