-- An id is its citizen's alone: who uses one that another citizen has learns nothing of it.
alter table taken_ids drop constraint taken_ids_pkey;

alter table taken_ids add primary key (citizen_id, id, kind);
