-- Which service has a request, beside its state and its due date; empty: the first one. The database makes it of `assignments`, where it is written:
-- a version of before, which knows nothing of the column, writes there too.
alter table requests add column service text not null default '';

create function keep_service_of_request() returns trigger language plpgsql as $$
begin
  update requests set service = coalesce(new.service, '')
    where citizen_id = new.citizen_id and id = new.request_id and service <> coalesce(new.service, '');
  return null;
end $$;

create trigger service_of_request after insert or update of service on assignments for each row execute function keep_service_of_request();

update requests set service = assignments.service from assignments
  where assignments.citizen_id = requests.citizen_id and assignments.request_id = requests.id and assignments.service is not null;

-- The views of a clerk's own services, as those of 0029 are of whoever leads, who passes through no other's.
create index requests_office_turn_of_service on requests (service, due_on, reference) include (kind, topic, received_at, citizen_id, id) where state in ('registered', 'inReview', 'forwarded');

create index requests_citizen_turn_of_service on requests (service, due_on, reference) include (kind, topic, received_at, citizen_id, id) where state = 'awaitingCitizen';

create index requests_answered_of_service on requests (service, due_on, reference) include (kind, topic, received_at, citizen_id, id) where state = 'answered';

create index requests_ended_of_service on requests (service, due_on, reference) include (kind, topic, received_at, citizen_id, id) where state in ('closed', 'withdrawn');

-- A word that many requests have is sought from the newest on.
create index office_words_by_reception on office_words (received_at);

-- Who acts for somebody, when their requests are sought.
create index representations_by_represented on representations (represented_id);
