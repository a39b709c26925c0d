-- Screening of the register, target lists that are locked from it, and what is noted of enterprises on the way.

create table promotion_scoring (
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
comment on table promotion_scoring is 'Scoring tables as the zone set them; the platform''s own stands before the first';
call declare_zone_table('promotion_scoring', 'committee', 'select, insert');

create table promotion_signal (
  zone_id uuid not null references zone,
  id uuid not null,
  enterprise_id uuid not null,
  kind text not null check (kind in ('new-plant', 'capacity', 'financing', 'listing', 'site-search', 'recruitment', 'document-project', 'dishonest', 'penalty')),
  on_day date not null,
  until_day date,
  note text not null,
  source text not null,
  document_id uuid,
  finding_id uuid,
  quote text not null default '',
  recorded_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  withdrawn_on date,
  withdrawn_by text,
  withdrawn_because text,
  version integer not null default 1,
  primary key (zone_id, id),
  check (until_day is null or until_day > on_day),
  check ((withdrawn_on is null) = (withdrawn_by is null)),
  check ((document_id is null) = (finding_id is null))
);
comment on table promotion_signal is 'Dated signs of expansion, and what excludes an enterprise; by hand, or from a project that a document names';
comment on column promotion_signal.until_day is 'The first day on which it no longer stands: taken off the list';
create index promotion_signal_enterprise on promotion_signal (zone_id, enterprise_id, on_day);
create unique index promotion_signal_finding on promotion_signal (zone_id, finding_id) where finding_id is not null;
call declare_zone_table('promotion_signal', 'committee', 'select, insert, update');

create table promotion_target_list (
  zone_id uuid not null references zone,
  id uuid not null,
  name text not null,
  node text not null,
  node_name text not null,
  node_name_en text not null default '',
  question jsonb not null,
  scoring integer not null,
  as_of date not null,
  pool integer not null,
  ranked integer not null,
  excluded jsonb not null,
  reason text not null default '',
  state text not null default 'OPEN' check (state in ('OPEN', 'CLOSED')),
  closed_because text,
  locked_on date not null,
  locked_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  version integer not null default 1,
  primary key (zone_id, id),
  unique (zone_id, name)
);
comment on column promotion_target_list.question is 'Place of the chain, filter, scoring and day: what the ranking depended on beside the data';
call declare_zone_table('promotion_target_list', 'committee', 'select, insert, update');

create table promotion_target (
  zone_id uuid not null references zone,
  id uuid not null,
  list_id uuid not null,
  enterprise_id uuid not null,
  enterprise_name text not null,
  identifier text not null,
  rank integer,
  classes text[] not null default '{}',
  owner_id uuid,
  status text not null default 'LOCKED' check (status in ('LOCKED', 'ASSIGNED', 'LEAD', 'DROPPED')),
  reason text not null,
  lead_id uuid,
  entered_on date not null,
  version integer not null default 1,
  primary key (zone_id, id),
  unique (zone_id, list_id, enterprise_id),
  foreign key (zone_id, list_id) references promotion_target_list,
  foreign key (zone_id, owner_id) references person,
  foreign key (zone_id, lead_id) references promotion_lead,
  check ((status = 'ASSIGNED') <= (owner_id is not null)),
  check ((status = 'LEAD') = (lead_id is not null))
);
comment on column promotion_target.rank is 'Its place when the list was locked; null for one that a person added';
create index promotion_target_list_of on promotion_target (zone_id, list_id, rank);
create index promotion_target_enterprise on promotion_target (zone_id, enterprise_id);
call declare_zone_table('promotion_target', 'committee', 'select, insert, update');

create table promotion_target_score (
  zone_id uuid not null references zone,
  target_id uuid not null,
  ordinal integer not null,
  scored_on date not null,
  scoring integer not null,
  known integer not null,
  possible integer not null,
  terms jsonb not null,
  vetoes text[] not null default '{}',
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  primary key (zone_id, target_id, ordinal),
  foreign key (zone_id, target_id) references promotion_target,
  check (known between 0 and possible and possible <= 1000)
);
comment on table promotion_target_score is 'Scores in tenths of a point: the first from the locking, further ones where a person took a refreshed score over';
call declare_zone_table('promotion_target_score', 'committee', 'select, insert');

create table promotion_target_step (
  zone_id uuid not null references zone,
  target_id uuid not null,
  ordinal integer not null,
  step text not null check (step in ('LOCKED', 'ADDED', 'ASSIGNED', 'CLASSED', 'NOTED', 'RESCORED', 'DROPPED', 'RESTORED', 'LEAD')),
  happened_on date not null,
  reason text not null default '',
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  primary key (zone_id, target_id, ordinal),
  foreign key (zone_id, target_id) references promotion_target
);
call declare_zone_table('promotion_target_step', 'committee', 'select, insert');
