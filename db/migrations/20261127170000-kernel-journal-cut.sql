-- A segment of the journal is removed by the age of its entries, not by what the row of a digest says of its day alone: those rows are the
-- application's to write. A temporary table of the same name is looked at last.
create or replace function journal_cut_segment(digest bigint, months integer) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
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
  if exists (select from journal_entry e where e.zone_id = zone and e.sequence <= upto and e.at >= now() - make_interval(months => months)) then
    return null;
  end if;
  delete from journal_personal p where p.zone_id = zone and p.sequence <= upto;
  delete from journal_item i where i.zone_id = zone and i.sequence <= upto;
  delete from journal_entry e where e.zone_id = zone and e.sequence <= upto;
  get diagnostics gone = row_count;
  insert into journal_cut (zone_id, digest_number, last_entry, entries) values (zone, digest, upto, gone);
  return gone;
end $$;
