-- Sign-ins at the provider by their age: each ten minutes those go that nobody finished, and anybody can begin them without end.
create index cmd_states_by_age on cmd_states (issued_at);

create index cmd_codes_by_age on cmd_codes (used_at);
