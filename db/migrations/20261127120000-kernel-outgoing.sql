-- What leaves the platform for elsewhere: deliveries of webhooks, mails, messages to work chat robots. Written in the transaction of what it tells of;
-- the worker sends it. The key keeps a thing from being told twice to one place; content holds ids only, what is said is composed when it is sent.
create table outgoing (
  zone_id uuid not null references zone,
  id uuid not null,
  channel text not null,
  target text not null,
  dedup text not null,
  content jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
  attempts integer not null default 0,
  next_at timestamptz not null default now(),
  status integer,
  failure text,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (zone_id, id),
  unique (zone_id, channel, target, dedup),
  check ((state = 'waiting') = (ended_at is null))
);
comment on column outgoing.status is 'What the other side answered last';
create index outgoing_waiting on outgoing (next_at) where state = 'waiting';
create index outgoing_recent on outgoing (zone_id, channel, target, id desc);
call declare_zone_table('outgoing', 'committee', 'select, insert, update');
create policy worker_sends on outgoing to yuanshu_worker using (true);
grant select, update on outgoing to yuanshu_worker;

-- Tokens by which a program acts as the person who made it, in the role that it was made in. Only the hash is kept.
create table access_token (
  zone_id uuid not null references zone,
  id uuid not null,
  person_id uuid not null,
  membership_id uuid not null,
  purpose text not null,
  acts boolean not null,
  token_hash text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (zone_id, id),
  unique (zone_id, token_hash),
  foreign key (zone_id, person_id) references person,
  foreign key (zone_id, membership_id) references membership
);
comment on column access_token.acts is 'Whether commands may be given with it, or questions asked only';
create index access_token_hash on access_token (token_hash);
call declare_zone_table('access_token', 'shared', 'select, insert, update');
create policy own_tokens on access_token as restrictive to yuanshu_application
  using (person_id::text = current_setting('app.actor', true));
create policy read_at_sign_in on access_token to yuanshu_sign_in using (true);
grant select, update (last_used_at) on access_token to yuanshu_sign_in;

-- A command that an agent wants to give, until the person has agreed: the code opens this one input once.
create table agent_confirmation (
  zone_id uuid not null references zone,
  id uuid not null,
  person_id uuid not null,
  code_hash text not null,
  operation text not null,
  input_hash text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (zone_id, id),
  unique (zone_id, code_hash)
);
call declare_zone_table('agent_confirmation', 'shared', 'select, insert, update');
create policy own_confirmations on agent_confirmation as restrictive to yuanshu_application
  using (person_id::text = current_setting('app.actor', true));
