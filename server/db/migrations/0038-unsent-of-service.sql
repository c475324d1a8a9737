-- Which service had the request when a clerk wrote it; empty: the first one. Null: an older version kept it, and it is not known.
alter table office_unsent add column of_service text;

-- What was written before a forwarding may be the earlier service's.
update office_unsent set of_service = requests.service from requests
  where requests.citizen_id = office_unsent.citizen_id and requests.id = office_unsent.request_id
    and not exists (select from office_acts
      where office_acts.citizen_id = office_unsent.citizen_id and office_acts.request_id = office_unsent.request_id
        and action = 'forward' and done_at >= kept_at)
