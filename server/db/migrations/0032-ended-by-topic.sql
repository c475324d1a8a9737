-- What is over, of one topic: to count it, whoever leads passed through all that is over.
create index requests_ended_by_topic on requests (topic, due_on, reference) include (kind, service, received_at, citizen_id, id) where state in ('closed', 'withdrawn');
