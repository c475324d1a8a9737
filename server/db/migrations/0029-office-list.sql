-- No operator of `json` takes a document in which somebody typed the character 0 or half of a surrogate pair, not even for another of its fields.
-- `JSON.stringify` escapes halves alone, and in small letters. The columns below are made of what databases hold already, so 0034 came too late for them.
create function without_zeros(document json) returns json language sql immutable parallel safe as $$
  select case when strpos(document::text, '\u0000') = 0 and strpos(document::text, '\ud') = 0 then document
    else regexp_replace(document::text, '(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})', '\1', 'g')::json end
$$

-- By which the office's list is filtered. The database makes them of the request itself: a version of before, which knows nothing of them, writes beside.
alter table requests
  add column kind text generated always as (without_zeros(request)->>'kind') stored,
  add column topic text generated always as (coalesce((without_zeros(request)->'topic'->'lifeEvent'->>'id') || '.' || (without_zeros(request)->'topic'->'subject'->>'id'), 'unknown')) stored;

-- The list of each kind of view is read and counted from its index alone.
create index requests_office_turn on requests (due_on, reference) include (kind, topic, received_at, citizen_id, id) where state in ('registered', 'inReview', 'forwarded');

create index requests_citizen_turn on requests (due_on, reference) include (kind, topic, received_at, citizen_id, id) where state = 'awaitingCitizen';

create index requests_answered on requests (due_on, reference) include (kind, topic, received_at, citizen_id, id) where state = 'answered';

create index requests_ended on requests (due_on, reference) include (kind, topic, received_at, citizen_id, id) where state in ('closed', 'withdrawn');

-- What a clerk has written and the citizen has not got: half written, or on its way for as long as it can be taken back.
create table office_unsent (
  citizen_id text not null,
  request_id text not null,
  user_name text not null,
  action text not null,
  reference text not null,
  words json not null,
  files json not null,
  kept_at bigint not null,
  key text,
  seen_moves integer,
  sends_at bigint,
  stopped text,
  primary key (citizen_id, request_id, user_name, action),
  foreign key (citizen_id, request_id) references requests on delete cascade
);

create unique index office_unsent_on_its_way on office_unsent (citizen_id, request_id) where sends_at is not null;

create index office_unsent_by_reference on office_unsent (reference) where sends_at is not null;

create index office_unsent_stopped on office_unsent (user_name) where stopped is not null;

-- Opens one file once, without a session: its document stands beside the page of whoever asked for it.
create table office_tickets (
  secret_hash bytea primary key,
  citizen_id text not null,
  request_id text not null,
  attachment_id text not null,
  user_name text not null,
  made_at bigint not null,
  foreign key (citizen_id, request_id) references requests on delete cascade
);

create index office_tickets_by_age on office_tickets (made_at)
