-- Leave to see personal data unmasked: of one person, for one reply, with a reason, for a short time.
create table personal_leave (
  zone_id uuid not null references zone,
  id uuid not null,
  actor_id text not null,
  role text not null,
  operation text not null,
  input_hash text not null,
  reason text not null,
  granted_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (zone_id, id),
  check (expires_at <= granted_at + interval '8 hours')
);
create index personal_leave_actor on personal_leave (zone_id, actor_id, operation, expires_at);
call declare_zone_table('personal_leave', 'committee', 'select, insert, delete');
create policy own_leaves on personal_leave as restrictive using (actor_id = current_setting('app.actor', true) or current_setting('app.actor', true) = 'platform');
