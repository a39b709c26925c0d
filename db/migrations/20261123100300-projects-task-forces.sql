-- 专班: one for each project, with a leading official, members with duties, tasks with owners and due days, and a log.
create table project_task_force (
  zone_id uuid not null references zone,
  project_id uuid not null,
  lead_id uuid not null,
  formed_on date not null,
  disbanded_on date,
  changed_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (zone_id, project_id),
  foreign key (zone_id, project_id) references project,
  foreign key (zone_id, lead_id) references person
);
call declare_zone_table('project_task_force', 'committee', 'select, insert, update');

create table task_force_member (
  zone_id uuid not null references zone,
  project_id uuid not null,
  person_id uuid not null,
  duty text not null,
  from_day date not null,
  to_day date,
  primary key (zone_id, project_id, person_id, from_day),
  foreign key (zone_id, project_id) references project_task_force,
  foreign key (zone_id, person_id) references person
);
create index task_force_member_person on task_force_member (zone_id, person_id) where to_day is null;
call declare_zone_table('task_force_member', 'committee', 'select, insert, update');

create table project_task (
  zone_id uuid not null references zone,
  id uuid not null,
  project_id uuid not null,
  kind text not null check (kind in ('duty', 'calendar', 'issue')),
  title text not null,
  owner_id uuid not null,
  opened_on date not null,
  due_on date not null,
  rolled integer not null default 0,
  level text not null default 'task-force' check (level in ('task-force', 'department', 'leadership')),
  state text not null default 'OPEN' check (state in ('OPEN', 'DONE', 'CANCELLED')),
  closed_on date,
  closing_note text,
  version integer not null default 1,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references project,
  foreign key (zone_id, owner_id) references person
);
comment on table project_task is 'duty: of a member of the task force; calendar: an item of the project calendar, to be done that very day; issue: what is stuck';
create index project_task_of on project_task (zone_id, project_id);
create index project_task_open on project_task (zone_id, owner_id) where state = 'OPEN';
call declare_zone_table('project_task', 'committee', 'select, insert, update');

create table project_log (
  zone_id uuid not null references zone,
  id uuid not null,
  project_id uuid not null,
  task_id uuid,
  kind text not null check (kind in ('note', 'rolled', 'raised', 'closed', 'handover')),
  text text not null,
  happened_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references project
);
create index project_log_of on project_log (zone_id, project_id);
call declare_zone_table('project_log', 'committee', 'select, insert');
