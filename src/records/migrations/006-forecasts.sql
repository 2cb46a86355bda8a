-- Forecasts as they were issued: kept as they were made, never changed, to be held against what then happened.
create table issued_forecast (
  number integer primary key,
  -- Of what it was made: the same forecast made again is the same row.
  mark text not null unique,
  issued_at text not null,
  -- The day it starts from.
  starts_at text not null,
  data_version integer not null references data_version (number),
  method text not null,
  content text not null,
  seal text not null
);
