-- Insert-only is by grant: a distributed table takes no triggers. The head row is locked last in a command, just before the commit.
create table journal_head (
  zone_id uuid primary key references zone,
  sequence bigint not null default 0,
  hash text not null default repeat('0', 64)
);
call declare_zone_table('journal_head', 'shared', 'select, insert, update');

create table journal_entry (
  zone_id uuid not null references zone,
  sequence bigint not null,
  at timestamptz not null,
  actor_id text not null,
  role text not null,
  origin text not null default '',
  operation text not null,
  subject text not null default '',
  payload text not null,
  items bigint not null default 0,
  items_root text not null default '',
  personal_digest text not null default '',
  previous_hash text not null,
  hash text not null,
  primary key (zone_id, sequence),
  -- The hash covers these fields joined by line feeds, so none of them may hold one.
  check (position(E'\n' in actor_id || role || origin || operation || subject || payload) = 0)
);
comment on column journal_entry.payload is 'Canonical JSON: before, after, input. Nothing personal: that is in journal_personal';
create index journal_entry_subject on journal_entry (zone_id, subject);
call declare_zone_table('journal_entry', 'record', 'select, insert');

create table journal_item (
  zone_id uuid not null references zone,
  sequence bigint not null,
  position bigint not null,
  payload text not null,
  primary key (zone_id, sequence, position)
);
comment on table journal_item is 'The items of a bulk command: one entry of the chain holds their Merkle root';
call declare_zone_table('journal_item', 'record', 'select, insert');

create table journal_personal (
  zone_id uuid not null references zone,
  sequence bigint not null,
  salt text not null,
  payload text not null,
  primary key (zone_id, sequence)
);
comment on table journal_personal is 'May be erased: the chain holds only its salted digest';
call declare_zone_table('journal_personal', 'record', 'select, insert, delete');

-- The same lines, in the same order, as src/kernel/server/journal-hash.ts: a test compares the two.
create function journal_hash(entry journal_entry) returns text
language sql stable parallel safe as $$
  select encode(sha256(convert_to(concat_ws(E'\n',
    'yuanshu journal 1', entry.zone_id::text, entry.sequence::text,
    to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    entry.actor_id, entry.role, entry.origin, entry.operation, entry.subject, entry.payload,
    entry.items::text, entry.items_root, entry.personal_digest, entry.previous_hash), 'UTF8')), 'hex')
$$;

create table refusal (
  zone_id uuid not null references zone,
  id uuid not null,
  at timestamptz not null default now(),
  actor_id text not null,
  role text not null,
  origin text not null default '',
  operation text not null,
  code text not null,
  params jsonb not null default '{}',
  primary key (zone_id, id)
);
comment on table refusal is 'Refused attempts, kept apart from the chain so that they can neither lengthen nor block it';
create index refusal_at on refusal (zone_id, at);
call declare_zone_table('refusal', 'record', 'select, insert');

create table idempotency_key (
  zone_id uuid not null references zone,
  actor_id text not null,
  operation text not null,
  key text not null check (length(key) <= 200),
  body_hash text not null,
  result jsonb not null,
  recorded_at timestamptz not null default now(),
  primary key (zone_id, actor_id, operation, key)
);
call declare_zone_table('idempotency_key', 'shared', 'select, insert');
create policy own_keys on idempotency_key as restrictive using (actor_id = current_setting('app.actor', true));

select set_config('app.zone', '00000000-0000-7000-8000-000000000000', true);
insert into journal_head (zone_id) values ('00000000-0000-7000-8000-000000000000');
