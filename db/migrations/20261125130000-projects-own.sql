-- An enterprise's account sees that its own projects are registered, so that an application can say which project it is for.
-- Everything else of the register, and every change of it, stays with the committee.
drop policy committee_rows on project;
create policy own_reads on project as restrictive for select using (
  coalesce(current_setting('app.enterprise', true), '') = ''
  or enterprise_id = nullif(current_setting('app.enterprise', true), '')::uuid
);
create policy committee_adds on project as restrictive for insert with check (coalesce(current_setting('app.enterprise', true), '') = '');
create policy committee_changes on project as restrictive for update using (coalesce(current_setting('app.enterprise', true), '') = '');
create index project_enterprise on project (zone_id, enterprise_id) where enterprise_id is not null;
