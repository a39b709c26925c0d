-- The graph of the industry chain, version by version. Nodes and edges of a version can be changed while it is a draft only; an approved version
-- is never rewritten. Placements, roles and carriers hold on to a node's code, which stays the same over versions.
create table chain_version (
  zone_id uuid not null references zone,
  id uuid not null,
  number integer not null,
  name text not null,
  name_en text not null default '',
  state text not null default 'DRAFT' check (state in ('DRAFT', 'SUBMITTED', 'APPROVED')),
  effective_from date not null,
  based_on uuid,
  note text not null default '',
  drafted_on date not null,
  drafted_by text not null,
  drafted_by_name text not null,
  authors text[] not null,
  approved_on date,
  approved_by text,
  approved_by_name text,
  changed_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (zone_id, id),
  unique (zone_id, number),
  foreign key (zone_id, based_on) references chain_version,
  check ((state = 'APPROVED') = (approved_by is not null))
);
comment on column chain_version.authors is 'Everybody who drafted, changed or submitted it: none of them approves it';
comment on column chain_version.version is 'Optimistic lock';
create unique index chain_version_approved on chain_version (zone_id, effective_from) where state = 'APPROVED';
call declare_zone_table('chain_version', 'committee', 'select, insert, update');

create table chain_version_step (
  zone_id uuid not null references zone,
  version_id uuid not null,
  ordinal integer not null,
  move text not null,
  reason text,
  happened_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  primary key (zone_id, version_id, ordinal),
  foreign key (zone_id, version_id) references chain_version
);
call declare_zone_table('chain_version_step', 'committee', 'select, insert');

create table chain_node (
  zone_id uuid not null references zone,
  version_id uuid not null,
  code text not null,
  level text not null check (level in ('industry', 'field', 'direction', 'node')),
  parent text,
  ordinal integer not null,
  name text not null,
  name_en text not null default '',
  class_codes text[] not null default '{}',
  products text[] not null default '{}',
  note text not null default '',
  primary key (zone_id, version_id, code),
  foreign key (zone_id, version_id) references chain_version,
  check ((level = 'industry') = (parent is null))
);
call declare_zone_table('chain_node', 'committee', 'select, insert, update, delete');

create table chain_edge (
  zone_id uuid not null references zone,
  version_id uuid not null,
  from_code text not null,
  to_code text not null,
  kind text not null check (kind in ('material', 'equipment', 'component', 'service')),
  strength text not null check (strength in ('weak', 'medium', 'strong')),
  evidence text not null default '',
  primary key (zone_id, version_id, from_code, to_code, kind),
  foreign key (zone_id, version_id, from_code) references chain_node on delete cascade,
  foreign key (zone_id, version_id, to_code) references chain_node on delete cascade,
  check (from_code <> to_code)
);
create index chain_edge_to on chain_edge (zone_id, version_id, to_code);
call declare_zone_table('chain_edge', 'committee', 'select, insert, update, delete');

create table chain_strength_rule (
  zone_id uuid not null references zone,
  version integer not null,
  effective_on date not null,
  content jsonb not null,
  reason text not null,
  changed_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  primary key (zone_id, version)
);
comment on table chain_strength_rule is 'From how many resident producers a place is weak, present or strong, version by version';
call declare_zone_table('chain_strength_rule', 'committee', 'select, insert');

create table chain_placement (
  zone_id uuid not null references zone,
  id uuid not null,
  node text not null,
  enterprise_key text not null,
  enterprise_id uuid,
  enterprise_name text not null,
  uscc text,
  state text not null check (state in ('PROPOSED', 'CONFIRMED', 'REJECTED')),
  score numeric(4, 3),
  reasons jsonb not null default '[]',
  basis jsonb not null default '{}',
  presence text not null check (presence in ('producing', 'preparing', 'elsewhere')),
  is_leading boolean not null default false,
  from_on date,
  until_on date,
  proposed_on date not null,
  proposed_by text not null,
  proposed_by_name text not null,
  decided_on date,
  decided_by text,
  decided_by_name text,
  note text not null default '',
  version integer not null default 1,
  primary key (zone_id, id),
  unique (zone_id, node, enterprise_key),
  check ((state = 'PROPOSED') = (decided_by is null)),
  check (until_on is null or from_on is null or until_on > from_on)
);
comment on column chain_placement.enterprise_key is 'The same for one enterprise on every node: its id in the register, else its credit code, else its name without what spellings differ in';
comment on column chain_placement.from_on is 'Since when it produces here; until_on is the first day on which it no longer does';
comment on column chain_placement.basis is 'Class code, products and segments that were looked at';
create index chain_placement_state on chain_placement (zone_id, state, node);
call declare_zone_table('chain_placement', 'committee', 'select, insert, update');

create table chain_role (
  zone_id uuid not null references zone,
  id uuid not null,
  node text not null,
  kind text not null check (kind in ('chief', 'leader_firm')),
  person_id uuid,
  enterprise_id uuid,
  enterprise_key text,
  name text not null,
  office text not null default '',
  from_on date not null,
  until_on date,
  recorded_on date not null,
  by text not null,
  by_name text not null,
  version integer not null default 1,
  primary key (zone_id, id),
  foreign key (zone_id, person_id) references person,
  check (until_on is null or until_on > from_on),
  check ((kind = 'leader_firm') = (enterprise_key is not null))
);
create index chain_role_node on chain_role (zone_id, node);
call declare_zone_table('chain_role', 'committee', 'select, insert, update');

create table chain_carrier (
  zone_id uuid not null references zone,
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('laboratory', 'technology_centre', 'platform', 'incubator', 'institute')),
  rank text not null check (rank in ('national', 'provincial', 'municipal', 'zone')),
  nodes text[] not null,
  from_on date not null,
  until_on date,
  note text not null default '',
  changed_on date not null,
  by text not null,
  by_name text not null,
  version integer not null default 1,
  primary key (zone_id, id),
  unique (zone_id, name),
  check (until_on is null or until_on > from_on)
);
call declare_zone_table('chain_carrier', 'committee', 'select, insert, update');
