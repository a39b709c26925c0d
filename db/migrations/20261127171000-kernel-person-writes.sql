-- Officials are known by name to everybody of their zone; what is changed of anybody is the committee's. Who resets an account, ends sessions or
-- sees somebody leave holds the person's row for it, so that rows refuse what permissions have let through.
do $$
declare
  committee constant text := $e$coalesce(current_setting('app.enterprise', true), '') = ''$e$;
begin
  execute format('create policy committee_adds on person as restrictive for insert with check (%s)', committee);
  execute format('create policy committee_changes on person as restrictive for update using (%s)', committee);
  execute format('create policy committee_removes on person as restrictive for delete using (%s)', committee);
end $$;
