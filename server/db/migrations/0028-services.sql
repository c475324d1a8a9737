-- The office's services. Without one, everybody at the office reads every request.
create table services (
  id text primary key,
  name text not null,
  -- Has what no topic leads elsewhere, and what came before there were services. Of those that there are, one is.
  is_first boolean not null default false
);

create unique index services_first on services (is_first) where is_first;

create table service_clerks (
  service text not null references services on delete cascade,
  user_name text not null references clerks on delete cascade,
  primary key (user_name, service)
);

-- Which life event or subject leads to which service, when a request comes.
create table service_topics (
  topic text primary key,
  service text not null references services on delete cascade
);

-- Which service has a request, and which of its clerks. Of a request without a row: the first service, and nobody yet.
create table assignments (
  citizen_id text not null,
  request_id text not null,
  service text references services,
  assignee text references clerks on delete set null,
  primary key (citizen_id, request_id),
  foreign key (citizen_id, request_id) references requests on delete cascade
);

create index assignments_by_service on assignments (service);

create index assignments_by_assignee on assignments (assignee) where assignee is not null;

-- What the office tells itself. No citizen's answer, feed or copy has it.
create table office_notes (
  citizen_id text not null,
  request_id text not null,
  id text not null,
  body text not null,
  written_by text not null,
  written_at bigint not null,
  primary key (citizen_id, request_id, id),
  foreign key (citizen_id, request_id) references requests on delete cascade
);

-- Who has a request's page before them, and may be writing.
create table open_pages (
  citizen_id text not null,
  request_id text not null,
  user_name text not null references clerks on delete cascade,
  opened_at bigint not null,
  primary key (citizen_id, request_id, user_name),
  foreign key (citizen_id, request_id) references requests on delete cascade
);

create index open_pages_by_age on open_pages (opened_at);

-- What is said often: to be changed before it is sent, and never sent by itself.
create table saved_replies (
  id text primary key,
  title text not null,
  body text not null,
  -- A life event or a subject, and a kind; null: any.
  topic text,
  kind text,
  -- Null: everybody's.
  owner text references clerks on delete cascade
);

create index saved_replies_by_owner on saved_replies (owner);

-- What requests are sought by, made of what stands elsewhere. No citizen waits for it: whoever seeks brings it up to date by the office's news.
create table office_words (
  citizen_id text not null,
  request_id text not null,
  received_at timestamptz not null,
  words tsvector not null,
  primary key (citizen_id, request_id),
  foreign key (citizen_id, request_id) references requests on delete cascade
);

create index office_words_sought on office_words using gin (words);

-- One row: up to which place of the news.
create table office_words_kept (
  one boolean primary key default true check (one),
  up_to bigint not null default 0
);

insert into office_words_kept default values;

-- For minutes, so that nothing that was sought stands in an address.
create table office_searches (
  id text primary key,
  user_name text not null references clerks on delete cascade,
  sought_sealed bytea not null,
  found json not null,
  made_at bigint not null
);

create index office_searches_by_age on office_searches (made_at);

-- Null: the program acts for every service.
alter table office_tokens add column service text references services on delete cascade
