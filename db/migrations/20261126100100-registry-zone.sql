-- What one zone keeps of enterprises: who is resident, what it imported, what it was told, what it did.
create table enterprise_book (
  zone_id uuid not null references zone,
  id uuid not null,
  enterprise_id uuid not null,
  kind text not null check (kind in ('resident', 'target', 'partner', 'fund')),
  from_on date not null,
  to_on date,
  liaison_id uuid,
  note text not null default '',
  ended_because text,
  entered_by text not null,
  entered_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (zone_id, id),
  check (to_on is null or to_on >= from_on)
);
create index enterprise_book_enterprise on enterprise_book (zone_id, enterprise_id, kind);
create index enterprise_book_kind on enterprise_book (zone_id, kind, from_on desc, id desc);
create unique index enterprise_book_open on enterprise_book (zone_id, enterprise_id, kind) where to_on is null;
call declare_zone_table('enterprise_book', 'committee', 'select, insert, update');

create table enterprise_import (
  zone_id uuid not null references zone,
  id uuid not null,
  subject text not null check (subject in ('enterprises', 'ties')),
  file_name text not null,
  file_hash text not null,
  bytes bigint not null,
  format text not null check (format in ('csv', 'xlsx', 'ndjson')),
  encoding text check (encoding in ('utf-8', 'gb18030')),
  separator text,
  headings jsonb not null,
  mapping jsonb not null,
  source text not null,
  as_of date not null,
  state text not null check (state in ('RECEIVED', 'QUEUED', 'RUNNING', 'CHECKED', 'DONE', 'FAILED', 'CANCELLED')),
  dry_run boolean not null default false,
  run integer not null default 0,
  job_id uuid,
  rows_read bigint not null default 0,
  added bigint not null default 0,
  changed bigint not null default 0,
  unchanged bigint not null default 0,
  refused bigint not null default 0,
  warned bigint not null default 0,
  progress_pct smallint not null default 0,
  failure jsonb,
  created_at timestamptz not null,
  created_by text not null,
  finished_at timestamptz,
  version integer not null default 1,
  primary key (zone_id, id)
);
call declare_zone_table('enterprise_import', 'committee', 'select, insert, update');

create table enterprise_import_refusal (
  zone_id uuid not null references zone,
  import_id uuid not null,
  run integer not null,
  row_number bigint not null,
  ordinal smallint not null,
  refused boolean not null,
  name text not null default '',
  identifier text not null default '',
  problem jsonb not null,
  primary key (zone_id, import_id, run, row_number, ordinal),
  foreign key (zone_id, import_id) references enterprise_import
);
comment on column enterprise_import_refusal.run is 'A dry run and the run itself each have their rows';
call declare_zone_table('enterprise_import_refusal', 'committee', 'select, insert');

create table import_mapping (
  zone_id uuid not null references zone,
  id uuid not null,
  name text not null,
  subject text not null check (subject in ('enterprises', 'ties')),
  mapping jsonb not null,
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (zone_id, id),
  unique (zone_id, subject, name)
);
call declare_zone_table('import_mapping', 'committee', 'select, insert, update, delete');

create table zone_tie (
  zone_id uuid not null references zone,
  id uuid not null,
  from_id uuid not null,
  to_id uuid,
  official_id uuid,
  kind text not null check (kind in ('supply', 'investment', 'group', 'address', 'officer', 'competitor', 'dispute', 'acquaintance')),
  share_pct numeric(7, 2),
  strength smallint not null default 50 check (strength between 1 and 100),
  evidence text not null,
  as_of date not null,
  entered_by text not null,
  entered_at timestamptz not null default now(),
  removed_on date,
  removed_by text,
  removed_because text,
  primary key (zone_id, id),
  check ((kind = 'acquaintance') = (official_id is not null) and (to_id is null) = (official_id is not null) and from_id is distinct from to_id)
);
comment on table zone_tie is 'Ties that officials entered. competitor and dispute block an introduction; acquaintance is of an enterprise and an official';
create index zone_tie_from on zone_tie (zone_id, from_id, kind) where removed_on is null;
create index zone_tie_to on zone_tie (zone_id, to_id, kind) where removed_on is null;
call declare_zone_table('zone_tie', 'committee', 'select, insert, update');

create table enterprise_correction (
  zone_id uuid not null references zone,
  id uuid not null,
  enterprise_id uuid not null,
  field text not null,
  value_before text,
  asked text not null,
  because text not null,
  state text not null default 'ASKED' check (state in ('ASKED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
  asked_on date not null,
  asked_by text not null,
  asked_by_name text not null,
  answered_on date,
  answered_by text,
  answered_by_name text,
  answer text,
  version integer not null default 1,
  primary key (zone_id, id)
);
create index enterprise_correction_enterprise on enterprise_correction (zone_id, enterprise_id);
create unique index enterprise_correction_open on enterprise_correction (zone_id, enterprise_id, field) where state = 'ASKED';
call declare_zone_table('enterprise_correction', 'own', 'select, insert, update');

create table enterprise_activity (
  zone_id uuid not null references zone,
  id uuid not null,
  enterprise_id uuid not null,
  on_day date not null,
  kind text not null,
  subject text not null,
  summary text not null,
  by_name text not null,
  recorded_at timestamptz not null,
  primary key (zone_id, id)
);
comment on table enterprise_activity is 'One timeline of everything that the zone did with an enterprise, told by whichever domain did it';
create index enterprise_activity_enterprise on enterprise_activity (zone_id, enterprise_id, on_day desc, id desc);
call declare_zone_table('enterprise_activity', 'record', 'select, insert');

create table saved_view (
  zone_id uuid not null references zone,
  id uuid not null,
  saved_by text not null,
  saved_by_name text not null,
  name text not null,
  filter jsonb not null,
  sort text not null,
  shared boolean not null default false,
  saved_at timestamptz not null,
  version integer not null default 1,
  primary key (zone_id, id),
  unique (zone_id, saved_by, name)
);
call declare_zone_table('saved_view', 'committee', 'select, insert, update, delete');
