-- Documents as they came, their text, what was found in them besides figures (figures are facts of the kernel), and what people decided.
create table document (
  zone_id uuid not null references zone,
  id uuid not null,
  title text not null,
  name text not null,
  origin text not null check (origin in ('upload', 'paste', 'address', 'feed', 'folder', 'sample')),
  address text,
  medium text,
  published date,
  published_hint date,
  mime text not null,
  file_hash text not null,
  text_hash text,
  state text not null default 'received' check (state in ('received', 'reading', 'review', 'reviewed', 'failed', 'withdrawn')),
  message jsonb,
  regions text[] not null default '{}',
  story_id uuid,
  received_at timestamptz not null default now(),
  received_by text not null,
  reviewed_at timestamptz,
  version integer not null default 1,
  primary key (zone_id, id),
  foreign key (zone_id, file_hash) references file
);
comment on column document.published_hint is 'The day that the person or the feed gave; the page''s own day wins';
comment on column document.text_hash is 'SHA-256 of the decoded original: the same content is not taken in twice';
create index document_recent on document (zone_id, received_at desc, id);
create index document_state on document (zone_id, state, received_at);
create index document_text_hash on document (zone_id, text_hash);
create index document_story on document (zone_id, story_id) where story_id is not null;
call declare_zone_table('document', 'committee', 'select, insert, update, delete');

create table document_text (
  zone_id uuid not null references zone,
  document_id uuid not null,
  original text not null,
  articles jsonb not null,
  cuts jsonb not null,
  primary key (zone_id, document_id),
  foreign key (zone_id, document_id) references document
);
comment on table document_text is 'The decoded original to which every place of a quote refers; never changed';
call declare_zone_table('document_text', 'committee', 'select, insert, delete');

create table document_mark (
  zone_id uuid not null references zone,
  mark bigint not null,
  document_id uuid not null,
  primary key (zone_id, mark, document_id)
);
comment on table document_mark is 'Outlines of texts: documents that share most marks tell the same story';
call declare_zone_table('document_mark', 'committee', 'select, insert, delete');

create table finding (
  zone_id uuid not null references zone,
  id uuid not null,
  document_id uuid not null,
  ordinal integer not null,
  type text not null check (type in ('project', 'organisation', 'policy', 'mechanism')),
  content jsonb not null,
  corrects uuid,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  primary key (zone_id, id),
  foreign key (zone_id, document_id) references document
);
create index finding_document on finding (zone_id, document_id, ordinal);
call declare_zone_table('finding', 'committee', 'select, insert');

create table finding_decision (
  zone_id uuid not null references zone,
  finding_id uuid not null,
  ordinal integer not null,
  decision text not null check (decision in ('accept', 'reject', 'correct', 'withdraw', 'reopen')),
  correction_id uuid,
  decided_by text not null,
  rule text,
  reason text,
  decided_at timestamptz not null default now(),
  primary key (zone_id, finding_id, ordinal),
  foreign key (zone_id, finding_id) references finding
);
call declare_zone_table('finding_decision', 'committee', 'select, insert');

create view finding_current with (security_invoker = true) as
select f.*,
  case d.decision when 'accept' then 'accepted' when 'reject' then 'rejected' when 'correct' then 'corrected'
    when 'withdraw' then 'withdrawn' else 'proposed' end as status,
  coalesce(d.ordinal, 0) as decisions,
  d.correction_id, d.decided_by, d.decided_at, d.rule as decision_rule, d.reason
from finding f
left join lateral (
  select * from finding_decision x where x.zone_id = f.zone_id and x.finding_id = f.id order by x.ordinal desc limit 1
) d on true;
grant select on finding_current to yuanshu_application;

create table conflict_resolution (
  zone_id uuid not null references zone,
  id uuid not null,
  conflict_key text not null,
  kept uuid not null,
  sides jsonb not null,
  reason text not null,
  resolved_by text not null,
  resolved_at timestamptz not null default now(),
  primary key (zone_id, id)
);
create index conflict_resolution_key on conflict_resolution (zone_id, conflict_key, resolved_at desc);
call declare_zone_table('conflict_resolution', 'committee', 'select, insert');

create table feed (
  zone_id uuid not null references zone,
  id uuid not null,
  title text not null,
  address text not null,
  kind text not null default 'feed' check (kind in ('feed', 'folder')),
  every_minutes integer not null default 60 check (every_minutes between 1 and 10080),
  last_polled_at timestamptz,
  last_result jsonb,
  active boolean not null default true,
  added_by text not null,
  primary key (zone_id, id),
  unique (zone_id, address)
);
call declare_zone_table('feed', 'committee', 'select, insert, update, delete');

create table feed_item (
  zone_id uuid not null references zone,
  feed_id uuid not null,
  item text not null,
  seen_at timestamptz not null default now(),
  primary key (zone_id, feed_id, item),
  foreign key (zone_id, feed_id) references feed
);
comment on table feed_item is 'What a feed has already given: an item is taken in once';
call declare_zone_table('feed_item', 'committee', 'select, insert, delete');

create table lexicon_entry (
  zone_id uuid not null references zone,
  id uuid not null,
  kind text not null check (kind in ('organisation', 'region', 'indicator', 'noise')),
  words text not null,
  meaning text,
  source text not null,
  added_at timestamptz not null default now(),
  added_by text not null,
  primary key (zone_id, id),
  unique (zone_id, kind, words)
);
comment on table lexicon_entry is 'Words of the zone, from corrections or added by hand; the finders take them beside their own';
call declare_zone_table('lexicon_entry', 'committee', 'select, insert, delete');
