-- Whether the answer to a request of its topic and kind begins with it, to be read and changed before it is sent.
alter table saved_replies add column begins_answer boolean not null default false;
