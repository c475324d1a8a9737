-- Requests on behalf of somebody are found by their NISS among the words that are kept, also once nobody acts for them. All words are kept anew for that, once no older version runs beside this one any more: after a day.
-- With no tries the job is done also where it was given up, and an older process that does it just then does not take it away.
insert into jobs (id, name, payload, due_at)
values ('keepWordsAnew', 'keepWordsAnew', '{"after":null}', (extract(epoch from now()) * 1000)::bigint + 86400000)
on conflict (id) do update set payload = excluded.payload, due_at = excluded.due_at, tries = 0
