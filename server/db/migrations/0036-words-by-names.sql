-- Requests are found by the name of whom they are on behalf of too, and by what their citizens are called now. All words are kept anew for that, once no older version runs beside this one any more: after a day.
insert into jobs (id, name, payload, due_at)
values ('keepWordsAnew', 'keepWordsAnew', '{"after":null}', (extract(epoch from now()) * 1000)::bigint + 86400000)
