-- The same question of the session, asked so that the planner does not take it for one that a two-hundredth of the rows stands, as it does
-- with every comparison of two unknowns: joins of a large zone were planned for a handful of rows and ran for a minute.
do $$
declare
  found record;
begin
  for found in
    select schemaname, tablename, policyname, qual from pg_policies
    where schemaname = 'public' and policyname in ('committee_rows', 'own_rows', 'committee_reads') and with_check is null
  loop
    execute format('alter policy %I on %I.%I using (%s)', found.policyname, found.schemaname, found.tablename,
      replace(found.qual, $e$(COALESCE(current_setting('app.enterprise'::text, true), ''::text) = ''::text)$e$,
        $e$COALESCE(current_setting('app.enterprise'::text, true) = ''::text, true)$e$));
  end loop;
end $$;

create or replace procedure declare_zone_table(target regclass, access text, rights text)
language plpgsql as $$
declare
  committee constant text := $e$coalesce(current_setting('app.enterprise', true) = '', true)$e$;
  mine constant text := $e$enterprise_id = nullif(current_setting('app.enterprise', true), '')::uuid$e$;
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format($f$create policy zone_rows on %s using (zone_id = nullif(current_setting('app.zone', true), '')::uuid)$f$, target);
  case access
    when 'committee' then execute format('create policy committee_rows on %s as restrictive using (%s)', target, committee);
    when 'own' then execute format('create policy own_rows on %s as restrictive using (%s or %s)', target, committee, mine);
    when 'common' then execute format('create policy own_rows on %s as restrictive using (%s or enterprise_id is null or %s)', target, committee, mine);
    when 'record' then execute format('create policy committee_reads on %s as restrictive for select using (%s)', target, committee);
    when 'shared' then null;
    else raise exception 'unknown access: %', access;
  end case;
  execute format('grant %s on %s to yuanshu_application', rights, target);
end $$;

-- What falls on the days of a calendar, and what is open with a person in the order in which it is due.
create index project_milestone_plan_day on project_milestone_plan (zone_id, planned_on);
create index project_supervision_day on project_supervision (zone_id, (coalesce(due_on, issue_by)));
create index project_task_due on project_task (zone_id, owner_id, due_on) where state = 'OPEN';
drop index project_task_open;
