-- A blank line ends a statement.
--
-- Every table of what citizens have begins its key with the citizen's id: all of one citizen's rows may stand on one node, and each call of theirs
-- touches that node alone. Documents are `json`, not `jsonb`: people may type a character that the latter refuses, and get back what they wrote.

create table citizens (
  id text primary key,
  niss_sealed bytea not null,
  name text not null,
  holder text not null,
  contact json not null,
  last_sign_in json,
  feed_epoch text not null,
  last_sequence bigint not null default 0,
  drafts integer not null default 0,
  uploads integer not null default 0,
  upload_bytes bigint not null default 0
);

create table representations (
  citizen_id text not null references citizens,
  represented_id text not null,
  place integer not null,
  primary key (citizen_id, represented_id)
);

create table sessions (
  citizen_id text not null references citizens,
  id text not null,
  secret_hash bytea not null,
  stage text not null,
  way text not null,
  shared boolean not null,
  device text,
  begun_at bigint not null,
  seen_at bigint not null,
  erased_at bigint,
  last_sign_in json,
  primary key (citizen_id, id)
);

create unique index sessions_by_secret on sessions (citizen_id, secret_hash);

create table waiting_sign_ins (
  citizen_id text not null references citizens,
  secret_hash bytea not null,
  code_sealed bytea not null,
  code_expires_at bigint not null,
  primary key (citizen_id, secret_hash)
);

create table drafts (
  citizen_id text not null references citizens,
  id text not null,
  sequence bigint not null,
  content json,
  content_bytes integer not null,
  saved_at text not null,
  primary key (citizen_id, id)
);

create unique index drafts_by_sequence on drafts (citizen_id, sequence);

create table requests (
  citizen_id text not null references citizens,
  id text not null,
  sequence bigint not null,
  request json not null,
  request_bytes integer not null,
  paused_days_left integer,
  reference text not null,
  state text not null,
  due_on date not null,
  received_at timestamptz not null,
  primary key (citizen_id, id)
);

create unique index requests_by_sequence on requests (citizen_id, sequence);

create table messages (
  citizen_id text not null references citizens,
  id text not null,
  request_id text not null,
  sequence bigint not null,
  message json not null,
  message_bytes integer not null,
  primary key (citizen_id, id)
);

create unique index messages_by_sequence on messages (citizen_id, sequence);

create table request_keys (
  citizen_id text not null references citizens,
  id text not null,
  revision bigint not null,
  content_hash text not null,
  primary key (citizen_id, id, revision)
);

create table uploads (
  citizen_id text not null references citizens,
  id text not null,
  attachment_id text not null,
  size bigint not null,
  received bigint not null default 0,
  bytes_received bigint not null default 0,
  touched_at bigint not null,
  committed boolean not null default false,
  primary key (citizen_id, id)
);

create unique index uploads_by_attachment on uploads (citizen_id, attachment_id);

create table pieces (
  citizen_id text not null references citizens,
  file_id text not null,
  place bigint not null,
  bytes bytea not null,
  primary key (citizen_id, file_id, place)
);

create table attachments (
  citizen_id text not null references citizens,
  request_id text not null,
  id text not null,
  file_id text not null,
  attachment json not null,
  primary key (citizen_id, request_id, id)
);

-- What is asked before it is known whose it is. Each is found by its own key and stands on whichever node that leads to.

create table identities (
  niss_hash bytea primary key,
  citizen_id text not null
);

create table taken_ids (
  id text not null,
  kind text not null,
  citizen_id text not null,
  primary key (id, kind)
);

create table tries (
  key text primary key,
  count integer not null default 0,
  since bigint not null default 0,
  blocks integer not null default 0,
  blocked_until bigint not null default 0,
  last_at bigint not null
);

create index tries_by_age on tries (last_at);

create table cmd_states (
  state_hash bytea primary key,
  browser_hash bytea not null,
  issued_at bigint not null
);

create table cmd_codes (
  code_hash bytea primary key,
  used_at bigint not null
);

create sequence reference_numbers
