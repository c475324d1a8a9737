-- The session in whose page a file stands. Null of a ticket that an older version makes, which opens nothing here: a ticket lives for a minute.
alter table office_tickets add column session_hash bytea
