-- Words: what people say and decide, one row for each saying. A row is never changed: what replaces or withdraws it is a row of its own.
create table word (
  id integer primary key,
  kind text not null,
  key text not null,
  period text,
  body text not null,
  tag text,
  author text not null,
  informed_by text,
  said_on text not null,
  saved_at text not null,
  -- Unique: of two who replace one row at once, one is let through.
  replaces integer unique references word (id),
  withdrawn integer not null check (withdrawn in (0, 1)),
  check (withdrawn = 0 or replaces is not null)
);
-- Of one thing there is one first row; all others replace the one before.
create unique index word_first on word (kind, key, coalesce(period, '')) where replaces is null;
create index word_of on word (kind, key);
