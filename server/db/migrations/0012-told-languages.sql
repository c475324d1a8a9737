-- A browser could name a language that is none, after which no mail could be written to its citizen.
update citizens set language = null where language not in ('pt', 'en', 'es', 'fr', 'uk')
