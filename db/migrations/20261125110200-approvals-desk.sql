-- Running numbers of cases and packages. An enterprise's account sees its own cases only, so the last number cannot be read from them.
create table approval_number (
  zone_id uuid not null references zone,
  series text not null,
  year integer not null,
  last integer not null,
  primary key (zone_id, series, year)
);
call declare_zone_table('approval_number', 'shared', 'select, insert, update');

-- For the desk to sort, filter and count by: on whom a case waits and since when, as reckoned with its last step.
alter table approval_case add column waits_for text not null default 'applicant'
  check (waits_for in ('applicant', 'window', 'department', 'head', 'nobody'));
alter table approval_case add column waits_since date;
alter table approval_case add column paused_until date;
comment on column approval_case.paused_until is 'Of a suspended case: the last day on which its clock may stand still; null where no end is known';
create index approval_case_holder on approval_case (zone_id, holder_id) where holder_id is not null;

-- Found by the digest alone, which holds number and code: an unknown number takes as long as a wrong code.
create index approval_status_digest on approval_status (zone_id, access_hash, ordinal);
create or replace function find_case_status(asked_number text, asked_hash text) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select content from approval_status
  where zone_id = nullif(current_setting('app.zone', true), '')::uuid and access_hash = asked_hash and number || '' = asked_number
  order by ordinal desc limit 1
$$;
