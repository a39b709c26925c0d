-- The register of projects. What happened is appended (steps, evidence, milestones, plans, reports); the project row carries what is said of
-- the project as such, and its stage, which is the fold of its steps and is written with them.
create table project (
  zone_id uuid not null references zone,
  id uuid not null,
  code text not null,
  name text not null,
  name_key text not null,
  enterprise_id uuid,
  enterprise_name text not null,
  uscc text,
  category text not null check (category in ('science', 'industry', 'city')),
  level text not null check (level in ('national', 'provincial', 'municipal', 'zone', 'ordinary')),
  industry text not null default '',
  planned_total_yuan numeric(20, 2) not null check (planned_total_yuan > 0),
  contract_number text not null,
  signed_on date not null,
  leased_plant boolean not null default false,
  place text not null default '',
  parcel text,
  longitude numeric(9, 6),
  latitude numeric(8, 6),
  department_id uuid,
  owner_id uuid,
  leader_id uuid,
  contact_name text not null default '',
  contact_phone text not null default '',
  lead_ref text,
  description text not null default '',
  stage text not null default 'SIGNED' check (stage in ('SIGNED', 'LAND', 'BUILDING', 'COMPLETED', 'PRODUCING', 'SUSPENDED', 'TERMINATED')),
  registered_on date not null,
  registered_by text not null,
  changed_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (zone_id, id),
  unique (zone_id, code),
  foreign key (zone_id, department_id) references department,
  foreign key (zone_id, owner_id) references person,
  foreign key (zone_id, leader_id) references person,
  check ((longitude is null) = (latitude is null))
);
comment on column project.name_key is 'Name without spaces, brackets and width, for finding one project registered twice';
comment on column project.lead_ref is 'The signed lead that it was opened from; null when registered directly';
comment on column project.stage is 'The fold of its steps, written with each of them';
comment on column project.version is 'Optimistic lock';
create index project_name_key on project (zone_id, name_key);
create index project_stage on project (zone_id, stage);
create index project_owner on project (zone_id, owner_id);
call declare_zone_table('project', 'committee', 'select, insert, update');

create table project_step (
  zone_id uuid not null references zone,
  project_id uuid not null,
  ordinal integer not null,
  move text not null,
  from_stage text,
  to_stage text not null,
  happened_on date not null,
  reason text,
  evidence_ids uuid[] not null default '{}',
  recorded_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  primary key (zone_id, project_id, ordinal),
  foreign key (zone_id, project_id) references project
);
comment on column project_step.happened_on is 'The day on which it is true; recorded_on is the business day on which it became known';
call declare_zone_table('project_step', 'committee', 'select, insert');

create table project_evidence (
  zone_id uuid not null references zone,
  id uuid not null,
  project_id uuid not null,
  kind text not null,
  number text not null default '',
  dated_on date not null,
  note text not null default '',
  file_hash text,
  file_name text,
  origin text not null default 'hand',
  recorded_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references project,
  foreign key (zone_id, file_hash) references file
);
comment on column project_evidence.origin is 'hand, or the event of another domain that attached it';
create index project_evidence_of on project_evidence (zone_id, project_id);
call declare_zone_table('project_evidence', 'committee', 'select, insert');

create table project_milestone_plan (
  zone_id uuid not null references zone,
  project_id uuid not null,
  kind text not null,
  ordinal integer not null,
  planned_on date,
  effective_on date not null,
  date_request_id uuid,
  recorded_at timestamptz not null default now(),
  by text not null,
  primary key (zone_id, project_id, kind, ordinal),
  foreign key (zone_id, project_id) references project
);
comment on table project_milestone_plan is 'Each planned date that a milestone ever had; the newest effective on a day is its plan of that day';
call declare_zone_table('project_milestone_plan', 'committee', 'select, insert');

create table project_milestone_actual (
  zone_id uuid not null references zone,
  project_id uuid not null,
  kind text not null,
  ordinal integer not null,
  actual_on date,
  recorded_on date not null,
  recorded_at timestamptz not null default now(),
  evidence_id uuid,
  note text not null default '',
  by text not null,
  primary key (zone_id, project_id, kind, ordinal),
  foreign key (zone_id, project_id) references project
);
comment on column project_milestone_actual.actual_on is 'Null takes back an entry made in error';
call declare_zone_table('project_milestone_actual', 'committee', 'select, insert');

create table project_date_request (
  zone_id uuid not null references zone,
  id uuid not null,
  project_id uuid not null,
  kind text not null,
  from_date date,
  to_date date not null,
  reason text not null,
  pushes jsonb not null,
  state text not null default 'REQUESTED' check (state in ('REQUESTED', 'GRANTED', 'REFUSED', 'WITHDRAWN')),
  requested_on date not null,
  requested_by text not null,
  requested_by_name text not null,
  decided_on date,
  decided_by text,
  decided_by_name text,
  decision text,
  version integer not null default 1,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references project,
  check ((state in ('GRANTED', 'REFUSED')) = (decided_by is not null))
);
create index project_date_request_of on project_date_request (zone_id, project_id);
create index project_date_request_open on project_date_request (zone_id) where state = 'REQUESTED';
call declare_zone_table('project_date_request', 'committee', 'select, insert, update');
