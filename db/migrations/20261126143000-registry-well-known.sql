-- In the order of prominence the well known come before all others: where enough of them match, nobody else has to be looked at. They are a
-- tenth of a large register, and have an index of their own (server/search/plan-search.ts).
drop function registry_build_indexes();
-- Two parts that take about as long as each other, to be built side by side: `tokens` and `orders`; without one all of them.
create function registry_build_indexes(part text default null) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  wanted text[] := array[
    'enterprise_identifier', 'enterprise (identifier)',
    'enterprise_by_name', 'enterprise (name)',
    'enterprise_name_key', 'enterprise (name_key, id) where merged_into is null',
    'enterprise_tokens', 'enterprise using gin (tokens) where merged_into is null',
    'enterprise_known_tokens', 'enterprise using gin (tokens) where merged_into is null and prominence >= 300',
    'enterprise_by_prominence', 'enterprise (prominence desc, id desc) where merged_into is null',
    'enterprise_by_capital', 'enterprise (coalesce(capital_yuan, -1) desc, id desc) where merged_into is null',
    'enterprise_by_revenue', 'enterprise (coalesce(revenue_yuan, -1) desc, id desc) where merged_into is null',
    'enterprise_by_growth', 'enterprise (coalesce(revenue_growth_pct, -1000000) desc, id desc) where merged_into is null',
    'enterprise_by_employees', 'enterprise (coalesce(employees, -1) desc, id desc) where merged_into is null',
    'enterprise_by_founding', 'enterprise (coalesce(founded_on, ''0001-01-01''::date) desc, id desc) where merged_into is null'];
begin
  for place in 1 .. array_length(wanted, 1) by 2 loop
    continue when part <> case when wanted[place] like '%tokens' then 'tokens' else 'orders' end;
    if to_regclass('public.' || wanted[place]) is null then
      execute format('create index %I on %s', wanted[place], wanted[place + 1]);
    end if;
  end loop;
end $$;
create or replace function registry_drop_indexes() returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not has_schema_privilege(current_user, 'public', 'create') then
    return false;
  end if;
  drop index if exists enterprise_identifier, enterprise_by_name, enterprise_name_key, enterprise_tokens, enterprise_known_tokens,
    enterprise_by_prominence, enterprise_by_capital, enterprise_by_revenue, enterprise_by_growth, enterprise_by_employees,
    enterprise_by_founding;
  return true;
end $$;
revoke execute on function registry_build_indexes(text) from public;
grant execute on function registry_build_indexes(text) to yuanshu_application;
select registry_build_indexes();

-- Statistics right after a large import, of what is told beside the profile too.
do $$
begin
  if current_setting('server_version_num')::integer >= 170000 then
    execute 'grant maintain on enterprise_qualification, enterprise_finance, enterprise_name, enterprise_product to yuanshu_application';
  end if;
end $$;
