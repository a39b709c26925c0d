-- 调度会: the weekly meeting, its agenda as it stood when it was convened, who was there, what was resolved, and the minutes.
create table dispatch_meeting (
  zone_id uuid not null references zone,
  id uuid not null,
  year integer not null,
  number integer not null,
  held_on date not null,
  held_provisional boolean not null default false,
  starts_at text not null check (starts_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  mode text not null check (mode in ('place', 'online')),
  place text not null,
  chair_id uuid not null,
  state text not null default 'PLANNED' check (state in ('PLANNED', 'CONVENED', 'MINUTED', 'CANCELLED')),
  convened_on date,
  version integer not null default 1,
  primary key (zone_id, id),
  unique (zone_id, year, number),
  foreign key (zone_id, chair_id) references person
);
comment on column dispatch_meeting.held_provisional is 'The notice of that year is not loaded: the day may turn out to be none for work';
create index dispatch_meeting_day on dispatch_meeting (zone_id, held_on);
call declare_zone_table('dispatch_meeting', 'committee', 'select, insert, update');

create table dispatch_meeting_step (
  zone_id uuid not null references zone,
  meeting_id uuid not null,
  ordinal integer not null,
  move text not null,
  from_state text,
  to_state text not null,
  reason text,
  happened_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  primary key (zone_id, meeting_id, ordinal),
  foreign key (zone_id, meeting_id) references dispatch_meeting
);
comment on table dispatch_meeting_step is 'What was done with a meeting, in its order; its state is the fold of these';
call declare_zone_table('dispatch_meeting_step', 'committee', 'select, insert');

create table dispatch_agenda_change (
  zone_id uuid not null references zone,
  id uuid not null,
  meeting_id uuid not null,
  item_key text not null,
  change text not null check (change in ('add', 'keep', 'defer', 'drop')),
  title text,
  project_id uuid,
  owner_id uuid,
  reason text not null,
  said_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  primary key (zone_id, id),
  foreign key (zone_id, meeting_id) references dispatch_meeting,
  foreign key (zone_id, project_id) references project,
  foreign key (zone_id, owner_id) references person,
  check ((change = 'add') = (title is not null))
);
comment on table dispatch_agenda_change is 'What a person did to an agenda that makes itself: added, put off, left out, taken back in; each with its reason';
create index dispatch_agenda_change_of on dispatch_agenda_change (zone_id, meeting_id);
call declare_zone_table('dispatch_agenda_change', 'committee', 'select, insert');

create table dispatch_agenda_item (
  zone_id uuid not null references zone,
  id uuid not null,
  meeting_id uuid not null,
  ordinal integer not null,
  item_key text not null,
  source text not null,
  source_id uuid,
  project_id uuid,
  owner_id uuid,
  title text not null,
  reason_zh text not null,
  reason_en text not null,
  also jsonb not null,
  change text not null check (change in ('keep', 'defer', 'drop')),
  change_reason text,
  change_by_name text,
  notes text not null default '',
  version integer not null default 1,
  primary key (zone_id, id),
  unique (zone_id, meeting_id, item_key),
  foreign key (zone_id, meeting_id) references dispatch_meeting,
  foreign key (zone_id, project_id) references project,
  foreign key (zone_id, owner_id) references person
);
comment on table dispatch_agenda_item is 'The agenda as it stood when the meeting was convened, with what was left out; before that it is computed';
call declare_zone_table('dispatch_agenda_item', 'committee', 'select, insert, update');

create table dispatch_attendance (
  zone_id uuid not null references zone,
  meeting_id uuid not null,
  person_id uuid not null,
  capacity text not null check (capacity in ('chair', 'lead', 'owner', 'guest')),
  status text not null default 'INVITED' check (status in ('INVITED', 'PRESENT', 'ABSENT', 'REPRESENTED')),
  represented_by text,
  reason text,
  version integer not null default 1,
  primary key (zone_id, meeting_id, person_id),
  foreign key (zone_id, meeting_id) references dispatch_meeting,
  foreign key (zone_id, person_id) references person,
  check (status <> 'REPRESENTED' or represented_by is not null)
);
call declare_zone_table('dispatch_attendance', 'committee', 'select, insert, update');

create table dispatch_resolution (
  zone_id uuid not null references zone,
  id uuid not null,
  meeting_id uuid not null,
  item_id uuid not null,
  number integer not null,
  text text not null,
  owner_id uuid not null,
  department_id uuid,
  due_on date not null,
  state text not null default 'OPEN' check (state in ('OPEN', 'DONE', 'CANCELLED')),
  made_on date not null,
  closed_on date,
  closed_by text,
  closed_by_name text,
  closing_text text,
  closing_file_hash text,
  closing_file_name text,
  version integer not null default 1,
  primary key (zone_id, id),
  unique (zone_id, meeting_id, number),
  foreign key (zone_id, meeting_id) references dispatch_meeting,
  foreign key (zone_id, item_id) references dispatch_agenda_item,
  foreign key (zone_id, owner_id) references person,
  foreign key (zone_id, department_id) references department,
  foreign key (zone_id, closing_file_hash) references file,
  check ((state = 'OPEN') = (closed_on is null)),
  check (state = 'OPEN' or closing_text is not null)
);
create index dispatch_resolution_open on dispatch_resolution (zone_id, due_on) where state = 'OPEN';
create index dispatch_resolution_owner on dispatch_resolution (zone_id, owner_id);
call declare_zone_table('dispatch_resolution', 'committee', 'select, insert, update');

create table dispatch_extension (
  zone_id uuid not null references zone,
  resolution_id uuid not null,
  ordinal integer not null,
  from_day date not null,
  to_day date not null,
  reason text not null,
  said_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  primary key (zone_id, resolution_id, ordinal),
  foreign key (zone_id, resolution_id) references dispatch_resolution,
  check (to_day > from_day)
);
call declare_zone_table('dispatch_extension', 'committee', 'select, insert');

create table dispatch_minutes (
  zone_id uuid not null references zone,
  meeting_id uuid not null,
  edition integer not null,
  content jsonb not null,
  reason text,
  written_on date not null,
  written_by text not null,
  written_by_name text not null,
  state text not null default 'WRITTEN' check (state in ('WRITTEN', 'APPROVED', 'RETURNED')),
  reviewed_on date,
  reviewed_by text,
  reviewed_by_name text,
  review_note text,
  version integer not null default 1,
  primary key (zone_id, meeting_id, edition),
  foreign key (zone_id, meeting_id) references dispatch_meeting,
  check ((state = 'WRITTEN') = (reviewed_by is null)),
  check (reviewed_by is null or reviewed_by <> written_by)
);
comment on table dispatch_minutes is 'Editions of the minutes, each frozen as it was written; another person than the writer reviews it';
call declare_zone_table('dispatch_minutes', 'committee', 'select, insert, update');
