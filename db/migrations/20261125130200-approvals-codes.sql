-- Only the newest copy of a number opens it: with another code the old one opens nothing any more, also not what it showed before.
create or replace function find_case_status(asked_number text, asked_hash text) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select found.content from approval_status found
  where found.zone_id = nullif(current_setting('app.zone', true), '')::uuid and found.access_hash = asked_hash and found.number || '' = asked_number
    and not exists (select from approval_status later
      where later.zone_id = found.zone_id and later.number = found.number and later.ordinal > found.ordinal and later.access_hash <> asked_hash)
  order by found.ordinal desc limit 1
$$;
-- Two decisions in one moment may not give one number to two results.
create unique index approval_result_once on approval_result (zone_id, matter_code, number);
