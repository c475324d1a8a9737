-- What was found in the bytes of a complete upload, so that they are looked into once, however often they are named.

alter table uploads add column found json
