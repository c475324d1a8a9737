-- A blank line ends a statement.
alter table clerks add column is_supervisor boolean not null default false;

-- Who of the office came in, was refused, and read what. It names nobody whom the requests are about, and outlasts them.
create table office_record (
  id bigint generated always as identity primary key,
  at bigint not null,
  who text not null,
  what text not null,
  reference text,
  about text
);

create index office_record_by_age on office_record (at);

create index office_record_by_who on office_record (who, id);

create index office_record_by_reference on office_record (reference, id) where reference is not null;

create function keep_office_record() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('eclic.forgets_record', true) = 'yes' then return old; end if;
  raise exception 'Rows of office_record are neither changed nor taken out';
end $$;

create trigger office_record_stays before update or delete on office_record for each row execute function keep_office_record();

create trigger office_record_stays_whole before truncate on office_record for each statement execute function keep_office_record();

-- The one way by which its rows go.
create function forget_office_record(before_ms bigint) returns void language plpgsql as $$
begin
  perform set_config('eclic.forgets_record', 'yes', true);
  delete from office_record where at < before_ms;
  perform set_config('eclic.forgets_record', 'no', true);
end $$
