-- Observation, evidence and decision are append-only; what counts now is a view over them.
create table fact_observation (
  zone_id uuid not null references zone,
  id uuid not null,
  indicator text not null,
  code text,
  value numeric not null,
  unit text not null,
  approximation text not null default 'exact' check (approximation in ('exact', 'near', 'over', 'about', 'at-least', 'at-most')),
  period text,
  basis text not null default 'unknown' check (basis in ('cumulative', 'single', 'point', 'unknown')),
  region text,
  yoy_pct numeric,
  growth_base text check (growth_base in ('last-year', 'last-year-end', 'last-period')),
  comparison jsonb,
  scope text not null default 'region' check (scope in ('region', 'company', 'project')),
  kind text not null default 'actual' check (kind in ('actual', 'target')),
  calibre text,
  repeated boolean not null default false,
  origin text not null check (origin in ('document', 'spreadsheet', 'rows', 'manual', 'model')),
  origin_id uuid,
  article integer,
  rule text not null default '',
  confidence numeric not null default 1 check (confidence between 0 and 1),
  corrects uuid,
  enterprise_id uuid,
  department_id uuid,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  primary key (zone_id, id),
  foreign key (zone_id, corrects) references fact_observation
);
comment on table fact_observation is 'What a source said. Never changed: a correction is another observation that names this one';
create index fact_observation_origin on fact_observation (zone_id, origin_id, article);
create index fact_observation_series on fact_observation (zone_id, region, code, period);
create index fact_observation_period on fact_observation (zone_id, region, period);
create index fact_observation_corrects on fact_observation (zone_id, corrects) where corrects is not null;
call declare_zone_table('fact_observation', 'own', 'select, insert');

create table fact_evidence (
  zone_id uuid not null references zone,
  observation_id uuid not null,
  ordinal integer not null,
  quote text not null,
  span_start integer,
  span_end integer,
  locator jsonb,
  enterprise_id uuid,
  primary key (zone_id, observation_id, ordinal),
  foreign key (zone_id, observation_id) references fact_observation,
  check ((span_start is null) = (span_end is null) and coalesce(span_start <= span_end, true))
);
comment on column fact_evidence.locator is 'For evidence that is not a span of text: sheet and cell, or the rows that were counted';
call declare_zone_table('fact_evidence', 'own', 'select, insert');

create table fact_decision (
  zone_id uuid not null references zone,
  observation_id uuid not null,
  ordinal integer not null,
  decision text not null check (decision in ('accept', 'reject', 'correct', 'withdraw', 'reopen')),
  correction_id uuid,
  decided_by text not null,
  rule text,
  reason text,
  enterprise_id uuid,
  decided_at timestamptz not null default now(),
  primary key (zone_id, observation_id, ordinal),
  foreign key (zone_id, observation_id) references fact_observation,
  foreign key (zone_id, correction_id) references fact_observation
);
comment on column fact_decision.ordinal is 'Counts the decisions on one observation: of two reviewers who decide at once, the second meets the key';
call declare_zone_table('fact_decision', 'own', 'select, insert');

create view fact_current with (security_invoker = true) as
select o.*,
  case d.decision when 'accept' then 'accepted' when 'reject' then 'rejected' when 'correct' then 'corrected'
    when 'withdraw' then 'withdrawn' else 'proposed' end as status,
  coalesce(d.ordinal, 0) as decisions,
  d.correction_id, d.decided_by, d.decided_at, d.rule as decision_rule, d.reason
from fact_observation o
left join lateral (
  select * from fact_decision x where x.zone_id = o.zone_id and x.observation_id = o.id order by x.ordinal desc limit 1
) d on true;
grant select on fact_current to yuanshu_application;
