-- Written for SQLite and PostgreSQL alike: text for days, instants and JSON, integers for counts and yes/no.
create table data_version (
  number integer primary key,
  made_at text not null,
  made_by text not null,
  fresh integer not null check (fresh in (0, 1)),
  extract_date text,
  details text not null,
  submitted_on text
);

-- One row at most: what "current" is. Moving it is the last act of an import.
create table current_version (
  only_row integer primary key check (only_row = 1),
  number integer not null references data_version (number)
);

-- A row for each file and table it fed; every row of the file is one of the four.
create table version_file (
  version integer not null references data_version (number),
  ordinal integer not null,
  path text not null,
  sha256 text not null,
  table_name text not null,
  authority text,
  collection_year integer,
  extract_date text,
  rows_read integer not null,
  used integer not null,
  duplicate integer not null,
  superseded integer not null,
  set_aside integer not null,
  primary key (version, ordinal),
  check (rows_read = used + duplicate + superseded + set_aside)
);
create index version_file_sha256 on version_file (sha256);

create table finding (
  version integer not null references data_version (number),
  ordinal integer not null,
  severity text not null check (severity in ('error', 'warning', 'tolerated')),
  code text not null,
  file text,
  line integer,
  column_name text,
  found text,
  why text not null,
  fix text not null,
  table_name text,
  occurrences integer not null check (occurrences > 0),
  primary key (version, ordinal)
);

create table setting (
  name text primary key,
  value text not null,
  set_by text not null,
  set_at text not null
);

-- Who holds the import lock, for the message to the next who asks. The lock itself is the operating system's or the server's.
create table import_holder (
  only_row integer primary key check (only_row = 1),
  process integer not null,
  since text not null
);

create table target (
  measure text not null,
  starts_on text not null,
  ends_on text,
  operator text not null check (operator in ('>=', '<=', '>', '<', '=', 'between')),
  value double precision not null,
  high double precision,
  amber_within double precision,
  amber_percent double precision,
  profile text,
  rationale text,
  set_by text not null,
  agreed_on text not null,
  source text not null,
  loaded_at text not null,
  primary key (measure, starts_on),
  check ((operator = 'between') = (high is not null))
);
