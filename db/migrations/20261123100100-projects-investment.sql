create table project_investment_plan (
  zone_id uuid not null references zone,
  project_id uuid not null,
  year integer not null check (year between 2000 and 2100),
  revision integer not null,
  annual_yuan numeric(20, 2) not null check (annual_yuan >= 0),
  months_yuan numeric(20, 2)[] not null check (cardinality(months_yuan) = 12),
  effective_on date not null,
  reason text not null default '',
  recorded_at timestamptz not null default now(),
  by text not null,
  primary key (zone_id, project_id, year, revision),
  foreign key (zone_id, project_id) references project
);
comment on column project_investment_plan.months_yuan is 'What is planned for each month, January first; their sum is the annual plan';
call declare_zone_table('project_investment_plan', 'committee', 'select, insert');

create table project_report (
  zone_id uuid not null references zone,
  id uuid not null,
  project_id uuid not null,
  month date not null check (extract(day from month) = 1),
  invested_yuan numeric(20, 2),
  progress text not null default '',
  difficulties text not null default '',
  reported_on date not null,
  revises uuid,
  revision_reason text,
  longitude numeric(9, 6),
  latitude numeric(8, 6),
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references project,
  check ((revises is null) = (revision_reason is null))
);
comment on column project_report.invested_yuan is 'Invested in that month; null where the report speaks of progress only. The newest of a month counts, another must revise it with a reason';
create index project_report_of on project_report (zone_id, project_id, month);
call declare_zone_table('project_report', 'committee', 'select, insert');

create table project_photo (
  zone_id uuid not null references zone,
  id uuid not null,
  project_id uuid not null,
  report_id uuid,
  file_hash text not null,
  caption text not null default '',
  taken_at timestamptz,
  longitude numeric(9, 6),
  latitude numeric(8, 6),
  recorded_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  primary key (zone_id, id),
  foreign key (zone_id, project_id) references project,
  foreign key (zone_id, file_hash) references file
);
comment on column project_photo.taken_at is 'Read from the picture, and kept only where the sender left it in';
create index project_photo_of on project_photo (zone_id, project_id);
call declare_zone_table('project_photo', 'committee', 'select, insert');

create table project_stat_entry (
  zone_id uuid not null references zone,
  project_id uuid not null,
  ordinal integer not null,
  entered_on date,
  stat_code text not null default '',
  files text[] not null default '{}',
  recorded_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  primary key (zone_id, project_id, ordinal),
  foreign key (zone_id, project_id) references project
);
comment on table project_stat_entry is '入库: entry into the statistics database. entered_on null takes an entry back';
call declare_zone_table('project_stat_entry', 'committee', 'select, insert');
