-- A blank line ends a statement.

alter table citizens add column email_sealed bytea;

-- That of the browser in which they signed in last.
alter table citizens add column language text;

-- Who may sign in with NISS and palavra-chave.
create table accounts (
  citizen_id text primary key references citizens,
  password_hash text not null
);

-- They live for ten minutes: whoever is at the provider while the server is brought up to date begins again.
delete from cmd_states;

alter table cmd_states add column kept_sealed bytea not null;

-- One text holds what a palavra-chave was kept with: cost, salt, hash.
alter table clerks alter column password_hash type text
  using '$scrypt$ln=15,r=8,p=1$' || rtrim(encode(password_salt, 'base64'), '=') || '$' || rtrim(encode(password_hash, 'base64'), '=');

alter table clerks drop column password_salt;
