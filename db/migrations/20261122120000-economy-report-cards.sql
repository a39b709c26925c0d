-- A card is one region and period; each publication is an edition of it. Editions keep what was said, steps keep who moved them.
create table report_card (
  zone_id uuid not null references zone,
  id uuid not null,
  region text not null,
  period text not null,
  slug text not null,
  created_at timestamptz not null default now(),
  created_by text not null,
  primary key (zone_id, id),
  unique (zone_id, region, period),
  unique (zone_id, slug)
);
call declare_zone_table('report_card', 'committee', 'select, insert');

create table report_card_edition (
  zone_id uuid not null references zone,
  card_id uuid not null,
  edition integer not null check (edition >= 1),
  state text not null default 'DRAFT' check (state in ('DRAFT', 'CHECKED', 'APPROVED', 'PUBLISHED', 'REVISED', 'WITHDRAWN')),
  title text not null,
  title_en text not null,
  signer_name text,
  signer_department text,
  preliminary boolean not null default false,
  excluded uuid[] not null default '{}',
  content jsonb,
  content_hash text,
  drafted_by text not null,
  editors text[] not null default '{}',
  checked_by text,
  published_at timestamptz,
  snapshot_id uuid,
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (zone_id, card_id, edition),
  foreign key (zone_id, card_id) references report_card,
  check (state = 'DRAFT' or (content is not null and content_hash is not null)),
  check ((signer_name is null) = (signer_department is null)),
  check ((state in ('PUBLISHED', 'REVISED', 'WITHDRAWN')) = (snapshot_id is not null))
);
comment on column report_card_edition.content is 'Figures, conflicts and checks, frozen from CHECKED on; a draft follows the facts';
comment on column report_card_edition.editors is 'Everybody who changed the draft: none of them approves it';
comment on column report_card_edition.version is 'Optimistic lock';
create index report_card_edition_recent on report_card_edition (zone_id, updated_at desc);
call declare_zone_table('report_card_edition', 'committee', 'select, insert, update');

create table report_card_step (
  zone_id uuid not null references zone,
  card_id uuid not null,
  ordinal integer not null,
  edition integer not null,
  move text not null,
  from_state text,
  to_state text not null,
  at timestamptz not null,
  by text not null,
  by_name text not null,
  reason text,
  primary key (zone_id, card_id, ordinal),
  foreign key (zone_id, card_id, edition) references report_card_edition
);
comment on table report_card_step is 'Every step of every edition: who, when, and what was said. Never changed';
call declare_zone_table('report_card_step', 'committee', 'select, insert');
