-- What documents say of a project and the register does not: found by rule, settled by a person, kept with both sides.
create table project_register_conflict (
  zone_id uuid not null references zone,
  id uuid not null,
  project_id uuid not null,
  finding_id uuid not null,
  document_id uuid not null,
  document_title text not null,
  published date,
  field text not null check (field in ('amount', 'stage', 'started-on', 'completed-on', 'produced-on')),
  said text not null,
  registered text not null,
  quote text not null,
  span_start integer,
  span_end integer,
  state text not null default 'OPEN' check (state in ('OPEN', 'KEPT_REGISTER', 'CORRECTED', 'NOT_THE_SAME', 'WITHDRAWN')),
  found_on date not null,
  decided_on date,
  decided_by text,
  decided_by_name text,
  reason text,
  version integer not null default 1,
  primary key (zone_id, id),
  unique (zone_id, project_id, finding_id, field),
  foreign key (zone_id, project_id) references project,
  check ((state = 'OPEN') = (decided_by is null))
);
comment on column project_register_conflict.said is 'Of the document: an amount in 元, a stage, or a day';
comment on column project_register_conflict.registered is 'Of the register, as it stood when the contradiction was found';
comment on column project_register_conflict.state is 'WITHDRAWN: the document was, or the register says the same by now';
create index project_register_conflict_open on project_register_conflict (zone_id, found_on) where state = 'OPEN';
create index project_register_conflict_document on project_register_conflict (zone_id, document_id);
call declare_zone_table('project_register_conflict', 'committee', 'select, insert, update');

-- Which days all colours were computed on: a day on which no server ran is known by its absence and looked at later.
create table project_recolouring (
  zone_id uuid not null references zone,
  as_of date not null,
  looked integer not null,
  changed integer not null,
  opened integer not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  primary key (zone_id, as_of)
);
call declare_zone_table('project_recolouring', 'committee', 'select, insert');

-- A signed lead opens one project, and a result of another domain is one piece of evidence, however often the event is told.
create unique index project_lead on project (zone_id, lead_ref) where lead_ref is not null;
create unique index project_evidence_once on project_evidence (zone_id, project_id, origin, kind, number) where origin <> 'hand';
