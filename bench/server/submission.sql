\set n random(0, :citizens - 1)
select gen_random_uuid() as request_id \gset
begin;
select * from citizens where id = 'c_sender' || :n for no key update;
insert into taken_ids (id, kind, citizen_id) values (:request_id, 'request', 'c_sender' || :n);
select 'EC-2026-' || lpad(nextval('reference_numbers')::text, 7, '0') as reference \gset
update citizens set last_sequence = last_sequence + 1 where id = 'c_sender' || :n returning last_sequence \gset
insert into requests (citizen_id, id, sequence, request, request_bytes, reference, state, due_on, received_at) values ('c_sender' || :n, :request_id, :last_sequence, :document::json, length(:document::text), :reference, 'registered', '2026-12-10', now());
insert into office_news (citizen_id, request_id, what, at) values ('c_sender' || :n, :request_id, 'submitted', 1780000000000) returning id \gset
insert into assignments (citizen_id, request_id, service) select 'c_sender' || :n, :request_id, service from service_topics where topic in ('', 'family') order by topic limit 1;
insert into request_keys (citizen_id, id, revision, content_hash) values ('c_sender' || :n, :request_id, 1, repeat('0', 64));
insert into told_news (citizen_id, request_id, news, about) values ('c_sender' || :n, :request_id, 'received', '') on conflict do nothing;
insert into jobs (id, name, payload, due_at) values (gen_random_uuid(), 'tellNews', json_build_object('citizenId', 'c_sender' || :n, 'requestId', :request_id::text, 'news', 'received', 'about', ''), 1780000000000) on conflict do nothing;
delete from drafts where citizen_id = 'c_sender' || :n and id = :request_id and content is not null;
commit;
