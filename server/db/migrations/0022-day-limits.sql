-- What a citizen has sent on the last day on which they sent anything.
alter table citizens add column day_usage json
