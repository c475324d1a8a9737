-- When a backup was made: it is another process that tells how old the last one is. Instants in ms.

create table backups (
  made_at bigint primary key
)
