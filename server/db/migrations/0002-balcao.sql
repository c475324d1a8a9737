-- The office asks for what waits, whoever asked for it. The states are those in which it is the office's turn.

create index requests_waiting on requests (due_on, reference) where state in ('registered', 'inReview', 'forwarded');

create unique index requests_by_reference on requests (reference);

create index messages_by_request on messages (citizen_id, request_id, sequence);

-- What the office did, by whom: a form that comes twice is done once, and whoever asks later is told.

create table office_acts (
  citizen_id text not null references citizens,
  request_id text not null,
  key text not null,
  content_hash text not null,
  action text not null,
  done_by text not null,
  done_at bigint not null,
  primary key (citizen_id, request_id, key)
);

create table clerks (
  user_name text primary key,
  name text not null,
  password_salt bytea not null,
  password_hash bytea not null
);

create table clerk_sessions (
  secret_hash bytea primary key,
  user_name text not null references clerks on delete cascade,
  begun_at bigint not null,
  seen_at bigint not null
);

create index clerk_sessions_by_clerk on clerk_sessions (user_name)
