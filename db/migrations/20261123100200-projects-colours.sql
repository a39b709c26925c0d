create table project_colour_rule (
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
comment on table project_colour_rule is 'Ladders of the four colours, version by version: who changed a threshold, when, and why';
call declare_zone_table('project_colour_rule', 'committee', 'select, insert');

create table project_colour (
  zone_id uuid not null references zone,
  project_id uuid not null,
  ordinal integer not null,
  as_of date not null,
  colour text not null check (colour in ('green', 'blue', 'yellow', 'red', 'none')),
  reasons jsonb not null,
  inputs jsonb not null,
  rule_version integer not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  primary key (zone_id, project_id, ordinal),
  foreign key (zone_id, project_id) references project
);
comment on table project_colour is 'Every change of a colour as it was computed then, never repainted. none: no longer supervised';
create index project_colour_day on project_colour (zone_id, as_of);
call declare_zone_table('project_colour', 'committee', 'select, insert');

create table project_false_alarm (
  zone_id uuid not null references zone,
  project_id uuid not null,
  colour_ordinal integer not null,
  reason text not null,
  said_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  primary key (zone_id, project_id, colour_ordinal),
  foreign key (zone_id, project_id, colour_ordinal) references project_colour
);
call declare_zone_table('project_false_alarm', 'committee', 'select, insert');

create table project_supervision (
  zone_id uuid not null references zone,
  id uuid not null,
  project_id uuid not null,
  kind text not null check (kind in ('reminder', 'plan', 'letter', 'escalation')),
  number text,
  colour_ordinal integer not null,
  rule_version integer not null,
  opened_on date not null,
  issue_by date,
  issued_on date,
  due_on date,
  due_provisional boolean not null default false,
  addressee_id uuid,
  text text not null default '',
  state text not null default 'OPEN' check (state in ('OPEN', 'ISSUED', 'REPLIED', 'CLOSED', 'CANCELLED')),
  replied_on date,
  reply text,
  reply_file_hash text,
  closed_on date,
  closed_by text,
  closing_note text,
  version integer not null default 1,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references project,
  foreign key (zone_id, reply_file_hash) references file
);
comment on table project_supervision is 'What a colour asks for: reminder (blue), written plan (yellow), supervision letter 督办单 (red), escalation (second yellow)';
create index project_supervision_of on project_supervision (zone_id, project_id);
create index project_supervision_open on project_supervision (zone_id, state) where state in ('OPEN', 'ISSUED', 'REPLIED');
call declare_zone_table('project_supervision', 'committee', 'select, insert, update');
