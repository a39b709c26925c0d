-- “超年度计划投资143.91%” can be read in two ways: both are kept until a person says which is meant (handbook §4).
create table project_stated_completion (
  zone_id uuid not null references zone,
  id uuid not null,
  document_id uuid not null,
  document_title text not null,
  published date,
  -- The accepted figures in which it was said: the percentage, and the investment it speaks of.
  rate_observation_id uuid not null,
  amount_observation_id uuid not null,
  region text,
  period text,
  subject text not null,
  wording text not null,
  quote text not null,
  span_start integer,
  span_end integer,
  actual_yuan numeric not null check (actual_yuan > 0),
  stated_pct numeric not null check (stated_pct > 0),
  state text not null default 'NEEDS_REVIEW' check (state in ('NEEDS_REVIEW', 'SETTLED', 'WITHDRAWN')),
  chosen text check (chosen in ('rate', 'exceeds-by')),
  -- What the chosen reading says, as accepted figures.
  written uuid[] not null default '{}',
  found_on date not null,
  version integer not null default 1,
  primary key (zone_id, id),
  unique (zone_id, rate_observation_id, amount_observation_id),
  check ((state = 'SETTLED') = (chosen is not null))
);
comment on table project_stated_completion is 'Where an accepted document states the completion of an annual plan ambiguously: both readings, and which was chosen';
create index project_stated_completion_document on project_stated_completion (zone_id, document_id);
call declare_zone_table('project_stated_completion', 'committee', 'select, insert, update');

create table project_completion_decision (
  zone_id uuid not null references zone,
  statement_id uuid not null,
  ordinal integer not null,
  reading text not null check (reading in ('rate', 'exceeds-by')),
  reason text not null,
  decided_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  primary key (zone_id, statement_id, ordinal),
  foreign key (zone_id, statement_id) references project_stated_completion
);
comment on table project_completion_decision is 'Which reading was chosen, by whom and why; a later choice is appended';
call declare_zone_table('project_completion_decision', 'committee', 'select, insert');
