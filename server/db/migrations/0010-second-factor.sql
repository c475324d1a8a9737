-- What a clerk's app makes codes of, sealed for them. Null: they have not set it up.
alter table clerks add column totp_sealed bytea;

-- The time step of the last code that was taken: neither it nor an earlier one is taken again.
alter table clerks add column totp_step bigint not null default 0;

-- Each is good once: it goes when it is used.
create table clerk_recovery_codes (
  user_name text not null references clerks on delete cascade,
  code_hash bytea not null,
  primary key (user_name, code_hash)
);

-- Whose password was right, and who has to type a code still. With a sealed secret: who sets up the app that shows it.
create table clerk_sign_ins (
  secret_hash bytea primary key,
  user_name text not null references clerks on delete cascade,
  begun_at bigint not null,
  totp_sealed bytea
)
