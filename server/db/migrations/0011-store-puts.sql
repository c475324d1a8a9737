-- What was about to be put into the store of files, written before it: what no piece names afterwards is found by it and goes.

create table store_puts (
  citizen_id text not null,
  file_id text not null,
  place bigint not null,
  stored_hash text not null,
  put_at bigint not null,
  primary key (citizen_id, file_id, place, stored_hash)
);

create index store_puts_by_age on store_puts (put_at)
