create table outbox (
  zone_id uuid not null references zone,
  id uuid not null,
  kind text not null,
  payload jsonb not null,
  at timestamptz not null default now(),
  actor jsonb not null,
  attempts integer not null default 0,
  next_at timestamptz not null default now(),
  delivered_at timestamptz,
  failure text,
  primary key (zone_id, id)
);
comment on table outbox is 'Events, written in the transaction of the change that they tell of';
create index outbox_waiting on outbox (next_at) where delivered_at is null;
call declare_zone_table('outbox', 'record', 'select, insert');
create policy worker_delivers on outbox to yuanshu_worker using (true);
grant select, update, delete on outbox to yuanshu_worker;

create table outbox_delivery (
  zone_id uuid not null references zone,
  event_id uuid not null,
  subscriber text not null,
  at timestamptz not null default now(),
  primary key (zone_id, event_id, subscriber)
);
comment on table outbox_delivery is 'Written in the subscriber''s own transaction: an event that is delivered again changes nothing twice';
call declare_zone_table('outbox_delivery', 'shared', 'select, insert');

create table job (
  zone_id uuid not null references zone,
  id uuid not null,
  kind text not null,
  title jsonb not null,
  payload jsonb not null,
  actor jsonb not null,
  actor_id text not null,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  done bigint not null default 0,
  total bigint,
  cursor jsonb,
  message text,
  result jsonb,
  failure jsonb,
  cancel_requested boolean not null default false,
  attempts integer not null default 0,
  run_after timestamptz not null default now(),
  worker integer,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  primary key (zone_id, id)
);
comment on column job.cursor is 'Where the work stands, written with the work itself: a job that is resumed continues there';
comment on column job.worker is 'A worker holds an advisory lock under its number: a running job whose worker holds none is taken over';
comment on column job.failure is 'Code and parameters of the refusal that ended it';
create index job_waiting on job (run_after) where state in ('queued', 'running');
create index job_recent on job (zone_id, created_at desc);
call declare_zone_table('job', 'shared', 'select, insert, update, delete');
create policy own_jobs on job as restrictive for select using (
  coalesce(current_setting('app.enterprise', true), '') = '' or actor_id = current_setting('app.actor', true));
create policy worker_runs on job to yuanshu_worker using (true);
grant select, update on job to yuanshu_worker;

create table file (
  zone_id uuid not null references zone,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  size bigint not null,
  mime text not null,
  created_at timestamptz not null default now(),
  created_by text not null,
  primary key (zone_id, hash)
);
comment on table file is 'Content is stored under (zone, SHA-256); the rows that refer to it say what it is called and who may read it';
call declare_zone_table('file', 'shared', 'select, insert, delete');
create policy own_files on file as restrictive for select using (
  coalesce(current_setting('app.enterprise', true), '') = '' or created_by = current_setting('app.actor', true));
