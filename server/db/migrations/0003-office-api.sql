-- What is to be done later. It is written in the transaction of what it follows from.
create table jobs (
  id text primary key,
  name text not null,
  payload json not null,
  due_at bigint not null,
  tries integer not null default 0
);

create index jobs_by_due on jobs (name, due_at);
