-- Every table that begins with a citizen, in sixteen parts by who it is: once, after the first start, while no process runs.
-- docs/scaling.md says when. All of it happens or nothing.

do $$
declare
  parts constant integer := 16;
  one record;
  foreign_key record;
  plain text;
  columns text;
  says text;
begin
  -- No index of a table in parts can hold what is unique over all citizens. The sequence gives no number twice.
  drop index requests_by_reference;

  create temporary table kept_foreign_keys on commit drop as
    select conrelid::regclass::text as of_table, conname, pg_get_constraintdef(oid) as says
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace;
  for foreign_key in select * from kept_foreign_keys loop
    execute format('alter table %s drop constraint %I', foreign_key.of_table, foreign_key.conname);
  end loop;

  -- `like` takes everything over but these.
  create temporary table kept_triggers on commit drop as
    select tgrelid::regclass::text as of_table, pg_get_triggerdef(oid) as says from pg_trigger where not tgisinternal;

  for one in
    select i.indrelid::regclass::text as name, a.attname as key
    from pg_index i
    join pg_class c on c.oid = i.indrelid and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where i.indisprimary and (a.attname = 'citizen_id' or c.relname = 'citizens')
  loop
    plain := one.name || '_plain';
    execute format('alter table %I rename to %I', one.name, plain);
    execute format('create table %I (like %I including all) partition by hash (%I)', one.name, plain, one.key);
    for part in 0 .. parts - 1 loop
      execute format('create table %I partition of %I for values with (modulus %s, remainder %s)',
        one.name || '_' || part, one.name, parts, part);
    end loop;
    -- What the database makes of the others nobody writes.
    select string_agg(quote_ident(attname), ', ') into columns
      from pg_attribute where attrelid = plain::regclass and attnum > 0 and not attisdropped and attgenerated = '';
    execute format('insert into %I (%s) select %s from %I', one.name, columns, columns, plain);
    execute format('drop table %I', plain);
    for says in select kept_triggers.says from kept_triggers where of_table = one.name loop
      execute says;
    end loop;
  end loop;

  create index requests_by_reference on requests (reference);
  for foreign_key in select * from kept_foreign_keys loop
    execute format('alter table %s add constraint %I %s', foreign_key.of_table, foreign_key.conname, foreign_key.says);
  end loop;
end
$$;
