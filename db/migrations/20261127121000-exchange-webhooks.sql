-- Addresses elsewhere that are told of events. The secret that signs is sealed; the key to it is not in the database.
create table webhook (
  zone_id uuid not null references zone,
  id uuid not null,
  name text not null,
  address text not null,
  kinds text[] not null,
  secret_sealed text not null,
  state text not null default 'ON' check (state in ('ON', 'OFF')),
  off_because text check (off_because in ('by-hand', 'failures')),
  failures integer not null default 0,
  created_by uuid not null,
  created_by_name text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (zone_id, id),
  unique (zone_id, name),
  check ((state = 'OFF') = (off_because is not null))
);
comment on column webhook.failures is 'Attempts that failed one after another; the next that arrives begins anew';
comment on column webhook.version is 'Optimistic lock';
call declare_zone_table('webhook', 'committee', 'select, insert, update');
