-- No operator of `json` takes a document with half of a surrogate pair in it either. `JSON.stringify` escapes halves alone, and in small letters.
create or replace function without_zeros(document json) returns json language sql immutable parallel safe as $$
  select case when strpos(document::text, '\u0000') = 0 and strpos(document::text, '\ud') = 0 then document
    else regexp_replace(document::text, '(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})', '\1', 'g')::json end
$$
