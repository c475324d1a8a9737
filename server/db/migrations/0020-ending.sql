-- What ends by itself when nobody says anything more: looked for each night.
create index requests_ending on requests (citizen_id, id) where state in ('answered', 'awaitingCitizen')
