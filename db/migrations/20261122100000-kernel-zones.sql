-- Groups hold the rights; logins are members. The embedded database has them already, a server of one's own gets them here or from db/roles.sql.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['yuanshu_application', 'yuanshu_sign_in', 'yuanshu_worker', 'yuanshu_anonymous'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      execute format('create role %I nologin', wanted);
      execute format('grant %I to %I', wanted, session_user);
    end if;
  end loop;
end $$;

-- What makes a table a zone table: row-level security by zone, FORCEd so that it binds the owner too, and the rights of the application.
-- Policies use plain columns and current_setting only, so that they cost nothing and work on a distributed database.
--   committee  officers of the zone
--   own        officers, and an enterprise's users where enterprise_id is theirs
--   common     as own, and rows that carry no enterprise_id are for every signed-in user of the zone
--   shared     every signed-in user of the zone
--   record     every signed-in user may add, officers read
create procedure declare_zone_table(target regclass, access text, rights text)
language plpgsql as $$
declare
  committee constant text := $e$coalesce(current_setting('app.enterprise', true), '') = ''$e$;
  mine constant text := $e$enterprise_id = nullif(current_setting('app.enterprise', true), '')::uuid$e$;
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format($f$create policy zone_rows on %s using (zone_id = nullif(current_setting('app.zone', true), '')::uuid)$f$, target);
  case access
    when 'committee' then execute format('create policy committee_rows on %s as restrictive using (%s)', target, committee);
    when 'own' then execute format('create policy own_rows on %s as restrictive using (%s or %s)', target, committee, mine);
    when 'common' then execute format('create policy own_rows on %s as restrictive using (%s or enterprise_id is null or %s)', target, committee, mine);
    when 'record' then execute format('create policy committee_reads on %s as restrictive for select using (%s)', target, committee);
    when 'shared' then null;
    else raise exception 'unknown access: %', access;
  end case;
  execute format('grant %s on %s to yuanshu_application', rights, target);
end $$;

create table zone (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,40}$'),
  name text not null,
  name_en text not null default '',
  region text not null default '',
  sample boolean not null default false,
  business_date date,
  created_at timestamptz not null default now(),
  version integer not null default 1
);
comment on column zone.business_date is 'The day on which the sample zone lives; null for a real one';
-- Names of zones are public; changing one takes an actor of that zone.
alter table zone enable row level security;
alter table zone force row level security;
create policy readable on zone for select using (true);
create policy added_within on zone for insert with check (id = nullif(current_setting('app.zone', true), '')::uuid);
create policy changed_within on zone for update using (id = nullif(current_setting('app.zone', true), '')::uuid);
create policy removed_within on zone for delete using (id = nullif(current_setting('app.zone', true), '')::uuid);
grant select, insert, update, delete on zone to yuanshu_application;
grant select on zone to yuanshu_anonymous, yuanshu_sign_in, yuanshu_worker;

create table enterprise (
  id uuid primary key,
  identifier_kind text not null check (identifier_kind in ('uscc', 'foreign', 'provisional')),
  identifier text not null,
  name text not null,
  former_names text[] not null default '{}',
  status text not null default 'active',
  region text,
  recorded_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  version integer not null default 1
);
comment on table enterprise is 'The national register: distributed by id, which is computed from identifier_kind and identifier and so keeps them unique';
create index enterprise_identifier on enterprise (identifier);
create index enterprise_name on enterprise (name);
grant select, insert, update on enterprise to yuanshu_application;

create table region (
  code text primary key,
  name text not null,
  kind text not null,
  parents text[] not null default '{}',
  aliases text[] not null default '{}',
  related text[] not null default '{}',
  valid_from date,
  valid_to date,
  source text not null
);
comment on column region.related is 'Codes of regions that share people or ground with this one but are not the same: never merged silently';
create index region_name on region (name);
grant select, insert, update on region to yuanshu_application;
grant select on region to yuanshu_anonymous;

create table calendar_notice (
  year integer primary key check (year between 2007 and 2100),
  source text not null,
  days_off date[] not null,
  extra_workdays date[] not null,
  loaded_at timestamptz not null default now(),
  loaded_by text not null
);
grant select, insert, update on calendar_notice to yuanshu_application;

create table department (
  zone_id uuid not null references zone,
  id uuid not null,
  name text not null,
  name_en text not null default '',
  created_at timestamptz not null default now(),
  primary key (zone_id, id),
  unique (zone_id, name)
);
call declare_zone_table('department', 'shared', 'select, insert, update, delete');

create table person (
  zone_id uuid not null references zone,
  id uuid not null,
  username text not null,
  name text not null,
  enterprise_id uuid,
  created_at timestamptz not null default now(),
  left_at timestamptz,
  primary key (zone_id, id),
  unique (zone_id, username)
);
comment on column person.enterprise_id is 'Set for people of an enterprise, null for officers';
call declare_zone_table('person', 'common', 'select, insert, update, delete');
create policy read_at_sign_in on person for select to yuanshu_sign_in using (true);
grant select on person to yuanshu_sign_in;

create table membership (
  zone_id uuid not null references zone,
  id uuid not null,
  person_id uuid not null,
  role text not null,
  department_id uuid,
  enterprise_id uuid,
  valid_from date not null,
  valid_to date,
  granted_at timestamptz not null default now(),
  granted_by text not null,
  revoked_at timestamptz,
  revoked_by text,
  revoked_because text,
  primary key (zone_id, id),
  foreign key (zone_id, person_id) references person,
  foreign key (zone_id, department_id) references department,
  check (valid_to is null or valid_to >= valid_from)
);
create index membership_person on membership (zone_id, person_id);
call declare_zone_table('membership', 'own', 'select, insert, update, delete');
create policy read_at_sign_in on membership for select to yuanshu_sign_in using (true);
create policy department_read_at_sign_in on department for select to yuanshu_sign_in using (true);
grant select on membership, department, enterprise to yuanshu_sign_in;

create table setting (
  zone_id uuid not null references zone,
  name text not null,
  value jsonb not null,
  changed_at timestamptz not null default now(),
  changed_by text not null,
  version integer not null default 1,
  primary key (zone_id, name)
);
call declare_zone_table('setting', 'shared', 'select, insert, update, delete');

-- Entries that belong to no zone, such as a failed sign-in of nobody in particular, are those of the platform itself.
-- The policies bind the owner too, who speaks for that zone for the moment.
select set_config('app.zone', '00000000-0000-7000-8000-000000000000', true);
insert into zone (id, slug, name, name_en) values ('00000000-0000-7000-8000-000000000000', 'system', '平台', 'Platform');
