-- A piece has its bytes here, or in the store of files under their hash: what was put in vain never takes the place of what was taken.

alter table pieces alter column bytes drop not null;

alter table pieces add column stored_hash text;

alter table pieces add constraint pieces_are_somewhere check ((bytes is null) <> (stored_hash is null))
