-- A blank line ends a statement.

-- By which push services know the server. One is made, at the first start, and stays: browsers have subscribed with it.
create table push_keys (
  public_key text primary key,
  private_sealed bytea not null,
  made_at bigint not null
);

-- Of a device that is told of news, as long as its session stands.
create table push_subscriptions (
  citizen_id text not null,
  session_id text not null,
  -- Where its messages go, and what they are encrypted for.
  subscription_sealed bytea not null,
  endpoint_hash bytea not null,
  language text not null,
  says_date boolean not null,
  kept_at bigint not null,
  primary key (citizen_id, session_id),
  foreign key (citizen_id, session_id) references sessions on delete cascade
);

create index push_subscriptions_by_endpoint on push_subscriptions (endpoint_hash);

-- By which it is seen whether they have used e-Clic since.
alter table told_news add column announced_at bigint;
