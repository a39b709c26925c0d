-- Matters 事项 and packages 一件事 are data, version by version: a case stays on the version that it was filed under.
create table approval_matter (
  zone_id uuid not null references zone,
  code text not null,
  version integer not null,
  effective_on date not null,
  content jsonb not null,
  reason text not null,
  changed_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  primary key (zone_id, code, version)
);
call declare_zone_table('approval_matter', 'shared', 'select, insert');

create table approval_package_definition (
  zone_id uuid not null references zone,
  code text not null,
  version integer not null,
  effective_on date not null,
  content jsonb not null,
  reason text not null,
  changed_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  primary key (zone_id, code, version)
);
call declare_zone_table('approval_package_definition', 'shared', 'select, insert');
