-- Tokens by which calendars and status pages are read without a sign-in. Only the hash is kept: whoever reads this table reads no address.
create table bearer_token (
  zone_id uuid not null references zone,
  id uuid not null,
  person_id uuid not null,
  purpose text not null,
  token_hash text not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (zone_id, id),
  unique (zone_id, token_hash),
  foreign key (zone_id, person_id) references person
);
create unique index bearer_token_current on bearer_token (zone_id, person_id, purpose) where revoked_at is null;
call declare_zone_table('bearer_token', 'committee', 'select, insert, update');
-- Everybody sees and ends only what is one's own; the sign-in's login finds the person of a token, as it does that of a session.
create policy own_tokens on bearer_token as restrictive to yuanshu_application
  using (person_id::text = current_setting('app.actor', true));
create policy read_at_sign_in on bearer_token for select to yuanshu_sign_in using (true);
grant select on bearer_token to yuanshu_sign_in;
