-- What is public: copies written at publication, never the working tables.
create table published_snapshot (
  zone_id uuid not null references zone,
  id uuid not null,
  kind text not null,
  slug text not null,
  version integer not null,
  published_at timestamptz not null,
  published_by text not null,
  valid_until timestamptz,
  content jsonb not null,
  artefacts jsonb not null default '[]',
  primary key (zone_id, id),
  unique (zone_id, kind, slug, version)
);
comment on column published_snapshot.artefacts is 'Files that belong to it: [{format, hash, mime, size}]';
create index published_snapshot_recent on published_snapshot (zone_id, kind, published_at desc);
call declare_zone_table('published_snapshot', 'shared', 'select, insert');

create table published_withdrawal (
  zone_id uuid not null references zone,
  snapshot_id uuid not null,
  at timestamptz not null,
  withdrawn_by text not null,
  reason text not null,
  primary key (zone_id, snapshot_id),
  foreign key (zone_id, snapshot_id) references published_snapshot
);
call declare_zone_table('published_withdrawal', 'shared', 'select, insert');

-- Read by the anonymous role, who has no right to the tables: of a withdrawn snapshot only that, when and why.
-- It runs with its owner's rights, so it names the zone itself and does not lean on the policies alone.
create view published_reading as
select s.zone_id, s.id, s.kind, s.slug, s.version, s.published_at, s.valid_until,
  case when w.snapshot_id is null then s.content end as content,
  case when w.snapshot_id is null then s.artefacts else '[]' end as artefacts,
  w.at as withdrawn_at, w.reason as withdrawn_because
from published_snapshot s
left join published_withdrawal w on w.zone_id = s.zone_id and w.snapshot_id = s.id
where s.zone_id = nullif(current_setting('app.zone', true), '')::uuid;
grant select on published_reading to yuanshu_anonymous, yuanshu_application;
