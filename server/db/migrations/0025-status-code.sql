-- Which of its códigos de consulta a request has: the first one is number 0. The code itself is made of it under the secret, and never kept.
alter table requests add column status_code_number integer not null default 0;

alter table requests add column status_code_off boolean not null default false;
