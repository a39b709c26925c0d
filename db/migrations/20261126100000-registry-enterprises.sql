-- The national register: one row an enterprise, with the profile by which it is found. Everything here is public knowledge and the same for
-- every zone; what a zone knows or thinks of an enterprise stands in the tables of the next migration.
alter table enterprise
  add column name_key text not null default '',
  add column class_code text,
  add column other_classes text[] not null default '{}',
  add column region_code text,
  add column address text,
  add column founded_on date,
  add column capital_yuan numeric(20, 2) check (capital_yuan >= 0),
  add column employees integer check (employees >= 0),
  add column controller text check (controller in ('central-state', 'local-state', 'private', 'foreign', 'institute', 'other')),
  add column scope text,
  add column products text[] not null default '{}',
  add column website text,
  add column stock_code text,
  add column revenue_yuan numeric(20, 2),
  add column revenue_year integer,
  add column revenue_growth_pct numeric(9, 2),
  add column prominence integer not null default 0,
  add column tokens text[] not null default '{}',
  add column source_id uuid,
  add column as_of date,
  add column field_sources jsonb not null default '{}',
  add column merged_into uuid,
  add constraint enterprise_status_known check (status in ('active', 'suspended', 'revoked', 'deregistered', 'moved-out'));
comment on column enterprise.name_key is 'The name without what two spellings of it differ by (rules/enterprise-name.ts)';
comment on column enterprise.tokens is 'What it is found by: pairs of characters of its names, words of its products (=), divisions (@), classes (#), qualifications (!), controller (~), listed ($)';
comment on column enterprise.prominence is 'How well known it is, 0 to 1000 (rules/prominence.ts): the order in which it is found';
comment on column enterprise.field_sources is 'Fields that come from elsewhere than source_id and as_of: {"field": {"s": source, "d": day}}';
comment on column enterprise.merged_into is 'Set by a merge, cleared when it is undone: the row stays and is found no more';
-- Frequencies of tokens are what a search is planned by: the most frequent are kept.
alter table enterprise alter column tokens set statistics 300;
alter table enterprise set (autovacuum_analyze_scale_factor = 0.05);
alter index enterprise_name rename to enterprise_by_name;
-- The order of a result is walked where many match, and sorted where few do (server/search/plan-search.ts). Filling an empty register with a
-- million rows is many times faster when its indexes are made afterwards: an import may take them away for that and must put them back
-- (server/imports/first-filling.ts). Only these two doors do it, and only these indexes.
create function registry_build_indexes() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  wanted text[] := array[
    'enterprise_identifier', 'enterprise (identifier)',
    'enterprise_by_name', 'enterprise (name)',
    'enterprise_name_key', 'enterprise (name_key, id) where merged_into is null',
    'enterprise_tokens', 'enterprise using gin (tokens) where merged_into is null',
    'enterprise_by_prominence', 'enterprise (prominence desc, id desc) where merged_into is null',
    'enterprise_by_capital', 'enterprise (coalesce(capital_yuan, -1) desc, id desc) where merged_into is null',
    'enterprise_by_revenue', 'enterprise (coalesce(revenue_yuan, -1) desc, id desc) where merged_into is null',
    'enterprise_by_growth', 'enterprise (coalesce(revenue_growth_pct, -1000000) desc, id desc) where merged_into is null',
    'enterprise_by_employees', 'enterprise (coalesce(employees, -1) desc, id desc) where merged_into is null',
    'enterprise_by_founding', 'enterprise (coalesce(founded_on, ''0001-01-01''::date) desc, id desc) where merged_into is null'];
begin
  for place in 1 .. array_length(wanted, 1) by 2 loop
    if to_regclass('public.' || wanted[place]) is null then
      execute format('create index %I on %s', wanted[place], wanted[place + 1]);
    end if;
  end loop;
end $$;
-- False where the owner could not make them again, which leaves them where they are.
create function registry_drop_indexes() returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not has_schema_privilege(current_user, 'public', 'create') then
    return false;
  end if;
  drop index if exists enterprise_identifier, enterprise_by_name, enterprise_name_key, enterprise_tokens, enterprise_by_prominence,
    enterprise_by_capital, enterprise_by_revenue, enterprise_by_growth, enterprise_by_employees, enterprise_by_founding;
  return true;
end $$;
revoke execute on function registry_build_indexes(), registry_drop_indexes() from public;
grant execute on function registry_build_indexes(), registry_drop_indexes() to yuanshu_application;
select registry_build_indexes();
-- Rows that have no code yet may be another row's enterprise: they are what duplicates are looked for.
create index enterprise_unconfirmed on enterprise (id) where identifier_kind <> 'uscc' and merged_into is null;
create index enterprise_merged on enterprise (merged_into) where merged_into is not null;
update enterprise set name_key = name where name_key = '';

create table register_source (
  id uuid primary key,
  kind text not null check (kind in ('import', 'hand', 'correction', 'merge')),
  name text not null,
  file_name text,
  as_of date not null,
  recorded_at timestamptz not null default now()
);
comment on table register_source is 'Who says so, and as of when: every row and field of the register points here';
grant select, insert, update on register_source to yuanshu_application;

create table enterprise_name (
  enterprise_id uuid not null,
  name text not null,
  kind text not null check (kind in ('former', 'alias', 'short', 'english')),
  from_on date,
  to_on date,
  source_id uuid,
  recorded_at timestamptz not null default now(),
  primary key (enterprise_id, name, kind)
);
comment on table enterprise_name is 'Names beside the current one. A code never changes, a name does: what it was called before is kept with its last day';
create index enterprise_name_name on enterprise_name (name);
grant select, insert, update, delete on enterprise_name to yuanshu_application;

create table enterprise_qualification (
  enterprise_id uuid not null,
  id uuid not null,
  kind text not null,
  level text check (level in ('world', 'national', 'provincial', 'municipal', 'zone')),
  number text not null default '',
  issuer text not null default '',
  valid_from date,
  valid_to date,
  source_id uuid,
  as_of date,
  recorded_at timestamptz not null default now(),
  primary key (enterprise_id, id),
  unique nulls not distinct (enterprise_id, kind, level, number, valid_from),
  check (valid_to is null or valid_from is null or valid_to >= valid_from)
);
grant select, insert, update on enterprise_qualification to yuanshu_application;

create table enterprise_finance (
  enterprise_id uuid not null,
  year integer not null check (year between 1950 and 2100),
  revenue_yuan numeric(20, 2),
  profit_yuan numeric(20, 2),
  assets_yuan numeric(20, 2),
  liabilities_yuan numeric(20, 2),
  tax_yuan numeric(20, 2),
  research_yuan numeric(20, 2),
  employees integer check (employees >= 0),
  source_id uuid,
  as_of date,
  recorded_at timestamptz not null default now(),
  primary key (enterprise_id, year)
);
grant select, insert, update on enterprise_finance to yuanshu_application;

create table enterprise_product (
  enterprise_id uuid not null,
  name text not null,
  segment text not null default '',
  share_pct numeric(7, 2),
  year integer,
  source_id uuid,
  as_of date,
  recorded_at timestamptz not null default now(),
  primary key (enterprise_id, name, segment)
);
comment on table enterprise_product is 'Products of which more is known than the word: share of revenue, segment, year. The words alone stand in enterprise.products';
grant select, insert, update on enterprise_product to yuanshu_application;

create table enterprise_tie (
  from_id uuid not null,
  to_id uuid not null,
  kind text not null check (kind in ('supply', 'investment', 'group', 'address', 'officer')),
  share_pct numeric(7, 2),
  strength smallint not null default 50 check (strength between 0 and 100),
  evidence text not null default '',
  as_of date,
  source_id uuid,
  primary key (from_id, kind, to_id),
  check (from_id <> to_id)
);
comment on table enterprise_tie is 'Public ties. supply: from supplies to; investment: from holds a share of to; the others have no direction and are written with the smaller id first';
create index enterprise_tie_back on enterprise_tie (to_id, kind, from_id);
grant select, insert, update, delete on enterprise_tie to yuanshu_application;

create table duplicate_candidate (
  id uuid primary key,
  one_id uuid not null,
  other_id uuid not null,
  score smallint not null,
  terms jsonb not null,
  state text not null default 'OPEN' check (state in ('OPEN', 'DISMISSED', 'MERGED')),
  found_on date not null,
  decided_by text,
  decided_in uuid,
  because text,
  decided_at timestamptz,
  version integer not null default 1,
  check (one_id < other_id)
);
comment on table duplicate_candidate is 'Two rows that may be one enterprise. The id is computed from the pair; a pair that was dismissed is not asked about again';
create index duplicate_candidate_open on duplicate_candidate (state, score desc, id desc);
create index duplicate_candidate_one on duplicate_candidate (one_id);
create index duplicate_candidate_other on duplicate_candidate (other_id);
grant select, insert, update on duplicate_candidate to yuanshu_application;

create table enterprise_merge (
  id uuid primary key,
  kept_id uuid not null,
  merged_id uuid not null,
  because text not null,
  before jsonb not null,
  on_day date not null,
  by_name text not null,
  by_zone uuid not null,
  at timestamptz not null default now(),
  undone_on date,
  undone_by text,
  undone_in uuid,
  undone_because text
);
comment on column enterprise_merge.by_zone is 'Who did it is told by name in that zone only';
comment on column enterprise_merge.before is 'What the merge changed of the kept row, as it was: enough to undo it';
create index enterprise_merge_kept on enterprise_merge (kept_id);
create index enterprise_merge_merged on enterprise_merge (merged_id);
grant select, insert, update on enterprise_merge to yuanshu_application;

-- Statistics right after a large import, where the server knows the right (PostgreSQL 17 and later); before that autovacuum comes by itself.
do $$
begin
  if current_setting('server_version_num')::integer >= 170000 then
    execute 'grant maintain on enterprise, enterprise_tie to yuanshu_application';
  end if;
end $$;
