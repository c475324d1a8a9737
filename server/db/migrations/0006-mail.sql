-- A blank line ends a statement.

alter table citizens add column wants_news boolean not null default true;

-- Of what a mail is due, or was sent: each thing is told once.
create table told_news (
  citizen_id text not null references citizens,
  request_id text not null,
  news text not null,
  about text not null,
  sent_at bigint,
  primary key (citizen_id, request_id, news, about)
);
