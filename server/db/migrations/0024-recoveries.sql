-- Of whoever has forgotten their palavra-chave, or says so: for minutes, whether anybody has the NISS or not.
create table recoveries (
  id text primary key,
  browser_hash bytea not null unique,
  niss_hash bytea not null,
  -- Null until a mail with the code goes out.
  code_hash bytea,
  expires_at bigint not null
)
