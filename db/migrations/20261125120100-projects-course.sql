-- 当天事情当天毕: each day that a task was rolled over from, with the reason. The task itself carries the day that it stands on now.
create table project_task_roll (
  zone_id uuid not null references zone,
  task_id uuid not null,
  ordinal integer not null,
  from_day date not null,
  to_day date not null,
  reason text not null,
  rolled_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  primary key (zone_id, task_id, ordinal),
  foreign key (zone_id, task_id) references project_task,
  check (to_day > from_day)
);
create index project_task_roll_day on project_task_roll (zone_id, from_day);
call declare_zone_table('project_task_roll', 'committee', 'select, insert');
create index project_task_day on project_task (zone_id, due_on);

-- What the map is drawn from: no tiles from outside, the zone's own lines and areas, version by version.
create table zone_geography (
  zone_id uuid not null references zone,
  layer text not null check (layer in ('boundary', 'water', 'parcel', 'road')),
  version integer not null,
  shapes jsonb not null,
  file_name text not null,
  uploaded_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  primary key (zone_id, layer, version)
);
comment on column zone_geography.shapes is 'Checked and brought into one shape: name, area or line, parts as [longitude, latitude]';
call declare_zone_table('zone_geography', 'committee', 'select, insert');
