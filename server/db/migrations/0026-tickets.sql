-- Of the second cookie, by which only what was submitted is sent once the session is over. Null on a shared device, and where it was opened before.
alter table sessions add column ticket_hash bytea;
