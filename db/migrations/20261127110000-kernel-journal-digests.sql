-- Keys and signed digests of the journal's chains. All insert-only: what was signed once stays, and keys that are no longer used still verify.
create table journal_key (
  zone_id uuid not null references zone,
  id uuid not null,
  suite text not null,
  public_key text not null,
  endorsed_by uuid not null,
  endorsement text not null,
  created_at timestamptz not null,
  created_by text not null,
  primary key (zone_id, id)
);
comment on column journal_key.endorsement is 'Signature of the key before it over the new one; the first key signs itself';
call declare_zone_table('journal_key', 'committee', 'select, insert');

create table journal_key_secret (
  zone_id uuid not null references zone,
  key_id uuid not null,
  sealed text not null,
  primary key (zone_id, key_id),
  foreign key (zone_id, key_id) references journal_key
);
comment on table journal_key_secret is 'Private keys, sealed under the installation''s secret; goes when its key is replaced';
call declare_zone_table('journal_key_secret', 'committee', 'select, insert, delete');
create policy administrators on journal_key_secret as restrictive using (
  current_setting('app.role', true) = 'system_administrator' or current_setting('app.role', true) = 'security_administrator'
  or current_setting('app.role', true) = 'audit_administrator');

create table journal_digest (
  zone_id uuid not null references zone,
  number bigint not null,
  day date not null,
  first_entry bigint not null,
  last_entry bigint not null,
  last_hash text not null,
  root text not null,
  previous_digest text not null,
  suite text not null,
  key_id uuid not null,
  signed_at timestamptz not null,
  signature text not null,
  primary key (zone_id, number),
  foreign key (zone_id, key_id) references journal_key
);
comment on column journal_digest.root is 'Merkle root of entries first_entry to last_entry; empty when the day had none';
call declare_zone_table('journal_digest', 'committee', 'select, insert');

-- Old segments may go once a signed digest stands for them: the rest is verified from there on.
create table journal_cut (
  zone_id uuid not null references zone,
  digest_number bigint not null,
  last_entry bigint not null,
  entries bigint not null,
  at timestamptz not null default now(),
  primary key (zone_id, digest_number)
);
call declare_zone_table('journal_cut', 'committee', 'select');

-- The only way by which an entry leaves the journal. The application holds no right to delete; this function deletes whole segments, of the
-- session's own zone, that a digest has stood for as long as logs are to be kept: never under six months (Cybersecurity Law, Art. 21).
create function journal_cut_segment(digest bigint, months integer) returns bigint
language plpgsql security definer set search_path = public as $$
declare
  zone constant uuid := nullif(current_setting('app.zone', true), '')::uuid;
  upto bigint;
  gone bigint;
begin
  if months < 6 then raise exception 'journal entries are kept for six months at least'; end if;
  if current_setting('app.role', true) <> 'audit_administrator' and current_setting('app.actor', true) <> 'local-administrator' then
    raise exception 'only the audit administrator removes segments of the journal' using errcode = '42501';
  end if;
  select d.last_entry into upto from journal_digest d
    where d.zone_id = zone and d.number = digest and d.signed_at < now() - make_interval(months => months);
  if upto is null then return null; end if;
  delete from journal_personal p where p.zone_id = zone and p.sequence <= upto;
  delete from journal_item i where i.zone_id = zone and i.sequence <= upto;
  delete from journal_entry e where e.zone_id = zone and e.sequence <= upto;
  get diagnostics gone = row_count;
  insert into journal_cut (zone_id, digest_number, last_entry, entries) values (zone, digest, upto, gone);
  return gone;
end $$;
revoke all on function journal_cut_segment(bigint, integer) from public;
grant execute on function journal_cut_segment(bigint, integer) to yuanshu_application;

-- Who did what, and what was done to what, without reading the whole chain.
create index journal_entry_actor on journal_entry (zone_id, actor_id, sequence);
create index journal_entry_operation on journal_entry (zone_id, operation, sequence);
create index journal_entry_at on journal_entry (zone_id, at);
